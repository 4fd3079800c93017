package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.Answered;
import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.GraphResult;
import dev.portway.graphclient.answer.InDoubt;
import dev.portway.graphclient.answer.NotSent;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.answer.Trouble;
import dev.portway.graphclient.answer.Unreachable;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.GraphVersion;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.Pin;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known, and what is not, when a call goes wrong. */
class DoubtTest {
    private static final PhoneNumberId NUMBER = new PhoneNumberId("106540352242922");
    private static final Pin PIN = new Pin("148392");

    @Test
    void register_thatIsAnswered_isDone() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"success\":true}")); GraphClient client = graph.client()) {
            assertThat(register(client).answer()).contains(Done.DONE);
            assertThat(graph.only().body()).isEqualTo("{\"messaging_product\":\"whatsapp\",\"pin\":\"148392\"}");
            assertThat(graph.only().path()).isEqualTo("/v26.0/106540352242922/register");
        }
    }

    @Test
    void aConnectionClosedAfterReading_isInDoubt_andTheRequestWasSentOnce() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.drop()); GraphClient client = graph.client()) {
            assertInDoubt(register(client), Trouble.CONNECTION_BROKEN);
            assertThat(graph.requests()).hasSize(1);
        }
    }

    @Test
    void aPooledConnectionClosedAfterReading_isInDoubt_andTheRequestWasSentOnce() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"id\":\"106540352242922\"}"), PlayedGraph.drop());
                GraphClient client = graph.client()) {
            assertThat(client.numbers().get(NUMBER)).isInstanceOf(Answered.class);
            assertInDoubt(register(client), Trouble.CONNECTION_BROKEN);
            assertThat(graph.requests()).hasSize(2);
        }
    }

    @Test
    void deleteClosedAfterReading_isInDoubt_andWasSentOnce() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.drop()); GraphClient client = graph.client()) {
            assertInDoubt(client.subscriptions().unsubscribe(new WabaId("102"), SendBy.whenever()),
                    Trouble.CONNECTION_BROKEN);
            assertThat(graph.only().method()).isEqualTo("DELETE");
        }
    }

    @Test
    void halfAnAnswer_isInDoubt() throws IOException {
        assertInDoubt(registerAgainst(PlayedGraph.half()), Trouble.CONNECTION_BROKEN);
    }

    @Test
    void silence_isInDoubt() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.silence());
                GraphClient client = graph.client(Duration.ofMillis(200), Duration.ofSeconds(20))) {
            assertInDoubt(register(client), Trouble.ANSWER_TIMED_OUT);
        }
    }

    @Test
    void anAnswerThatDoesNotEnd_isInDoubtAfterTheTotalTime() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.stall());
                GraphClient client = graph.client(Duration.ofMillis(200), Duration.ofMillis(400))) {
            assertInDoubt(register(client), Trouble.ANSWER_TIMED_OUT);
        }
    }

    @Test
    void anAnswerLongerThanWeRead_isInDoubt() throws IOException {
        assertInDoubt(registerAgainst(PlayedGraph.flood(9)), Trouble.ANSWER_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404})
    void anHtmlPage_isInDoubt(int status) throws IOException {
        assertInDoubt(registerAgainst(PlayedGraph.html(status)), Trouble.ANSWER_NOT_UNDERSTOOD);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void aServerErrorWithoutGraphsWords_isInDoubt(int status) throws IOException {
        assertInDoubt(registerAgainst(PlayedGraph.html(status)), Trouble.SERVER_FAULT);
        assertInDoubt(registerAgainst(PlayedGraph.error(status, "{}")), Trouble.SERVER_FAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "[]", "{}", "{\"success\":false}", "{\"success\":", "{\"success\":{}}", "\u0000\u0001"})
    void aSuccessThatDoesNotSaySo_isInDoubt(String body) throws IOException {
        assertInDoubt(registerAgainst(PlayedGraph.json(body)), Trouble.ANSWER_NOT_UNDERSTOOD);
    }

    @Test
    void anErrorUnderStatus200_isRefused() throws IOException {
        EffectResult<Done> result = registerAgainst(PlayedGraph.json("{\"error\":{\"message\":\"(#133005) x\",\"code\":133005}}"));
        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.error().code()).isEqualTo(133005));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 131000})
    void anErrorThatDoesNotKnowItself_leavesAnEffectInDoubt_andRefusesARead(int code) throws IOException {
        PlayedGraph.Play play = PlayedGraph.error(500, "{\"error\":{\"message\":\"unknown\",\"code\":" + code + "}}");
        EffectResult<Done> result = registerAgainst(play);
        assertInDoubt(result, Trouble.GRAPH_UNSURE);
        assertThat(((InDoubt<Done>) result).error()).isNotNull();
        try (PlayedGraph graph = new PlayedGraph(play); GraphClient client = graph.client()) {
            assertThat(client.numbers().get(NUMBER)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aRedirect_isNotFollowed() throws IOException {
        try (PlayedGraph elsewhere = new PlayedGraph(PlayedGraph.json("{\"success\":true}"));
                PlayedGraph graph = new PlayedGraph(PlayedGraph.status(307, "text/html", "", "Location: " + elsewhere.uri()));
                GraphClient client = graph.client()) {
            assertInDoubt(register(client), Trouble.ANSWER_NOT_UNDERSTOOD);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void nobodyListening_isNotSent() throws IOException {
        try (GraphClient client = GraphClient.open(config(URI.create("http://127.0.0.1:" + unusedPort())), access())) {
            assertNotSent(register(client), Trouble.CONNECTION_REFUSED);
            assertThat(client.numbers().get(NUMBER)).isInstanceOfSatisfying(Unreachable.class,
                    unreachable -> assertThat(unreachable.trouble()).isEqualTo(Trouble.CONNECTION_REFUSED));
        }
    }

    @Test
    void aHostWithoutAddress_isNotSent() {
        try (GraphClient client = GraphClient.open(config(URI.create("http://graph.invalid")), access())) {
            assertNotSent(register(client), Trouble.HOST_NOT_FOUND);
        }
    }

    @Test
    void aHostThatSpeaksNoTls_isNotSent() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.drop());
                GraphClient client = GraphClient.open(config(URI.create("https://127.0.0.1:" + graph.uri().getPort())), access())) {
            EffectResult<Done> result = register(client);
            assertThat(result).isInstanceOf(NotSent.class);
            assertThat(graph.requests()).isEmpty();
        }
    }

    @Test
    void aDeadlineThatPassedBefore_isNotSent_andOpensNoConnection() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"success\":true}")); GraphClient client = graph.client()) {
            assertNotSent(client.registration().register(NUMBER, PIN, SendBy.at(System.nanoTime())), Trouble.SEND_BY_PASSED);
            assertThat(graph.requests()).isEmpty();
        }
    }

    /** A process stopped while it connects: in time when asked first, too late when the bytes would go. */
    @Test
    void aDeadlineThatPassesWhileConnecting_isNotSent() throws IOException {
        Deque<Long> clock = new ArrayDeque<>(List.of(0L, 2_000L));
        SendBy sendBy = SendBy.at(1_000, () -> clock.size() > 1 ? clock.removeFirst() : clock.getFirst());
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"success\":true}")); GraphClient client = graph.client()) {
            assertNotSent(client.registration().register(NUMBER, PIN, sendBy), Trouble.SEND_BY_PASSED);
            assertThat(graph.requests()).isEmpty();
        }
    }

    @Test
    void anInterruptedThread_leavesDoubt_andStaysInterrupted() throws Exception {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.silence()); GraphClient client = graph.client()) {
            CompletableFuture<EffectResult<Done>> result = new CompletableFuture<>();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                result.complete(register(client));
                interrupted.complete(Thread.currentThread().isInterrupted());
            });
            while (graph.requests().isEmpty()) {
                Thread.onSpinWait();
            }
            caller.interrupt();
            assertThat(interrupted.get()).isTrue();
            assertInDoubt(result.get(), Trouble.INTERRUPTED);
        }
    }

    @Test
    void aReadThatGoesWrong_isUnreachable() throws IOException {
        for (PlayedGraph.Play play : List.of(PlayedGraph.half(), PlayedGraph.html(200), PlayedGraph.html(502), PlayedGraph.json("{}"))) {
            try (PlayedGraph graph = new PlayedGraph(play); GraphClient client = graph.client()) {
                assertThat(client.numbers().get(NUMBER)).isInstanceOf(Unreachable.class);
            }
        }
    }

    @Test
    void aClosedClient_sendsNothing() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"success\":true}"))) {
            GraphClient client = graph.client();
            client.close();
            assertThat(register(client)).isInstanceOf(NotSent.class);
            assertThat(graph.requests()).isEmpty();
        }
    }

    private static EffectResult<Done> registerAgainst(PlayedGraph.Play play) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(play); GraphClient client = graph.client()) {
            EffectResult<Done> result = register(client);
            assertThat(graph.requests()).hasSize(1);
            return result;
        }
    }

    private static EffectResult<Done> register(GraphClient client) {
        return client.registration().register(NUMBER, PIN, SendBy.within(Duration.ofSeconds(10)));
    }

    private static void assertInDoubt(GraphResult<?> result, Trouble trouble) {
        assertThat(result).isInstanceOfSatisfying(InDoubt.class, doubt -> assertThat(doubt.trouble()).isEqualTo(trouble));
    }

    private static void assertNotSent(GraphResult<?> result, Trouble trouble) {
        assertThat(result).isInstanceOfSatisfying(NotSent.class, stayed -> assertThat(stayed.trouble()).isEqualTo(trouble));
    }

    private static GraphConfig config(URI uri) {
        return GraphConfig.of(uri, GraphVersion.CURRENT);
    }

    private static GraphAccess access() {
        return GraphAccess.of(new AccessToken(PlayedGraph.TOKEN));
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
