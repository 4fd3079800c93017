package dev.portway.api;

import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Visitor;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client without account goes through Meta's sign-up by a link: leaves, takes it up again, and comes to its end. */
class GuestSignUpApiTest {
    private static final Map<String, String> LEFT = Map.of("event", "CANCEL", "left-at", "PHONE_NUMBER_VERIFICATION");

    private final Visitor maria = new Visitor(SERVER.uri(), Map.of("Accept-Language", "pt-BR"));

    @AfterEach
    void nobodyWaits() {
        SERVER.sql().sql("delete from guest_tries").update();
    }

    private static String signingUp() {
        String number = SERVER.number();
        SERVER.owner().send("PUT", "/sandbox/numbers/" + number + "/two-step", Map.of("enabled", false));
        String id = place(Map.of("route", "signup", "number", number, "from",
                Map.of("waba", SERVER.env("sourceWabaId"), "access", "read"), "settling", "PT1S", "submit", true))
                .json()
                .path("id")
                .asString();
        untilAsked(id, "sign-up");
        return id;
    }

    private static JsonNode link(String id, Map<String, ?> wish) {
        Asking.Answer made = WRITER.post("/v1/migrations/" + id + "/guest-links", wish);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private static String path(JsonNode link) {
        return URI.create(link.path("url").asString()).getPath();
    }

    private static JsonNode fact(String id, String name) {
        return seen(id).path("facts")
                .valueStream()
                .filter(fact -> fact.path("name").asString().equals(name))
                .findFirst()
                .orElseGet(() -> seen(id).path("none"));
    }

    private static Map<String, String> finished(String code) {
        return Map.of("event", "FINISH", "signup-code", code, "waba", SERVER.env("wabaId"));
    }

    private static String signUpCode() {
        return SERVER.owner()
                .post("/sandbox/signup-codes", Map.of("appId", SERVER.env("appId"), "wabaId", SERVER.env("wabaId")))
                .json()
                .path("code")
                .asString();
    }

    @Test
    void windowIsOpenedFromThePage_leftAndTakenUpAgain_andTheCodeGoesToThatMigrationAlone() {
        String id = signingUp();
        String other = signingUp();
        JsonNode link = link(id, Map.of("to", "Maria Souza", "task", "sign-up"));

        Visitor.Answer page = maria.get(path(link));
        assertThat(page.body()).contains("data-sdk=", "data-config=", "Abrir a janela da Meta", "precisa de JavaScript")
                .doesNotContain(id, other, "/migrations", "type=\"password\"", SERVER.env("appSecret"), SERVER.env("graphToken"));

        assertThat(maria.post(path(link), LEFT).location()).isEqualTo(path(link));
        RunningServer.until("asked again", () -> maria.get(path(link)).body().contains("no código que comprova o número"));
        assertThat(fact(id, "signup-told").path("value").toString()).as("its people see where").contains("PHONE_NUMBER_VERIFICATION");
        assertThat(fact(id, "signup-told").path("source").asString()).contains("Maria Souza");

        String code = signUpCode();
        maria.post(path(link), finished(code));
        RunningServer.until("the code is exchanged", () -> !fact(id, "code-exchanged").isMissingNode());

        assertThat(maria.get(path(link)).body()).doesNotContain("data-sdk");
        assertThat(seen(other).path("next").path("task").asString()).as("the other one still asks").isEqualTo("sign-up");
        assertThat(fact(other, "signup-told").isMissingNode()).isTrue();
        assertThat(seen(id).toString() + READER.get("/v1/migrations/" + id + "/events").body()
                + READER.get("/v1/migrations/" + id + "/attempts").body()).as("nobody sees the code").doesNotContain(code);
    }

    @Test
    void scriptOfMeta_isLetInHere_andOnNoOtherPageOfALink() {
        String id = signingUp();
        String script = URI.create(SERVER.env("graphBaseUrl")).getAuthority();

        Asking.Answer page = SERVER.nobody().get(path(link(id, Map.of("to", "Maria"))));

        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self' http://" + script, "frame-ancestors 'none'",
                "form-action 'self'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        JsonNode source = link(id, Map.of("to", "Maria", "task", "grant-source"));
        assertThat(SERVER.nobody().get(path(source)).header("Content-Security-Policy")).doesNotContain(script);
    }

    @Test
    void closedLink_takesNoCode_andOneFromAnotherSiteIsNotHeard() {
        String id = signingUp();
        JsonNode revoked = link(id, Map.of("to", "Maria"));
        JsonNode open = link(id, Map.of("to", "Maria"));
        WRITER.send("DELETE", "/v1/migrations/" + id + "/guest-links/" + revoked.path("id").asString(), "");

        assertThat(maria.post(path(revoked), finished("stolen")).status()).isEqualTo(404);
        new Visitor(SERVER.uri(), Map.of("Sec-Fetch-Site", "cross-site")).post(path(open), finished("planted"));

        assertThat(fact(id, "signup-told").isMissingNode()).isTrue();
        assertThat(seen(id).path("next").path("task").asString()).isEqualTo("sign-up");
    }

    @Test
    void whatItsWindowDoesNotSay_isNotTaken() {
        String id = signingUp();
        JsonNode link = link(id, Map.of("to", "Maria"));
        var typed = new HashMap<String, String>(LEFT);
        typed.put("event", "<b>");

        assertThat(maria.post(path(link), typed).status()).isEqualTo(422);
        assertThat(fact(id, "signup-told").isMissingNode()).isTrue();
    }
}
