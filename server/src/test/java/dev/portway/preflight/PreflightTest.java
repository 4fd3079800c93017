package dev.portway.preflight;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.portway.graph.GivenLines;
import dev.portway.graph.GraphLines;
import dev.portway.graph.Quota;
import dev.portway.graphclient.GraphAccess;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.GraphConfig;
import dev.portway.graphclient.answer.GraphResult;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.graphclient.value.GraphVersion;
import dev.portway.graphclient.value.SendBy;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.problem.Problems;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import dev.portway.sandbox.fault.Faults;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks against the sandbox's Graph, over HTTP: each of its numbers has a trouble of its own. */
class PreflightTest {
    private static final ProviderId PROVIDER = new ProviderId("rota");
    private static final List<String> CHECKS = Routes.named("migrate").orElseThrow().asks().checks();
    private static final String SOURCE = "200000000000001";
    private static final String DESTINATION = "200000000000002";
    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.onFreePort());
    private static final String SOURCE_TOKEN = "sandbox-token-source";
    private static final String TOKEN = "sandbox-token-destination";
    private static final String CLIENT_TOKEN = "sandbox-token-client";

    /** Not for partners to read, not read at all, and asked in the name of an app that has not given its secret here: not what is asked. */
    private static final Set<String> ALWAYS_UNKNOWN = Set.of("admin-known not-found", "no-ban-announced not-shown",
            "callback-reachable not-shown");
    private static final CreditLineId LINE = new CreditLineId("620000000000002");
    private static final Duration SEVEN_MINUTES = Duration.ofMinutes(7);
    private static final Map<String, Integer> TAKEN = new ConcurrentHashMap<>();
    private static String closed = "";

    @AfterEach
    void reset() {
        TAKEN.clear();
        closed = "";
        SANDBOX.stage().reset();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /** What somebody may see who asks about a number: from, to, and what is not in order, with whose move it is. */
    static Stream<Arguments> troubles() {
        return Stream.of(
                number("two-step-on", "+5511987650001", SOURCE, DESTINATION, "two-step-off fails: client"),
                number("none", "+5511987650002", SOURCE, DESTINATION),
                number("name-not-approved", "+5511987650003", SOURCE, DESTINATION, "display-name-approved fails: origin"),
                number("name-change-pending", "+5511987650004", SOURCE, DESTINATION, "display-name-approved fails: origin"),
                number("on-business-app", "+5511987650005", SOURCE, DESTINATION, "not-on-business-app fails: client"),
                number("on-premises", "+5511987650006", SOURCE, DESTINATION, "not-on-premises fails: origin"),
                number("in-maintenance, shown nowhere", "+5511987650007", SOURCE, DESTINATION),
                number("banned", "+5511987650008", SOURCE, DESTINATION, "number-not-restricted fails: client"),
                number("already-at-destination", "+5511987650009", SOURCE, DESTINATION, "number-at-source fails: client",
                        "not-at-destination fails: provider"),
                number("half-onboarded", "+5511987650010", SOURCE, DESTINATION, "number-registered fails: provider"),
                number("hidden-source, with its token", "+5511987650011", "200000000000003", DESTINATION),
                number("unverified-portfolio", "+5511987650012", "200000000000007", "200000000000008", "source-ready fails: client",
                        "messaging-limit warns: client", "destination-ready fails: client", "able-to-send warns: provider"),
                number("other-business", "+5511987650013", "200000000000009", DESTINATION, "same-business fails: client"),
                number("test-number", "+15550150014", "200000000000010", DESTINATION, "not-a-test-number fails: client",
                        "payment-at-source warns: client", "same-currency warns: provider"),
                number("ninth-digit", "+5531987650015", SOURCE, DESTINATION, "number-format fails: provider"),
                number("ninth-digit, as Graph shows it", "+553187650015", SOURCE, DESTINATION),
                number("registers-spent, shown nowhere", "+5511987650016", SOURCE, DESTINATION),
                number("landline", "+551137650017", SOURCE, DESTINATION, "code-reachable warns: client"),
                number("ivr", "+551137650018", SOURCE, DESTINATION, "code-reachable warns: client"),
                number("two-step-comes-back, not yet", "+5511987650019", SOURCE, DESTINATION),
                number("low-quality", "+5511987650020", SOURCE, DESTINATION, "quality-good warns: client"),
                number("nobody's", "+5511987659999", SOURCE, DESTINATION, "number-at-source fails: client"),
                number("no payment", "+5511987650002", SOURCE, "200000000000004", "payment-at-destination fails: provider"),
                number("no app", "+5511987650002", SOURCE, "200000000000005", "app-subscribed warns: portway"),
                number("in review", "+5511987650002", SOURCE, "200000000000006", "destination-ready fails: client",
                        "able-to-send warns: provider"),
                number("request pending", "+5511987650002", SOURCE, "200000000000011", "request-approved fails: client"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void everyTrouble_isFound_withWhoseMoveItIs(String trouble, String number, String from, String to, List<String> expected) {
        assertThat(notInOrder(look(order(number, from, to, SourceAccess.READ), SOURCE_TOKEN, TOKEN))).isEqualTo(expected);
    }

    @Test
    void sourceThatMayNotBeSeen_isUnknown_notEmpty() {
        Findings findings = look(order("+5511987650011", "200000000000003", DESTINATION, SourceAccess.READ), TOKEN, TOKEN);

        assertThat(unknown(findings)).contains("number-at-source not-found", "two-step-off not-found", "same-business not-found");
        assertThat(findings.all()).noneMatch(finding -> finding.verdict() == Verdict.FAILS);
        assertThat(findings.blocking().map(Finding::check)).contains("two-step-off");
    }

    @Test
    void unknownDestination_isNotTakenForAnEmptyOne() {
        Findings findings = look(order("+5511987650002", SOURCE, "299999999999999", SourceAccess.READ), SOURCE_TOKEN, TOKEN);

        assertThat(unknown(findings)).contains("not-at-destination not-found", "destination-ready not-found",
                "payment-at-destination not-found");
    }

    @Test
    void withoutAccess_peopleAreAskedWhatTheyCanKnow() {
        Findings findings = look(order("+5511987650001", SOURCE, DESTINATION, SourceAccess.NONE), SOURCE_TOKEN, TOKEN);

        assertThat(findings.all().stream().filter(Finding::blocks).map(Finding::check).toList()).containsExactly("two-step-off",
                "display-name-approved", "not-on-business-app", "same-business", "source-ready");
        assertThat(unknown(findings)).contains("two-step-off no-access", "template-capacity no-access", "number-at-source no-access");
    }

    /** Who is in a portfolio only the portfolio itself may read; a partner is told that there is no such thing. */
    @Test
    void whoIsAdmin_isSeenByTheClientsOwnToken_andIsMissed() {
        Order order = order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ);

        assertThat(finding(look(order, SOURCE_TOKEN, TOKEN), "admin-known").unseen()).contains(Unseen.NOT_FOUND);
        assertThat(finding(look(order, SOURCE_TOKEN, CLIENT_TOKEN), "admin-known").value()).isEqualTo("admins: 1");
        SANDBOX.stage().world.run(() -> SANDBOX.stage().world.people.remove("615000000000001"));
        assertThat(finding(look(order, SOURCE_TOKEN, CLIENT_TOKEN), "admin-known").verdict()).isEqualTo(Verdict.WARNS);
    }

    @Test
    void otherSystemsAtTheSource_areNamed() {
        SANDBOX.stage().world.run(() -> requireNonNull(SANDBOX.stage().world.wabas.get(SOURCE)).subscriptions.put("634974688087009", ""));

        Finding finding = finding(look(order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), SOURCE_TOKEN, TOKEN),
                "alone-at-source");

        assertThat(finding.verdict()).isEqualTo(Verdict.WARNS);
        assertThat(finding.value()).isEqualTo("634974688087009, Cedro");
    }

    /** What comes to a number after the move goes where the app, or the account, has it sent. */
    @Test
    void addressOfWebhooks_isReadInTheAppsName_andShownWithoutWhatMayBeSecret() {
        App app = requireNonNull(SANDBOX.stage().world.apps.get(requireNonNull(SANDBOX.environment().get("appId"))));
        assertThat(callback().value()).isEqualTo("no-callback");

        SANDBOX.stage().world.run(() -> app.webhookUrl = "https://rota.example/hook?key=s3cret");
        assertThat(callback().verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(callback().toString()).contains("callback: rota.example").doesNotContain("s3cret");

        SANDBOX.stage().world.run(() -> app.webhookFields.add("account_update"));
        assertThat(callback().value()).isEqualTo("callback-without-messages: rota.example");

        fault("read-app", "http-503");
        assertThat(callback().unseen()).as("nothing waits for it").contains(Unseen.NOT_NOW);
    }

    private static Finding callback() {
        var app = new AppId(requireNonNull(SANDBOX.environment().get("appId")));
        var lines = new GivenLines(client(TOKEN), client(SOURCE_TOKEN), Optional.of(app.value()), (_, waba) -> new Counted(waba.value()),
                Optional.of(new GraphLines.AppLogin(app, new AppSecret("sandbox-secret-destination"))));
        return finding(looked(Preflight.over(lines, InstantSource.fixed(Scene.NOW)),
                order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), Facts.NONE), "callback-reachable");
    }

    /** Graph shows that something pays; by the shares of our line it is known whether that is ours. */
    @Test
    void lineThatPays_isKnownByItsShares() {
        String unpaid = "200000000000004";
        assertThat(line(DESTINATION).value()).isEqualTo("not-our-line");
        assertThat(line(unpaid).value()).isEqualTo("no-line");

        client(TOKEN).credit()
                .shareAndAttach(LINE, new dev.portway.graphclient.value.WabaId(unpaid), Currency.getInstance("BRL"), SendBy.whenever());

        assertThat(line(unpaid).value()).isEqualTo("our-line");
    }

    private static Finding line(String to) {
        Facts known = Facts.NONE.with(List.of(Learned.that(Fact.CREDIT_LINE, LINE.value())), 1, Scene.NOW, Source.PORTWAY);
        return finding(looked(preflight(SOURCE_TOKEN, TOKEN), order("+5511987650002", SOURCE, to, SourceAccess.READ), known),
                "no-other-line");
    }

    @Test
    void quotaThatIsNearlyUsed_isToldBesideTheAnswers() {
        SANDBOX.stage().world.run(() -> List.of(Switch.CALLS_PER_HOUR, Switch.CALLS_PER_HOUR_INACTIVE)
                .forEach(limit -> SANDBOX.stage().world.switches.set(limit, "5")));

        Finding finding = finding(look(order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), SOURCE_TOKEN, TOKEN),
                "calls-left");

        assertThat(finding.verdict()).isEqualTo(Verdict.WARNS);
        assertThat(finding.value()).isEqualTo("calls-nearly-used: " + DESTINATION);
    }

    private static Finding finding(Findings findings, String check) {
        return findings.all().stream().filter(one -> one.check().equals(check)).findFirst().orElseThrow();
    }

    @Test
    void fieldThatGraphLeavesOut_isUnknown() {
        SANDBOX.stage().world.run(() -> SANDBOX.stage().world.switches.set(Switch.PIN_FIELD, "left-out"));

        Findings findings = look(order("+5511987650001", SOURCE, DESTINATION, SourceAccess.READ), SOURCE_TOKEN, TOKEN);

        assertThat(unknown(findings)).containsExactly("two-step-off not-shown");
        assertThat(findings.blocking().map(Finding::check)).contains("two-step-off");
    }

    @Test
    void tokenThatMayNotAskAboutItself_isAskedAboutInTheAppsName() {
        SANDBOX.stage().world.run(() -> SANDBOX.stage().world.switches.set(Switch.DEBUG_TOKEN_ASKED_BY, "app-only"));
        Order order = order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ);

        assertThat(unknown(look(order, TOKEN, TOKEN))).isEmpty();
        assertThat(notInOrder(look(order, TOKEN, "sandbox-token-messaging-only"))).startsWith("destination-token fails: provider");
    }

    @ParameterizedTest
    @CsvSource({
        "sandbox-token-messaging-only, lacks: whatsapp_business_management",
        "sandbox-token-management-only, lacks: whatsapp_business_messaging",
        "sandbox-token-other-waba, out-of-reach: whatsapp_business_management / 200000000000002",
        "sandbox-token-source, of-another-app: 634974688087001 / 634974688087002",
        "sandbox-token-expired, token-invalid", "sandbox-token-revoked, token-invalid", "sandbox-token-blocked, access-blocked"})
    void tokenThatWillNotDo_isFound_beforeAnythingElse(String token, String value) {
        Findings findings = look(order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), SOURCE_TOKEN, token);

        Finding first = findings.blocking().orElseThrow();
        assertThat(first.check()).isEqualTo("destination-token");
        assertThat(first.value()).isEqualTo(value);
        assertThat(notInOrder(findings)).startsWith("destination-token fails: provider");
    }

    @Test
    void revokedSourceToken_warns_andPeopleAreAsked() {
        Findings findings = look(order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), "sandbox-token-revoked", TOKEN);

        assertThat(notInOrder(findings)).containsExactly("source-token warns: origin");
        assertThat(unknown(findings)).contains("two-step-off token-invalid");
        assertThat(findings.blocking().map(Finding::check)).contains("two-step-off");
    }

    @ParameterizedTest
    @CsvSource({
        "list-numbers, http-503, unavailable, two-step-off", "list-numbers, throttle, rate-limited, two-step-off",
        "list-numbers, html, unavailable, two-step-off", "read-waba, drop-before, unreachable, same-business",
        "list-templates, http-500, unavailable, template-capacity", "debug-token, http-503, unavailable, destination-token",
        "list-subscriptions, throttle, rate-limited, app-subscribed"})
    void oneKindOfReadInTrouble_leavesTheRestJudged(String call, String kind, String why, String check) {
        fault(call, kind);

        Findings findings = look(order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), SOURCE_TOKEN, TOKEN);

        assertThat(unknown(findings)).contains(check + " " + why).allMatch(one -> one.endsWith(" " + why));
        assertThat(findings.blocking()).isEmpty();
        assertThat(findings.passing()).isTrue();
        assertThat(findings.all()).anyMatch(finding -> finding.verdict() == Verdict.HOLDS);
    }

    @ParameterizedTest
    @CsvSource({"http-503, graph-unavailable, PT0S", "throttle, rate-limited, PT1H", "drop-before, graph-unreachable, PT0S"})
    void graphInTrouble_isNotAFinding(String kind, String problem, Duration pause) {
        fault("*", kind);

        assertThat(
                preflight(SOURCE_TOKEN, TOKEN).check(new Preflight.Question(PROVIDER,
                        order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), CHECKS, Facts.NONE, Spendings.NONE)))
                .isEqualTo(new Preflight.Result.Blind(
                        Problems.all().stream().filter(one -> one.code().equals(problem)).findFirst().orElseThrow(), pause));
    }

    @Test
    void readsAreCountedBeforeTheyAreMade_inOneGoForEachWaba() {
        look(order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), SOURCE_TOKEN, TOKEN);

        assertThat(TAKEN).containsOnly(Map.entry(SOURCE, 4), Map.entry(DESTINATION, 4));
        for (String waba : List.of(SOURCE, DESTINATION)) {
            assertThat(SANDBOX.stage().calls.find(call -> call.path().contains(waba))).hasSize(TAKEN.getOrDefault(waba, 0));
        }
    }

    @Test
    void spentQuotaOfTheDestination_asksNothing_andSaysForHowLong() {
        closed = DESTINATION;

        assertThat(
                preflight(SOURCE_TOKEN, TOKEN).check(new Preflight.Question(PROVIDER,
                        order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), CHECKS, Facts.NONE, Spendings.NONE)))
                .isEqualTo(new Preflight.Result.Blind(Problems.RATE_LIMITED, SEVEN_MINUTES));
        assertThat(SANDBOX.stage().calls.find(_ -> true)).isEmpty();
    }

    @Test
    void spentQuotaOfTheSource_leavesTheDestinationJudged() {
        closed = SOURCE;

        Findings findings = look(order("+5511987650002", SOURCE, DESTINATION, SourceAccess.READ), SOURCE_TOKEN, TOKEN);

        assertThat(unknown(findings)).contains("two-step-off rate-limited").allMatch(one -> one.endsWith(" rate-limited"));
        assertThat(findings.passing()).isTrue();
        assertThat(findings.again()).as("what the quota says").contains(SEVEN_MINUTES);
        assertThat(SANDBOX.stage().calls.find(call -> call.path().contains(SOURCE))).isEmpty();
    }

    @Test
    void severalNumbers_areJudgedEach_fromOneReading() {
        Order two = new Order(List.of(new PhoneNumber("+5511987650001"), new PhoneNumber("+5511987650005")),
                Optional.of(new WabaId(SOURCE)),
                SourceAccess.READ, Optional.of(new WabaId(DESTINATION)), Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE,
                Optional.empty());

        Findings findings = look(two, SOURCE_TOKEN, TOKEN);

        assertThat(findings.all()
                .stream()
                .filter(one -> one.verdict() == Verdict.FAILS)
                .map(one -> one.number().orElseThrow().e164() + " " + one.check()))
                .containsExactly("+5511987650001 two-step-off", "+5511987650005 not-on-business-app");
        assertThat(SANDBOX.stage().calls.find(call -> call.call().equals("list-numbers") && call.status() == 200)).hasSize(2);
    }

    @Test
    void evidence_saysWhatWhereAndWhen() {
        Finding finding = look(order("+5511987650001", SOURCE, DESTINATION, SourceAccess.READ), SOURCE_TOKEN, TOKEN).blocking()
                .orElseThrow();

        assertThat(finding.value()).isEqualTo("on");
        assertThat(finding.where()).isEqualTo("/200000000000001/phone_numbers: is_pin_enabled");
        assertThat(finding.at()).isEqualTo(Scene.NOW);
    }

    private static Arguments number(String trouble, String number, String from, String to, String... notInOrder) {
        return arguments(trouble, number, from, to, List.of(notInOrder));
    }

    private static void fault(String call, String kind) {
        assertThat(SANDBOX.stage().faults.order(new Faults.Order(call, kind, null, 1, 1_000, Duration.ZERO))).isPresent();
    }

    private static List<String> notInOrder(Findings findings) {
        return findings.all()
                .stream()
                .filter(one -> one.verdict() == Verdict.FAILS || one.verdict() == Verdict.WARNS)
                .map(one -> one.check() + (one.verdict() == Verdict.FAILS ? " fails: " : " warns: ") + one.owner().word())
                .toList();
    }

    private static List<String> unknown(Findings findings) {
        return findings.all()
                .stream()
                .filter(one -> one.verdict() == Verdict.UNKNOWN)
                .map(one -> one.check() + " " + one.unseen().map(Unseen::word).orElse(""))
                .filter(one -> !ALWAYS_UNKNOWN.contains(one))
                .collect(Collectors.toList());
    }

    private static Findings look(Order order, String sourceToken, String token) {
        return looked(preflight(sourceToken, token), order, Facts.NONE);
    }

    private static Findings looked(Preflight preflight, Order order, Facts known) {
        return switch (preflight.check(new Preflight.Question(PROVIDER, order, CHECKS, known, Spendings.NONE))) {
            case Preflight.Result.Looked looked -> looked.findings();
            case Preflight.Result.Blind(var why, _) -> throw new AssertionError("blind: " + why);
        };
    }

    private static Order order(String number, String from, String to, SourceAccess access) {
        return new Order(List.of(new PhoneNumber(number)), Optional.of(new WabaId(from)), access, Optional.of(new WabaId(to)),
                Proving.BEFORE_WINDOW,
                Order.SETTLING, Order.PATIENCE, Optional.empty());
    }

    private static GraphClient client(String token) {
        String secret = switch (token) {
            case SOURCE_TOKEN -> "sandbox-secret-source";
            case "sandbox-token-blocked" -> "sandbox-secret-blocked";
            default -> "sandbox-secret-destination";
        };
        return GraphClient.open(GraphConfig.of(URI.create(SANDBOX.uri().toString()), GraphVersion.CURRENT),
                GraphAccess.of(new AccessToken(token), new AppSecret(secret)));
    }

    /** Says no for the WABAs that are closed, and knows what was taken. */
    private record Counted(String waba) implements Quota {
        @Override
        public Optional<Duration> take(int calls) {
            TAKEN.merge(waba, calls, Integer::sum);
            return closedFor();
        }

        @Override
        public Optional<Duration> closedFor() {
            return waba.equals(closed) ? Optional.of(SEVEN_MINUTES) : Optional.empty();
        }

        @Override
        public <R extends GraphResult<?>> R heard(R result) {
            return result;
        }
    }

    private static Preflight preflight(String sourceToken, String token) {
        var lines = new GivenLines(client(token), client(sourceToken), Optional.of(requireNonNull(SANDBOX.environment().get("appId"))),
                (_, waba) -> new Counted(waba.value()));
        return Preflight.over(lines, InstantSource.fixed(Scene.NOW));
    }
}
