package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.node.CreditLine;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.Pin;
import dev.portway.graphclient.value.SendBy;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Calls of the client that others need and the service of this repository does not make yet. */
class CallsTest {
    private static final BusinessId BUSINESS = new BusinessId("510000000000011");

    @Test
    void pin_isSetOnTheNumberItself() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"success\":true}")); GraphClient client = graph.client()) {
            var set = client.registration()
                    .setPin(new PhoneNumberId("106540352242922"), new Pin("148392"), SendBy.at(System.nanoTime() + 5_000_000_000L));

            assertThat(set.answer()).contains(Done.DONE);
            assertThat(graph.only().path()).isEqualTo("/v26.0/106540352242922");
            assertThat(graph.only().body()).isEqualTo("{\"pin\":\"148392\"}");
        }
    }

    @Test
    void wabasOfABusiness_areThoseItOwns_andThoseItWasGiven() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"data\":[{\"id\":\"200000000000001\",\"name\":\"One\"}]}"));
                GraphClient client = graph.client()) {
            assertThat(client.businesses().ownedWabas(BUSINESS).answer().orElseThrow().items()).extracting(Waba::name)
                    .containsExactly("One");
            assertThat(client.businesses().clientWabas(BUSINESS).answer().orElseThrow().items()).hasSize(1);

            assertThat(graph.requests()).extracting(PlayedGraph.Request::path)
                    .containsExactly("/v26.0/510000000000011/owned_whatsapp_business_accounts",
                            "/v26.0/510000000000011/client_whatsapp_business_accounts");
        }
    }

    @Test
    void creditLines_areThePartners() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.json("{\"data\":[{\"id\":\"700000000000001\",\"legal_entity_name\":\"One\"}]}"));
                GraphClient client = graph.client()) {
            assertThat(client.credit().linesOf(BUSINESS).answer().orElseThrow().items()).extracting(CreditLine::legalEntityName)
                    .containsExactly("One");

            assertThat(graph.only().path()).isEqualTo("/v26.0/510000000000011/extendedcredits");
        }
    }
}
