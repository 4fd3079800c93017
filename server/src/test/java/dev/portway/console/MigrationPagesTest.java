package dev.portway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.Visitor;
import dev.portway.account.Providers;
import dev.portway.account.Scope;
import dev.portway.account.Users;
import dev.portway.migration.Action;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.runner.Desk;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import dev.portway.vault.GraphApp;
import dev.portway.vault.SourceAccesses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** The pages of one migration, as a browser without scripts meets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationPagesTest {
    private static final ProviderId HERE = new ProviderId("pages");
    private static final ProviderId THERE = new ProviderId("pages-elsewhere");
    private static final String SCRIPT = "\"><script>alert(1)</script>";
    private static int placed;

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    private final Serving serving = Serving.shared();
    private Visitor ana;

    @BeforeAll
    void serve() {
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(HERE, "Pages"));
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(THERE, "There"));
        serving.speakFor(new GraphApp(HERE, env("appId"), env("apiVersion"), URI.create(env("graphBaseUrl")), env("businessId"),
                new Secret(env("appSecret")), new Secret(env("graphToken")), new Secret(env("webhookVerifyToken"))));
        serving.bean(SourceAccesses.class)
                .set(new SourceAccesses.SourceAccess(HERE, env("sourceWabaId"), new Secret(env("sourceToken")), env("sourceAppId"),
                        new Secret(env("sourceAppSecret"))));
        serving.bean(Users.class).add(HERE, "ana.pages", Scope.ADMIN, new Secret("correct horse battery"));
        ana = Visitor.ofSaoPaulo(serving.uri());
        ana.signIn("ana.pages", "correct horse battery");
    }

    private String env(String name) {
        return Objects.requireNonNull(sandbox.environment().get(name), name);
    }

    @Test
    void page_bringsNoScriptOrStyleOfItsOwn() {
        for (String page : List.of("", "/report", "/withdraw", "/guest-links")) {
            Visitor.Answer answer = ana.get(home(draft(HERE)) + page);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("style=\"", "onclick", "<style").doesNotContainPattern("<script(?![^>]* src=)");
        }
    }

    @Test
    void anothersMigration_isNotThere() {
        String theirs = home(draft(THERE));

        for (String page : List.of("", "/report", "/withdraw", "/guest-links", "/stream")) {
            assertThat(ana.get(theirs + page).status()).as(page).isEqualTo(404);
        }
        Map<String, String> form = ana.get(home(draft(HERE))).form("/actions/submit");
        assertThat(ana.post(theirs + "/actions/submit", form).status()).isEqualTo(404);
    }

    @Test
    void formOfAnotherSite_changesNothing() {
        MigrationId id = draft(HERE);
        Map<String, String> form = ana.get(home(id)).form("/actions/submit");
        form.remove("_csrf");

        assertThat(ana.post(home(id) + "/actions/submit", form).status()).isEqualTo(403);
        assertThat(told(id, Action.SUBMIT)).isZero();
    }

    @Test
    void formSentTwice_isDoneOnce() {
        MigrationId id = draft(HERE);
        Map<String, String> form = ana.get(home(id)).form("/actions/schedule");
        form.put("opens", "2027-01-02T02:00");
        form.put("closes", "2027-01-02T04:00");

        Visitor.Answer first = ana.post(home(id) + "/actions/schedule", form);
        Visitor.Answer second = ana.post(home(id) + "/actions/schedule", form);

        assertThat(first.location()).endsWith(home(id) + "?told=schedule");
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(told(id, Action.SCHEDULE)).isEqualTo(1);
        assertThat(card(id).migration().facts().value(Fact.WINDOW).orElseThrow().opens()).as("two in the morning in São Paulo")
                .isEqualTo("2027-01-02T05:00:00Z");
    }

    @Test
    void formThatCouldNotBeTakenIn_maybeSentAgain() {
        MigrationId id = draft(HERE);
        Map<String, String> form = ana.get(home(id)).form("/actions/submit");
        String shut = "told_" + id.value().substring(4, 12);
        serving.sql().sql("alter table facts add constraint " + shut + " check (migration_id <> '" + id.value() + "') not valid").update();
        try {
            assertThat(ana.post(home(id) + "/actions/submit", form).status()).isEqualTo(500);
        } finally {
            serving.sql().sql("alter table facts drop constraint " + shut).update();
        }

        assertThat(ana.post(home(id) + "/actions/submit", form).location()).endsWith("?told=submit");
        assertThat(told(id, Action.SUBMIT)).isEqualTo(1);
    }

    @Test
    void whatWasTyped_comesBackAsText_withWhatIsWrong() {
        MigrationId id = draft(HERE);
        Map<String, String> form = ana.get(home(id)).form("/actions/schedule");
        form.put("opens", SCRIPT);
        form.put("closes", "2027-01-02T04:00");

        Visitor.Answer answer = ana.post(home(id) + "/actions/schedule", form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("<script>alert").contains("value=\"2027-01-02T04:00\"", "aria-invalid=\"true\"");
        form.put("opens", "2027-01-02T02:00");
        assertThat(ana.post(home(id) + "/actions/schedule", form).location()).as("put right, the same form is taken")
                .contains("told=schedule");
    }

    @Test
    void addressOfAFormThatCameBack_opensTheMigration() {
        MigrationId id = draft(HERE);

        assertThat(ana.get(home(id)).body()).as("her clock has a name").contains("Horário de Brasília").doesNotContain("Sao Paulo");
        assertThat(ana.get(home(id) + "/actions/schedule?lang=es").location()).endsWith(home(id));
        assertThat(ana.get(home(id)).body()).as("in the language that was just chosen").contains("lang=\"es\"");
        ana.get(home(id) + "?lang=pt-BR");
        assertThat(ana.get(home(draft(THERE)) + "/actions/schedule").status()).as("another provider's").isEqualTo(404);
    }

    @Test
    void actionThatIsOverBy_saysSo_andShowsHowItStands() {
        MigrationId id = draft(HERE);
        Map<String, String> form = ana.get(home(id)).form("/actions/submit");

        Visitor.Answer answer = ana.post(home(id) + "/actions/enter-code", form);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("a migração avançou", "/actions/submit");
    }

    @Test
    void wrongCode_saysWhatIsWrong_andNothingIsLost() {
        MigrationId id = askedForCode();
        Map<String, String> form = ana.get(home(id)).form("/actions/enter-code");
        form.put("code", "12" + SCRIPT);
        Visitor.Answer malformed = ana.post(home(id) + "/actions/enter-code", form);
        assertThat(malformed.status()).isEqualTo(422);
        assertThat(malformed.body()).contains("seis dígitos", "autocomplete=\"one-time-code\"").doesNotContain("alert(1)");

        form.put("code", "918-273");
        assertThat(ana.post(home(id) + "/actions/enter-code", form).location()).contains("told=enter-code");
        until(id, "ownership-refused", card -> card.migration().attempts().stream().anyMatch(one -> one.act().word().equals("verify-code"))
                && card.standing().next() instanceof Next.Ask);

        String page = ana.get(home(id)).body();
        assertThat(page).contains("O código está errado", "Tentativas restantes: 4").doesNotContain("918-273", "918273");
        assertThat(ana.get(home(id)).form("/actions/enter-code").get("key")).isNotEqualTo(form.get("key"));
    }

    @Test
    void keyThatIsNoneOfOurs_isTakenForNone() {
        MigrationId id = askedForCode();
        Map<String, String> form = ana.get(home(id)).form("/actions/enter-code");
        form.put("key", "\0" + "k".repeat(300));
        form.put("code", "12");

        assertThat(ana.post(home(id) + "/actions/enter-code", form).status()).isEqualTo(422);
    }

    @Test
    void withdrawal_saysFirstWhatStays() {
        MigrationId id = askedForCode();

        Visitor.Answer before = ana.get(home(id) + "/withdraw");
        assertThat(before.body()).contains("O número fica listado na conta de destino");
        ana.post(home(id) + "/actions/withdraw", before.form("/actions/withdraw"));

        until(id, "withdrawn", card -> card.migration().ending().isPresent());
        assertThat(ana.get(home(id)).body()).contains("Cancelada").doesNotContain("<form class=\"ask\"");
        assertThat(ana.get(home(id) + "/withdraw").status()).isEqualTo(409);
    }

    @Test
    void openPage_isToldThatSomethingChanged() throws IOException {
        MigrationId id = draft(HERE);
        try (var lines = new BufferedReader(
                new InputStreamReader(ana.listen(home(id) + "/stream?seen=" + card(id).version()), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).as("nothing has changed yet").startsWith(":");
            serving.bean(Desk.class).tell(HERE, id, Action.WITHDRAW, Map.of(), Source.person("bia"));

            assertThat(lines.lines().anyMatch("event: changed"::equals)).isTrue();
            assertThat(lines.lines().anyMatch("event: over"::equals)).as("nothing more can change").isTrue();
        }
    }

    /** The page was made while the number was looked at, and nobody listened yet when that ended: a look ended is no new moment. */
    @Test
    void whatChangedBeforeThePageListened_isSaidAtOnce() throws IOException {
        MigrationId id = draft(HERE);
        long seen = card(id).version();
        long moment = card(id).migration().moment();
        serving.sql().sql("update migrations set changed_at = now() where id = ?").param(id.value()).update();
        assertThat(card(id).migration().moment()).isEqualTo(moment);

        try (var lines = new BufferedReader(
                new InputStreamReader(ana.listen(home(id) + "/stream?seen=" + seen), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().takeWhile(line -> !line.equals(": still here")).anyMatch("event: changed"::equals)).isTrue();
        }
    }

    @Test
    void openPagesOfAPerson_areCounted_andThoseThatCloseAreNot() throws IOException {
        MigrationId id = draft(HERE);
        serving.bean(Users.class).add(HERE, "many.pages", Scope.ADMIN, new Secret("correct horse battery"));
        Visitor many = Visitor.ofSaoPaulo(serving.uri());
        many.signIn("many.pages", "correct horse battery");
        var open = new ArrayList<BufferedReader>();
        for (int i = 0; i < MigrationStream.MOST_STREAMS; i++) {
            open.add(new BufferedReader(new InputStreamReader(many.listen(home(id) + "/stream"), StandardCharsets.UTF_8)));
            assertThat(open.getLast().readLine()).isEqualTo(": listening");
        }
        assertThat(many.get(home(id) + "/stream").status()).isEqualTo(429);
        assertThat(many.get(home(id)).status()).as("the page itself").isEqualTo(200);

        serving.bean(Desk.class).tell(HERE, id, Action.WITHDRAW, Map.of(), Source.person("bia"));
        for (BufferedReader one : open) {
            assertThat(one.lines().anyMatch("event: over"::equals)).isTrue();
        }
        assertThat(many.get(home(id) + "/stream").status()).as("once they are closed").isEqualTo(200);
    }

    @Test
    void formOfANewMigration_asksWhatItsRouteTakes() {
        String currency = ana.get("/migrations/new?route=currency").body();
        String add = ana.get("/migrations/new?route=add").body();

        assertThat(currency).contains("name=\"from\"", "name=\"terms.currency\"", "name=\"opens\"")
                .doesNotContain("name=\"to\"", "name=\"method\"");
        assertThat(add).contains("name=\"to\"", "name=\"method\"", "name=\"terms.display-name\"")
                .doesNotContain("name=\"from\"", "name=\"opens\"");
        assertThat(ana.get("/migrations/new?route=add&number=%2B551198").body()).as("of another way")
                .contains("<option value=\"add\" selected", "type=\"hidden\" name=\"number\" value=\"+551198\"");
        assertThat(ana.get("/migrations/new").body()).containsPattern("for=\"from\">[^<]+ <span class=\"optional\">\\(opcional\\)")
                .doesNotContainPattern("for=\"number\">[^<]+ <span class=\"optional");
        assertThat(Routes.all()).allSatisfy(
                route -> assertThat(ana.get("/migrations/new?route=" + route.name()).status()).as(route.name()).isEqualTo(200));
    }

    @Test
    void orderOfAnotherRoute_isPlacedWithWhatItAsks() {
        Map<String, String> form = ana.get("/migrations/new?route=currency").form("/migrations/new");
        form.put("number", "+5511980001001, +5511980001002");
        form.put("from", "100001");
        form.put("start", "draft");

        Visitor.Answer missing = ana.post("/migrations/new", form);
        form.put("terms.currency", "BRL");
        Visitor.Answer placed = ana.post("/migrations/new", form);

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("href=\"#terms.currency\"");
        var order = card(new MigrationId(placed.goesTo().replace("/migrations/", ""))).migration();
        assertThat(order.route().name()).isEqualTo("currency");
        assertThat(order.order().numbers()).hasSize(2);
        assertThat(order.facts().value(Fact.CURRENCY)).contains("BRL");
    }

    @Test
    void signUp_isOpenedFromAPageOfItsOwn_andItsCodeNeverComesBack() {
        MigrationId id = askedToSignUp();

        Visitor.Answer page = ana.get(home(id) + "/sign-up");
        Map<String, String> form = page.form("/actions/sign-up");
        form.put("event", "not one of theirs");
        form.put("signup-code", "AQB-very-secret");
        Visitor.Answer refused = ana.post(home(id) + "/actions/sign-up", form);

        assertThat(page.body()).contains("data-sdk=\"" + sandbox.uri().resolve("/sandbox/sdk.js") + "\"",
                "whatsapp_business_app_onboarding");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("not one of theirs").doesNotContain("AQB-very-secret");
        form.put("event", "CANCEL");
        form.put("left-at", "PHONE_NUMBER_VERIFICATION");
        assertThat(ana.post(home(id) + "/actions/sign-up", form).location()).contains("told=sign-up");
        until(id, "asked again", card -> card.allowed().contains(Action.SIGN_UP));
        assertThat(ana.get(home(id) + "/sign-up").body()).contains("no código que comprova o número");
        assertThat(ana.get(home(draft(HERE)) + "/sign-up").status()).as("nobody is asked").isEqualTo(303);
    }

    @Test
    void guestLink_isShownOnce_andClosedFromItsList() {
        MigrationId id = askedForCode();
        String links = home(id) + "/guest-links";
        assertThat(ana.get(home(id)).body()).contains("href=\"" + links + "\"");
        Map<String, String> form = ana.get(links).form("/guest-links");
        form.put("to", "");
        assertThat(ana.post(links, form).status()).as("to nobody").isEqualTo(422);
        form.put("to", SCRIPT);

        Visitor.Answer made = ana.post(links, form);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body()).contains("value=\"https://portway.example/g/").doesNotContain("<script>alert");
        String list = ana.get(links).body();
        assertThat(list).contains("/revoke").doesNotContain("/g/", "<script>alert");
        String path = made.body().replaceAll("(?s).*value=\"https://portway.example(/g/[^\"]+).*", "$1");
        var guest = new Visitor(serving.uri(), Map.of());
        assertThat(guest.get(path).body()).contains("one-time-code", "Pages asks you");

        ana.post(list.replaceAll("(?s).*action=\"([^\"]+/revoke).*", "$1"), ana.get(links).form("/revoke"));

        assertThat(guest.get(path).status()).isEqualTo(404);
        assertThat(ana.get(links).body()).doesNotContain("/revoke");
    }

    @Test
    void guestLinks_needAFormOfOurs_andAMigrationOfOurs() {
        MigrationId id = askedForCode();
        Map<String, String> form = ana.get(home(id) + "/guest-links").form("/guest-links");
        form.put("to", "Maria");

        assertThat(ana.post(home(draft(THERE)) + "/guest-links", form).status()).isEqualTo(404);
        form.remove("_csrf");
        assertThat(ana.post(home(id) + "/guest-links", form).status()).isEqualTo(403);
        assertThat(ana.get(home(draft(HERE)) + "/guest-links").body()).as("nothing is asked of a draft").doesNotContain("name=\"to\"");
    }

    private MigrationId askedToSignUp() {
        var order = new Order(List.of(new PhoneNumber("+5511980002001")), Optional.empty(), SourceAccess.NONE, Optional.empty(),
                Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE, Optional.empty());
        MigrationId id = ((Desk.Placed.New) serving.bean(Desk.class)
                .place(HERE, Routes.named("coexist").orElseThrow(), order, List.of(Learned.that(Fact.SUBMITTED, true)),
                        Source.person("ana")))
                .card()
                .migration()
                .id();
        until(id, "asked to sign up", card -> card.allowed().contains(Action.SIGN_UP));
        return id;
    }

    private static String home(MigrationId id) {
        return "/migrations/" + id;
    }

    private MigrationId draft(ProviderId provider) {
        return place(provider, List.of());
    }

    private MigrationId askedForCode() {
        MigrationId id = place(HERE, List.of(Learned.that(Fact.SUBMITTED, true)));
        until(id, "asked for the code", card -> card.allowed().contains(Action.ENTER_CODE));
        return id;
    }

    /** Of a number that can move; after the first, of numbers nobody has, which is enough for a draft. */
    private MigrationId place(ProviderId provider, List<Learned<?>> said) {
        var number = new PhoneNumber(said.isEmpty() ? "+55119" + (80_000_000 + ++placed) : movable());
        var order = new Order(List.of(number), Optional.of(new WabaId(env("sourceWabaId"))), SourceAccess.READ,
                Optional.of(new WabaId(env("wabaId"))),
                Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE, Optional.empty());
        var all = new ArrayList<>(said);
        all.add(Learned.that(Fact.CODE_CHOICE, number, new CodeChoice(CodeChoice.Method.SMS, "pt_BR")));
        return ((Desk.Placed.New) serving.bean(Desk.class)
                .place(provider, Routes.named("migrate").orElseThrow(), order, all, Source.person("ana"))).card().migration().id();
    }

    private String movable() {
        var owner = new Visitor(sandbox.uri(), Map.of());
        return new JsonMapper().readTree(owner.postJson("/sandbox/numbers/batch", "{\"count\":1}").body())
                .path("numbers")
                .path(0)
                .asString();
    }

    private Desk.Card card(MigrationId id) {
        return serving.bean(Desk.class).find(HERE, id).orElseThrow();
    }

    private long told(MigrationId id, Action action) {
        return serving.bean(Desk.class)
                .events(HERE, id, 0, 100)
                .stream()
                .filter(event -> event.name().equals(action.word() + "-told"))
                .count();
    }

    private void until(MigrationId id, String what, Predicate<Desk.Card> holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.test(card(id))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not in time: " + what + ", but " + card(id).standing());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
