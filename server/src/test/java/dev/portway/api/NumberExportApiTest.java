package dev.portway.api;

import static dev.portway.api.Moves.ELSEWHERE;
import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.untilAsked;
import static dev.portway.api.Moves.untilStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Visitor;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is known of a number goes along with it. */
class NumberExportApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static Map<String, String> exported(String id) throws Exception {
        var answer = SupportBundleApiTest.download("/v1/migrations/" + id + "/export", READER);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse("")).contains("portway-export-" + id + ".zip");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return SupportBundleApiTest.files(answer.body());
    }

    @Test
    void numberThatLeaves_takesAlongWhatIsKnownOfIt_andNoSecret() throws Exception {
        String number = SERVER.number();
        String came = place(order(number, "submit", true)).json().path("id").asString();
        untilAsked(came, "enter-code");
        String code = code(number);
        act(came, "enter-code", Map.of("code", code));
        untilStatus(came, "completed");
        String goes = place(Map.of("route", "port-out", "number", number, "from",
                Map.of("waba", SERVER.env("wabaId"), "access", "own"), "terms", Map.of("open-invoices", "R$ 1.240,00 <outubro>"), "submit",
                true)).json().path("id").asString();
        untilAsked(goes, "settle-invoices");
        String link = askedByLink(goes);
        assertThat(new Visitor(SERVER.uri(), Map.of("Accept-Language", "pt-BR")).get(link).body()).as("the client reads what is owed")
                .contains("Ainda em aberto, nas palavras do provedor: R$ 1.240,00 &lt;outubro&gt;");
        act(goes, "confirm", Map.of("task", "settle-invoices"));
        RunningServer.until("the snapshot is taken", () -> Moves.seen(goes).path("facts").toString().contains("snapshot-taken"));

        Map<String, String> files = exported(goes);

        assertThat(files.keySet()).containsExactlyInAnyOrder("README.txt", "migrations.json", "events.json", "findings.json",
                "history.json", "templates.json");
        assertThat(files.get("migrations.json")).contains(came, goes, "completed", "port-out");
        assertThat(files.get("history.json")).contains("verdict");
        JsonNode templates = JSON.readTree(files.get("templates.json"));
        assertThat(templates.valueStream()).isNotEmpty().allSatisfy(one -> assertThat(one.path("name").asString()).isNotBlank());
        assertThat(files.get("README.txt")).contains("EN ", "PT ", "ES ");
        assertThat(String.join("", files.values())).doesNotContain(number, number.substring(1), number.substring(3), code, "Maria",
                SERVER.env("graphToken"), SERVER.env("appSecret"));
    }

    private static String askedByLink(String id) {
        Asking.Answer made = Moves.WRITER.post("/v1/migrations/" + id + "/guest-links", Map.of("to", "Maria Souza"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return URI.create(made.json().path("url").asString()).getPath();
    }

    @Test
    void exportOfAnother_isOneThatDoesNotExist() throws Exception {
        String id = Moves.draft();

        assertThat(SupportBundleApiTest.download("/v1/migrations/" + id + "/export", ELSEWHERE).statusCode()).isEqualTo(404);
        assertThat(SERVER.nobody().get("/v1/migrations/" + id + "/export").status()).isEqualTo(401);
        assertThat(exported(id).get("templates.json")).as("nothing was read yet").isEqualTo("[ ]\n");
    }
}
