package dev.portway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.Visitor;
import dev.portway.account.Providers;
import dev.portway.account.Scope;
import dev.portway.account.Users;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import dev.portway.vault.GraphApp;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the route finder, as a browser without scripts meets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteFinderPageTest {
    private static final ProviderId HERE = new ProviderId("finder-pages");
    private static final String PATH = "/migrations/route";
    private static final String NUMBER = PATH + "?number=%2B5511987659999";
    private static final String COMING = NUMBER + "&wish=come&place=cloud-api&portfolio=same";
    private static final String TWO_STEP_ON = PATH
            + "?number=%2B5511987650001&from=200000000000001&to=200000000000002&access=read&wish=come";

    private final Sandbox sandbox = Sandbox.start(new SandboxOptions("127.0.0.1", 0, "troubles", null, null));
    private final Serving serving = Serving.shared();
    private Visitor ana;

    @BeforeAll
    void serve() {
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(HERE, "Finder"));
        serving.speakFor(new GraphApp(HERE, env("appId"), env("apiVersion"), URI.create(env("graphBaseUrl")), env("businessId"),
                new Secret(env("appSecret")), new Secret(env("graphToken")), new Secret(env("webhookVerifyToken"))));
        serving.bean(Users.class).add(HERE, "ana.finder", Scope.ADMIN, new Secret("correct horse battery"));
        ana = from(Map.of("Sec-Fetch-Site", "same-origin"));
        ana.signIn("ana.finder", "correct horse battery");
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    private String env(String name) {
        return Objects.requireNonNull(sandbox.environment().get(name), name);
    }

    @Test
    void oneQuestionToAPage_untilTheWayIsClear() {
        assertThat(body(PATH)).contains("name=\"number\"").doesNotContain("type=\"radio\" name=\"wish\"");
        assertThat(body(NUMBER)).contains("name=\"wish\" value=\"come\"", "name=\"wish\" value=\"unknown\"")
                .doesNotContain("name=\"place\"");
        assertThat(body(NUMBER + "&wish=come")).contains("name=\"place\" value=\"cloud-api\"",
                "type=\"hidden\" name=\"wish\" value=\"come\"");
        assertThat(body(COMING)).contains("name=\"destination\" value=\"none\"");
        assertThat(body(COMING + "&destination=none")).contains("cadastro da Meta",
                "href=\"/migrations/new?route=signup&amp;number=%2B5511987659999\"");
    }

    @Test
    void wayBack_leadsToTheQuestionBefore_andAnAnswerCanBeChanged() {
        assertThat(body(COMING + "&destination=none"))
                .contains("href=\"/migrations/route?number=%2B5511987659999&amp;wish=come&amp;place=cloud-api"
                        + "&amp;portfolio=same\"", "href=\"/migrations/route?number=%2B5511987659999&amp;wish=come\"");
        assertThat(body(NUMBER)).contains("href=\"/migrations/route/start?number=%2B5511987659999\"");
        assertThat(body(PATH + "/start?number=%2B5511987659999")).contains("value=\"+5511987659999\"");
    }

    @Test
    void nothingChosen_asksAgain() {
        assertThat(body(NUMBER + "&asked=wish")).contains("name=\"wish\"", "role=\"alert\"");
    }

    @Test
    void whatMetaShows_isNotAsked_andLeadsOnToTheOrder() {
        String page = body(TWO_STEP_ON);

        assertThat(page).contains("está ativada", "is_pin_enabled",
                "/migrations/new?route=migrate&amp;number=%2B5511987650001&amp;from=200000000000001&amp;access=read&amp;to=200000000000002");
        assertThat(body("/migrations/new?route=migrate&number=%2B5511987650001&to=200000000000002&from=200000000000001&access=read"))
                .contains("value=\"+5511987650001\"", "value=\"200000000000002\"", "value=\"200000000000001\"")
                .containsPattern("name=\"access\" value=\"read\" checked");
    }

    @Test
    void ninthDigitTooMany_isNamedBeforeAnythingIsAsked() {
        assertThat(body(PATH + "?number=%2B5531987650015&from=200000000000001&to=200000000000002&access=read&wish=come"))
                .contains("name=\"place\"", "31 8765-0015");
    }

    @Test
    void numberThatIsNone_isRefusedWhereItWasTyped() {
        Visitor.Answer answer = ana.get(PATH + "?number=123");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("aria-invalid=\"true\"", "value=\"123\"");
        assertThat(body(NUMBER + "&wish=fly")).as("what is no answer is asked again").contains("name=\"wish\" value=\"come\"");
    }

    @Test
    void whatWasTyped_comesBackAsText() {
        assertThat(ana.get(PATH + "?number=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
        assertThat(ana.get(NUMBER + "&wish=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
    }

    @Test
    void changingTheLanguage_losesNothing() {
        assertThat(body(NUMBER + "&wish=come&lang=pt-BR")).contains("?number=%2B5511987659999&amp;wish=come&amp;lang=es");
    }

    @Test
    void destructiveWay_saysThatItIsConfirmedInWords() {
        assertThat(body(NUMBER + "&wish=come&place=consumer-app")).contains("com as próprias palavras",
                "href=\"/migrations/new?route=reconnect&amp;number=%2B5511987659999\"");
    }

    @Test
    void pages_bringNoScriptOrStyleOfTheirOwn_andAreForThoseWhoSignedIn() {
        for (String page : new String[]{PATH, NUMBER, COMING + "&destination=none", TWO_STEP_ON}) {
            assertThat(body(page)).doesNotContain("style=\"", "onclick", "<style").doesNotContainPattern("<script(?![^>]* src=)");
        }
        assertThat(Visitor.ofSaoPaulo(serving.uri()).get(PATH).status()).isNotEqualTo(200);
    }

    @Test
    void pageOfAnotherSite_thatSendsSomebodyHere_makesNobodyAskMeta() {
        for (Map<String, String> sent : List.of(Map.of("Sec-Fetch-Site", "cross-site"), Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "cross-site", "Referer", serving.uri() + "/migrations/route"),
                Map.of("Referer", "https://elsewhere.example/" + serving.uri()), Map.<String, String>of())) {
            Visitor sentHere = from(sent);
            sentHere.cookies.putAll(ana.cookies);
            long before = asked();

            Visitor.Answer answer = sentHere.get(TWO_STEP_ON);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("Você chegou por um link", "href=\"/migrations/route?number=%2B5511987650001&amp;");
            assertThat(asked()).as(sent.toString()).isEqualTo(before);
        }
    }

    @Test
    void whoClicksHere_orTypesTheAddress_isAnswered_alsoWhereTheBrowserOnlySaysWhichPageItWas() {
        for (Map<String, String> sent : List.of(Map.of("Sec-Fetch-Site", "none"), Map.of("Referer", serving.uri() + "/migrations/route"))) {
            Visitor clicking = from(sent);
            clicking.cookies.putAll(ana.cookies);

            assertThat(clicking.get(TWO_STEP_ON).body()).contains("is_pin_enabled");
        }
    }

    /** How often Graph was called. */
    private long asked() {
        return new JsonMapper().readTree(new Visitor(sandbox.uri(), Map.of()).get("/sandbox/calls").body()).path("count").asLong();
    }

    private Visitor from(Map<String, String> saying) {
        var headers = new HashMap<>(saying);
        headers.put("Accept-Language", "pt-BR");
        var visitor = new Visitor(serving.uri(), headers);
        visitor.cookies.put("portway_zone", "America/Sao_Paulo");
        return visitor;
    }

    private String body(String path) {
        Visitor.Answer answer = ana.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }
}
