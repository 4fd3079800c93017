package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.migration.Act;
import dev.portway.migration.Route;
import dev.portway.migration.Step;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.partner.Partners;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route with the server's own hands in a world of the sandbox, where each number waits for its way: what people do on Meta's pages is done at the
 * sandbox's controls, and time is moved on both sides together.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {
    static final Map<String, Function<WorldJourneys, WorldJourney>> WAYS = Map.ofEntries(
            Map.entry("migrate", WorldJourneys::migrate), Map.entry("signup", WorldJourneys::signup),
            Map.entry("join", WorldJourneys::join), Map.entry("reshare", WorldJourneys::reshare),
            Map.entry("intent", WorldJourneys::intentToAnotherSolution), Map.entry("intent onto", WorldJourneys::intentOntoASolution),
            Map.entry("currency", WorldJourneys::currency), Map.entry("add", WorldJourneys::add),
            Map.entry("coexist", WorldJourneys::coexist), Map.entry("reconnect", WorldJourneys::reconnect),
            Map.entry("hosting", WorldJourneys::hosting), Map.entry("partner-change", WorldJourneys::partnerChange),
            Map.entry("port-out", WorldJourneys::portOut));
    static final List<String> NAMES = WAYS.keySet().stream().sorted().toList();
    /** On these a number becomes live here by our register. */
    static final Set<String> REGISTERING = Set.of("migrate", "signup", "intent", "add", "reconnect", "hosting");
    /** Nothing lists what these made, and Graph refuses a second one while the first is open: somebody has to end it there. */
    private static final Set<Act> ID_IS_LOST = Set.of(Act.SET_INTENT, Act.START_CLONE);

    private final WorldJourneys journeys = new WorldJourneys("every-route");

    @AfterAll
    void close() {
        journeys.close();
    }

    private WorldJourney journey(String way) {
        return Objects.requireNonNull(WAYS.get(way)).apply(journeys);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void way_leadsToItsEnd(String way) {
        WorldJourney one = journey(way);

        one.completes();

        assertThat(one.registers()).isEqualTo(REGISTERING.contains(way) ? 1 : 0);
    }

    @Test
    void everyRoute_isWalked() {
        assertThat(NAMES).containsAll(Routes.all().stream().map(Route::name).toList());
    }

    @Test
    void sendingAfterResharing_waitsForTheFirstOfAMonth() {
        WorldJourney one = journeys.reshare();

        one.completes();

        assertThat(one.desk().now.toString()).contains("-01T");
    }

    @Test
    void currency_findsTheCloneByItself() {
        WorldJourney one = journeys.currency();

        one.completes();

        assertThat(one.desk().migration.destination()).isPresent();
    }

    @Test
    void partnerChange_writesTheOtherPartnerDown() {
        journeys.partnerChange().completes();

        assertThat(Serving.shared().bean(Partners.class).clientsOf(journeys.provider, "aurora")).extracting(Partners.Client::number)
                .contains(new PhoneNumber("+5511987660014"));
    }

    static Stream<Arguments> effects() {
        return NAMES.stream()
                .flatMap(way -> Routes.named(way.split(" ", 2)[0])
                        .orElseThrow()
                        .steps()
                        .stream()
                        .flatMap(step -> step.effect().stream())
                        .distinct()
                        .map(act -> Arguments.of(way, act)));
    }

    @ParameterizedTest
    @MethodSource("effects")
    void answerThatIsLost_isFoundOutFromGraph_andTheWayLeadsToItsEnd(String way, Act act) {
        for (boolean callToo : List.of(true, false)) {
            WorldJourney one = journey(way).losing(act, callToo);

            if (!callToo && ID_IS_LOST.contains(act)) {
                assertThat(one.goes()).as("somebody is asked").contains(" mend ");
                assertThat(one.desk().standing().step().flatMap(Step::effect)).contains(act);
            } else {
                one.completes();
            }

            assertThat(one.registers()).as(way + " " + act).isLessThanOrEqualTo(1);
        }
    }
}
