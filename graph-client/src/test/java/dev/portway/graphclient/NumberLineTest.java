package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.InDoubt;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.Pin;
import dev.portway.graphclient.value.SendBy;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A number whose phone number id leads nowhere any more. */
class NumberLineTest {
    private static final PhoneNumberId NUMBER = new PhoneNumberId("106540352242922");
    private static final PlayedGraph.Play MISSING = PlayedGraph.error(400,
            "{\"error\":{\"message\":\"Unsupported post request\",\"type\":\"GraphMethodException\",\"code\":100,\"error_subcode\":33}}");
    private static final PlayedGraph.Play ACCOUNT = PlayedGraph.json("{\"id\":\"106540352242922\",\"whatsapp_account\":{\"id\":\"7007\"}}");

    private static EffectResult<?> register(GraphClient client) {
        return client.registration().register(NUMBER, new Pin("148392"), SendBy.whenever());
    }

    @Test
    void numberNobodyFinds_isCalledByItsAccount() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(MISSING, ACCOUNT, PlayedGraph.json("{\"success\":true}"));
                GraphClient client = graph.client()) {
            assertThat(register(client).answer()).isPresent();
            assertThat(graph.requests()).extracting(PlayedGraph.Request::path)
                    .containsExactly("/v26.0/106540352242922/register", "/v26.0/106540352242922", "/v26.0/7007/register");
            assertThat(graph.requests().getLast().body()).isEqualTo(graph.requests().getFirst().body());
        }
    }

    @Test
    void callByItsAccount_thatIsNotAnswered_isInDoubt() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(MISSING, ACCOUNT, PlayedGraph.drop()); GraphClient client = graph.client()) {
            assertThat(register(client)).isInstanceOf(InDoubt.class);
            assertThat(graph.requests()).hasSize(3);
        }
    }

    @Test
    void numberWithoutAnAccount_staysMissing_andIsCalledOnce() throws IOException {
        for (PlayedGraph.Play read : new PlayedGraph.Play[]{MISSING, PlayedGraph.json("{\"id\":\"106540352242922\"}"), PlayedGraph.drop(),
            PlayedGraph.json("{\"whatsapp_account\":{\"id\":\"106540352242922\"}}")}) {
            try (PlayedGraph graph = new PlayedGraph(MISSING, read); GraphClient client = graph.client()) {
                assertThat(register(client)).isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.error().subcode()).isEqualTo(33));
                assertThat(graph.requests()).filteredOn(request -> request.method().equals("POST")).hasSize(1);
            }
        }
    }

    @Test
    void otherRefusals_areLeftAlone() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.error(400, "{\"error\":{\"message\":\"x\",\"code\":133005}}"));
                GraphClient client = graph.client()) {
            assertThat(register(client)).isInstanceOf(Refused.class);
            assertThat(graph.requests()).hasSize(1);
        }
    }
}
