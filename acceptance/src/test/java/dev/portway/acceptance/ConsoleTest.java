package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The console as people meet it: with a browser on a phone, and without any script at all. */
class ConsoleTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern FIRST_PASSWORD = Pattern.compile("admin, password (\\S+)");
    private static final String PASSWORD = "cavalo bateria grampo correto";
    private static final String SCRIPT = "\"><script>alert(1)</script>";

    @TempDir
    static Path folder;

    private static Rehearsed rehearsed;
    private static Server server;
    private static String firstPassword;

    /** Three starts on one database: the first is told of nobody and prints a password, the others bring a user each to two providers. */
    @BeforeAll
    static void start() throws IOException {
        rehearsed = Rehearsed.start(folder);
        rehearsed.twoStepOff();
        try (Server first = rehearsed.server()) {
            var printed = FIRST_PASSWORD.matcher(first.process().output());
            assertThat(printed.find()).as("the first password is printed").isTrue();
            firstPassword = printed.group(1);
        }
        Path elsewhere = folder.resolve("elsewhere.json");
        Files.writeString(elsewhere, new JsonMapper().writeValueAsString(Map.of("provider", "elsewhere", "operator", operator("bia"))));
        try (Server second = Server.start(folder, Map.of("PORTWAY_BOOTSTRAP", elsewhere.toString()))) {
            assertThat(second.process().isAlive()).isTrue();
        }
        var here = new LinkedHashMap<String, Object>();
        new JsonMapper().readTree(Files.readString(rehearsed.bootstrap()))
                .properties()
                .forEach(part -> here.put(part.getKey(), part.getValue()));
        here.put("operator", operator("ana"));
        Files.writeString(rehearsed.bootstrap(), new JsonMapper().writeValueAsString(here));
        server = rehearsed.server();
    }

    @AfterAll
    static void stop() {
        server.close();
        rehearsed.close();
    }

    private static Map<String, String> operator(String name) {
        return Map.of("name", name, "password", PASSWORD);
    }

    @Test
    void journey_inPortugueseOnAPhone_fromTheFirstPasswordToAMovedNumber() {
        try (Browser browser = Browser.open()) {
            Page page = browser.phone("pt-BR");
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);

            page.navigate(address("/"));
            signIn(page, firstPassword);
            assertThat(page.locator("h1").textContent()).isEqualTo("Escolha sua própria senha");
            changePassword(page);
            signIn(page, PASSWORD);
            page.waitForURL("**/migrations");
            page.locator("main a[href='/migrations/new']").first().click();
            order(page);
            assertThat(page.locator("h1").textContent()).contains("98765-0001");
            enterCode(page);
            until(page.locator("#m-head .pill"), "Acompanhamento");

            assertThat(rehearsed.registers("&effect=true")).isEqualTo(1);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isEqualTo(true);
            assertThat(complaints).as("what the browser complained of, the content policy for one").isEmpty();
        }
    }

    private static void signIn(Page page, String password) {
        page.fill("#username", "admin");
        page.fill("#password", password);
        page.click("main button[type=submit]");
    }

    private static void changePassword(Page page) {
        page.fill("#current", firstPassword);
        page.fill("#chosen", PASSWORD);
        page.fill("#repeated", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator(".notice").textContent()).contains("Sua senha foi trocada");
    }

    private static void order(Page page) {
        page.fill("#number", rehearsed.number());
        page.fill("#to", rehearsed.env().path("wabaId").asString());
        page.fill("#from", rehearsed.env().path("sourceWabaId").asString());
        page.check("input[name=access][value=read]");
        page.click("button[value=now]");
        page.waitForURL(Pattern.compile(".*/migrations/mig_[a-z0-9]{20}$"));
    }

    /** The page asks for it by itself: nobody reloads. */
    private static void enterCode(Page page) {
        Locator code = page.locator("form[action$='/actions/enter-code'] input[name=code]");
        code.waitFor(new Locator.WaitForOptions().setTimeout((double) LIMIT.toMillis()));
        code.fill(rehearsed.sandbox().newestCode(rehearsed.number()).orElseThrow());
        page.click("form[action$='/actions/enter-code'] button[type=submit]");
    }

    private static void until(Locator part, String text) {
        part.filter(new Locator.FilterOptions().setHasText(text))
                .waitFor(new Locator.WaitForOptions().setTimeout((double) LIMIT.toMillis()));
    }

    @Test
    void order_isPlacedAndFoundWithoutJavaScript() {
        var ana = new Visitor(server, "pt-BR").signedIn("ana", PASSWORD);

        Visitor.Seen placed = ana.fillIn(ana.open("/migrations/new"), "/migrations/new", order("+5511970001234", "draft"));
        Visitor.Seen found = ana.open("/migrations?number=1234&status=draft");

        assertThat(placed.path()).matches("/migrations/mig_[a-z0-9]{20}");
        assertThat(found.body()).contains("+55 11 97000-1234", placed.path());
        assertThat(ana.open("/migrations?number=1234&status=completed").body()).contains("Nada encontrado");
    }

    @Test
    void migration_ofAnotherProviderIsNotThere() {
        var ana = new Visitor(server, "pt-BR").signedIn("ana", PASSWORD);
        var bia = new Visitor(server, "pt-BR").signedIn("bia", PASSWORD);
        String path = ana.fillIn(ana.open("/migrations/new"), "/migrations/new", order("+5511970005678", "draft")).path();

        Visitor.Seen hers = bia.open(path);

        assertThat(hers.status()).isEqualTo(404);
        assertThat(hers.body()).contains("Não há nada aqui").doesNotContain("97000-5678");
        assertThat(bia.open("/migrations").body()).contains("Traga o primeiro número").doesNotContain("97000-5678");
    }

    @Test
    void number_thatIsMovingAlready_isShownWhereItIs() {
        var ana = new Visitor(server, "en").signedIn("ana", PASSWORD);
        Map<String, String> order = order("+5511970009999", "draft");
        String first = ana.fillIn(ana.open("/migrations/new"), "/migrations/new", order).path();

        Visitor.Seen again = ana.fillIn(ana.open("/migrations/new"), "/migrations/new", order);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("href=\"" + first + "\"", "value=\"+5511970009999\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number   | 11 98765            | não está completo ou não existe
            number   | ''                  | Informe o número
            to       | abc                 | Um ID tem de 5 a 25 dígitos
            to       | ''                  | Informe o ID da conta de destino
            to       | 200000000000001     | Origem e destino são a mesma conta
            closes   | 2027-01-01T01:05    | pelo menos 10 minutos
            opens    | tomorrow            | Não foi possível entender
            prober   | 123                 | não está completo ou não existe
            """)
    void wrongField_isNamedAndNothingIsTypedTwice(String field, String value, String said) {
        var ana = new Visitor(server, "pt-BR").signedIn("ana", PASSWORD);
        var order = order("+5511970004321", "now");
        order.putAll(Map.of("when", "window", "opens", "2027-01-01T01:00", "closes", "2027-01-01T03:00", "to", "200000000000002"));
        order.put(field, value);

        Visitor.Seen refused = ana.fillIn(ana.open("/migrations/new"), "/migrations/new", order);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"" + field + "-wrong\"", said);
        order.forEach((name, typed) -> assertThat(refused.body()).as(name).contains(typed));
        assertThat(ana.open("/migrations?number=4321").body()).contains("Nada encontrado");
    }

    @Test
    void wrongFields_areAllNamedAtOnce() {
        var ana = new Visitor(server, "pt-BR").signedIn("ana", PASSWORD);
        var order = order("11 98", "now");
        order.putAll(Map.of("to", "abc", "when", "window", "opens", "2020-01-01T01:00", "closes", "2020-01-01T03:00", "prober", "123"));

        Visitor.Seen refused = ana.fillIn(ana.open("/migrations/new"), "/migrations/new", order);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Nada foi iniciado ainda", "Esta janela já passou");
        for (String field : List.of("number", "to", "closes", "prober")) {
            assertThat(refused.body()).as(field).contains("href=\"#" + field + "\"", "id=\"" + field + "-wrong\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "from", "to", "access", "method", "language", "opens", "closes", "proving", "prober", "settling",
        "when", "start"})
    void scriptTyped_isShownAsText(String field) {
        var ana = new Visitor(server, "es").signedIn("ana", PASSWORD);
        var order = order("+5511970008888", "draft");
        order.put("when", "window");
        order.put(field, SCRIPT);

        Visitor.Seen refused = ana.fillIn(ana.open("/migrations/new"), "/migrations/new", order);

        assertThat(refused.body()).doesNotContain("<script>alert");
        assertThat(ana.open("/migrations?number=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&status=%3Cscript%3Ealert(1)").body())
                .doesNotContain("<script>alert");
    }

    @Test
    void form_withoutItsTokenIsRefusedInTheReadersLanguage() {
        var ana = new Visitor(server, "pt-BR").signedIn("ana", PASSWORD);

        Visitor.Seen refused = ana.post("/migrations/new", order("+5511970007777", "now"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Não deu certo", "Nada foi alterado");
        assertThat(ana.open("/migrations?number=7777").body()).doesNotContain("97000-7777");
    }

    @Test
    void stranger_isAskedToSignInAndTakenBackToWhereTheyWanted() {
        var ana = new Visitor(server, "pt-BR");

        Visitor.Seen asked = ana.open("/migrations/new");
        Visitor.Seen in = ana.fillIn(asked, "/sign-in", Map.of("username", "ana", "password", PASSWORD));

        assertThat(asked.path()).isEqualTo("/sign-in?next=%2Fmigrations%2Fnew");
        assertThat(in.path()).isEqualTo("/migrations/new");
        assertThat(ana.fillIn(in, "/sign-out", Map.of()).body()).contains("Você saiu.");
        assertThat(ana.open("/migrations").path()).startsWith("/sign-in");
    }

    @Test
    void language_isTheOneChosen_thenTheBrowsers() {
        var visitor = new Visitor(server, "es-MX, en;q=0.5");

        assertThat(visitor.open("/sign-in").body()).contains("<html lang=\"es\">");
        assertThat(visitor.open("/sign-in?lang=pt-BR").body()).contains("<html lang=\"pt-BR\">");
        assertThat(visitor.open("/sign-in").body()).contains("<html lang=\"pt-BR\">");
        assertThat(visitor.open("/sign-in?lang=%3Cscript%3E").body()).contains("<html lang=\"pt-BR\">");
    }

    @Test
    void page_bringsOnlyWhatIsOursAndNothingInline() {
        var ana = new Visitor(server, "en").signedIn("ana", PASSWORD);

        for (String path : List.of("/sign-in", "/password", "/migrations", "/migrations/new", "/nowhere")) {
            assertThat(ana.open(path).body()).as(path)
                    .doesNotContainPattern("<script(?![^>]*src=\"/)[^>]*>")
                    .doesNotContainPattern("\\sstyle=\"|<style|\\son[a-z]+=\"|=\"https?://(?!www.w3.org)");
        }
        assertThat(ana.open("/webjars/htmx.org/2.0.10/dist/htmx.min.js").status()).isEqualTo(200);
    }

    private static Map<String, String> order(String number, String start) {
        var fields = new LinkedHashMap<String, String>();
        fields.putAll(Map.of("number", number, "to", rehearsed.env().path("wabaId").asString(), "from",
                rehearsed.env().path("sourceWabaId").asString(), "access", "read", "when", "ready", "method", "SMS", "language", "pt_BR",
                "settling", "PT24H"));
        fields.put("start", start);
        return fields;
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }
}
