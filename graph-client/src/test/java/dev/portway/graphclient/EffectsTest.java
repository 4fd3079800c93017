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
    private static final UserId USER = new UserId("610000000000003");
    private static final Backup BACKUP = new Backup(new BackupData("Zm9v"), new BackupPassword("a pass phrase"));

    interface Saying {
        EffectResult<?> say(GraphClient client, SendBy sendBy);
    }

    enum Effect {
        PROPOSE((client, sendBy) -> client.solutions().propose(WABA, new SolutionId("774485461512159"), sendBy)), PROPOSE_LEAVING(
                (client, sendBy) -> client.solutions().proposeLeaving(WABA, new AppId("634974688087057"), sendBy)), BEGIN(
                        (client, sendBy) -> client.currencies().begin(WABA, REAIS, sendBy)), BEGIN_ON_A_LINE(
                                (client, sendBy) -> client.currencies().begin(WABA, REAIS, LINE, sendBy)), RESUME(
                                        (client, sendBy) -> client.currencies().resume(new CurrencyMigrationId("mig_1"), sendBy)), SYNC(
                                                (client, sendBy) -> client.coexistence()
                                                        .sync(NUMBER, AppDataSync.HISTORY, sendBy)), REGISTER_FROM_BACKUP(
                                                                (client, sendBy) -> client.registration()
                                                                        .register(NUMBER, new Pin("148392"), BACKUP, sendBy)), DEREGISTER(
                                                                                (client, sendBy) -> client.registration()
                                                                                        .deregister(NUMBER, sendBy)), SHARE_AND_ATTACH(
                                                                                                (client, sendBy) -> client.credit()
                                                                                                        .shareAndAttach(LINE, WABA, REAIS,
                                                                                                                sendBy)), SHARE(
                                                                                                                        (client, sendBy) -> client
                                                                                                                                .credit()
                                                                                                                                .share(LINE,
                                                                                                                                        new BusinessId(
                                                                                                                                                "510000000000011"),
                                                                                                                                        sendBy)), ATTACH(
                                                                                                                                                (client, sendBy) -> client
                                                                                                                                                        .credit()
                                                                                                                                                        .attach(LINE,
                                                                                                                                                                WABA,
                                                                                                                                                                REAIS,
                                                                                                                                                                sendBy)), REVOKE(
                                                                                                                                                                        (client, sendBy) -> client
                                                                                                                                                                                .credit()
                                                                                                                                                                                .revoke(new CreditAllocationId(
                                                                                                                                                                                        "640000000000009"),
                                                                                                                                                                                        sendBy)), FETCH_TOKEN(
                                                                                                                                                                                                (client, sendBy) -> client
                                                                                                                                                                                                        .tokens()
                                                                                                                                                                                                        .ofSystemUser(
                                                                                                                                                                                                                new BusinessId(
                                                                                                                                                                                                                        "510000000000011"),
                                                                                                                                                                                                                USER,
                                                                                                                                                                                                                sendBy)), ASSIGN(
                                                                                                                                                                                                                        (client, sendBy) -> client
                                                                                                                                                                                                                                .users()
                                                                                                                                                                                                                                .assign(WABA,
                                                                                                                                                                                                                                        USER,
                                                                                                                                                                                                                                        Set.of(Task.MANAGE),
                                                                                                                                                                                                                                        sendBy)), DISMISS(
                                                                                                                                                                                                                                                (client, sendBy) -> client
                                                                                                                                                                                                                                                        .users()
                                                                                                                                                                                                                                                        .dismiss(
                                                                                                                                                                                                                                                                WABA,
                                                                                                                                                                                                                                                                USER,
                                                                                                                                                                                                                                                                sendBy)), COPY_FLOWS(
                                                                                                                                                                                                                                                                        (client, sendBy) -> client
                                                                                                                                                                                                                                                                                .flows()
                                                                                                                                                                                                                                                                                .copy(WABA,
                                                                                                                                                                                                                                                                                        new WabaId(
                                                                                                                                                                                                                                                                                                "200000000000001"),
                                                                                                                                                                                                                                                                                        List.of(),
                                                                                                                                                                                                                                                                                        sendBy));

        private final Saying saying;

        Effect(Saying saying) {
            this.saying = saying;
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void droppedConnection_leavesDoubt(Effect effect) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.drop()); GraphClient client = graph.client()) {
            assertThat(effect.saying.say(client, SendBy.whenever())).isInstanceOf(InDoubt.class);
            assertThat(graph.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void answerThatSaysNothing_leavesDoubt(Effect effect) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{}")); GraphClient client = graph.client()) {
            assertThat(effect.saying.say(client, SendBy.whenever())).isInstanceOf(InDoubt.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void errorOfGraph_refuses(Effect effect) throws IOException {
        String error = "{\"error\":{\"message\":\"(#200) Permissions error\",\"type\":\"OAuthException\",\"code\":200}}";
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.error(403, error)); GraphClient client = graph.client()) {
            assertThat(effect.saying.say(client, SendBy.whenever())).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void passedDeadline_keepsItHere(Effect effect) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.drop()); GraphClient client = graph.client()) {
            assertThat(effect.saying.say(client, SendBy.at(System.nanoTime()))).isInstanceOf(NotSent.class);
            assertThat(graph.requests()).isEmpty();
        }
    }
}
