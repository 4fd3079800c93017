package dev.portway.api;

import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.draft;
import static dev.portway.api.Moves.keyed;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.submitted;
import static dev.portway.api.Moves.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.account.Scope;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.vault.GraphApp;
import dev.portway.vault.GraphApps;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever is sent: a problem that says what is wrong, and nothing is kept of it. */
class BadInputTest {
    private static final List<String> TABLES = List.of("migrations", "migration_numbers", "idempotency",
            "facts where source_kind = 'PERSON'",
            "events where by_kind = 'PERSON'");
    private static final String ORDER = "{\"number\":\"+5511970000000\",\"to\":{\"waba\":\"200000000000002\"}%s}";
    private List<Long> kept = List.of();

    @BeforeEach
    void count() {
        kept = rows();
    }

    /** Tests that place something on purpose count again. */
    @AfterEach
    void nothingIsKept() {
        assertThat(rows()).as("rows of " + TABLES).isEqualTo(kept);
    }

    private static List<Long> rows() {
        return TABLES.stream().map(SERVER::rows).toList();
    }

    private static void refused(Asking.Answer answer, String code, String field) {
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.json().path("field").asString("")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "+55 11", "+5511", "+999 12345678", "+0 123456789", "5511987654321", "005511987654321", "(11) 98765-4321",
        "98765-4321", "011 15 5123-4567", "tel:+5511987654321", "+55 11 98765-4321 ext. 7", "+1-800-FLOWERS", "+5511987654321,5511",
        "+٥٥١١٩٨٧٦٥٤٣٢١", "＋5511987654321", "+55 11 98765 43210123456", "++5511987654321", "call +5511987654321 now", "+", "%2B5511",
        "+5511987654321\u0000", "\u202e+5511987654321", "'; drop table migrations; --", "<script>alert(1)</script>"})
    void numberThatNoTelephoneHas_orInAnotherForm(String number) {
        Asking.Answer placed = place(order(number));
        assertThat(placed.code()).isIn("422 number-impossible", "422 number-unclear");
        refused(placed, placed.code(), "number");
        refused(WRITER.post("/v1/checks", order(number)), placed.code(), "number");
        refused(place(order("+5511970000000", "prober", number)), placed.code(), "prober");
    }

    @Test
    void numberWithoutItsNinthDigit_isShownBesideTheOneThatIsThere() {
        String number = SERVER.number();
        String without = number.substring(0, 5) + number.substring(6);
        JsonNode finding = WRITER.post("/v1/checks", order(without))
                .json()
                .path("findings")
                .valueStream()
                .filter(one -> one.path("check").asString().equals("number-format"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.path("verdict").asString()).isEqualTo("fails");
        assertThat(finding.path("value").asString().replaceAll("[^0-9+a-z]", "")).contains(without).contains(number);
    }

    @Test
    void numberThatMoves_cannotBeTheOneForTestMessages() {
        assertThat(place(order("+5511970000000", "prober", "+55 11 97000-0000")).code()).isEqualTo("422 prober-moves");
    }

    @Test
    void ownNumberTwice_inWhateverSpelling() {
        Map<String, Object> order = order("+5511970000000", "numbers", List.of("+55 11 97000-0000", "+5511970000000"));
        order.remove("number");
        assertThat(place(order).code()).isEqualTo("422 number-twice");
        order.put("numbers", List.of("+551170000000", "+5511970000000"));
        assertThat(place(order).code()).isEqualTo("422 number-twice");
        order.put("numbers", List.of("+5215512345678", "+525512345678"));
        assertThat(place(order).code()).isEqualTo("422 number-twice");
        order.put("numbers", List.of());
        assertThat(place(order).code()).isEqualTo("422 too-many-numbers");
        order.put("numbers", Collections.nCopies(26, "+5511970000000"));
        assertThat(place(order).code()).isEqualTo("422 too-many-numbers");
        order.put("number", "+5511970000000");
        refused(place(order), "422 field-malformed", "numbers");
    }

    @Test
    void sameWabaOnBothSides() {
        assertThat(place(order("+5511970000000", "from", Map.of("waba", SERVER.env("wabaId")))).code()).isEqualTo("422 same-waba");
        assertThat(WRITER.post("/v1/checks", order("+5511970000000", "from", Map.of("waba", SERVER.env("wabaId")))).code())
                .isEqualTo("422 same-waba");
    }

    @Test
    void wabaThatNobodyKnows_stopsEverything() {
        for (String side : List.of("from", "to")) {
            JsonNode checked = WRITER
                    .post("/v1/checks", order(SERVER.number(), side, Map.of("waba", "299999999999999", "access", "read")
                            .entrySet()
                            .stream()
                            .filter(entry -> side.equals("from") || entry.getKey().equals("waba"))
                            .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
                    .json();
            assertThat(checked.path("clear").asBoolean()).as(checked.toString()).isFalse();
        }
    }

    @Test
    void graphTokenThatWasRevoked_orMayNotDoThis_clearsNothing() {
        for (String token : List.of("EAAnobody", SERVER.env("sourceToken"))) {
            long app = 900_000_000_000_000L + token.length();
            var provider = new ProviderId("app-" + app);
            Asking asking = SERVER.as(provider, Scope.WRITE);
            SERVER.bean(GraphApps.class)
                    .set(new GraphApp(provider, String.valueOf(app), SERVER.env("apiVersion"), URI.create(SERVER.env("graphBaseUrl")),
                            null, new Secret(SERVER.env("appSecret")), new Secret(token), new Secret("verify")));
            Asking.Answer answer = asking.post("/v1/checks", order(SERVER.number()));

            assertThat(answer.status()).as(answer.body()).isIn(200, 503);
            assertThat(answer.json().path("clear").asBoolean(false)).as(answer.body()).isFalse();
            assertThat(answer.body()).doesNotContain(token);
        }
    }

    static Stream<String> odd() {
        return Stream.of("'; drop table migrations; --", "<script>alert(1)</script>", "a\u0000b", "\ud800", "\udfff\ud800",
                "../../etc/passwd",
                "${jndi:ldap://x}", "{{7*7}}", "💥".repeat(50), "x".repeat(20_000), " ", "%s%n", "\u202egnp");
    }

    @ParameterizedTest
    @MethodSource("odd")
    void anythingInATextField_isRefusedByName(String odd) {
        for (String field : List.of("number", "route", "proving", "settling", "prober")) {
            assertRefused(field, place(order("+5511970000000", field, odd)));
        }
        assertRefused("from.waba", place(order("+5511970000000", "from", Map.of("waba", odd))));
        assertRefused("from.access", place(order("+5511970000000", "from", Map.of("waba", "200000000000001", "access", odd))));
        assertRefused("to.waba", place(order("+5511970000000", "to", Map.of("waba", odd))));
        assertRefused("code.method", place(order("+5511970000000", "code", Map.of("method", odd))));
        assertRefused("code.language", place(order("+5511970000000", "code", Map.of("language", odd))));
        assertRefused("window.opens", place(order("+5511970000000", "window", Map.of("opens", odd, "closes", "2026-12-01T00:00:00Z"))));
        assertRefused("window.closes", place(order("+5511970000000", "window", Map.of("opens", "2026-12-01T00:00:00Z", "closes", odd))));
    }

    @Test
    void unknownRoute_isRefusedWithThoseThatThereAre() {
        Asking.Answer answer = place(order("+5511970000000", "route", "moove"));

        assertThat(answer.code()).isEqualTo("422 route-unknown");
        assertThat(answer.json().path("detail").asString()).contains("moove", "migrate", "port-out", "partner-change");
    }

    private static void assertRefused(String field, Asking.Answer answer) {
        assertThat(answer.status()).as(field + " " + answer.body()).isEqualTo(422);
        assertThat(answer.code()).as(field).isIn("422 field-malformed", "422 field-missing", "422 number-impossible", "422 route-unknown");
        assertThat(answer.body()).hasSizeLessThan(1_500);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void anythingInAQuestion_isRefused(String odd) {
        String encoded = java.net.URLEncoder.encode(odd.length() > 3_000 ? odd.substring(0, 3_000) : odd, StandardCharsets.UTF_8);
        for (String question : List.of("status", "waitsFor", "number", "after", "limit")) {
            if (!odd.isBlank()) {
                assertThat(READER.get("/v1/migrations?" + question + "=" + encoded).status()).as(question).isEqualTo(422);
            }
        }
        assertThat(READER.get("/v1/migrations/x/" + encoded.replace("+", "%20")).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"|400 body-malformed|", "{|400 body-malformed|", "[]|422 field-malformed|?",
        "null|400 body-malformed|",
        "7|422 field-malformed|?", "\"x\"|422 field-malformed|?", "{}{}|400 body-malformed|", "{'number':1}|400 body-malformed|",
        "{\"number\":\"+5511970000000\",}|400 body-malformed|", "{\"number\":NaN}|400 body-malformed|"})
    void bodyThatIsNoOrder(String body, String code, String ignored) {
        Asking.Answer answer = keyed(WRITER).post("/v1/migrations", body == null ? " " : body);
        assertThat(answer.code()).isIn(code, "400 body-malformed");
        assertThat(WRITER.post("/v1/checks", body == null ? " " : body).code()).isIn(code, "400 body-malformed");
    }

    @Test
    void bodyThatIsNotText() {
        byte[] broken = "{\"number\":\"+55\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(keyed(WRITER).post("/v1/migrations", broken).code()).isEqualTo("400 body-malformed");
        assertThat(keyed(WRITER).post("/v1/migrations", "[".repeat(20_000)).code()).isEqualTo("400 body-malformed");
        assertThat(keyed(WRITER).post("/v1/migrations", new byte[]{0, 1, 2}).code()).isEqualTo("400 body-malformed");
    }

    @Test
    void bodyThatIsTooLong() {
        String padded = ORDER.formatted(" ".repeat(256 * 1024));
        assertThat(keyed(WRITER).post("/v1/migrations", padded).code()).isEqualTo("413 body-too-large");
        assertThat(WRITER.post("/v1/checks", padded).code()).isEqualTo("413 body-too-large");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"numer\":1|400 field-unknown|numer", "\"submit\":true,\"admin\":true|400 field-unknown|admin",
        "\"from\":{\"waba\":\"200000000000001\",\"acces\":\"own\"}|400 field-unknown|from.acces",
        "\"window\":{\"open\":\"x\"}|400 field-unknown|window.open", "\"Number\":\"x\"|400 field-unknown|Number",
        "\"number\":\"+5511970000001\"|400 field-twice|number", "\"submit\":false,\"submit\":true|400 field-twice|submit",
        "\"prober\":5511970000000|422 field-malformed|prober", "\"submit\":\"true\"|422 field-malformed|submit",
        "\"submit\":1|422 field-malformed|submit", "\"from\":\"x\"|422 field-malformed|from", "\"from\":[]|422 field-malformed|from",
        "\"from\":{\"waba\":1}|422 field-malformed|from.waba", "\"settling\":60|422 field-malformed|settling",
        "\"from\":{\"access\":\"read\"}|422 field-missing|from.waba", "\"settling\":\"-PT1S\"|422 field-malformed|settling",
        "\"settling\":\"P31D\"|422 field-malformed|settling", "\"settling\":\"PT99999999999999999999S\"|422 field-malformed|settling"})
    void fieldThatDoesNotFit_isNamed(String more, String code, String field) {
        refused(keyed(WRITER).post("/v1/migrations", ORDER.formatted("," + more)), code, field);
        refused(WRITER.post("/v1/checks", ORDER.formatted("," + more)), code, field);
    }

    @Test
    void fieldThatIsMissing_isNamed() {
        refused(keyed(WRITER).post("/v1/migrations", "{}"), "422 field-missing", "number");
        refused(keyed(WRITER).post("/v1/migrations", "{\"number\":\"+5511970000000\"}"), "422 field-missing", "to.waba");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T00:00:00Z,2026-12-01T00:09:59Z,window-impossible",
        "2026-12-01T01:00:00Z,2026-12-01T00:00:00Z,window-impossible",
        "2020-01-01T00:00:00Z,2020-01-01T05:00:00Z,window-over", "2126-01-01T00:00:00Z,2126-01-01T05:00:00Z,window-over",
        "+1000000000-12-31T23:00:00Z,+1000000000-12-31T23:59:59Z,window-over",
        "+1000000000-12-31T23:59:59Z,+1000000000-12-31T23:59:59Z,window-impossible",
        "-1000000000-01-01T00:00:00Z,2020-01-01T00:00:00Z,window-over",
        "-1000000000-01-01T00:00:00Z,2026-12-31T00:00:00Z,window-over",
        "2026-12-31T00:00:00Z,+1000000000-12-31T23:59:59Z,window-over"})
    void windowByAnotherClock_isHeldAgainstOurs(String opens, String closes, String code) {
        Asking.Answer answer = place(order("+5511970000000", "window", Map.of("opens", opens, "closes", closes)));

        assertThat(answer.code()).as(answer.body()).isEqualTo("422 " + code);
        if (code.equals("window-over")) {
            Instant now = Instant.parse(answer.json().path("now").asString());
            assertThat(java.time.Duration
                    .between(now, SERVER.sql().sql("select now()").query(java.time.OffsetDateTime.class).single().toInstant())
                    .abs()).isLessThan(java.time.Duration.ofSeconds(30));
        }
    }

    @ParameterizedTest
    @CsvSource({"effective,+1000000000-12-31T23:59:59Z", "effective,2126-01-01T00:00:00Z",
        "last-paid-message,-1000000000-01-01T00:00:00Z", "last-paid-message,+1000000000-12-31T23:59:59Z"})
    void timeThatNobodyCanMean_isRefusedWithThoseThatCanBe(String term, String time) {
        Asking.Answer answer = place(order("+5511970000000", "terms", Map.of(term, time)));

        refused(answer, "422 time-too-far", "terms." + term);
        assertThat(Instant.parse(answer.json().path("earliest").asString()))
                .isBefore(Instant.parse(answer.json().path("latest").asString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\tb", "a\nb", "a\u0007b"})
    void nameWithWhatNobodyTypes_isRefused_andTheKeyStaysFree(String name) {
        Map<String, Object> order = order("+5511970000000", "route", "add");
        order.remove("from");
        order.put("terms", Map.of("display-name", name));
        Asking keyed = keyed(WRITER);

        refused(keyed.post("/v1/migrations", order), "422 field-malformed", "terms.display-name");
        refused(keyed.post("/v1/migrations", order), "422 field-malformed", "terms.display-name");
    }

    @Test
    void windowOfAnAction_isHeldAgainstOurClockToo() {
        String id = draft();
        kept = rows();
        for (String year : List.of("2020", "2126", "9999", "+999999999", "-999999999")) {
            Asking.Answer answer = act(id, "schedule", Map.of("opens", year + "-01-01T00:00:00Z", "closes", year + "-01-01T05:00:00Z"));
            refused(answer, "422 input-refused", "opens");
        }
        refused(act(id, "schedule", Map.of("opens", "2026-12-01T00:00:00Z", "closes", "2026-12-01T00:01:00Z")), "422 input-refused",
                "opens");
    }

    @Test
    void clockOfTheCaller_decidesNothing() {
        String id = draft();
        kept = rows();
        Instant now = Instant.parse(READER.with("Date2", "x")
                .with("X-Date", "Thu, 01 Jan 1970 00:00:00 GMT")
                .get("/v1/migrations/" + id)
                .json()
                .path("now")
                .asString());
        assertThat(now).isAfter(Instant.parse(seen(id).path("createdAt").asString()).minusSeconds(1));
    }

    @Test
    void inputOfAnAction_thatIsNoFlatObjectOfTexts() {
        String id = draft();
        kept = rows();
        String path = "/v1/migrations/" + id + "/actions/schedule";
        assertThat(WRITER.post(path, "[]").code()).isEqualTo("400 body-malformed");
        assertThat(WRITER.post(path, "{\"opens\":\"a\",\"opens\":\"b\"}").code()).isEqualTo("400 field-twice");
        refused(WRITER.post(path, "{\"opens\":{\"$gt\":\"\"}}"), "422 field-malformed", "opens");
        refused(WRITER.post(path, "{\"opens\":\"2026-12-01T00:00:00Z\",\"closes\":\"2026-12-01T05:00:00Z\",\"\ufffd\":\"\"}"),
                "422 input-refused", "\ufffd");
        for (String odd : odd().toList()) {
            assertThat(WRITER.post(path, Map.of("opens", odd, "closes", odd)).code()).as(odd).isEqualTo("422 input-refused");
            assertThat(WRITER.post("/v1/migrations/" + id + "/actions/withdraw", Map.of("number", odd)).code())
                    .as(odd)
                    .isEqualTo("422 input-refused");
        }
        assertThat(seen(id).path("status").asString()).isEqualTo("draft");
    }

    @Test
    void wrongCode_codeOfAnother_andExpiredCode_areAskedForAgain() {
        String first = submitted();
        String second = submitted();
        JsonNode one = untilAsked(first, "enter-code");
        JsonNode other = untilAsked(second, "enter-code");
        String right = code(one.path("numbers").path(0).asString());
        String foreign = code(other.path("numbers").path(0).asString());
        String wrong = Stream.of("000000", "111111", "222222").filter(code -> !code.equals(right)).findFirst().orElseThrow();

        triesAndIsAskedAgain(first, wrong);
        if (!foreign.equals(right)) {
            triesAndIsAskedAgain(first, foreign);
        }
        SERVER.owner().post("/sandbox/clock/advance", Map.of("by", "P2D"));
        triesAndIsAskedAgain(first, right);
        SERVER.owner().send("PUT", "/sandbox/clock", Map.of("mode", "real"));
        assertThat(seen(first).path("status").asString()).isEqualTo("authorizing");
        assertThat(SERVER.sql().sql("select string_agg(coalesce(exchange::text, ''), '') from attempts").query(String.class).single())
                .doesNotContain("\"" + wrong + "\"");
        for (String id : List.of(first, second)) {
            act(id, "withdraw", "");
            RunningServer.until("withdrawn", () -> seen(id).path("status").asString().equals("withdrawn"));
        }
        kept = rows();
    }

    private static void triesAndIsAskedAgain(String id, String code) {
        long before = refusals(id);
        assertThat(act(id, "enter-code", Map.of("code", code)).status()).isEqualTo(200);
        RunningServer.until("refused and asked again: " + READER.get("/v1/migrations/" + id + "/events").body(),
                () -> refusals(id) > before && seen(id).path("next").path("task").asString("").equals("enter-code"));
    }

    private static long refusals(String id) {
        return READER.get("/v1/migrations/" + id + "/events")
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("data").path("problem").asString("").equals("wrong-code"))
                .count();
    }

    @Test
    void webhookThatIsForged_isRefused_andNothingIsKept() {
        long before = SERVER.rows("webhook_delivery");
        String path = "/webhooks/" + SERVER.env("appId");
        for (Asking forger : List.of(SERVER.nobody(), SERVER.nobody().with("X-Hub-Signature-256", "sha256=" + "0".repeat(64)))) {
            assertThat(forger.post(path, "{\"object\":\"whatsapp_business_account\",\"entry\":[]}").status()).isIn(401, 403);
        }
        assertThat(SERVER.rows("webhook_delivery")).isEqualTo(before);
    }
}
