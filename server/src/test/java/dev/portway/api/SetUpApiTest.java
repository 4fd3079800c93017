package dev.portway.api;

import static dev.portway.api.Moves.ELSEWHERE;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.account.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a provider is at Meta, seen and said by the API. */
class SetUpApiTest {
    private final Asking admin = SERVER.as(RunningServer.HERE, Scope.ADMIN);

    @AfterEach
    void asBefore() {
        leftToTheServer(admin);
    }

    static void leftToTheServer(Asking admin) {
        admin.send("PUT", "/v1/set-up", Map.of("version", admin.get("/v1/set-up").json().path("version").asInt()));
    }

    private int version() {
        return admin.get("/v1/set-up").json().path("version").asInt();
    }

    private Asking.Answer said(Map<String, ?> said) {
        var whole = new HashMap<String, Object>(Map.of("version", version()));
        whole.putAll(said);
        return admin.send("PUT", "/v1/set-up", whole);
    }

    /** Whether the route finder gives this reason somewhere. */
    private static boolean says(String number, String reason) {
        return WRITER.post("/v1/route-finder", Map.of("number", number, "answers", Map.of("wish", "come"))).body().contains(reason);
    }

    @Test
    void whatIsSaid_holdsAtOnce_andWhatIsLeftOut_isAsTheServerSays() {
        String number = SERVER.number();

        JsonNode set = said(Map.of("signUpConfig", "4242", "creditLine", "yes")).json();

        assertThat(set.path("own").path("signUpConfig").asString()).isEqualTo("4242");
        assertThat(set.path("own").path("sharing").isNull()).isTrue();
        assertThat(set.path("server").path("solution").asString()).isEqualTo("no");
        assertThat(set.path("changes").path(0).path("by").asString()).isEqualTo("admin");
        assertThat(admin.get("/v1/set-up").json()).isEqualTo(set);
        assertThat(says(number, "no-credit-line")).isFalse();

        assertThat(said(Map.of("sharing", "offered")).json().path("own").path("creditLine").isNull()).as("whole, not in part").isTrue();
        said(Map.of("creditLine", "no"));
        assertThat(says(number, "no-credit-line")).isTrue();
    }

    @Test
    void changeOfWhatIsNoLonger_isRefused_andNothingIsLost() {
        int seen = version();
        said(Map.of("creditLine", "yes"));

        Asking.Answer late = admin.with("Accept-Language", "pt-BR").send("PUT", "/v1/set-up", Map.of("version", seen, "creditLine", "no"));

        assertThat(late.code()).isEqualTo("409 set-up-changed");
        assertThat(late.json().path("version").asInt()).isEqualTo(seen + 1);
        assertThat(late.json().path("title").asString()).isEqualTo("Alguém mudou isto nesse meio-tempo");
        assertThat(admin.get("/v1/set-up").json().path("own").path("creditLine").asString()).isEqualTo("yes");
    }

    @ParameterizedTest
    @CsvSource({"signUpConfig, abc", "creditLine, maybe", "solution, Yes", "sharing, yes"})
    void whatMeansNothing_isRefusedByName(String field, String text) {
        Asking.Answer refused = said(Map.of(field, text));

        assertThat(refused.code()).isEqualTo("422 field-malformed");
        assertThat(refused.json().path("field").asString()).isEqualTo(field);
        assertThat(admin.send("PUT", "/v1/set-up", Map.of("creditLine", "yes")).code()).as("of which version?")
                .isEqualTo("422 field-missing");
    }

    @Test
    void itIsForAdmins_andForTheirProviderAlone() {
        said(Map.of("signUpConfig", "4242"));

        for (Asking less : List.of(SERVER.as(RunningServer.HERE, Scope.READ), WRITER)) {
            assertThat(less.get("/v1/set-up").code()).isEqualTo("403 key-scope");
            assertThat(less.send("PUT", "/v1/set-up", Map.of("version", version())).code()).isEqualTo("403 key-scope");
        }
        assertThat(SERVER.nobody().get("/v1/set-up").code()).isEqualTo("401 key-missing");
        Asking there = ELSEWHERE;
        assertThat(there.get("/v1/set-up").body()).doesNotContain("4242");
        there.send("PUT", "/v1/set-up", Map.of("version", 0, "creditLine", "no"));
        assertThat(admin.get("/v1/set-up").json().path("own").path("creditLine").isNull()).isTrue();
    }
}
