package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Everything that may go wrong with a call, at every call: the migration completes, or stops with the problem that says what to do. */
class FaultsTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** Longer than a client waits for an answer. */
    private static final int TIMEOUT_MILLIS = 60_000;

    /** What passes, or is found out by looking. People type codes, ask for one that never came, and have checks made again. */
    private static final List<String> PASSING = List.of("lost", "delay-answer", "drop-before", "drop-after", "http-500", "http-500-after",
            "http-503", "http-503-after", "html", "html-after");
    private static final List<String> OF_A_NUMBER = List.of("add-number", "request-code", "verify-code", "register", "read-number");
    private static final List<String> OF_A_WABA = List.of("read-waba", "list-numbers", "list-templates", "list-subscriptions",
            "copy-templates");

    /** What Graph says no to: call, row of its error table, where the migration stands then. */
    private static final List<String> REFUSALS = """
            add-number      two-step-must-be-off         completed
            add-number      name-not-approved            ask mend name-not-approved
            add-number      source-not-set-up            ask mend source-not-set-up
            add-number      destination-without-payment  ask mend no-payment-at-destination
            add-number      destination-webhooks-missing ask mend app-not-subscribed
            add-number      destination-not-approved     ask mend destination-not-approved
            add-number      migration-failed             ask mend cannot-migrate
            add-number      phone-cap-reached            ask mend phone-cap-reached
            add-number      number-in-maintenance        wait meta number-in-maintenance
            add-number      other-business               failed
            add-number      can-be-added-directly        failed
            request-code    code-not-available           wait meta code-not-available
            request-code    code-wait-an-hour            wait meta code-not-available
            verify-code     wrong-code                   completed
            verify-code     codes-blocked                wait budget code-budget-spent
            register        pin-mismatch                 completed
            register        not-verified                 ask choose-code
            register        account-locked               ask mend account-locked
            register        recently-deleted             wait meta recently-deleted
            register        register-budget-spent        wait budget register-budget-spent
            register        server-unavailable           completed
            """.lines().toList();

    @TempDir
    static Path folder;

    private static Rehearsed rehearsed;
    private static Server server;

    @BeforeAll
    static void start() {
        rehearsed = Rehearsed.start(folder);
        rehearsed.sandbox().plentyOfCalls();
        server = rehearsed.server();
    }

    @AfterAll
    static void stop() {
        server.close();
        rehearsed.close();
    }

    @Test
    void whateverGoesWrong_itCompletesOrStopsWithItsProblem() {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String call : OF_A_NUMBER) {
            PASSING.forEach(fault -> expected.put(struck(call, fault), "completed"));
        }
        for (String row : REFUSALS) {
            String[] words = row.split(" +", 3);
            expected.put(struck(words[0], "error:" + words[1]), words[2]);
        }
        Crowd crowd = Crowd.placed(rehearsed, List.copyOf(expected.keySet()), server);

        crowd.until(server, "each stands where it should", LIMIT, () -> {
            Set<String> completed = crowd.completed(server);
            expected.entrySet()
                    .removeIf(each -> each.getValue().equals("completed")
                            ? completed.contains(each.getKey())
                            : each.getValue().equals(where(crowd, each.getKey())));
            return expected.isEmpty();
        });

        assertNothingTwice(crowd);
    }

    @Test
    void troubleWithAWaba_passes() {
        for (String call : OF_A_WABA) {
            for (String fault : PASSING) {
                rehearsed.sandbox().fault(call, fault, Map.of("nth", PASSING.indexOf(fault) + 1, "delayMillis", TIMEOUT_MILLIS));
            }
        }
        Crowd crowd = Crowd.placed(rehearsed, rehearsed.sandbox().batch(2 * PASSING.size()), server);

        crowd.untilCompleted(server, LIMIT);

        assertThat(rehearsed.sandbox().allStruck()).isTrue();
        assertNothingTwice(crowd);
    }

    @Test
    void throttledCall_waitsAsLongAsGraphSays() {
        String number = struck("register", "throttle");
        Crowd crowd = Crowd.nobody(rehearsed).joinedBy(List.of(number), "200000000000005", server);

        crowd.until(server, "it waits", LIMIT, () -> where(crowd, number).equals("wait meta rate-limited"));

        assertThat(rehearsed.sandbox().callsByNumber("register").get(number)).hasSize(1);
    }

    /** A number of its own on which this call goes wrong, once. */
    private static String struck(String call, String fault) {
        String number = rehearsed.sandbox().batch(1).getFirst();
        rehearsed.sandbox().fault(call, fault, Map.of("number", number, "delayMillis", TIMEOUT_MILLIS));
        return number;
    }

    /** Its end, or what is next and because of what. */
    private static String where(Crowd crowd, String number) {
        JsonNode migration = rehearsed.migration(server, crowd.id(number));
        JsonNode next = migration.path("next");
        List<String> words = new ArrayList<>();
        if (next.path("kind").asString().equals("done")) {
            return migration.path("status").asString();
        }
        words.add(next.path("kind").asString());
        words.add(next.path("task").asString(""));
        words.add(next.path("kind").asString().equals("wait")
                ? migration.path("why").path("saw").asString("")
                : next.path("subject").asString(""));
        return String.join(" ", words).strip();
    }

    private static void assertNothingTwice(Crowd crowd) {
        for (String call : Crowd.ONCE) {
            Map<String, List<JsonNode>> calls = rehearsed.sandbox().callsByNumber(call);
            assertThat(crowd.ids().keySet()).as(call + " takes effect once at most")
                    .allSatisfy(number -> assertThat(calls.getOrDefault(number, List.of())).as(number)
                            .filteredOn(one -> one.path("effect").asBoolean())
                            .hasSizeLessThanOrEqualTo(1));
        }
    }
}
