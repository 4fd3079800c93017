package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.fact.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What Graph shows of the numbers of a journey, and of the calls that were made for them: asked of the sandbox, never of the server. */
final class GraphShows {
    private static final String ROTA = "510000000000002";
    private static final String CEDRO_WABA = "200000000000001";
    private static final String ROTA_WABA = "200000000000002";
    private static final String TRILHA_WABA = "200000000000023";
    private static final String SHARED_WABA = "200000000000026";

    /**
     * What a number may be asked for so often within a moving time.
     *
     * @param call as the sandbox names it
     */
    private record Allowance(String call, int calls, Duration within) {}

    private static final List<Allowance> ALLOWANCES = List.of(
            // Source: Meta, "registration": 10 requests for one number in a moving 72 h.
            new Allowance("register", 10, Duration.ofHours(72)),
            // Assumed: Meta publishes no number for these two.
            new Allowance("request-code", 5, Duration.ofHours(12)), new Allowance("verify-code", 5, Duration.ofHours(12)));

    /** The WABA in which the numbers of a way work once it is completed, and nowhere else; empty: they work nowhere any more. */
    static final Map<String, Function<WorldJourney, Set<String>>> COMPLETED = Map.ofEntries(
            Map.entry("migrate", _ -> Set.of(ROTA_WABA)), Map.entry("signup", _ -> Set.of(ROTA_WABA)),
            Map.entry("add", _ -> Set.of(ROTA_WABA)), Map.entry("reconnect", _ -> Set.of(ROTA_WABA)),
            Map.entry("hosting", _ -> Set.of(CEDRO_WABA)), Map.entry("reshare", _ -> Set.of(SHARED_WABA)),
            Map.entry("partner-change", _ -> Set.of(SHARED_WABA)), Map.entry("intent onto", _ -> Set.of(TRILHA_WABA)),
            Map.entry("intent", GraphShows::made), Map.entry("currency", GraphShows::made), Map.entry("join", GraphShows::made),
            Map.entry("coexist", GraphShows::made), Map.entry("port-out", _ -> Set.of()));
    /** On these nobody of ours becomes a partner of the WABA. */
    private static final Set<String> WITH_CEDRO = Set.of("hosting", "partner-change", "port-out");

    private final WorldJourney journey;

    GraphShows(WorldJourney journey) {
        this.journey = journey;
    }

    private static Set<String> made(WorldJourney journey) {
        return Set.of(journey.desk().migration.destination().orElseThrow().value());
    }

    /** The WABAs through which each number's messages pass, and on whose machines. */
    Map<PhoneNumber, Set<String>> working() {
        return journey.numbers()
                .stream()
                .collect(Collectors.toMap(number -> number, number -> connected(number).collect(Collectors.toSet())));
    }

    private Stream<String> connected(PhoneNumber number) {
        return number(number).path("links")
                .valueStream()
                .filter(link -> link.path("status").asString().equals("CONNECTED"))
                .map(link -> link.path("waba").asString() + " " + link.path("platform").asString());
    }

    private JsonNode number(PhoneNumber number) {
        return rows("numbers").filter(one -> one.path("number").asString().equals(number.e164())).findFirst().orElseThrow();
    }

    private Stream<JsonNode> rows(String of) {
        return journey.people().get("world?only=" + of).path(of).valueStream();
    }

    /** That this way has been completed. */
    void hasCompleted(String way) {
        Set<String> wabas = Objects.requireNonNull(COMPLETED.get(way)).apply(journey);
        Set<String> where = wabas.stream().map(waba -> waba + " CLOUD_API").collect(Collectors.toSet());
        assertThat(working()).as("where they work").allSatisfy((_, works) -> assertThat(works).isEqualTo(where));
        for (JsonNode waba : rows("wabas").filter(one -> wabas.contains(one.path("id").asString())).toList()) {
            if (!WITH_CEDRO.contains(way)) {
                assertThat(waba.path("partners").path(ROTA).asString("")).as("whose hands %s is in", waba).isEqualTo("MANAGE");
            }
            if (way.equals("reshare")) {
                assertThat(waba.path("partners").propertyNames()).as("nobody else").containsExactly(ROTA);
            }
            if (way.equals("currency")) {
                assertThat(waba.path("currency").asString()).isEqualTo("BRL");
            }
        }
        if (way.equals("coexist")) {
            assertThat(journey.numbers()).allSatisfy(number -> assertThat(number(number).path("onBusinessApp").asBoolean()).isTrue());
        }
    }

    /** That a number works where it did, whatever has been prepared elsewhere. */
    void worksAs(Map<PhoneNumber, Set<String>> before) {
        assertThat(working()).as("where they worked").allSatisfy((number, works) -> assertThat(works).containsAll(before.get(number)));
    }

    /** That nothing was called more often than a number allows. */
    void budgetsAreKept() {
        for (Allowance allowance : ALLOWANCES) {
            Map<String, List<Instant>> sent = journey.people()
                    .get("calls?call=" + allowance.call())
                    .path("calls")
                    .valueStream()
                    .collect(Collectors.groupingBy(call -> call.path("number").asString(""),
                            Collectors.mapping(call -> Instant.parse(call.path("at").asString()), Collectors.toList())));
            sent.forEach((number, times) -> times.forEach(
                    first -> assertThat(times.stream().filter(at -> !at.isBefore(first) && at.isBefore(first.plus(allowance.within()))))
                            .as("%s of %s within %s from %s", allowance.call(), number, allowance.within(), first)
                            .hasSizeLessThanOrEqualTo(allowance.calls())));
        }
    }
}
