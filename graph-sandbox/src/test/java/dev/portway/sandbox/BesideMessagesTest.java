package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hangs on a WABA or a number beside messages, the caps of both, and the ids of the new account model. */
class BesideMessagesTest extends SandboxTest {

    private static final String BUSINESS = "510000000000011";
    private static final String NUMBER = "/v26.0/106540352240009";
    private static final String MESSAGE = "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"text\",\"text\":{\"body\":\"oi\"}}";

    @Test
    @Observed(where = "Meta's generated SDK specification, Apr 2026")
    void catalog_isConnectedListedAndTakenOff() {
        anyone.put("/sandbox/businesses/" + BUSINESS, "{\"catalogs\":{\"800000000000001\":\"Pães\",\"800000000000002\":\"Bolos\"}}");
        String edge = DESTINATION_WABA + "/product_catalogs";
        assertThat(destination.get(edge).body()).isEqualTo("{\"data\":[]}");
        assertThat(destination.post(edge, Map.of("catalog_id", "800000000000001")).status()).isEqualTo(200);
        assertThat(destination.get(edge).json().path("data").path(0).toString())
                .isEqualTo("{\"id\":\"800000000000001\",\"name\":\"Pães\"}");
        assertThat(destination.delete(edge + "?catalog_id=800000000000001").body()).isEqualTo("{\"success\":true}");
        assertThat(destination.delete(edge + "?catalog_id=800000000000001").code()).isEqualTo("100/33");
        assertThat(destination.get("/v26.0/" + BUSINESS + "/owned_product_catalogs").code()).isEqualTo("100/33");
    }

    @Test
    @Assumed(because = "one catalog of a WABA is documented, the refusal of a second one and of somebody else's is not", settledBy = "connecting two catalogs to one WABA")
    void secondCatalog_isRefused() {
        anyone.put("/sandbox/businesses/" + BUSINESS, "{\"catalogs\":{\"800000000000001\":\"Pães\",\"800000000000002\":\"Bolos\"}}");
        String edge = DESTINATION_WABA + "/product_catalogs";
        destination.post(edge, Map.of("catalog_id", "800000000000001"));
        assertThat(destination.post(edge, Map.of("catalog_id", "800000000000002")).code()).isEqualTo("100");
        assertThat(destination.post(edge, Map.of("catalog_id", "800000000000009")).code()).isEqualTo("100/33");
    }

    private String move() {
        String made = destination.post(DESTINATION_WABA + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987650002", "migrate_phone_number", "true")).json().path("id").asString();
        destination.post("/" + made + "/request_code", Map.of("code_method", "SMS", "language", "pt_BR"));
        String code = anyone.get("/sandbox/phones/5511987650002/inbox").json().path("messages").path(0).path("code").asString();
        destination.post("/" + made + "/verify_code", Map.of("code", code));
        destination.post("/" + made + "/register", Map.of("messaging_product", "whatsapp", "pin", "135790"));
        return made;
    }

    @Test
    @Assumed(because = "commerce settings are a number's in a WABA, and nothing says that they move", settledBy = "the commerce settings of a number read before and after a move")
    void commerceSettings_areNewAtTheDestination() {
        source.post(READY + "/whatsapp_commerce_settings", Map.of("is_cart_enabled", "false", "is_catalog_visible", "true"));
        assertThat(destination.get("/" + move() + "/whatsapp_commerce_settings").json().path("data").path(0).toString())
                .contains("\"is_cart_enabled\":true,\"is_catalog_visible\":false");
    }

    @ParameterizedTest
    @CsvSource({"stay, 1", "gone, 0"})
    @Assumed(because = "nothing is said of a number's groups when it moves", settledBy = "the groups of a number listed after its move; switch groups-after-move")
    void groups_areThoseOfTheSwitchAfterAMove(String value, int left) {
        choose("groups-after-move", value);
        anyone.put("/sandbox/numbers/5511987650002", "{\"groups\":{\"Y2FwaV9ncm91cA\":\"Clientes\"}}");
        assertThat(source.get(READY + "/groups").json().path("data").path("groups")).hasSize(1);
        assertThat(destination.get("/" + move() + "/groups").json().path("data").path("groups")).hasSize(left);
    }

    @Test
    @Documented(page = Page.SHARED_NUMBERS, but = "that it is the number's groups that count")
    void numberWithGroups_isNotShared() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        anyone.put("/sandbox/numbers/5511987660014", "{\"groups\":{\"Y2FwaV9ncm91cA\":\"Clientes\"}}");
        assertThat(anyone.postJson("/sandbox/numbers/5511987660014/partners", "{}").body()).contains("has-groups");
    }

    @Test
    @Documented(page = Page.THROUGHPUT)
    void numberOfTheApp_sendsTwentyASecond() {
        anyone.put("/sandbox/numbers/5511987650009", "{\"fromAppAt\":\"-P1D\"}");
        for (int i = 0; i < 20; i++) {
            assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).status()).isEqualTo(200);
        }
        assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).code()).isEqualTo("130429");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1S\"}");
        assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).status()).isEqualTo(200);
    }

    @Test
    @Documented(page = Page.THROUGHPUT, but = "that refused messages borrow nothing")
    void onePerson_isSentFortyFiveAtOnce_andThenOneEverySixSeconds() {
        for (int i = 0; i < 45; i++) {
            assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).status()).isEqualTo(200);
        }
        assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).code()).isEqualTo("131056");
        assertThat(destination.postJson(NUMBER + "/messages", MESSAGE.replaceFirst("\\d{6}\"", "222333\"")).status()).isEqualTo(200);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT4M29S\"}");
        assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).code()).isEqualTo("131056");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1S\"}");
        assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).status()).isEqualTo(200);

        anyone.put("/sandbox/switches", "{\"messages-to-one-at-once\":\"0\"}");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT7S\"}");
        for (int i = 0; i < 50; i++) {
            assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, 80", "HIGH, 1000"})
    @Documented(page = Page.THROUGHPUT, but = "that seconds are counted by the clock")
    void number_sendsSoManyASecond_toWhomever(String level, int most) {
        anyone.put("/sandbox/numbers/5511987650009", "{\"throughput\":\"" + level + "\"}");
        anyone.put("/sandbox/switches", "{\"messages-to-one-at-once\":\"0\",\"app-calls-per-hour\":\"99999999\"}");
        anyone.postJson("/sandbox/phones/5511987650009/messages", "{\"from\":\"+5511912345678\",\"text\":\"oi\"}");
        for (int i = 1; i < most; i++) {
            assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).status()).isEqualTo(200);
        }
        Wire.Heard heard = destination.postJson(NUMBER + "/messages", MESSAGE);
        assertThat(heard.code()).isEqualTo("130429");
        assertThat(heard.error().path("message").asString()).isEqualTo("(#130429) Rate limit hit");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1S\"}");
        assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).status()).isEqualTo(200);

        anyone.put("/sandbox/switches", "{\"messages-a-second\":\"0\"}");
        for (int i = 0; i < most; i++) {
            assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).status()).isEqualTo(200);
        }
    }

    @Test
    @Documented(page = Page.ACCOUNT_REFERENCE, but = "what is said when there are as many, and that it holds wherever a WABA is made")
    void portfolio_holdsSoManyAccounts() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        String asked = anyone.postJson("/sandbox/requests", "{\"name\":\"Nova\"}").json().path("id").asString();
        anyone.put("/sandbox/businesses/" + BUSINESS, "{\"wabaCap\":1}");
        assertThat(anyone.postJson("/sandbox/requests/" + asked, "{\"decision\":\"accept\"}").body()).contains("too-many-wabas");
        assertThat(anyone.postJson("/sandbox/phones/5511987660010/app/connection", "{}").body()).contains("too-many-wabas");
        anyone.put("/sandbox/businesses/" + BUSINESS, "{\"wabaCap\":20}");
        assertThat(anyone.postJson("/sandbox/requests/" + asked, "{\"decision\":\"accept\"}").status()).isEqualTo(200);
    }

    @Test
    @Assumed(because = "the account model announces ids of WhatsApp accounts in events from phase 2 and in all paths from phase 3 on, and has no"
            + " call that shows them", settledBy = "Meta's reference of the new version; switch account-model-phase")
    void accountIds_leadToANumberFromPhaseTwoAndAloneFromPhaseThree() {
        assertThat(destination.get(NUMBER + "?fields=whatsapp_account").body()).doesNotContain("whatsapp_account");
        choose("account-model-phase", "2");
        String id = destination.get(NUMBER + "?fields=whatsapp_account").json().path("whatsapp_account").path("id").asString();
        assertThat(destination.postJson("/v26.0/" + id + "/messages", MESSAGE).status()).isEqualTo(200);
        assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).status()).isEqualTo(200);
        choose("account-model-phase", "3");
        assertThat(destination.postJson("/v26.0/" + id + "/messages", MESSAGE).status()).isEqualTo(200);
        assertThat(destination.postJson(NUMBER + "/messages", MESSAGE).code()).isEqualTo("100/33");
        assertThat(destination.get(NUMBER).status()).isEqualTo(200);
    }

    @Test
    @Assumed(because = "the answer is said to tell that the PIN was left alone, and not how", settledBy = "a register of a registered number from phase 1 on; switch silent-register-answer")
    void registeringAgain_tellsThatThePinStayedWhenTheSwitchSaysSo() {
        choose("account-model-phase", "1");
        choose("silent-register-answer", "tells");
        assertThat(destination.post(NUMBER + "/register", Map.of("messaging_product", "whatsapp", "pin", "999999")).body())
                .isEqualTo("{\"success\":true,\"pin_reset\":false}");
    }

    @Test
    @Observed(where = "answers that people published, 2025 and 2026; two others stand behind the switch app-register-refusal")
    void registerOfAnAppNumber_answersAsTheSwitchSays() {
        anyone.put("/sandbox/numbers/5511987650009", "{\"fromAppAt\":\"-P1D\",\"onBusinessApp\":true}");
        Map<String, String> register = Map.of("messaging_product", "whatsapp", "pin", "135790");
        assertThat(destination.post(NUMBER + "/register", register).error().path("message").asString())
                .isEqualTo("Register endpoint is not available for SMB businesses.");
        choose("app-register-refusal", "136025");
        assertThat(destination.post(NUMBER + "/register", register).code()).isEqualTo("136025");
        choose("app-register-refusal", "131000");
        assertThat(destination.post(NUMBER + "/register", register).code()).isEqualTo("131000");
    }

    @Test
    @Assumed(because = "how long Direct Support takes is not said", settledBy = "a ticket that takes a partner off a number; switch partner-ticket-hours")
    void partnerLeaves_whenItsTicketIsDone() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        choose("partner-ticket-hours", "48");
        anyone.postJson("/sandbox/numbers/5511987660014/partners", "{}");
        anyone.delete("/sandbox/numbers/5511987660014/partners/510000000000002");
        assertThat(links()).isEqualTo(2);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT48H\"}");
        assertThat(links()).isEqualTo(1);
    }

    private long links() {
        return anyone.get("/sandbox/numbers/5511987660014")
                .json()
                .path("links")
                .valueStream()
                .filter(link -> link.path("state").asString().equals("REGISTERED"))
                .count();
    }

    @Test
    @Assumed(because = "both rows are of the on-behalf-of model", settledBy = "an intent for a WABA that has one already; switch intent-refusals")
    void secondIntent_isRefusedAsTheSwitchSays() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        Wire trilha = new Wire(sandbox, "sandbox-token-trilha-aurora");
        String edge = "/v26.0/200000000000023/set_solution_migration_intent";
        Map<String, String> to = Map.of("solution_id", "650000000000002");
        assertThat(trilha.post(edge, to).status()).isEqualTo(200);
        assertThat(trilha.post(edge, to).code()).isEqualTo("100/2593079");
        choose("intent-refusals", "100");
        assertThat(trilha.post(edge, to).code()).isEqualTo("100");
    }
}
