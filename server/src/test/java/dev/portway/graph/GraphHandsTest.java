package dev.portway.graph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.database.PostgresForTests;
import dev.portway.graphclient.GraphAccess;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.GraphConfig;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.GraphVersion;
import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.Outcome;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.NumberSeen;
import dev.portway.migration.fact.Payment;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Probe;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.TwoStep;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import dev.portway.sandbox.fault.Faults;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresForTests.class)
class GraphHandsTest {
    private static final ProviderId PROVIDER = new ProviderId("rota");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final PhoneNumber FREE = new PhoneNumber("+5511987650002");
    private static final PhoneNumber TWO_STEP_ON = new PhoneNumber("+5511987650001");
    private static final PhoneNumber THERE_ALREADY = new PhoneNumber("+5511987650009");
    private static final PhoneNumber TESTER = new PhoneNumber("+5511912345678");
    private static final String SOURCE = "200000000000001";
    private static final String DESTINATION = "200000000000002";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    private final GraphClient destination = client("graphToken", "appSecret");
    private final GraphClient source = client("sourceToken", "sourceAppSecret");
    private final JdbcClient sql;
    private final Quotas quotas;
    private final GraphHands hands;

    GraphHandsTest(JdbcClient sql) {
        this.sql = sql;
        this.quotas = new Quotas(sql);
        this.hands = new GraphHands(lines(), quotas, InstantSource.fixed(NOW));
    }

    @BeforeEach
    void provider() {
        sql.sql("insert into providers (id, name) values ('rota', 'Rota') on conflict do nothing").update();
        sql.sql("delete from graph_usage").update();
        sql.sql("delete from graph_calls").update();
    }

    @AfterEach
    void close() {
        destination.close();
        source.close();
        sandbox.close();
    }

    @Test
    void aNumber_movesFromAddToRegister() {
        Migration moving = migration(FREE);
        Answer added = carry(Act.ADD_NUMBER, moving, FREE);
        moving = with(moving, added);
        assertThat(moving.facts().value(Fact.PHONE_NUMBER_ID, FREE)).isPresent();
        assertThat(added.exchange()).contains("\"migrate_phone_number\":\"true\"", "/phone_numbers");

        assertThat(learned(carry(Act.LIST_NUMBERS, moving, FREE))).contains(Learned.that(Fact.LISTED_HERE, FREE, true));
        moving = with(moving, Learned.that(Fact.CODE_CHOICE, FREE, new CodeChoice(CodeChoice.Method.SMS, "pt_BR")));
        assertThat(carry(Act.REQUEST_CODE, moving, FREE).outcome()).isEqualTo(Outcome.done());

        Answer wrong = carry(Act.VERIFY_CODE, with(moving, Learned.that(Fact.CODE, FREE, new Secret("000001"))), FREE);
        assertRefused(wrong, Problems.WRONG_CODE);
        String code = code(FREE);
        Answer verified = carry(Act.VERIFY_CODE, with(moving, Learned.that(Fact.CODE, FREE, new Secret(code))), FREE);
        assertThat(verified.outcome()).isEqualTo(Outcome.done());
        assertThat(verified.exchange()).doesNotContain(code);
        assertThat(learned(carry(Act.REQUEST_CODE, moving, FREE))).containsExactly(Learned.that(Fact.OWNERSHIP_VERIFIED, FREE, true));
        assertThat(learned(carry(Act.READ_NUMBER, moving, FREE))).contains(Learned.that(Fact.VERIFIED_HERE, FREE, true),
                Learned.that(Fact.LIVE_HERE, FREE, false));

        moving = with(moving, carry(Act.CHOOSE_PIN, moving, FREE));
        Secret pin = moving.facts().value(Fact.PIN, FREE).orElseThrow();
        assertThat(learned(carry(Act.CHOOSE_PIN, moving, FREE))).containsExactly(Learned.that(Fact.PIN, FREE, pin));
        Answer registered = carry(Act.REGISTER, moving, FREE);
        assertThat(registered.outcome()).isEqualTo(Outcome.done());
        assertThat(registered.exchange()).doesNotContain(pin.reveal()).doesNotContain("sandbox-token");
        List<Learned<?>> seen = learned(carry(Act.READ_NUMBER, moving, FREE));
        assertThat(seen).contains(Learned.that(Fact.LIVE_HERE, FREE, true));
        assertThat(seen.getFirst().value()).isInstanceOfSatisfying(NumberSeen.class, number -> assertThat(number.live()).isTrue());
        assertThat(learned(carry(Act.PROBE_DESTINATION, moving, FREE)))
                .containsExactly(Learned.that(Fact.DESTINATION_PROBE, FREE, new Probe(Optional.of(NOW), "")));
    }

    @Test
    void codeThatGraphIsUnsureOf_isInDoubt_andNotSentAgainUnasked() {
        Migration moving = with(migration(FREE), carry(Act.ADD_NUMBER, migration(FREE), FREE));
        moving = with(moving, Learned.that(Fact.CODE_CHOICE, FREE, new CodeChoice(CodeChoice.Method.SMS, "pt_BR")));
        sandbox.stage().faults.order(new Faults.Order("request-code", "http-500-after", null, 1, 1, Duration.ZERO));

        assertThat(carry(Act.REQUEST_CODE, moving, FREE).outcome()).isInstanceOf(Outcome.InDoubt.class);
        assertThat(code(FREE)).hasSize(6);
    }

    @Test
    void destination_isReadWithPaymentAndOurApp() {
        assertThat(learned(carry(Act.READ_DESTINATION, migration(FREE), null))).containsExactlyInAnyOrder(
                Learned.that(Fact.DESTINATION_READ, true), Learned.that(Fact.PAYMENT, Payment.SEEN),
                Learned.that(Fact.FUNDED, true), Learned.that(Fact.APP_SUBSCRIBED, true));
        assertThat(learned(carry(Act.READ_DESTINATION, migration(FREE, "200000000000004", SourceAccess.OWN), null)))
                .contains(Learned.that(Fact.PAYMENT, Payment.MISSING));
        assertThat(learned(carry(Act.READ_DESTINATION, migration(FREE, "200000000000005", SourceAccess.OWN), null)))
                .doesNotContain(Learned.that(Fact.APP_SUBSCRIBED, true));
    }

    @Test
    void app_isSubscribed_andStaysWhileOtherNumbersLive() {
        Migration unheard = migration(FREE, "200000000000005", SourceAccess.OWN);
        assertRefused(carry(Act.ADD_NUMBER, unheard, FREE), Problems.APP_NOT_SUBSCRIBED);
        assertThat(learned(carry(Act.SUBSCRIBE_APP, unheard, null))).containsExactly(Learned.that(Fact.SUBSCRIBED_BY_US, true));
        assertThat(carry(Act.UNSUBSCRIBE_APP, unheard, null).exchange()).contains("DELETE");
        Answer stays = carry(Act.UNSUBSCRIBE_APP, migration(FREE), null);
        assertThat(stays.outcome()).isEqualTo(Outcome.done());
        assertThat(stays.exchange()).doesNotContain("DELETE");
    }

    @Test
    void twoStep_isSeenAtTheSource_orUnknown() {
        assertThat(learned(carry(Act.READ_TWO_STEP, migration(TWO_STEP_ON), TWO_STEP_ON)))
                .containsExactly(Learned.that(Fact.TWO_STEP, TWO_STEP_ON, TwoStep.ON));
        assertThat(learned(carry(Act.READ_TWO_STEP, migration(FREE), FREE)))
                .containsExactly(Learned.that(Fact.TWO_STEP, FREE, TwoStep.OFF));
        Answer blind = carry(Act.READ_TWO_STEP, migration(FREE, DESTINATION, SourceAccess.NONE), FREE);
        assertThat(learned(blind)).containsExactly(Learned.that(Fact.TWO_STEP, FREE, TwoStep.UNKNOWN));
        assertThat(blind.exchange()).isEmpty();
    }

    @Test
    void aNumberThatIsThere_isFoundInsteadOfAdded() {
        assertThat(learned(carry(Act.ADD_NUMBER, migration(THERE_ALREADY), THERE_ALREADY)))
                .containsExactly(Learned.that(Fact.PHONE_NUMBER_ID, THERE_ALREADY, "106540352240009"));
    }

    @Test
    void whatStandsInTheWay_isNamed() {
        assertRefused(carry(Act.ADD_NUMBER, migration(TWO_STEP_ON), TWO_STEP_ON), Problems.TWO_STEP_ON);
        assertRefused(add("+5511987650003"), Problems.NAME_NOT_APPROVED);
        assertRefused(add("+5511987650007"), Problems.NUMBER_IN_MAINTENANCE);
        assertRefused(add("+5511987650013"), Problems.DIFFERENT_BUSINESS);
    }

    @Test
    void grantedToken_isForReading_andOnlyAsLongAsTheGrantLasts() {
        Learned<?> token = Learned.that(Fact.SOURCE_TOKEN, new Secret("of-nobody"));

        assertThat(carry(Act.LIST_SOURCE_NUMBERS, with(migration(FREE, DESTINATION, SourceAccess.READ), token), null).outcome())
                .isInstanceOf(Outcome.Refused.class);
        assertThat(carry(Act.LIST_SOURCE_NUMBERS, with(migration(FREE, DESTINATION, SourceAccess.NONE), token), null).outcome())
                .isInstanceOf(Outcome.Done.class);
        assertThat(carry(Act.SHUT_ACCESS, with(migration(FREE, DESTINATION, SourceAccess.READ), token), null).outcome())
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void probeFromTheSource_neverBlocks() {
        assertThat(learned(carry(Act.PROBE_SOURCE, migration(FREE), FREE)))
                .containsExactly(Learned.that(Fact.SOURCE_PROBE, FREE, new Probe(Optional.of(NOW), "")));
        assertThat(learned(carry(Act.PROBE_SOURCE, migration(FREE, DESTINATION, SourceAccess.NONE), FREE)).getFirst().value())
                .isInstanceOfSatisfying(Probe.class, probe -> assertThat(probe.accepted()).isEmpty());
    }

    @Test
    void aPassedDeadline_isNotSent() {
        var call = call(Act.ADD_NUMBER, FREE);
        var answer = hands.carryOut(call, migration(FREE), new Deadline(System.nanoTime() - 1));
        assertThat(answer.outcome()).isInstanceOf(Outcome.NotSent.class);
        assertThat(learned(carry(Act.LIST_NUMBERS, migration(FREE), FREE))).containsExactly(Learned.that(Fact.LISTED_HERE, FREE, false));
    }

    @Test
    void aClosedQuota_keepsCallsHere() {
        quotas.close(new Quotas.Whose(PROVIDER, new WabaId(DESTINATION)), Duration.ofMinutes(7));
        var answer = add(FREE.e164());
        assertThat(answer.outcome()).isInstanceOfSatisfying(Outcome.NotSent.class, stayed -> {
            assertThat(stayed.problem()).isEqualTo(Problems.RATE_LIMITED);
            assertThat(stayed.pause()).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(7));
        });
        assertThat(answer.exchange()).isEmpty();
    }

    @Test
    void aSpentQuota_keepsReadsHere_butNotWhatGraphDoesNotCount() {
        sql.sql("insert into graph_calls values ('rota', ?, date_trunc('minute', now()), 200)").param(DESTINATION).update();

        assertThat(carry(Act.LIST_NUMBERS, migration(FREE), FREE).outcome()).isInstanceOfSatisfying(Outcome.NotSent.class,
                stayed -> assertThat(stayed.problem()).isEqualTo(Problems.RATE_LIMITED));
        assertThat(add(FREE.e164()).outcome()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aQuestionOfAnyPackage_isCounted_andNotAskedOnceTheQuotaIsSpent() {
        var whose = new WabaId(DESTINATION);
        Supplier<ReadResult<Waba>> question = () -> destination.wabas().get(Conversation.id(whose));

        assertThat(lines().quota(PROVIDER, whose).ask(question)).isInstanceOf(Asked.Told.class);
        assertThat(sql.sql("select sum(calls) from graph_calls where waba_id = ?").param(DESTINATION).query(Long.class).single())
                .isEqualTo(1);

        sql.sql("update graph_calls set calls = 200 where waba_id = ?").param(DESTINATION).update();
        assertThat(lines().quota(PROVIDER, whose).ask(question)).isInstanceOfSatisfying(Asked.Closed.class,
                closed -> assertThat(closed.pause()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(62)));
    }

    @Test
    void pins_areNotTrivial() {
        assertThat(List.of("000000", "123456", "987654", "121212")).allMatch(Pins::trivial);
        assertThat(Pins.trivial("148392")).isFalse();
    }

    private Answer add(String number) {
        return carry(Act.ADD_NUMBER, migration(new PhoneNumber(number)), new PhoneNumber(number));
    }

    private Answer carry(Act act, Migration migration, @Nullable PhoneNumber number) {
        return hands.carryOut(call(act, number), migration, Deadline.in(Duration.ofSeconds(20)));
    }

    private static Next.Call call(Act act, @Nullable PhoneNumber number) {
        return new Next.Call(Routes.named("migrate").orElseThrow().steps().getFirst(), number, act, 0);
    }

    private static List<Learned<?>> learned(Answer answer) {
        assertThat(answer.outcome()).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) answer.outcome()).learned();
    }

    private static void assertRefused(Answer answer, Problem problem) {
        assertThat(answer.outcome()).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static Migration migration(PhoneNumber number) {
        return migration(number, DESTINATION, SourceAccess.OWN);
    }

    private static Migration migration(PhoneNumber number, String destination, SourceAccess access) {
        var order = new Order(List.of(number), Optional.of(new WabaId(SOURCE)), access, Optional.of(new WabaId(destination)),
                Proving.BEFORE_WINDOW,
                Order.SETTLING, Order.PATIENCE, Optional.of(TESTER));
        return Migration.asked(new MigrationId("mig_aaaaaaaaaaaaaaaaaaaa"), PROVIDER, Routes.named("migrate").orElseThrow(), order, NOW);
    }

    private static Migration with(Migration migration, Answer answer) {
        return with(migration, learned(answer).toArray(Learned<?>[]::new));
    }

    private static Migration with(Migration migration, Learned<?>... learned) {
        return new Migration(migration.id(), migration.provider(), migration.route(), migration.order(),
                migration.facts().with(List.of(learned), migration.moment(), NOW, Source.GRAPH), List.of(), 0, migration.spendings(), NOW,
                Optional.empty());
    }

    private String code(PhoneNumber number) {
        var world = sandbox.stage().world;
        return world.with(() -> requireNonNull(world.lines.get(number.digits())).inbox.getFirst().code());
    }

    private GraphClient client(String token, String secret) {
        var environment = sandbox.environment();
        return GraphClient.open(GraphConfig.of(URI.create(sandbox.uri().toString()), GraphVersion.CURRENT),
                GraphAccess.of(new AccessToken(requireNonNull(environment.get(token))),
                        new AppSecret(requireNonNull(environment.get(secret)))));
    }

    private GraphLines lines() {
        return new GivenLines(destination, source, Optional.ofNullable(sandbox.environment().get("appId")),
                (provider, waba) -> quotas.of(new Quotas.Whose(provider, waba)));
    }
}
