package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.partner.Partners;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route with the server's own hands in a world of the sandbox, where each number waits for its way: what people do on Meta's pages is done at the
 * sandbox's controls, and time is moved on both sides together.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {
    private static final String CEDRO_WABA = "200000000000001";
    private static final String ROTA_WABA = "200000000000002";
    private static final String LINE = "620000000000002";
    private static final Map<String, String> ROUTES = Map.of("signupWithoutTheNumber", "signup", "intentOntoASolution", "intent",
            "partnerChange", "partner-change", "portOut", "port-out");
    /** Nothing lists what these made, and Graph refuses a second one while the first is open: somebody has to end it there. */
    private static final Set<Act> ID_IS_LOST = Set.of(Act.SET_INTENT, Act.START_CLONE);

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    private final Serving serving = Serving.shared();

    @AfterAll
    void close() {
        sandbox.close();
    }

    /** Every way there is, by its name. */
    private SandboxJourney journey(String way) {
        return switch (way) {
            case "migrate" -> migrate();
            case "signupWithoutTheNumber" -> signupWithoutTheNumber();
            case "join" -> join();
            case "reshare" -> reshare();
            case "intent" -> intent();
            case "intentOntoASolution" -> intentOntoASolution();
            case "currency" -> currency();
            case "add" -> add();
            case "coexist" -> coexist();
            case "reconnect" -> reconnect();
            case "hosting" -> hosting();
            case "partnerChange" -> partnerChange();
            case "portOut" -> portOut();
            default -> throw new IllegalArgumentException(way);
        };
    }

    static Stream<Arguments> effects() {
        return Stream.of(
                "migrate",
                "signupWithoutTheNumber",
                "join",
                "reshare",
                "intent",
                "intentOntoASolution",
                "currency",
                "add",
                "coexist",
                "reconnect",
                "hosting",
                "partnerChange",
                "portOut")
                .flatMap(way -> Routes.named(ROUTES.getOrDefault(way, way))
                        .orElseThrow()
                        .steps()
                        .stream()
                        .flatMap(step -> step.effect().stream())
                        .distinct()
                        .map(act -> Arguments.of(way, act)));
    }

    /** As when its node is killed right before, or right after, Graph was asked. */
    @ParameterizedTest
    @MethodSource("effects")
    void answerThatIsLost_isFoundOutFromGraph_andTheWayLeadsToItsEnd(String way, Act act) {
        for (boolean callToo : List.of(true, false)) {
            SandboxJourney one = journey(way).losing(act, callToo);

            if (!callToo && ID_IS_LOST.contains(act)) {
                one.asksToMend(act);
            } else {
                one.completes();
            }

            assertThat(one.registers()).as(way + " " + act).isLessThanOrEqualTo(1);
        }
    }

    private SandboxJourney migrate() {
        var one = world("migrate").from(CEDRO_WABA).to(ROTA_WABA).numbers("+5511987660001");
        one.reading(CEDRO_WABA, "source", SandboxJourney.CEDRO);
        return one;
    }

    @Test
    void migrate_leadsToItsEnd() {
        var one = migrate();

        one.completes();

        assertThat(one.registers()).isOne();
    }

    private SandboxJourney signupWithoutTheNumber() {
        var one = world("signup").numbers("+5511987660001");
        one.signsUp(person -> person.codeFor(ROTA_WABA));
        return one;
    }

    @Test
    void signupWithoutTheNumber_leadsToItsEnd() {
        var one = signupWithoutTheNumber();

        one.completes();

        assertThat(one.registers()).isOne();
    }

    private SandboxJourney join() {
        var one = world("join").numbers("+5511987660014").said(Term.CREDIT_LINE, LINE);
        one.signsUp(person -> {
            if (person.wabaBeside("5511987660014", "200000000000026").isEmpty()) {
                person.post("numbers/+5511987660014/partners", Map.of("appId", SandboxJourney.ROTA));
            }
            return person.codeFor(person.wabaBeside("5511987660014", "200000000000026").orElseThrow());
        });
        return one;
    }

    @Test
    void join_leadsToItsEnd() {
        var one = join();

        one.completes();

        assertThat(one.registers()).isZero();
    }

    private SandboxJourney reshare() {
        var one = world("reshare").to("200000000000026").numbers("+5511987660014").said(Term.CREDIT_LINE, LINE);
        one.signsUp(person -> {
            person.put("wabas/200000000000026", Map.of("partners", Map.of("510000000000002", "MANAGE")));
            return person.codeFor("200000000000026");
        });
        return one;
    }

    @Test
    void reshare_leadsToItsEnd() {
        var one = reshare();

        one.completes();

        assertThat(one.registers()).isZero();
        assertThat(one.desk().now.toString()).as("until the first of a month").contains("-01T");
    }

    private SandboxJourney intent() {
        var one = world("intent").from("200000000000021")
                .numbers("+5511987660004")
                .said(Term.INTENT, "to-solution")
                .said(Term.SOLUTION, "650000000000002")
                .said(Term.CREDIT_LINE, LINE);
        one.reading("200000000000021", "trilha-aurora", SandboxJourney.TRILHA);
        return one;
    }

    @Test
    void intent_leadsToItsEnd() {
        var one = intent();

        one.completes();

        assertThat(one.registers()).isOne();
    }

    private SandboxJourney intentOntoASolution() {
        var one = world("intent").from("200000000000023")
                .numbers("+5511987660006")
                .said(Term.INTENT, "add-to-solution")
                .said(Term.SOLUTION, "650000000000002");
        one.reading("200000000000023", "trilha-aurora", SandboxJourney.TRILHA);
        return one;
    }

    @Test
    void intentOntoASolution_leadsToItsEnd() {
        var one = intentOntoASolution();

        one.completes();

        assertThat(one.registers()).isZero();
    }

    private SandboxJourney currency() {
        var one = world("currency").from("200000000000024")
                .numbers("+5511987660007", "+5511987660008")
                .said(Term.CURRENCY, "BRL")
                .said(Term.CREDIT_LINE, LINE);
        return one;
    }

    @Test
    void currency_leadsToItsEnd() {
        var one = currency();

        one.completes();

        assertThat(one.registers()).isZero();
        assertThat(one.desk().migration.destination()).isPresent();
    }

    private SandboxJourney add() {
        var one = world("add").to(ROTA_WABA).numbers("+5511987660012").said(Term.DISPLAY_NAME, "Padaria Aurora");
        return one;
    }

    @Test
    void add_leadsToItsEnd() {
        var one = add();

        one.completes();

        assertThat(one.registers()).isOne();
    }

    private SandboxJourney coexist() {
        var one = world("coexist").numbers("+5511987660010");
        one.signsUp(person -> {
            if (person.signedUp()) {
                person.post("phones/5511987660010/app/disconnection", Map.of("reason", "ACCOUNT_DISCONNECTED"));
            }
            return person.post("phones/5511987660010/app/connection", Map.of("appId", SandboxJourney.ROTA)).path("code").asString();
        });
        return one;
    }

    @Test
    void coexist_leadsToItsEnd() {
        var one = coexist();

        one.completes();

        assertThat(one.registers()).isZero();
    }

    private SandboxJourney reconnect() {
        var one = world("reconnect").from(CEDRO_WABA)
                .to(ROTA_WABA)
                .numbers("+5511987660002")
                .said(Term.DISPLAY_NAME, "Padaria Aurora");
        one.reading(CEDRO_WABA, "source", SandboxJourney.CEDRO);
        return one;
    }

    @Test
    void reconnect_leadsToItsEnd() {
        var one = reconnect();

        one.completes();

        assertThat(one.registers()).isOne();
    }

    private SandboxJourney hosting() {
        var one = world("hosting").to(CEDRO_WABA).numbers("+5511987660013");
        one.asCedro();
        return one;
    }

    @Test
    void hosting_leadsToItsEnd() {
        var one = hosting();

        one.completes();

        assertThat(one.registers()).isOne();
    }

    private SandboxJourney partnerChange() {
        var one = world("partner-change").from("200000000000026").numbers("+5511987660014").said(Term.PARTNER, "aurora");
        one.asCedro();
        serving.bean(Partners.class).set(one.provider(), new Partners.Partner("aurora", "Aurora", false));
        return one;
    }

    @Test
    void partnerChange_leadsToItsEnd() {
        var one = partnerChange();

        one.completes();

        assertThat(serving.bean(Partners.class).partnerOf(one.provider(), new PhoneNumber("+5511987660014"))).contains("aurora");
        assertThat(one.registers()).isZero();
    }

    private SandboxJourney portOut() {
        var one = world("port-out").from(CEDRO_WABA).numbers("+5511987660002");
        one.asCedro();
        return one;
    }

    @Test
    void portOut_leadsToItsEnd() {
        var one = portOut();

        one.completes();

        assertThat(one.registers()).isZero();
    }

    private SandboxJourney world(String route) {
        return SandboxJourney.on(route, sandbox, serving);
    }
}
