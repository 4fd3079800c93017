package dev.portway.api;

import static dev.portway.api.Moves.ELSEWHERE;
import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What leaves the house to be looked at by others: all that helps, and nothing that opens anything. */
class SupportBundleApiTest {
    private static final String TOKEN = "EAAGplantedTokenThatNobodyMaySee123";
    private static final String KEY = "pk_plantedKey123_abcdefghijklmnop";

    @Test
    void bundle_holdsWhatHelps_andNoSecretThatWasPlanted() throws Exception {
        String number = SERVER.number();
        SERVER.owner().post("/sandbox/faults", Map.of("call", "verify-code", "kind", "error:never-heard-of", "number", number));
        String id = place(order(number, "submit", true)).json().path("id").asString();
        untilAsked(id, "enter-code");
        String code = code(number);
        act(id, "enter-code", Map.of("code", code));
        untilAsked(id, "mend");
        plant(id, number, code);

        Map<String, String> files = files(download(bundle(id), READER).body());

        String all = String.join("\n", files.values());
        String national = number.substring(3);
        assertThat(all)
                .doesNotContain(TOKEN, KEY, "planted", number, number.substring(1), national, national.substring(national.length() - 8))
                .doesNotContain(code, "246813", "7531-8642", "75318642", "975310", "Maria", "Antonia")
                .doesNotContainPattern("\\+55[\\s(]*11");
        assertThat(files.keySet()).containsExactlyInAnyOrder("README.txt", "migration.json", "events.json", "attempts.json",
                "findings.json", "history.json",
                "unrecognised.json");
        JsonNode strange = new JsonMapper().readTree(files.get("unrecognised.json"));
        assertThat(strange.size()).isPositive();
        assertThat(strange.path(0).path("traceIds").path(0).asString()).isNotBlank();
        assertThat(files.get("unrecognised.json")).contains("2999999", "These words are in no table.");
        assertThat(files.get("migration.json")).contains(id, "\"migrate\"", "\"versions\"", number.substring(0, 3) + "…");
        assertThat(files.get("attempts.json")).contains("verify-code", "\"by\" : \"nothing\"", "133016");
        assertThat(files.get("events.json")).contains("verify-code-refused");
        assertThat(files.get("findings.json")).contains("two-step-off");
        assertThat(files.get("history.json")).contains("two-step-off", "\"since\"", "token (hidden) of");
    }

    @Test
    void whatTheChecksSaidBefore_isInIt() throws Exception {
        String id = FindingsApiTest.granted();

        JsonNode history = new JsonMapper().readTree(files(download(bundle(id), READER).body()).get("history.json"));

        assertThat(history.valueStream().filter(one -> one.path("check").asString().equals("two-step-off")))
                .extracting(one -> one.path("verdict").asString())
                .containsExactly("HOLDS", "UNKNOWN");
    }

    /** In every place in which something from outside is kept, in the forms in which it is met. */
    private static void plant(String id, String number, String code) {
        String spaced = number.substring(0, 3) + " (" + number.substring(3, 5) + ") " + number.substring(5, 10) + "-"
                + number.substring(10);
        String planted = """
                {"parameters": {"access_token": "%1$s", "pin": "246813", "code": "975310", "to": "5511975318642", "nested": "{\\"a\\":\\"Bearer %1$s\\"}"},
                 "answer": {"error": {"code": 133016, "message": "PIN 246813 wrong for %2$s and %3$s, see access_token=%1$s&x=1, code: %4$s"}},
                 "cut": "{\\"wa_id\\":\\"5511975318642\\",\\"pin\\":\\"246813\\",\\"code\\":\\"975310\\",\\"access_token\\":\\"opaque-planted\\"",
                 "%1$s": ["%5$s", "+55 11 97531-8642"], "traceId": "AplantedNot"}
                """
                .formatted(TOKEN, spaced, number.substring(1), code, KEY);
        SERVER.sql()
                .sql("update attempts set exchange = exchange || jsonb_build_array(cast(? as jsonb)) where migration_id = ? and act = 'ADD_NUMBER'")
                .params(planted.replace("AplantedNot", "AbCtrace"), id)
                .update();
        SERVER.sql()
                .sql("update findings_said set finding = finding || jsonb_build_object('value', cast(? as text)) where migration_id = ?")
                .params("token " + TOKEN + " of " + spaced + ", PIN 246813", id)
                .update();
        SERVER.sql()
                .sql("update events set data = data || jsonb_build_object('value', cast(? as text)), by_who = 'Maria' where migration_id = ?")
                .params("token " + TOKEN + " of " + spaced + ", PIN 246813", id)
                .update();
        assertThat(SERVER.sql()
                .sql("update events set data = data || '{\"note\": \"Antonia agreed\"}' where migration_id = ? and name like '%-told'")
                .param(id)
                .update()).isPositive();
    }

    @Test
    void bundleOfAnother_isOneThatDoesNotExist() throws Exception {
        String id = place(order(SERVER.number(), "submit", false)).json().path("id").asString();

        assertThat(download(bundle(id), READER).statusCode()).isEqualTo(200);
        assertThat(download(bundle(id), ELSEWHERE).statusCode()).isEqualTo(404);
        assertThat(READER.get("/v1/migrations/mig_none/support-bundle").code()).isEqualTo("404 migration-not-found");
        assertThat(SERVER.nobody().get("/v1/migrations/" + id + "/support-bundle").status()).isEqualTo(401);
    }

    private static String bundle(String id) {
        return "/v1/migrations/" + id + "/support-bundle";
    }

    static HttpResponse<byte[]> download(String path, Asking who) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(SERVER.uri() + path))
                    .header("Authorization", who.headers().getOrDefault("Authorization", ""))
                    .build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    static Map<String, String> files(byte[] archive) throws IOException {
        var files = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().replaceFirst(".*/", ""), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
