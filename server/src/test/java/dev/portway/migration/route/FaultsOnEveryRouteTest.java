package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Attempt;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.standing.Allowed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;

/**
 * Everything that is answered wrongly, at every call of every route: the way completes, or it stands at the problem that says what to do, and whose move it
 * is. With the server's own hands, in worlds of the sandbox.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsOnEveryRouteTest {
    /** What Graph answers although it did, or did not do, what it was asked for. */
    private static final List<String> OF_AN_EFFECT = List.of("http-500", "http-500-after", "drop-after");
    /** Nothing lists what these made, and nobody heard what it is called: the second is refused, and somebody has to end the first. */
    private static final Map<String, String> ID_IS_LOST = Map.of("set-intent", "PROVIDER mend tagged-for-other-solution",
            "currency-migration",
            "PORTWAY mend bad-parameter");

    /** What Graph says no to, once: way, call, row of its error table; then how it ends, or whose task it is, which, and because of what. */
    private static final List<String> REFUSALS = """
            signup         | exchange-code           | signup-code-used       | completed
            signup         | exchange-code           | signup-code-expired    | completed
            signup         | exchange-code           | client-secret-wrong    | PROVIDER mend token-invalid
            signup         | debug-token             | token-of-other-app     | completed
            signup         | add-number              | source-not-set-up      | ORIGIN mend source-not-set-up
            signup         | register                | account-locked         | CLIENT mend account-locked
            join           | exchange-code           | signup-code-used       | completed
            join           | attach-credit           | permission-denied      | PROVIDER mend permission-missing
            join           | subscribe-app           | permission-denied      | PROVIDER mend permission-missing
            reshare        | exchange-code           | signup-code-expired    | completed
            reshare        | attach-credit           | permission-denied      | PROVIDER mend permission-missing
            reshare        | attach-credit           | invalid-parameter      | PORTWAY mend bad-parameter
            reshare        | subscribe-app           | permission-denied      | PROVIDER mend permission-missing
            intent         | set-intent              | tagged-for-other       | PROVIDER mend tagged-for-other-solution
            intent         | set-intent              | not-valid-for-intent   | failed
            intent         | set-intent              | permission-denied      | PROVIDER mend permission-missing
            intent         | attach-credit           | permission-denied      | PROVIDER mend permission-missing
            intent         | register                | pin-mismatch           | completed
            intent         | register                | server-unavailable     | completed
            intent onto    | set-intent              | tagged-for-other       | PROVIDER mend tagged-for-other-solution
            intent onto    | set-intent              | not-valid-for-intent   | failed
            intent onto    | read-intent             | permission-denied      | PROVIDER mend permission-missing
            currency       | currency-migration      | invalid-parameter      | PORTWAY mend bad-parameter
            currency       | currency-migration      | permission-denied      | PROVIDER mend permission-missing
            currency       | resume-migration        | permission-denied      | PROVIDER mend permission-missing
            currency       | read-currency-migration | permission-denied      | PROVIDER mend permission-missing
            add            | add-number              | phone-cap-reached      | CLIENT mend phone-cap-reached
            add            | add-number              | already-in-waba        | failed
            add            | add-number              | cannot-add-number      | PROVIDER mend number-not-added
            add            | request-code            | code-wait-an-hour      | completed
            add            | request-code            | on-business-app        | failed
            add            | verify-code             | wrong-code             | completed
            add            | verify-code             | codes-blocked          | completed
            reconnect      | verify-code             | codes-blocked          | completed
            migrate        | verify-code             | codes-blocked          | completed
            add            | register                | not-verified           | completed
            add            | register                | pin-mismatch           | CLIENT mend pin-mismatch
            add            | register                | account-locked         | CLIENT mend account-locked
            coexist        | exchange-code           | signup-code-used       | completed
            coexist        | sync-app-data           | sync-already-asked     | completed
            coexist        | sync-app-data           | sync-too-late          | completed
            coexist        | sync-app-data           | not-from-app           | failed
            coexist        | subscribe-app           | permission-denied      | PROVIDER mend permission-missing
            reconnect      | add-number              | phone-cap-reached      | CLIENT mend phone-cap-reached
            reconnect      | register                | recently-deleted       | completed
            reconnect      | register                | register-budget-spent  | completed
            reconnect      | register                | locked-by-pin          | CLIENT mend pin-mismatch
            hosting        | register                | pin-mismatch           | completed
            hosting        | register                | registered-elsewhere   | failed
            hosting        | register                | pin-guessed-too-fast   | completed
            partner-change | list-numbers            | permission-denied      | PROVIDER mend permission-missing
            partner-change | read-waba               | permission-denied      | completed
            port-out       | list-numbers            | permission-denied      | completed
            """.lines().toList();

    private final WorldJourneys journeys = new WorldJourneys("faults-on-every-route");

    @AfterAll
    void close() {
        Serving.shared().clock(Optional.empty());
        journeys.close();
    }

    /** By the database's clock it is as late as it is for the journey: how long a quota stays closed is reckoned by it. */
    private WorldJourney journey(String way) {
        WorldJourney one = Objects.requireNonNull(EveryRouteTest.WAYS.get(way)).apply(journeys);
        return one.heeding((_, _) -> Serving.shared().clock(Optional.of(one.desk().now)));
    }

    private String struck(String way, String call, String kind) {
        WorldJourney one = journey(way);
        one.people().post("faults", Map.of("call", call, "kind", kind));
        String end = one.goes();
        assertThat(one.people().get("faults").path("faults").path(0).path("hit").asInt()).as("%s strikes %s of %s", kind, call, way)
                .isPositive();
        assertThat(one.registers()).as("registers of %s", way).isLessThanOrEqualTo(1);
        return end;
    }

    @ParameterizedTest
    @FieldSource("dev.portway.migration.route.EveryRouteTest#NAMES")
    void troubleWithAnyCall_passes(String way) {
        WorldJourney undisturbed = journey(way);
        undisturbed.completes();
        var calls = new LinkedHashSet<String>();
        var effects = new LinkedHashSet<String>();
        for (JsonNode call : undisturbed.people().get("calls").path("calls")) {
            (call.path("effect").asBoolean() ? effects : calls).add(call.path("call").asString());
        }

        var ends = new TreeMap<String, String>();
        var expected = new TreeMap<String, String>();
        calls.forEach(call -> ends.put(call + " http-500", struck(way, call, "http-500")));
        effects.forEach(call -> OF_AN_EFFECT.forEach(kind -> ends.put(call + " " + kind, struck(way, call, kind))));
        ends.keySet().forEach(fault -> {
            boolean tookEffect = OF_AN_EFFECT.stream().skip(1).anyMatch(fault::endsWith);
            expected.put(fault, tookEffect ? ID_IS_LOST.getOrDefault(fault.split(" ", 2)[0], "completed") : "completed");
        });

        assertThat(ends).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"currency, resume-migration, RESUME_CLONE", "migrate, verify-code, VERIFY_CODE"})
    void effectThatGraphIsUnsureOf_isLookedAt_andNotRepeated(String way, String call, Act act) {
        var after = new ArrayList<Migration>();
        WorldJourney one = journey(way);
        one.heeding((next, migration) -> {
            Serving.shared().clock(Optional.of(one.desk().now));
            migration.attempts().stream().filter(attempt -> attempt.act() == act).findAny().ifPresent(_ -> after.add(migration));
        });
        one.people().post("faults", Map.of("call", call, "kind", "http-500-after"));

        one.completes();

        List<Attempt> made = after.getLast().attempts().stream().filter(attempt -> attempt.act() == act).toList();
        assertThat(made).hasSize(1);
        Attempt only = made.getFirst();
        assertThat(only.outcome()).containsInstanceOf(Outcome.InDoubt.class);
        assertThat(only.settled()).isEqualTo(Attempt.Settled.TOOK_PLACE);
        assertThat(after).noneMatch(
                migration -> act == Act.RESUME_CLONE && Allowed.of(migration, one.desk().now).contains(Action.WITHDRAW));
    }

    @Test
    void refusal_standsAtItsProblem_withItsOwner() {
        var ends = new TreeMap<String, String>();
        var expected = new TreeMap<String, String>();
        for (String row : REFUSALS) {
            String[] words = row.split(" *\\| *");
            String fault = words[0] + " | " + words[1] + " | " + words[2];
            ends.put(fault, struck(words[0], words[1], "error:" + words[2]));
            expected.put(fault, words[3]);
        }

        assertThat(ends).isEqualTo(expected);
    }
}
