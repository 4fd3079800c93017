package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.node.CreditAllocation;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.CreditAllocationId;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import java.io.IOException;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class CreditCallsTest {
    private static final CreditLineId LINE = new CreditLineId("620000000000002");
    private static final WabaId WABA = new WabaId("102290129340398");
    private static final BusinessId CLIENT = new BusinessId("510000000000011");
    private static final CreditAllocationId ALLOCATION = new CreditAllocationId("640000000000009");
    private static final Currency REAIS = Currency.getInstance("BRL");

    @Test
    void line_isSharedAndAttachedAtOnce_orInTwoHalves() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.json("{\"success\":true,\"allocation_config_id\":\"640000000000009\",\"waba_id\":\"102290129340398\"}"));
                GraphClient client = graph.client()) {
            CreditCalls credit = client.credit();
            assertThat(credit.shareAndAttach(LINE, WABA, REAIS, SendBy.whenever()).answer()).contains(ALLOCATION);
            assertThat(credit.share(LINE, CLIENT, SendBy.whenever()).answer()).contains(ALLOCATION);
            assertThat(credit.attach(LINE, WABA, REAIS, SendBy.whenever()).answer()).contains(ALLOCATION);

            assertThat(graph.requests()).extracting(request -> request.path() + " " + request.body())
                    .containsExactly(
                            "/v26.0/620000000000002/whatsapp_credit_sharing_and_attach {\"waba_id\":\"102290129340398\",\"waba_currency\":\"BRL\"}",
                            "/v26.0/620000000000002/whatsapp_credit_sharing {\"receiving_business_id\":\"510000000000011\"}",
                            "/v26.0/620000000000002/whatsapp_credit_attach {\"waba_id\":\"102290129340398\",\"waba_currency\":\"BRL\"}");
        }
    }

    @Test
    void allocation_tellsWhatItPaysWith() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.json("{\"receiving_credential\":{\"id\":\"630000000000002\"},\"id\":\"640000000000009\"}"),
                PlayedGraph.json("{\"data\":[{\"id\":\"640000000000009\",\"request_status\":\"DELETED\"}]}"));
                GraphClient client = graph.client()) {
            CreditAllocation one = client.credit().allocation(ALLOCATION).answer().orElseThrow();
            var all = client.credit().allocations(LINE, CLIENT).answer().orElseThrow().items();

            assertThat(one.receivingCredentialId()).isEqualTo("630000000000002");
            assertThat(all).containsExactly(new CreditAllocation(ALLOCATION, null, "DELETED"));
            assertThat(graph.requests().getLast().path()).isEqualTo("/v26.0/620000000000002/owning_credit_allocation_configs");
            assertThat(graph.requests().getLast().query()).contains("receiving_business_id=510000000000011");
        }
    }

    @Test
    void revoking_deletesTheAllocation() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"success\":true}")); GraphClient client = graph.client()) {
            assertThat(client.credit().revoke(ALLOCATION, SendBy.whenever()).answer()).contains(Done.DONE);

            assertThat(graph.only().method()).isEqualTo("DELETE");
            assertThat(graph.only().path()).isEqualTo("/v26.0/640000000000009");
        }
    }
}
