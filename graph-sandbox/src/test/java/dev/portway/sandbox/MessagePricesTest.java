package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a message's status says that it cost. */
class MessagePricesTest extends SandboxTest {

    private static final String NUMBER = "/v26.0/106540352240001/messages";
    private static final String TEXT = "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"text\",\"text\":{\"body\":\"oi\"}}";
    private static final String UTILITY = """
            {"messaging_product":"whatsapp","to":"%s","type":"template","template":{"name":"pedido_a_caminho","language":{"code":"pt_BR"},
            "components":[{"type":"body","parameters":[{"type":"text","text":"1042"}]},
            {"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"1042"}]}]}}""";
    private static final String BILLED = "{\"billable\":true,\"pricing_model\":\"PMP\",\"type\":\"regular\",\"category\":\"%s\"}";
    private static final String FREE = "{\"billable\":false,\"pricing_model\":\"PMP\",\"type\":\"free_customer_service\",\"category\":\"%s\"}";

    private final Ear ear = new Ear();

    @BeforeEach
    void listen() {
        anyone.put("/sandbox/apps/634974688087001/webhook", "{\"url\":\"" + ear.url() + "\",\"verifyToken\":\"right\"}");
    }

    @AfterEach
    void deaf() {
        ear.close();
    }

    private void on(String day) {
        anyone.put("/sandbox/clock", "{\"mode\":\"frozen\",\"now\":\"" + day + "T12:00:00Z\"}");
    }

    /** What the first status of a message says. */
    private JsonNode told(String message) {
        assertThat(source.postJson(NUMBER, message).status()).isEqualTo(200);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT0.4S\"}");
        JsonNode first = status();
        if (first.path("status").asString().equals("sent")) {
            for (int i = 0; i < 2; i++) {
                anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT0.4S\"}");
                status();
            }
        }
        return first;
    }

    private JsonNode status() {
        return Json.parse(ear.next().body())
                .orElseThrow()
                .path("entry")
                .path(0)
                .path("changes")
                .path(0)
                .path("value")
                .path("statuses")
                .path(0);
    }

    private void thousandWereSent(String month) {
        anyone.put("/sandbox/numbers/5511987650001", "{\"serviceMonth\":\"" + month + "\",\"serviceMessages\":1000}");
    }

    @Test
    @Documented(page = Page.PRICING)
    void beforeOctober_utilityAndServiceAreFreeInTheWindow() {
        on("2026-09-30");
        thousandWereSent("2026-09");
        assertThat(told(TEXT).path("pricing")).hasToString(FREE.formatted("service"));
        assertThat(told(UTILITY.formatted("5511912345678")).path("pricing")).hasToString(FREE.formatted("utility"));
        assertThat(told(UTILITY.formatted("5511955550000")).path("pricing")).hasToString(BILLED.formatted("utility"));
    }

    @Test
    @Assumed(because = "several providers agree on it, and no copy of Meta's page that was read shows it", settledBy = "the pricing of a status in a number's second thousand of service messages; switch pricing-since-october")
    void sinceOctober_utilityIsBilledAndServiceAfterAThousandAMonth() {
        on("2026-11-30");
        assertThat(told(UTILITY.formatted("5511912345678")).path("pricing")).hasToString(BILLED.formatted("utility"));
        assertThat(told(TEXT).path("pricing")).hasToString(FREE.formatted("service"));
        thousandWereSent("2026-11");
        assertThat(told(TEXT).path("pricing")).hasToString(BILLED.formatted("service"));
        on("2026-12-01");
        assertThat(told(TEXT).path("pricing")).hasToString(FREE.formatted("service"));

        thousandWereSent("2026-12");
        choose("pricing-since-october", "old");
        assertThat(told(TEXT).path("pricing")).hasToString(FREE.formatted("service"));
    }

    @Test
    @Assumed(because = "providers say that service messages stop after the free ones, and the error page has the code", settledBy = "messages from an account without a payment method")
    void withoutAWayToPay_whatIsFreeIsSentStill() {
        on("2026-11-30");
        anyone.put("/sandbox/wabas/200000000000001", "{\"fundingId\":null}");
        assertThat(told(TEXT).path("status").asString()).isEqualTo("sent");
        assertThat(told(UTILITY.formatted("5511912345678")).path("errors").path(0).path("code").intValue()).isEqualTo(131042);
        thousandWereSent("2026-11");
        assertThat(told(TEXT).path("errors").path(0).path("code").intValue()).isEqualTo(131042);
    }
}
