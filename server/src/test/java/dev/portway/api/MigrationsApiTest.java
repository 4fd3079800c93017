package dev.portway.api;

import static dev.portway.api.Moves.ELSEWHERE;
import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.draft;
import static dev.portway.api.Moves.keyed;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.submitted;
import static dev.portway.api.Moves.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code /v1/migrations} from outside: the whole service, over HTTP. */
class MigrationsApiTest {
    @Test
    void order_withoutKeyOfItsOwn_isRefused() {
        long before = SERVER.rows("migrations");

        assertThat(WRITER.post("/v1/migrations", order(SERVER.number())).code()).isEqualTo("400 idempotency-key-missing");
        assertThat(WRITER.with("Idempotency-Key", "with space").post("/v1/migrations", order(SERVER.number())).code())
                .isEqualTo("400 idempotency-key-missing");
        assertThat(WRITER.with("Idempotency-Key", "k".repeat(201)).post("/v1/migrations", order(SERVER.number())).code())
                .isEqualTo("400 idempotency-key-missing");
        assertThat(SERVER.rows("migrations")).isEqualTo(before);
    }

    @Test
    void sameRequestTwice_hasTheSameAnswer_andPlacesOne() {
        Asking asking = keyed(WRITER);
        Map<String, Object> order = order(SERVER.number());
        Asking.Answer first = asking.post("/v1/migrations", order);
        long after = SERVER.rows("migrations");
        Asking.Answer second = asking.post("/v1/migrations", order);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/v1/migrations/" + first.json().path("id").asString());
        assertThat(second).extracting(Asking.Answer::status, Asking.Answer::body).containsExactly(201, first.body());
        assertThat(SERVER.rows("migrations")).isEqualTo(after);
    }

    @Test
    void sameKeyWithAnotherBody_isRefused() {
        Asking asking = keyed(WRITER);
        asking.post("/v1/migrations", order(SERVER.number()));
        long after = SERVER.rows("migrations");

        assertThat(asking.post("/v1/migrations", order(SERVER.number())).code()).isEqualTo("422 idempotency-key-reused");
        assertThat(SERVER.rows("migrations")).isEqualTo(after);
    }

    @Test
    void sameKeyOfAnotherProvider_isAnotherKey() {
        var asking = keyed(WRITER);
        String number = SERVER.number();
        String here = asking.post("/v1/migrations", order(number)).json().path("id").asString();
        Asking.Answer there = ELSEWHERE.with("Idempotency-Key", asking.headers().getOrDefault("Idempotency-Key", ""))
                .post("/v1/migrations", order(number));

        assertThat(there.status()).isEqualTo(201);
        assertThat(there.json().path("id").asString()).isNotEqualTo(here);
    }

    @Test
    void refusedOrder_leavesItsKeyFree() {
        Asking asking = keyed(WRITER);
        assertThat(asking.post("/v1/migrations", order("+1")).code()).isEqualTo("422 number-impossible");
        assertThat(asking.post("/v1/migrations", order(SERVER.number())).status()).isEqualTo(201);
    }

    @Test
    void sameRequestManyTimesAtOnce_placesOne() throws Exception {
        Asking asking = keyed(WRITER);
        Map<String, Object> order = order(SERVER.number());
        long before = SERVER.rows("migrations");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Asking.Answer> answers = new ArrayList<>();
            for (var answer : threads
                    .invokeAll(
                            Stream.generate(() -> (java.util.concurrent.Callable<Asking.Answer>) () -> asking.post("/v1/migrations", order))
                                    .limit(12)
                                    .toList())) {
                answers.add(answer.get());
            }
            assertThat(answers).extracting(Asking.Answer::code).containsAnyOf("201 ").isSubsetOf("201 ", "409 idempotency-key-in-use");
            assertThat(answers.stream().filter(answer -> answer.status() == 201).map(Asking.Answer::body).distinct()).hasSize(1);
        }
        assertThat(SERVER.rows("migrations")).isEqualTo(before + 1);
    }

    @Test
    void sameBadRequestManyTimesAtOnce_isRefusedEachTime() throws Exception {
        Asking asking = keyed(WRITER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads
                    .invokeAll(Stream
                            .generate(() -> (java.util.concurrent.Callable<Asking.Answer>) () -> asking.post("/v1/migrations", order("+1")))
                            .limit(40)
                            .toList())) {
                assertThat(answer.get().code()).isIn("422 number-impossible", "409 idempotency-key-in-use");
            }
        }
    }

    @Test
    void moreRequestsAtOnce_thanThereAreConnections_areAllAnswered() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads
                    .invokeAll(Stream
                            .generate(() -> (java.util.concurrent.Callable<Asking.Answer>) () -> READER.get("/v1/migrations?limit=1"))
                            .limit(120)
                            .toList())) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void numberThatIsMoving_isRefusedWithItsMigration() {
        String number = SERVER.number();
        String first = place(order(number)).json().path("id").asString();
        Asking.Answer second = place(order(number));

        assertThat(second.code()).isEqualTo("409 number-busy");
        assertThat(second.json().path("migration").asString()).isEqualTo(first);
        assertThat(second.json().path("detail").asString()).contains(first);
        assertThat(act(first, "withdraw", "").status()).isEqualTo(200);
        RunningServer.until("withdrawn", () -> seen(first).path("status").asString().equals("withdrawn"));
        assertThat(place(order(number)).status()).isEqualTo(201);
    }

    @Test
    void list_isReadPageByPage_newestFirst_withoutGapsOrRepeats() {
        Asking asking = SERVER.as(new dev.portway.migration.ProviderId("pages"), dev.portway.account.Scope.WRITE);
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            placed.addFirst(keyed(asking).post("/v1/migrations", order("+5511960%06d".formatted(i))).json().path("id").asString());
        }
        List<String> listed = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = asking.get("/v1/migrations?limit=2" + after).json();
            page.path("migrations").forEach(line -> listed.add(line.path("id").asString()));
            after = page.path("next").isNull() ? "" : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());

        assertThat(listed).containsExactlyElementsOf(placed);
        assertThat(asking.get("/v1/migrations?limit=5").json().path("next").isNull()).as("a full last page has no next").isTrue();
    }

    @Test
    void list_isFiltered() {
        String id = draft();
        String number = seen(id).path("numbers").path(0).asString();

        assertThat(ids("status=draft&number=%2B" + number.substring(1))).containsExactly(id);
        assertThat(ids("status=draft,completed&waitsFor=provider&number=%2B" + number.substring(1))).containsExactly(id);
        assertThat(ids("status=completed&number=%2B" + number.substring(1))).isEmpty();
        assertThat(ids("waitsFor=meta&number=%2B" + number.substring(1))).isEmpty();
        assertThat(ids("status=draft")).contains(id);
    }

    private static List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        READER.get("/v1/migrations?" + query).json().path("migrations").forEach(line -> ids.add(line.path("id").asString()));
        return ids;
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=101,limit", "limit=-1,limit", "limit=ten,limit", "limit=,limit", "after=mig_x,after",
        "after=%00,after", "status=nowhere,status", "waitsFor=nobody,waitsFor"})
    void questionThatCannotBeUnderstood_isRefusedByName(String query, String field) {
        Asking.Answer answer = READER.get("/v1/migrations?" + query);

        assertThat(answer.code()).isEqualTo("422 field-malformed");
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=asc", "Limit=3", "limit[]=3"})
    void questionThatNobodyKnows_isRefused(String query) {
        assertThat(READER.get("/v1/migrations?" + query.replace("[", "%5B").replace("]", "%5D")).code()).isEqualTo("400 field-unknown");
    }

    @Test
    void cursorOfAMigrationThatIsNotOurs_isRefused() {
        String theirs = keyed(ELSEWHERE).post("/v1/migrations", order(SERVER.number())).json().path("id").asString();

        assertThat(READER.get("/v1/migrations?after=" + theirs).code()).isEqualTo("422 field-malformed");
        assertThat(READER.get("/v1/migrations?after=mig_" + "0".repeat(20)).code()).isEqualTo("422 field-malformed");
    }

    @Test
    void migrationOfAnotherProvider_isNotThere() {
        String id = draft();

        for (String part : List.of("", "/events", "/report", "/attempts")) {
            assertThat(ELSEWHERE.get("/v1/migrations/" + id + part).code()).as(part).isEqualTo("404 migration-not-found");
        }
        assertThat(ELSEWHERE.with("Accept", "text/event-stream").get("/v1/migrations/" + id + "/events").code())
                .isEqualTo("404 migration-not-found");
        assertThat(ELSEWHERE.post("/v1/migrations/" + id + "/actions/withdraw", "").code()).isEqualTo("404 migration-not-found");
        assertThat(ELSEWHERE.get("/v1/migrations?limit=100").body()).doesNotContain(id);
        assertThat(seen(id).path("status").asString()).isEqualTo("draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mig_00000000000000000000", "MIG", "mig_%27%3B--", "mig_%0000000000000000000", "..%2f"})
    void idThatNobodyHas_isNotFound(String id) {
        assertThat(READER.get("/v1/migrations/" + id).status()).isIn(400, 404);
    }

    @Test
    void keyThatMayOnlyRead_changesNothing() {
        String id = draft();
        long before = SERVER.rows("migrations");

        assertThat(keyed(READER).post("/v1/migrations", order(SERVER.number())).code()).isEqualTo("403 key-scope");
        assertThat(READER.post("/v1/migrations/" + id + "/actions/withdraw", "").code()).isEqualTo("403 key-scope");
        assertThat(READER.post("/v1/checks", order(SERVER.number())).code()).isEqualTo("403 key-scope");
        for (String path : List.of("/v1/migrations", "/v1/migrations/" + id, "/v1/migrations/" + id + "/events",
                "/v1/migrations/" + id + "/attempts", "/v1/migrations/" + id + "/report")) {
            assertThat(READER.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(READER.get("/metrics").code()).isEqualTo("403 key-scope");
        assertThat(WRITER.get("/metrics").code()).isEqualTo("403 key-scope");
        assertThat(SERVER.rows("migrations")).isEqualTo(before);
        assertThat(seen(id).path("status").asString()).isEqualTo("draft");
    }

    @Test
    void withoutAKey_nothingIsSaid() {
        for (String path : List.of("/v1/migrations", "/v1/migrations/" + draft(), "/metrics", "/v1/nowhere")) {
            assertThat(SERVER.nobody().get(path).code()).as(path).isEqualTo("401 key-missing");
        }
        assertThat(SERVER.nobody().post("/v1/checks", order(SERVER.number())).code()).isEqualTo("401 key-missing");
        assertThat(SERVER.nobody().with("Authorization", "Basic eDp5").get("/v1/migrations").code()).isEqualTo("401 key-unknown");
    }

    @Test
    void actions_areThoseThatAreAllowed_withWhatTheyAskFor() {
        JsonNode draft = seen(draft());

        assertThat(names(draft)).containsExactlyInAnyOrder("submit", "schedule", "withdraw");
        JsonNode schedule = action(draft, "schedule");
        assertThat(schedule.path("href").asString()).isEqualTo("/v1/migrations/" + draft.path("id").asString() + "/actions/schedule");
        assertThat(schedule.path("fields")).hasSize(2)
                .allSatisfy(field -> assertThat(field.path("form").asString()).isEqualTo("instant"));
        Asking.Answer submitted = WRITER.post(action(draft, "submit").path("href").asString(), "");
        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.json().path("status").asString()).isNotEqualTo("draft");
    }

    private static List<String> names(JsonNode migration) {
        return migration.path("allowed").valueStream().map(action -> action.path("action").asString()).toList();
    }

    private static JsonNode action(JsonNode migration, String name) {
        return migration.path("allowed").valueStream().filter(one -> one.path("action").asString().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void actionThatIsUnknown_orNotForNow_isRefused() {
        String id = draft();
        long told = SERVER.rows("events");

        assertThat(act(id, "teleport", "").code()).isEqualTo("404 action-unknown");
        Asking.Answer early = act(id, "enter-code", Map.of("code", "123456"));
        assertThat(early.code()).isEqualTo("409 action-not-allowed");
        assertThat(early.json().path("allowed").asString()).contains("submit", "withdraw");
        assertThat(SERVER.rows("events")).isEqualTo(told);
        assertThat(seen(id).path("facts").toString()).doesNotContain("123456");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"code\":\"12345\"}|code|malformed", "{\"code\":\"abcdef\"}|code|malformed", "{}|code|missing",
        "{\"code\":\"123456\",\"x\":\"1\"}|x|unknown", "{\"code\":\"123456\",\"number\":\"+5511999999999\"}|number|unknown"})
    void inputOfAnAction_thatDoesNotFit_isRefusedByName(String input, String field, String wrong) {
        String id = Waiting.FOR_A_CODE;
        Asking.Answer answer = act(id, "enter-code", input);

        assertThat(answer.code()).isEqualTo("422 input-refused");
        assertThat(answer.json().path("field").asString()).isEqualTo(field);
        assertThat(answer.json().path("wrong").asString()).isEqualTo(wrong);
        assertThat(answer.json().path("detail").asString()).as("a sentence, not our word").contains(field).doesNotContain(wrong);
        assertThat(seen(id).path("next").path("task").asString()).isEqualTo("enter-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":null}", "{\"code\":true}", "{\"code\":123456}", "{\"code\":[\"123456\"]}", "{\"code\":{}}"})
    void inputOfAnotherType_isRefused(String input) {
        Asking.Answer answer = act(Waiting.FOR_A_CODE, "enter-code", input);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("field").asString()).isEqualTo("code");
        assertThat(seen(Waiting.FOR_A_CODE).path("next").path("task").asString()).isEqualTo("enter-code");
    }

    /** Placed once for all tests that only ask it what it refuses. */
    private static final class Waiting {
        static final String FOR_A_CODE = untilAsked(submitted(), "enter-code").path("id").asString();
    }

    @Test
    void checks_areRun_andNothingIsKept() {
        long migrations = SERVER.rows("migrations");
        long attempts = SERVER.rows("attempts");
        Asking.Answer clear = WRITER.post("/v1/checks", order(SERVER.number()));

        assertThat(clear.status()).isEqualTo(200);
        assertThat(clear.json().path("clear").asBoolean()).as(clear.body()).isTrue();
        assertThat(clear.json().path("lookAgain").isNull()).isTrue();
        assertThat(clear.json().path("findings")).allSatisfy(finding -> {
            assertThat(finding.path("check").asString()).isNotEmpty();
            assertThat(finding.path("where").asString()).isNotEmpty();
            assertThat(finding.path("at").asString()).isNotEmpty();
        });
        Asking.Answer blocked = WRITER.post("/v1/checks", order(SERVER.env("migratableNumber")));
        assertThat(blocked.json().path("clear").asBoolean()).isFalse();
        assertThat(blocked.json().path("findings").toString()).contains("two-step-off");
        assertThat(SERVER.rows("migrations")).isEqualTo(migrations);
        assertThat(SERVER.rows("attempts")).isEqualTo(attempts);
    }

    @Test
    void checksWithoutCredentials_sayWhatIsMissing() {
        Asking.Answer answer = ELSEWHERE.post("/v1/checks", order(SERVER.number()));

        assertThat(answer.code()).isEqualTo("503 checks-not-available");
        assertThat(answer.json().path("problem").asString()).isEqualTo("credentials-missing");
        assertThat(answer.json().path("owner").asString()).isEqualTo("provider");
        assertThat(answer.json().path("remedy").asString()).isNotBlank();
        assertThat(answer.header("Retry-After")).as("waiting brings no credentials").isEmpty();
        assertThat(answer.json().has("retryAfterSeconds")).isFalse();
    }

    @Test
    void checksThatCouldNotSeeAllOfIt_sayWhenAskingAgainMayShowMore() {
        Asking.Answer answer = whileGraphHasTrouble(List.of("list-templates"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("clear").asBoolean()).isFalse();
        assertThat(Instant.parse(answer.json().path("lookAgain").asString())).isAfter(Instant.EPOCH);
        assertThat(answer.header("Retry-After")).isEqualTo("30");
    }

    @Test
    void checksThatCouldSeeNothing_sayWhenAskingAgainMayShowMore() {
        Asking.Answer answer = whileGraphHasTrouble(List.of("debug-token", "read-waba", "list-numbers", "list-templates"));

        assertThat(answer.code()).isEqualTo("503 checks-not-available");
        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(answer.json().path("retryAfterSeconds").asInt()).isEqualTo(30);
        assertThat(answer.json().path("owner").asString()).isEqualTo("meta");
        assertThat(answer.json().path("remedy").asString()).contains("Retry-After");
    }

    private static Asking.Answer whileGraphHasTrouble(List<String> calls) {
        Asking sandbox = SERVER.owner();
        calls.forEach(call -> sandbox.post("/sandbox/faults", Map.of("call", call, "kind", "http-503", "times", 10)));
        try {
            return WRITER.post("/v1/checks", order(SERVER.number()));
        } finally {
            sandbox.send("DELETE", "/sandbox/faults", "");
        }
    }

    @Test
    void everyRefusal_saysWhoseMoveItIs() {
        Asking.Answer answer = READER.get("/v1/migrations/mig_none");

        assertThat(answer.json().path("owner").asString()).isEqualTo("provider");
        assertThat(answer.json().path("ownerText").asString()).isEqualTo("you");
        assertThat(answer.json().path("remedy").asString()).isNotBlank();
    }
}
