package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Worlds side by side in one process, and one world as a whole. */
class WorldsTest extends SandboxTest {

    @Test
    void worlds_areChosenByTokenAndKnowNothingOfEachOther() {
        Map<String, String> here = sandbox.open("here", "default");
        Map<String, String> there = sandbox.open("there", "default");
        String number = "/v26.0/" + here.get("phoneNumberId");

        assertThat(here.get("graphToken")).isEqualTo("sandbox-token-destination@here").isNotEqualTo(there.get("graphToken"));
        anyone.put("/sandbox/worlds/here/numbers/" + here.get("migratableNumber") + "/two-step", "{\"enabled\":false}");

        assertThat(pinEnabled("sandbox-token-destination@here", number)).isFalse();
        assertThat(pinEnabled("sandbox-token-destination@there", number)).isTrue();
        assertThat(pinEnabled("sandbox-token-destination", number)).isTrue();
        assertThat(new Wire(sandbox, "sandbox-token-destination@nowhere").get(number).code()).isEqualTo("190");
    }

    private boolean pinEnabled(String token, String number) {
        return new Wire(sandbox, token).get(number + "?fields=is_pin_enabled").json().path("is_pin_enabled").booleanValue();
    }

    @Test
    void worldOfItsOwn_hasItsOwnClockSwitchesFaultsAndCalls() {
        sandbox.open("tests", "default");
        Wire tests = new Wire(sandbox, "sandbox-token-destination@tests");
        anyone.put("/sandbox/worlds/tests/clock", "{\"mode\":\"frozen\",\"now\":\"2030-01-01T00:00:00Z\"}");
        tests.put("/sandbox/switches", "{\"pin-field\":\"left-out\"}");
        tests.postJson("/sandbox/faults", "{\"call\":\"read-waba\",\"kind\":\"http-500\"}");

        assertThat(anyone.get("/sandbox/clock").json().path("now").asString()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(tests.get("/sandbox/clock").json().path("now").asString()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(destination.get(READY + "?fields=is_pin_enabled").json().has("is_pin_enabled")).isTrue();
        assertThat(tests.get(READY + "?fields=is_pin_enabled").json().has("is_pin_enabled")).isFalse();
        assertThat(destination.get(DESTINATION_WABA).status()).isEqualTo(200);
        assertThat(tests.get(DESTINATION_WABA).status()).isEqualTo(500);
        assertThat(tests.get("/sandbox/calls?call=read-waba").json().path("count").asInt()).isEqualTo(1);
    }

    @Test
    void signupCode_isExchangedInTheWorldOfTheAppsSecret() {
        Map<String, String> env = sandbox.open("tests", "default");
        String code = anyone.postJson("/sandbox/worlds/tests/signup-codes", "{}").json().path("code").asString();
        String path = "/oauth/access_token?client_id=" + env.get("appId") + "&code=" + code + "&client_secret=";

        assertThat(anyone.get(path + "sandbox-secret-destination").status()).isEqualTo(400);
        String token = anyone.get(path + env.get("appSecret")).json().path("access_token").asString();
        assertThat(token).endsWith("@tests");
        assertThat(new Wire(sandbox, token).get(DESTINATION_WABA).status()).isEqualTo(200);
        assertThat(new Wire(sandbox, env.get("appId") + "%7C" + env.get("appSecret")).get("/debug_token?input_token=" + token).code())
                .isEqualTo("190");
        assertThat(new Wire(sandbox, env.get("appId") + "|" + env.get("appSecret")).get("/debug_token?input_token=" + token)
                .json()
                .path("data")
                .path("is_valid")
                .booleanValue()).isTrue();
    }

    @Test
    void worlds_areOpenedListedAndClosed() {
        Wire.Heard opened = anyone.postJson("/sandbox/worlds", "{\"name\":\"shop\",\"world\":\"brazil\"}");
        assertThat(opened.json().path("env").path("graphToken").asString()).isEqualTo("sandbox-token-destination@shop");
        assertThat(opened.json().path("numbers").asInt()).isGreaterThan(15);
        JsonNode list = anyone.get("/sandbox/worlds").json();
        assertThat(list.path("worlds")).extracting(each -> each.path("name").asString()).containsExactly("", "shop");
        assertThat(list.path("shipped")).extracting(each -> each.path("name").asString())
                .containsExactly("default", "empty", "troubles", "brazil", "routes", "agency", "large");

        assertThat(anyone.postJson("/sandbox/worlds", "{\"name\":\"shop\"}").status()).isEqualTo(409);
        assertThat(anyone.delete("/sandbox/worlds/shop").status()).isEqualTo(200);
        assertThat(anyone.delete("/sandbox/worlds/shop").status()).isEqualTo(404);
        assertThat(anyone.get("/sandbox/worlds/shop/clock").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"A B\"}", "{\"name\":\"x\",\"world\":\"atlantis\"}",
        "{\"name\":\"x\",\"file\":{\"shops\":[]}}"})
    void worldThatCannotBe_isNotOpened(String body) {
        assertThat(anyone.postJson("/sandbox/worlds", body).status()).isEqualTo(400);
        assertThat(anyone.get("/sandbox/worlds").json().path("worlds")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"default, 20", "empty, 0", "troubles, 63", "brazil, 22", "routes, 14", "agency, 200"})
    void shippedWorld_isLoadedByNameAndAnswers(String name, int numbers) {
        assertThat(anyone.put("/sandbox/world", "{\"world\":\"" + name + "\"}").json().path("numbers").asInt()).isEqualTo(numbers);
        JsonNode env = anyone.get("/sandbox/env").json();
        assertThat(destination.get("/v26.0/" + env.path("wabaId").asString()).status()).isEqualTo(200);
        assertThat(source.get("/v26.0/" + env.path("sourceWabaId").asString() + "/phone_numbers").status()).isEqualTo(200);
        assertThat(anyone.get("/sandbox").status()).isEqualTo(200);
        assertThat(anyone.get("/sandbox/phones").status()).isEqualTo(200);
    }

    @Test
    void world_isSavedAndLoadedElsewhere() {
        anyone.put("/sandbox/numbers/+5511987650002", "{\"quality\":\"YELLOW\"}");
        String file = anyone.get("/sandbox/world/file").body();

        anyone.postJson("/sandbox/worlds", "{\"name\":\"copy\",\"file\":" + file + "}");

        assertThat(anyone.get("/sandbox/worlds/copy/world/file").body()).isEqualTo(file);
        assertThat(new Wire(sandbox, "sandbox-token-source@copy").get(READY + "?fields=quality_rating")
                .json()
                .path("quality_rating")
                .asString())
                .isEqualTo("YELLOW");
    }

    @Test
    void brokenFile_isToldPreciselyAndTheWorldStays() {
        String before = anyone.get("/sandbox/world").body();
        Wire.Heard heard = anyone.put("/sandbox/world", "{\"businesses\":[{\"id\":\"1\"}],\"numbers\":7}");

        assertThat(heard.status()).isEqualTo(400);
        assertThat(heard.json().path("problems").valueStream().map(JsonNode::asString))
                .containsExactly("businesses[0].name wants a text", "numbers wants a list, not 7");
        assertThat(anyone.put("/sandbox/world", "{\"businesses\": [}").json().path("error").asString())
                .startsWith("not JSON: line 1, column 17");
        assertThat(anyone.get("/sandbox/world").body()).isEqualTo(before);
    }

    @Test
    void reset_returnsToTheWorldThatWasLoaded() {
        anyone.put("/sandbox/world", "{\"world\":\"troubles\"}");
        anyone.put("/sandbox/numbers/+5511987650002", "{\"quality\":\"RED\"}");
        anyone.postJson("/sandbox/reset", "{}");

        assertThat(anyone.get("/sandbox/world?only=numbers").json().path("numbers")).hasSize(63);
        assertThat(anyone.get("/sandbox/numbers/+5511987650002").json().path("links").path(0).path("quality").asString())
                .isEqualTo("GREEN");
    }

    @Test
    void diff_tellsWhatHappenedBetweenTwoInstants() {
        anyone.postJson("/sandbox/world/marks", "{\"name\":\"before\"}");
        anyone.put("/sandbox/numbers/+5511987650002", "{\"quality\":\"YELLOW\"}");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1H\"}");
        anyone.postJson("/sandbox/world/marks", "{\"name\":\"after\"}");
        anyone.put("/sandbox/wabas/200000000000002", "{\"fundingId\":null}");

        JsonNode changes = anyone.get("/sandbox/world/diff?from=before&to=after").json().path("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.path(0).toString()).isEqualTo(
                "{\"at\":\"numbers[5511987650002].links[106540352240002].quality\",\"before\":\"GREEN\",\"after\":\"YELLOW\"}");
        assertThat(anyone.get("/sandbox/world/diff?from=after").json().path("changes").path(0).path("at").asString())
                .isEqualTo("wabas[200000000000002].fundingId");
        assertThat(anyone.get("/sandbox/world/diff?from=never").status()).isEqualTo(404);

        anyone.put("/sandbox/world", "{\"mark\":\"before\"}");
        assertThat(anyone.get("/sandbox/world/diff?from=before").json().path("changes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"businesses/510000000000011 | verification | pending",
        "templates/1689556908100001 | status | PAUSED",
        "wabas/200000000000002 | banState | DISABLE", "numbers/5511987650002 | nameStatus | EXPIRED"})
    void facts_areSetByTheNamesOfAWorldFile(String path, String fact, String value) {
        assertThat(anyone.put("/sandbox/" + path, "{\"" + fact + "\":\"" + value + "\"}").body())
                .contains("\"" + fact + "\":\"" + value + "\"");
        Wire.Heard wrong = anyone.put("/sandbox/" + path, "{\"" + fact + "\":\"nonsense\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("error").asString()).contains(fact + " wants one of ", value);
    }

    @Test
    void token_isRevokedAndCalledBack() {
        anyone.put("/sandbox/tokens/sandbox-token-source", "{\"revoked\":true}");
        assertThat(source.get(SOURCE_WABA).code()).isEqualTo("190/467");
        anyone.put("/sandbox/tokens/sandbox-token-source", "{\"revoked\":false}");
        assertThat(source.get(SOURCE_WABA).status()).isEqualTo(200);
    }

    @Test
    void worldWithoutLandmarks_isServedAllTheSame() {
        String file = "{\"businesses\":[{\"id\":\"1\",\"name\":\"A\"}],\"wabas\":[{\"id\":\"2\",\"name\":\"W\",\"owner\":\"1\"}],"
                + "\"numbers\":[{\"countryCode\":\"55\",\"national\":\"119\",\"inbox\":[{\"code\":\"<1\",\"at\":\"-PT1M\"}],"
                + "\"links\":[{\"id\":\"4\",\"waba\":\"2\"}]}]}";
        assertThat(anyone.postJson("/sandbox/worlds", "{\"name\":\"bare\",\"file\":" + file + "}").json().path("env").propertyNames())
                .containsExactly("graphBaseUrl", "apiVersion");
        for (String page : new String[]{"", "/phones", "/env", "/env?format=shell", "/world", "/world/file", "/numbers", "/wabas/2"}) {
            assertThat(anyone.get("/sandbox/worlds/bare" + page).status()).as(page).isEqualTo(200);
        }
        assertThat(anyone.get("/sandbox/worlds/bare/phones").body()).contains("&lt;1");
    }
}
