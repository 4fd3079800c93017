package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.InDoubt;
import dev.portway.graphclient.answer.NotSent;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.node.AssignedUser.Task;
import dev.portway.graphclient.value.AppDataSync;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.Backup;
import dev.portway.graphclient.value.BackupData;
import dev.portway.graphclient.value.BackupPassword;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.CreditAllocationId;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.graphclient.value.CurrencyMigrationId;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.Pin;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.SolutionId;
import dev.portway.graphclient.value.UserId;
import dev.portway.graphclient.value.WabaId;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every effect of the routes beside a move: refused, in doubt, or not sent, and sent once at most. */
class EffectsTest {
    private static final WabaId WABA = new WabaId("102290129340398");
    private static final PhoneNumberId NUMBER = new PhoneNumberId("106540352242922");
    private static final CreditLineId LINE = new CreditLineId("620000000000002");
    private static final Currency REAIS = Currency.getInstance("BRL");
    private static final BusinessId BUSINESS = new BusinessId("510000000000011");
    private static final UserId USER = new UserId("610000000000003");
    private static final Backup BACKUP = new Backup(new BackupData("Zm9v"), new BackupPassword("a pass phrase"));

    enum Effect {
        // @formatter:off
        PROPOSE, PROPOSE_LEAVING, BEGIN, BEGIN_ON_A_LINE, RESUME, SYNC, REGISTER_FROM_BACKUP, DEREGISTER,
        SHARE_AND_ATTACH, SHARE, ATTACH, REVOKE, FETCH_TOKEN, ASSIGN, DISMISS, COPY_FLOWS;
        // @formatter:on

        EffectResult<?> of(GraphClient client, SendBy sendBy) {
            return switch (this) {
                case PROPOSE -> client.solutions().propose(WABA, new SolutionId("774485461512159"), sendBy);
                case PROPOSE_LEAVING -> client.solutions().proposeLeaving(WABA, new AppId("634974688087057"), sendBy);
                case BEGIN -> client.currencies().begin(WABA, REAIS, sendBy);
                case BEGIN_ON_A_LINE -> client.currencies().begin(WABA, REAIS, LINE, sendBy);
                case RESUME -> client.currencies().resume(new CurrencyMigrationId("mig_1"), sendBy);
                case SYNC -> client.coexistence().sync(NUMBER, AppDataSync.HISTORY, sendBy);
                case REGISTER_FROM_BACKUP -> client.registration().register(NUMBER, new Pin("148392"), BACKUP, sendBy);
                case DEREGISTER -> client.registration().deregister(NUMBER, sendBy);
                case SHARE_AND_ATTACH -> client.credit().shareAndAttach(LINE, WABA, REAIS, sendBy);
                case SHARE -> client.credit().share(LINE, BUSINESS, sendBy);
                case ATTACH -> client.credit().attach(LINE, WABA, REAIS, sendBy);
                case REVOKE -> client.credit().revoke(new CreditAllocationId("640000000000009"), sendBy);
                case FETCH_TOKEN -> client.tokens().ofSystemUser(BUSINESS, USER, sendBy);
                case ASSIGN -> client.users().assign(WABA, USER, Set.of(Task.MANAGE), sendBy);
                case DISMISS -> client.users().dismiss(WABA, USER, sendBy);
                case COPY_FLOWS -> client.flows().copy(WABA, new WabaId("200000000000001"), List.of(), sendBy);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void droppedConnection_leavesDoubt(Effect effect) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.drop()); GraphClient client = graph.client()) {
            assertThat(effect.of(client, SendBy.whenever())).isInstanceOf(InDoubt.class);
            assertThat(graph.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void answerThatSaysNothing_leavesDoubt(Effect effect) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{}")); GraphClient client = graph.client()) {
            assertThat(effect.of(client, SendBy.whenever())).isInstanceOf(InDoubt.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void errorOfGraph_refuses(Effect effect) throws IOException {
        String error = "{\"error\":{\"message\":\"(#200) Permissions error\",\"type\":\"OAuthException\",\"code\":200}}";
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.error(403, error)); GraphClient client = graph.client()) {
            assertThat(effect.of(client, SendBy.whenever())).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void passedDeadline_keepsItHere(Effect effect) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.drop()); GraphClient client = graph.client()) {
            assertThat(effect.of(client, SendBy.at(System.nanoTime()))).isInstanceOf(NotSent.class);
            assertThat(graph.requests()).isEmpty();
        }
    }
}
