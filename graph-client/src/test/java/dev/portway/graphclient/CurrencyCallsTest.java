package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.graphclient.node.CurrencyMigration;
import dev.portway.graphclient.node.CurrencyMigration.Status;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.graphclient.value.CurrencyMigrationId;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import java.io.IOException;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyCallsTest {
    private static final WabaId WABA = new WabaId("102290129340398");
    private static final CurrencyMigrationId MIGRATION = new CurrencyMigrationId("mig_01HZYK3ABCDEF4567890");
    private static final Currency REAIS = Currency.getInstance("BRL");

    @Test
    void begin_namesTheCurrency_andTheLineOnlyWhereOneIsWanted() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.json("{\"migration_id\":\"mig_01HZYK3ABCDEF4567890\",\"migration_status\":\"INITIATED\"}"));
                GraphClient client = graph.client()) {
            CurrencyMigration begun = client.currencies().begin(WABA, REAIS, SendBy.whenever()).answer().orElseThrow();
            client.currencies().begin(WABA, REAIS, new CreditLineId("620000000000002"), SendBy.whenever());

            assertThat(begun.id()).isEqualTo(MIGRATION);
            assertThat(begun.status()).isEqualTo(Open.of(Status.INITIATED));
            assertThat(begun.destination()).isNull();
            assertThat(graph.requests()).allSatisfy(
                    request -> assertThat(request.path()).isEqualTo("/v26.0/102290129340398/set_payment_method_migration_intent"));
            assertThat(graph.requests()).extracting(PlayedGraph.Request::body)
                    .containsExactly("{\"currency\":\"BRL\"}", "{\"currency\":\"BRL\",\"extended_credit_id\":\"620000000000002\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyStatus_isKnown(Status status) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.json("{\"status\":\"" + status + "\",\"id\":\"mig_01HZYK3ABCDEF4567890\"}"));
                GraphClient client = graph.client()) {
            assertThat(client.currencies().get(MIGRATION).answer().orElseThrow().status())
                    .isEqualTo(Open.of(status));
            assertThat(graph.only().path()).isEqualTo("/v26.0/mig_01HZYK3ABCDEF4567890");
        }
    }

    @Test
    void resume_tellsHowItStands_andMeansNoSuccess() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("""
                {"status":"FAILED_TO_COMPLETE","destination_waba":{"id":"200000000000002","name":"Bakery (BRL)","currency":"BRL",
                "timezone_id":"25","message_template_namespace":"ns_2"},"id":"mig_01HZYK3ABCDEF4567890"}"""));
                GraphClient client = graph.client()) {
            CurrencyMigration resumed = client.currencies().resume(MIGRATION, SendBy.whenever()).answer().orElseThrow();

            assertThat(resumed.status()).isEqualTo(Open.of(Status.FAILED_TO_COMPLETE));
            assertThat(resumed.destination()).satisfies(waba -> {
                assertThat(waba.id()).isEqualTo(new WabaId("200000000000002"));
                assertThat(waba.timezoneId()).isEqualTo("25");
            });
            assertThat(graph.only().path()).isEqualTo("/v26.0/mig_01HZYK3ABCDEF4567890/resume_migration");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mig_1/../2", "mig_1?fields=x", "mig 1"})
    void id_isSafeInAPath(String id) {
        assertThatThrownBy(() -> new CurrencyMigrationId(id)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("currency migration id");
    }
}
