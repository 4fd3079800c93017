package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A WABA is billed in another currency, over the wire. */
class CurrencyMigrationTest extends SandboxTest {

    private static final String SOURCE = "/v26.0/200000000000024";
    private static final String NUMBER = "/v26.0/106540352260007";
    private static final Map<String, String> IN_REAIS = Map.of("currency", "BRL");

    @BeforeEach
    void load() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        freeze();
    }

    private String begin(Map<String, String> wish) {
        JsonNode begun = destination.post(SOURCE + "/set_payment_method_migration_intent", wish).json();
        assertThat(begun.path("migration_status").asString()).isEqualTo("INITIATED");
        assertThat(begun.path("migration_id").asString()).startsWith("mig_");
        return "/v26.0/" + begun.path("migration_id").asString();
    }

    private void pass(String time) {
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"" + time + "\"}");
    }

    private String status(String migration) {
        return destination.get(migration).json().path("status").asString();
    }

    private void fails(String where) {
        anyone.put("/sandbox/wabas/200000000000024", "{\"migrationFails\":\"" + where + "\"}");
    }

    @Test
    @Documented(page = Page.CURRENCY, but = "how long each step takes, and that numbers keep their id, which a provider says")
    void allNumbers_goToAClonedWabaWithoutACodeOrRegister() {
        String migration = begin(IN_REAIS);
        assertThat(status(migration)).isEqualTo("INITIATED");
        pass("PT10S");
        assertThat(status(migration)).isEqualTo("ACCEPTED");
        pass("PT10S");
        assertThat(status(migration)).isEqualTo("IN_PROGRESS");
        pass("PT10S");
        JsonNode ready = destination.get(migration).json();
        assertThat(ready.path("status").asString()).isEqualTo("READY_TO_COMPLETE");
        assertThat(ready.path("destination_waba").path("currency").asString()).isEqualTo("BRL");
        String made = "/v26.0/" + ready.path("destination_waba").path("id").asString();
        assertThat(destination.get(made + "/phone_numbers").json().path("data")).isEmpty();

        assertThat(destination.post(migration + "/resume_migration", Map.of()).json().path("status").asString()).isEqualTo("COMPLETED");
        assertThat(destination.get(made + "/phone_numbers?fields=status").json().path("data")).hasSize(2)
                .allSatisfy(number -> assertThat(number.path("status").asString()).isEqualTo("CONNECTED"));
        assertThat(destination.get(NUMBER + "?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");
        assertThat(destination.get(SOURCE).status()).isEqualTo(200);
        assertThat(destination.postJson(NUMBER + "/messages",
                "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"text\",\"text\":{\"body\":\"oi\"}}").status())
                .isEqualTo(200);
        assertThat(destination.post(migration + "/resume_migration", Map.of()).json().path("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    @Documented(page = Page.CURRENCY)
    void clone_hasTemplatesOfEveryStatusFlowsAppsAndUsers() {
        String migration = begin(IN_REAIS);
        pass("PT30S");
        String made = "/v26.0/" + destination.get(migration).json().path("destination_waba").path("id").asString();
        JsonNode templates = destination.get(made + "/message_templates?fields=name,status").json().path("data");
        assertThat(StreamSupport.stream(templates.spliterator(), false).map(each -> each.path("status").asString()).toList())
                .containsExactlyInAnyOrder("APPROVED", "PAUSED");
        assertThat(templates.path(0).path("id").asString()).doesNotStartWith("168955700000");
        assertThat(destination.get(made + "/flows").json().path("data")).hasSize(1);
        assertThat(destination.get(made + "/subscribed_apps").json().path("data")).hasSize(1);
        assertThat(destination.get(made + "/assigned_users?business=510000000000002").json().path("data")).hasSize(1);
    }

    @Test
    @Documented(page = Page.CURRENCY)
    void failure_isRepeatedFromItsOwnPlace() {
        fails("WHILE_CLONING");
        String first = begin(IN_REAIS);
        pass("PT30S");
        assertThat(status(first)).isEqualTo("FAILED");
        assertThat(destination.post(first + "/resume_migration", Map.of()).code()).isEqualTo("100");

        fails("WHILE_MOVING");
        String second = begin(IN_REAIS);
        pass("PT30S");
        assertThat(destination.post(second + "/resume_migration", Map.of()).json().path("status").asString())
                .isEqualTo("FAILED_TO_COMPLETE");
        assertThat(destination.get(NUMBER + "?fields=status").json().path("status").asString()).isEqualTo("CONNECTED");
        fails("NOWHERE");
        assertThat(destination.post(second + "/resume_migration", Map.of()).json().path("status").asString()).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"same currency|USD||", "on the app|BRL|numbers/5511987660007|{\"onBusinessApp\":true}",
        "in review|BRL|wabas/200000000000024|{\"reviewStatus\":\"PENDING\"}"})
    @Documented(page = Page.CURRENCY, but = "that what does not hold is said by the status, not by the call")
    void whatDoesNotHold_isRejected(String why, String currency, String thing, String fact) {
        if (thing != null) {
            assertThat(anyone.put("/sandbox/" + thing, fact).status()).isEqualTo(200);
        }
        String migration = begin(Map.of("currency", currency));
        pass("PT10S");
        assertThat(status(migration)).as(why).isEqualTo("REJECTED");
    }

    @Test
    @Documented(page = Page.CURRENCY)
    void lineOfCredit_takesOverFromACardAndNeverTheOtherWay() {
        String migration = begin(Map.of("currency", "BRL", "extended_credit_id", "620000000000002"));
        pass("PT30S");
        assertThat(status(migration)).isEqualTo("READY_TO_COMPLETE");
        destination.post(migration + "/resume_migration", Map.of());
        String made = "/v26.0/" + destination.get(migration).json().path("destination_waba").path("id").asString();
        assertThat(destination.get(made + "?fields=primary_funding_id").json().path("primary_funding_id").asString()).isNotEmpty();

        JsonNode back = destination.post(made + "/set_payment_method_migration_intent", Map.of("currency", "EUR")).json();
        pass("PT10S");
        assertThat(status("/v26.0/" + back.path("migration_id").asString())).isEqualTo("REJECTED");
    }

    @Test
    @Assumed(because = "the page shows a request without a line, and does not support card to card for a change of payment method", settledBy = "a change of currency of a WABA that pays by card; switch currency-from-card-to-card")
    void cardToCard_isAcceptedUnlessTheSwitchRejects() {
        choose("currency-from-card-to-card", "rejected");
        String migration = begin(IN_REAIS);
        pass("PT10S");
        assertThat(status(migration)).isEqualTo("REJECTED");
    }

    @Test
    @Assumed(because = "that the id is kept is one provider's word", settledBy = "the ids before and after a currency migration; switch currency-number-id")
    void numbersGetNewIds_whenTheSwitchSaysSo() {
        choose("currency-number-id", "new");
        String migration = begin(IN_REAIS);
        pass("PT30S");
        destination.post(migration + "/resume_migration", Map.of());
        assertThat(destination.get(NUMBER + "?fields=status").json().path("status").asString()).isEqualTo("MIGRATED");
    }
}
