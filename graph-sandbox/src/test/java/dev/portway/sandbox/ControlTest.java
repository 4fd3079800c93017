package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.world.NumberLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ControlTest extends SandboxTest {

    @Test
    void env_isTheSameAsJsonAndAsShell() {
        JsonNode env = anyone.get("/sandbox/env").json();

        assertThat(env.path("graphBaseUrl").asString()).isEqualTo(sandbox.uri().toString());
        assertThat(anyone.get("/sandbox/env?format=shell").body()).contains("GRAPH_BASE_URL='" + sandbox.uri() + "'",
                "PHONE_NUMBER_ID='106540352240001'", "MIGRATABLE_NUMBER='+5511987650001'");
        for (String name : new String[]{"graphToken", "sourceToken", "appId", "appSecret", "sourceAppId", "sourceAppSecret",
            "webhookVerifyToken", "businessId", "wabaId", "sourceWabaId", "phoneNumberId", "migratableNumber", "testerNumber",
            "apiVersion"}) {
            assertThat(env.path(name).asString()).as(name).isNotEmpty();
        }
    }

    @Test
    void reset_makesAllAsItWasAtTheStart() {
        String before = anyone.get("/sandbox/world").json().path("numbers").toString();
        choose("second-initiate", "refused");
        order("{\"call\":\"*\",\"kind\":\"http-500\"}");
        anyone.put("/sandbox/numbers/+5511987650001", "{\"nameStatus\":\"DECLINED\",\"banned\":true}");
        anyone.put("/sandbox/wabas/200000000000002", "{\"fundingId\":null,\"partners\":{\"510000000000002\":\"NONE\"}}");
        anyone.postJson("/sandbox/reset", "{}");
        freeze();

        assertThat(anyone.get("/sandbox/world").json().path("numbers").toString().replaceAll("\\d{4}-[^\"]*Z", ""))
                .isEqualTo(before.replaceAll("\\d{4}-[^\"]*Z", ""));
        assertThat(anyone.get("/sandbox/faults").json().path("faults")).isEmpty();
        assertThat(destination.get(DESTINATION_WABA + "?fields=primary_funding_id").json().has("primary_funding_id")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"POST | reset | {}", "PUT | world | {\"world\":\"default\"}",
        "PUT | clock | {\"mode\":\"frozen\",\"now\":\"2026-11-21T11:59:00Z\"}"})
    void countersOfMessagesAndCalls_beginAgain(String method, String path, String body) {
        choose("messages-to-one-at-once", "1");
        choose("calls-per-hour", "1");
        assertThat(sent().status()).isEqualTo(200);
        assertThat(sent().code()).isEqualTo("131056");
        destination.get(DESTINATION_WABA + "?fields=name");
        assertThat(destination.get(DESTINATION_WABA + "?fields=name").code()).startsWith("80008");

        if (method.equals("PUT")) {
            anyone.put("/sandbox/" + path, body);
        } else {
            anyone.postJson("/sandbox/" + path, body);
        }
        if (!path.equals("clock")) {
            freeze();
        }
        choose("messages-to-one-at-once", "1");
        choose("calls-per-hour", "1");

        assertThat(sent().status()).isEqualTo(200);
        assertThat(destination.get(DESTINATION_WABA + "?fields=name").status()).isEqualTo(200);
    }

    private Wire.Heard sent() {
        return destination.postJson("/v26.0/106540352240009/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"text\",\"text\":{\"body\":\"oi\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{}", "{\"clock\":{\"mode\":\"frozen\"}}", "{\"switches\":{}}", "{\"file\":{}}", "[]", "null", "{",
        "brazil",
        "{} {}"})
    void world_isNotEmptiedByABodyThatSaysNothing(String body) {
        String before = anyone.get("/sandbox/world").body();
        Wire.Heard heard = anyone.put("/sandbox/world", body);

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.body()).doesNotContainIgnoringCase("source:", "jackson", "StreamRead", "Feature", "JsonToken");
        assertThat(anyone.get("/sandbox/world").body()).isEqualTo(before);
        assertThat(anyone.put("/sandbox/world", "{\"world\":\"empty\"}").status()).isEqualTo(200);
    }

    @Test
    void otherMethods_areRefusedAndChangeNothing() {
        destination.get("/v26.0/106540352240001");
        for (String method : new String[]{"OPTIONS", "PATCH", "TRACE", "FOO"}) {
            assertThat(anyone.say(method, "/sandbox/calls").status()).as(method).isEqualTo(405);
        }
        assertThat(anyone.get("/sandbox/calls").json().path("calls")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "3000-01-01T00:00:00Z"})
    void clock_staysWhereTimesCanBeAdded(String now) {
        assertThat(anyone.put("/sandbox/clock", "{\"mode\":\"frozen\",\"now\":\"" + now + "\"}").status()).isEqualTo(400);
        anyone.put("/sandbox/clock", "{\"mode\":\"frozen\",\"now\":\"2999-12-31T00:00:00Z\"}");
        assertThat(anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT24H\"}").body()).contains("1970 to 2999");
        freeze();
    }

    @Test
    void clock_runsFasterFromWhereItIs() {
        JsonNode set = anyone.put("/sandbox/clock", "{\"mode\":\"real\",\"speed\":100000}").json();
        assertThat(set.path("speed").asInt()).isEqualTo(100_000);
        assertThat(set.path("now").asString()).startsWith("2026-11-2");

        Instant from = Instant.parse(set.path("now").asString());
        long began = System.nanoTime();
        Instant now = from;
        while (now.isBefore(from.plus(Duration.ofHours(1)))) {
            now = Instant.parse(anyone.get("/sandbox/clock").json().path("now").asString());
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
        assertThat(anyone.put("/sandbox/clock", "{\"mode\":\"frozen\"}").json().path("speed").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"mode\":\"real\",\"speed\":0} | speed wants a whole number from 1 to 100000",
        "{\"mode\":\"real\",\"speed\":100001} | not 100001", "{\"mode\":\"real\",\"speed\":1.5} | not 1.5",
        "{\"mode\":\"real\",\"speed\":\"60\"} | not \"60\"", "{\"mode\":\"frozen\",\"speed\":2} | speed is for a clock that runs",
        "{\"mode\":\"real\",\"pace\":2} | pace is unknown; there are mode, now, speed",
        "{\"mode\":\"real\",\"now\":5} | now wants an instant such as 2026-11-21T12:00:00Z"})
    void clock_refusesWhatItDoesNotUnderstand(String body, String why) {
        Wire.Heard heard = anyone.put("/sandbox/clock", body);

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.json().path("error").asString()).contains(why);
        assertThat(anyone.get("/sandbox/clock").json().path("now").asString()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(anyone.postJson("/sandbox/clock/advance", "{\"for\":\"PT1H\"}").body()).contains("for is unknown; there is by");
    }

    @Test
    void switches_sayTheirReasonAndRefuseNonsense() {
        JsonNode first = anyone.get("/sandbox/switches").json().path("switches").path(0);
        assertThat(first.path("name").asString()).isEqualTo("two-step-checked-at");
        assertThat(first.path("reason").asString()).isNotEmpty();
        assertThat(anyone.put("/sandbox/switches", "{\"two-step-checked-at\":\"never\"}").status()).isEqualTo(400);
        assertThat(anyone.put("/sandbox/switches", "{\"gravity\":\"off\"}").status()).isEqualTo(400);
    }

    @Test
    void sourceAfterMove_isGoneWhenTheSwitchSaysSo() {
        choose("source-number-after-move", "gone");
        sandbox.stage().world.run(() -> sandbox.stage().world.links("106540352240002").getFirst().state = NumberLink.State.MIGRATED);

        assertThat(source.get(READY).code()).isEqualTo("100/33");
        assertThat(source.get(SOURCE_WABA + "/phone_numbers?limit=100").body()).doesNotContain("106540352240002");
    }

    @Test
    void pinField_isLeftOutWhenTheSwitchSaysSo() {
        choose("pin-field", "left-out");

        assertThat(destination.get(READY + "?fields=is_pin_enabled").json().has("is_pin_enabled")).isFalse();
    }

    @Test
    void numberDeletedLately_isToldToWaitFiveMinutes() {
        anyone.put("/sandbox/numbers/+5511987650009", "{\"recentlyDeleted\":true}");
        String register = "{\"messaging_product\":\"whatsapp\",\"pin\":\"135790\"}";
        assertThat(destination.postJson("/v26.0/106540352240009/register", register).code()).isEqualTo("133015");

        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT5M\"}");
        assertThat(destination.postJson("/v26.0/106540352240009/register", register).status()).isEqualTo(200);
    }

    @Test
    void sameId_meansEachCallersOwnLink() {
        choose("phone-number-id-on-migrate", "same");
        destination.post(DESTINATION_WABA + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987650002", "migrate_phone_number", "true"));

        assertThat(source.get(READY + "?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");
        assertThat(destination.get(READY + "?fields=status").json().path("status").asString()).isEqualTo("PENDING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "phones/+1/inbox", "numbers/abc", "apps/1/webhook", "wabas/1"})
    void unknownThings_areSaidToBeUnknown(String path) {
        assertThat(anyone.get("/sandbox/" + path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"clock | {\"mode\":\"sideways\"}", "clock | {\"mode\":\"frozen\",\"now\":\"yesterday\"}",
        "numbers/+5511987650001/two-step | {\"enabled\":\"no\"}", "numbers/+5511987650001 | {\"colour\":\"red\"}", "clock | {",
        "numbers/+5511987650001/two-step | {\"enabled\":true,\"pin\":\"12\"}"})
    void brokenRequests_areToldWhatIsWrong(String path, String body) {
        Wire.Heard heard = anyone.put("/sandbox/" + path, body);

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.json().path("error").asString()).isNotEmpty();
    }
}
