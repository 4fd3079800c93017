package dev.portway.graph;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portway.graphclient.GraphAccess;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.GraphConfig;
import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.GraphResult;
import dev.portway.graphclient.answer.InDoubt;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.node.AssignedUser;
import dev.portway.graphclient.node.AssignedUser.Task;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessPhoneNumber.Platform;
import dev.portway.graphclient.node.CreditAllocation;
import dev.portway.graphclient.node.CurrencyMigration;
import dev.portway.graphclient.node.CurrencyMigration.Status;
import dev.portway.graphclient.node.Flow;
import dev.portway.graphclient.node.FlowCopies;
import dev.portway.graphclient.node.Solution;
import dev.portway.graphclient.node.SolutionIntent;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppDataSync;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.Backup;
import dev.portway.graphclient.value.BackupData;
import dev.portway.graphclient.value.BackupPassword;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.CreditAllocationId;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.graphclient.value.CurrencyMigrationId;
import dev.portway.graphclient.value.GraphVersion;
import dev.portway.graphclient.value.NumberToAdd;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.Pin;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.SignupCode;
import dev.portway.graphclient.value.SolutionId;
import dev.portway.graphclient.value.SolutionIntentId;
import dev.portway.graphclient.value.UserId;
import dev.portway.graphclient.value.WabaId;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import dev.portway.sandbox.fault.Faults;
import dev.portway.sandbox.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What graph-client says for the routes beside a move, and what the sandbox, which was written apart, answers: done, refused, in doubt. */
class RouteCallsTest {
    private static final Currency REAIS = Currency.getInstance("BRL");
    private static final Pin PIN = new Pin("246810");
    private static final BusinessId AURORA = new BusinessId("510000000000011");
    private static final BusinessId ROTA = new BusinessId("510000000000002");
    private static final CreditLineId LINE_OF_ROTA = new CreditLineId("620000000000002");
    private static final SolutionId WITH_CEDRO = new SolutionId("650000000000001");
    private static final SolutionId WITH_ROTA = new SolutionId("650000000000002");
    private static final WabaId IN_SOLUTION = new WabaId("200000000000021");
    private static final WabaId IN_NO_SOLUTION = new WabaId("200000000000023");
    private static final WabaId IN_DOLLARS = new WabaId("200000000000024");
    private static final WabaId OF_ROTA = new WabaId("200000000000002");
    private static final PhoneNumberId ON_PREMISES = new PhoneNumberId("106540352260013");
    private static final UserId ROBOT_OF_ROTA = new UserId("610000000000002");
    private static final UserId ROBOT_OF_AURORA = new UserId("610000000000003");

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort().withWorld("routes"));
    private final World world = sandbox.stage().world;
    private final List<GraphClient> clients = new ArrayList<>();
    private final GraphClient rota = client("sandbox-token-destination", "sandbox-secret-destination");
    private final GraphClient trilha = client("sandbox-token-trilha-aurora", "sandbox-secret-trilha");

    /** Lines of credit are not shared at the turn of a month. */
    @BeforeEach
    void middleOfTheMonth() {
        world.clock.freeze(Instant.parse("2026-11-15T12:00:00Z"));
    }

    @AfterEach
    void close() {
        clients.forEach(GraphClient::close);
        sandbox.close();
    }

    @Test
    void proposal_isAccepted_andLeadsToAWabaThatACreditLinePays() {
        SolutionIntentId proposed = done(trilha.solutions().propose(IN_SOLUTION, WITH_ROTA, SendBy.whenever()));
        SolutionIntent open = done(trilha.solutions().intent(proposed));
        assertThat(open.status()).isEqualTo(Open.of(SolutionIntent.Status.INITIATED));
        assertThat(open.destination()).isNull();
        accept(proposed);

        SolutionIntent accepted = done(trilha.solutions().intent(proposed));
        assertThat(accepted.status()).isEqualTo(Open.of(SolutionIntent.Status.ACCEPTED));
        assertThat(requireNonNull(accepted.solution()).id()).isEqualTo(WITH_ROTA);
        WabaId made = requireNonNull(accepted.destination()).id();
        GraphClient partner = rota.as(GraphAccess.of(done(rota.solutions().clientToken(WITH_ROTA, AURORA)),
                new AppSecret("sandbox-secret-destination")));
        assertThat(done(partner.solutions().intent(proposed)).status()).isEqualTo(accepted.status());
        assertThat(done(partner.subscriptions().subscribe(made, SendBy.whenever()))).isEqualTo(Done.DONE);
        done(rota.credit().shareAndAttach(LINE_OF_ROTA, made, REAIS, SendBy.whenever()));
        PhoneNumberId number = done(partner.registration().add(made, NumberToAdd.moving("55", "11987660004"), SendBy.whenever()));
        assertThat(done(partner.registration().register(number, PIN, SendBy.whenever()))).isEqualTo(Done.DONE);
    }

    @Test
    void proposalOffASolution_namesNone() {
        SolutionIntentId proposed = done(trilha.solutions().proposeLeaving(IN_SOLUTION, new AppId("634974688087004"), SendBy.whenever()));

        assertThat(done(trilha.solutions().intent(proposed)).solution()).isNull();
        assertThat(refused(trilha.solutions().proposeLeaving(IN_NO_SOLUTION, new AppId("634974688087004"), SendBy.whenever())))
                .isEqualTo("100/2593085");
    }

    @Test
    void proposalIntoAFirstSolution_keepsTheWaba() {
        SolutionIntentId proposed = done(trilha.solutions().propose(IN_NO_SOLUTION, WITH_ROTA, SendBy.whenever()));
        accept(proposed);

        SolutionIntent accepted = done(trilha.solutions().intent(proposed));
        assertThat(accepted.status()).isEqualTo(Open.of(SolutionIntent.Status.COMPLETED));
        assertThat(requireNonNull(accepted.destination()).id()).isEqualTo(IN_NO_SOLUTION);
    }

    @Test
    void proposalInDoubt_isRefusedASecondTime() {
        fault("set-intent");

        assertInDoubt(trilha.solutions().propose(IN_SOLUTION, WITH_ROTA, SendBy.whenever()));
        assertThat(refused(trilha.solutions().propose(IN_SOLUTION, WITH_ROTA, SendBy.whenever()))).isEqualTo("100/2593079");
    }

    @Test
    void solutions_areThoseOfTheWaba_andTokensThoseOfItsClients() {
        assertThat(done(trilha.solutions().of(IN_SOLUTION)).items()).containsExactly(new Solution(WITH_CEDRO, "Trilha with Cedro",
                Open.of(Solution.Status.ACTIVE), Open.of(Solution.PendingRequest.NONE), new AppId("634974688087001")));
        assertThat(done(trilha.solutions().get(WITH_ROTA)).name()).isEqualTo("Trilha with Rota");
        assertThat(refused(trilha.solutions().intent(new SolutionIntentId("1")))).isEqualTo("100/33");
        assertThat(refused(rota.solutions().clientToken(WITH_CEDRO, AURORA))).isEqualTo("100/33");
    }

    @Test
    void currency_changesInTwoSteps() {
        CurrencyMigration begun = done(rota.currencies().begin(IN_DOLLARS, REAIS, SendBy.whenever()));
        assertThat(begun.status()).isEqualTo(Open.of(Status.INITIATED));
        List<Open<Status>> seen = new ArrayList<>();
        for (int third = 1; third <= 3; third++) {
            pass(Duration.ofSeconds(10));
            seen.add(requireNonNull(done(rota.currencies().get(begun.id())).status()));
        }
        assertThat(seen).containsExactly(Open.of(Status.ACCEPTED), Open.of(Status.IN_PROGRESS), Open.of(Status.READY_TO_COMPLETE));
        Waba copy = requireNonNull(done(rota.currencies().get(begun.id())).destination());
        assertThat(copy.currency()).isEqualTo("BRL");
        assertThat(done(rota.numbers().of(copy.id())).items()).isEmpty();

        assertThat(done(rota.currencies().resume(begun.id(), SendBy.whenever())).status()).isEqualTo(Open.of(Status.COMPLETED));
        assertThat(done(rota.numbers().of(copy.id())).items()).hasSize(2);
    }

    @Test
    void currencyOnALine_isPaidByIt() {
        CurrencyMigration begun = done(rota.currencies().begin(IN_DOLLARS, REAIS, LINE_OF_ROTA, SendBy.whenever()));
        pass(Duration.ofSeconds(30));

        WabaId copy = requireNonNull(done(rota.currencies().get(begun.id())).destination()).id();
        assertThat(done(rota.credit().allocations(LINE_OF_ROTA, AURORA)).items()).extracting(CreditAllocation::receivingCredentialId)
                .containsExactly(done(rota.wabas().get(copy)).payment().primaryFundingId());
    }

    @Test
    void currencyThatCannotBe_isRejectedByItsStatus_andNotResumed() {
        CurrencyMigrationId same = done(rota.currencies().begin(IN_DOLLARS, Currency.getInstance("USD"), SendBy.whenever())).id();
        pass(Duration.ofSeconds(10));

        assertThat(done(rota.currencies().get(same)).status()).isEqualTo(Open.of(Status.REJECTED));
        assertThat(refused(rota.currencies().resume(same, SendBy.whenever()))).isEqualTo("100");
        assertThat(refused(rota.currencies().begin(IN_DOLLARS, Currency.getInstance("JPY"), SendBy.whenever()))).isEqualTo("100");
        assertThat(refused(trilha.currencies().get(same))).isEqualTo("100/33");
    }

    @Test
    void currencyInDoubt_isSeenInTheSecondStep_andNowhereInTheFirst() {
        fault("currency-migration");
        assertInDoubt(rota.currencies().begin(IN_DOLLARS, REAIS, SendBy.whenever()));
        assertThat(refused(rota.currencies().begin(IN_DOLLARS, REAIS, SendBy.whenever()))).isEqualTo("100");
        CurrencyMigrationId lost = new CurrencyMigrationId(world.with(() -> world.currencyMigrations.keySet().iterator().next()));
        pass(Duration.ofSeconds(30));

        fault("resume-migration");
        assertInDoubt(rota.currencies().resume(lost, SendBy.whenever()));
        assertThat(done(rota.currencies().get(lost)).status()).isEqualTo(Open.of(Status.COMPLETED));
        assertThat(done(rota.currencies().resume(lost, SendBy.whenever())).status()).isEqualTo(Open.of(Status.COMPLETED));
    }

    @Test
    void numberOfTheApp_isAskedForContactsAndHistoryOnceEach() {
        PhoneNumberId number = connected();
        assertThat(done(rota.coexistence().sync(number, AppDataSync.CONTACTS, SendBy.whenever())).value()).isNotEmpty();
        fault("sync-app-data");

        assertInDoubt(rota.coexistence().sync(number, AppDataSync.HISTORY, SendBy.whenever()));
        assertThat(refused(rota.coexistence().sync(number, AppDataSync.HISTORY, SendBy.whenever()))).isEqualTo("2593107");
        assertThat(refused(rota.registration().register(number, PIN, SendBy.whenever()))).isEqualTo("100");
    }

    @Test
    void dayLater_theAppIsNotAskedAnyMore() {
        PhoneNumberId number = connected();
        pass(Duration.ofHours(24));

        assertThat(refused(rota.coexistence().sync(number, AppDataSync.HISTORY, SendBy.whenever()))).isEqualTo("2593108");
    }

    @Test
    void backup_bringsANumberFromOnPremises() {
        GraphClient cedro = client("sandbox-token-source", "sandbox-secret-source");
        assertThat(refused(cedro.registration().register(ON_PREMISES, PIN, SendBy.whenever()))).isEqualTo("100");
        fault("register");

        assertInDoubt(cedro.registration()
                .register(ON_PREMISES, PIN,
                        new Backup(new BackupData("Zm9vYmFy"), new BackupPassword("a pass phrase")), SendBy.whenever()));
        assertThat(done(cedro.numbers().get(ON_PREMISES)).registration().platform()).isEqualTo(Open.of(Platform.CLOUD_API));
        assertThat(done(cedro.registration().deregister(ON_PREMISES, SendBy.whenever()))).isEqualTo(Done.DONE);
        assertThat(refused(cedro.registration().deregister(ON_PREMISES, SendBy.whenever()))).isEqualTo("133010");
        fault("deregister");
        assertInDoubt(cedro.registration().deregister(ON_PREMISES, SendBy.whenever()));
    }

    @Test
    void freshNumber_isAddedUnderItsName_andOneOfMessengerIsNot() {
        fault("add-number");

        assertInDoubt(rota.registration().add(OF_ROTA, NumberToAdd.fresh("55", "11900001234", "Aurora"), SendBy.whenever()));
        assertThat(done(rota.numbers().of(OF_ROTA)).items()).extracting(each -> each.displayName().verified()).contains("Aurora");
        assertThat(refused(rota.registration().add(OF_ROTA, NumberToAdd.fresh("55", "11987660009", "Aurora"), SendBy.whenever())))
                .isEqualTo("200000");
        PhoneNumberId other = done(rota.registration().add(OF_ROTA, NumberToAdd.fresh("55", "11900001235", "Aurora"), SendBy.whenever()));
        assertThat(done(rota.numbers().of(OF_ROTA)).items()).extracting(BusinessPhoneNumber::id).contains(other);
    }

    @Test
    void signupCode_isGoodForOneTokenOfOneClient() {
        AccessToken token = done(exchange(signupCode(), "sandbox-secret-destination"));

        var info = done(rota.tokens().inspect(token));
        assertThat(info.valid()).isTrue();
        assertThat(info.grants()).anySatisfy(grant -> assertThat(grant.targets()).containsExactly(OF_ROTA.value()));
        SignupCode late = signupCode();
        pass(Duration.ofSeconds(31));
        assertThat(refused(exchange(late, "sandbox-secret-destination"))).isEqualTo("100/36007");
        assertThat(refused(exchange(signupCode(), "not-the-secret"))).isEqualTo("1");
    }

    @Test
    void signupCodeInDoubt_isSpent() {
        SignupCode code = signupCode();
        fault("exchange-code");

        assertInDoubt(exchange(code, "sandbox-secret-destination"));
        assertThat(refused(exchange(code, "sandbox-secret-destination"))).isEqualTo("100/36009");
    }

    @Test
    void systemUsersToken_isFetchedAsOftenAsOneLikes() {
        fault("system-user-token");

        assertInDoubt(rota.tokens().ofSystemUser(ROTA, ROBOT_OF_ROTA, SendBy.whenever()));
        assertThat(done(rota.tokens().ofSystemUser(ROTA, ROBOT_OF_ROTA, SendBy.whenever())))
                .isEqualTo(new AccessToken("sandbox-token-destination"));
        assertThat(refused(rota.tokens().ofSystemUser(ROTA, ROBOT_OF_AURORA, SendBy.whenever()))).isEqualTo("100/33");
    }

    @Test
    void line_isSharedThenAttached_andTakenBack() {
        WabaId unpaid = unpaid();
        assertThat(done(rota.credit().linesOf(ROTA)).items()).extracting(line -> line.id()).containsExactly(LINE_OF_ROTA);
        assertThat(refused(rota.credit().attach(LINE_OF_ROTA, unpaid, REAIS, SendBy.whenever()))).isEqualTo("100/33");
        done(rota.credit().share(LINE_OF_ROTA, AURORA, SendBy.whenever()));
        CreditAllocationId attached = done(rota.credit().attach(LINE_OF_ROTA, unpaid, REAIS, SendBy.whenever()));

        assertThat(done(rota.credit().allocation(attached)).receivingCredentialId())
                .isEqualTo(done(rota.wabas().get(unpaid)).payment().primaryFundingId());
        assertThat(done(rota.credit().revoke(attached, SendBy.whenever()))).isEqualTo(Done.DONE);
        assertThat(done(rota.credit().allocation(attached)).requestStatus()).isEqualTo("DELETED");
        assertThat(done(rota.credit().revoke(attached, SendBy.whenever()))).as("again").isEqualTo(Done.DONE);
    }

    @Test
    void lineInDoubt_isFoundAmongTheAllocations() {
        WabaId unpaid = unpaid();
        fault("attach-credit");

        assertInDoubt(rota.credit().shareAndAttach(LINE_OF_ROTA, unpaid, REAIS, SendBy.whenever()));
        assertThat(done(rota.credit().allocations(LINE_OF_ROTA, AURORA)).items()).extracting(CreditAllocation::receivingCredentialId)
                .contains(requireNonNull(done(rota.wabas().get(unpaid)).payment().primaryFundingId()));
        assertThat(refused(rota.credit().shareAndAttach(LINE_OF_ROTA, unpaid, REAIS, SendBy.whenever()))).isEqualTo("100");
    }

    @Test
    void businesses_haveWabasOfTheirOwnAndOfClients() {
        assertThat(done(rota.businesses().clientWabas(ROTA)).items()).extracting(Waba::id).contains(OF_ROTA, IN_DOLLARS);
        assertThat(done(rota.businesses().ownedWabas(ROTA)).items()).isEmpty();
        assertThat(done(rota.businesses().ownedWabas(AURORA)).items()).extracting(Waba::id).contains(OF_ROTA).doesNotContain(IN_SOLUTION);
        assertThat(done(rota.businesses().get(AURORA)).verification()).isNotNull();
        Waba waba = done(rota.wabas().get(IN_DOLLARS));
        assertThat(waba.currency()).isEqualTo("USD");
        assertThat(waba.ownership().sharedWithPartners()).isTrue();
        assertThat(waba.ownership().type()).isNotNull();
        assertThat(waba.health()).isNotNull();
    }

    @Test
    void user_isAssignedUntilDismissed() {
        assertThat(done(rota.users().assigned(IN_DOLLARS, ROTA)).items()).containsExactly(new AssignedUser(ROBOT_OF_ROTA,
                "Rota system user", ROTA, Open.of(AssignedUser.Type.SYSTEM_USER), List.of(Open.of(Task.MANAGE))));
        fault("assigned-users");

        assertInDoubt(rota.users().assign(OF_ROTA, ROBOT_OF_ROTA, Set.of(Task.MANAGE, Task.MESSAGING), SendBy.whenever()));
        assertThat(done(rota.users().assigned(OF_ROTA, ROTA)).items().getFirst().tasks())
                .containsExactly(Open.of(Task.MANAGE), Open.of(Task.MESSAGING));
        assertThat(done(rota.users().dismiss(OF_ROTA, ROBOT_OF_ROTA, SendBy.whenever()))).isEqualTo(Done.DONE);
        assertThat(done(rota.users().assigned(OF_ROTA, ROTA)).items()).isEmpty();
        assertThat(refused(rota.users().assign(OF_ROTA, new UserId("1"), Set.of(Task.MANAGE), SendBy.whenever()))).isEqualTo("100");
    }

    @Test
    void flows_areCopiedOnce() {
        fault("copy-flows");

        assertInDoubt(rota.flows().copy(OF_ROTA, IN_DOLLARS, List.of(), SendBy.whenever()));
        assertThat(done(rota.flows().of(OF_ROTA)).items()).extracting(Flow::name).containsExactly("order");
        FlowCopies again = done(rota.flows().copy(OF_ROTA, IN_DOLLARS, List.of("order", "lead"), SendBy.whenever()));
        assertThat(again.copied()).isEmpty();
        assertThat(again.failed()).extracting(FlowCopies.Failure::name, FlowCopies.Failure::code)
                .containsExactly(tuple("order", 4_233_041), tuple("lead", 4_233_041));
        assertThat(refused(rota.flows().copy(OF_ROTA, IN_SOLUTION, List.of(), SendBy.whenever()))).isEqualTo("100/33");
    }

    @Test
    void flowThatIsNotThereYet_isCopiedAsADraft() {
        FlowCopies copies = done(rota.flows().copy(OF_ROTA, IN_DOLLARS, List.of("order"), SendBy.whenever()));

        assertThat(done(rota.flows().of(OF_ROTA)).items()).extracting(Flow::id, Flow::status)
                .containsExactly(tuple(copies.copied().getFirst().copy(), Open.of(Flow.Status.DRAFT)));
    }

    private EffectResult<AccessToken> exchange(SignupCode code, String secret) {
        return rota.tokens().exchange(new AppId("634974688087002"), new AppSecret(secret), code, SendBy.within(Duration.ofSeconds(20)));
    }

    private SignupCode signupCode() {
        return world.with(() -> {
            String code = "AQ" + world.ids().text(20);
            world.signupCodes.put(code, new dev.portway.sandbox.world.SignupCode(code, "634974688087002", OF_ROTA.value(),
                    world.now().plusSeconds(30), false));
            return new SignupCode(code);
        });
    }

    /** The client's admin, in Business Suite. */
    private void accept(SolutionIntentId proposed) {
        world.run(() -> sandbox.stage().rules.intents.accept(requireNonNull(world.intents.get(proposed.value())), null));
    }

    /** The owner of a number of the app, in Embedded Signup. */
    private PhoneNumberId connected() {
        return world
                .with(() -> new PhoneNumberId(sandbox.stage().rules.coexistence.connect(requireNonNull(world.lines.get("5511987660010")),
                        requireNonNull(world.businesses.get(AURORA.value())), requireNonNull(world.apps.get("634974688087002")), true).id));
    }

    private WabaId unpaid() {
        world.run(() -> requireNonNull(world.wabas.get(OF_ROTA.value())).fundingId = null);
        return OF_ROTA;
    }

    private void pass(Duration time) {
        world.clock.advance(time);
    }

    /** The next call of this name takes effect, and nobody hears of it. */
    private void fault(String call) {
        assertThat(sandbox.stage().faults.order(new Faults.Order(call, "drop-after", null, 1, 1, Duration.ZERO))).isPresent();
    }

    private static <T> T done(GraphResult<T> result) {
        return result.answer().orElseThrow(() -> new AssertionError("no answer: " + result + " " + result.exchange().answer()));
    }

    /** The code of a refusal, and its subcode where it has one. */
    private static String refused(GraphResult<?> result) {
        assertThat(result).isInstanceOf(Refused.class);
        var error = ((Refused<?>) result).error();
        return error.subcode() == 0 ? Integer.toString(error.code()) : error.code() + "/" + error.subcode();
    }

    private static void assertInDoubt(EffectResult<?> result) {
        assertThat(result).isInstanceOf(InDoubt.class);
    }

    private GraphClient client(String token, String secret) {
        GraphClient client = GraphClient.open(GraphConfig.of(URI.create(sandbox.uri().toString()), GraphVersion.CURRENT),
                GraphAccess.of(new AccessToken(token), new AppSecret(secret)));
        clients.add(client);
        return client;
    }
}
