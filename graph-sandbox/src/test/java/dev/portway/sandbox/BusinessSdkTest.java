package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.facebook.ads.sdk.APIContext;
import com.facebook.ads.sdk.APIException;
import com.facebook.ads.sdk.APINode;
import com.facebook.ads.sdk.APINodeList;
import com.facebook.ads.sdk.APIRequest;
import com.facebook.ads.sdk.APIResponse;
import com.facebook.ads.sdk.AssignedUser;
import com.facebook.ads.sdk.BatchRequest;
import com.facebook.ads.sdk.Business;
import com.facebook.ads.sdk.WhatsAppBusinessAccount;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Meta's own SDK for Java, as it comes from Maven Central, uses the sandbox for Graph. */
class BusinessSdkTest extends SandboxTest {

    private final TlsDoor door = new TlsDoor(sandbox.uri());

    @AfterEach
    void shut() {
        door.close();
    }

    private static final String TOKEN = "sandbox-token-destination";
    private static final String BODY = "[{\"type\":\"BODY\",\"text\":\"Oi\"}]";

    private final WhatsAppBusinessAccount waba = new WhatsAppBusinessAccount("200000000000002", context(null));
    private final WhatsAppBusinessAccount old = new WhatsAppBusinessAccount("200000000000001", context(null));

    private APIContext context(@Nullable String secret) {
        String base = door.url();
        return new APIContext(base, base, "v24.0", TOKEN, secret, "634974688087002", false);
    }

    private static JsonNode json(APIResponse response) {
        return Json.parse(response.getRawResponse()).orElseThrow();
    }

    private APIResponse post(String id, String edge, Map<String, Object> parameters) throws APIException {
        return new APIRequest<APINode>(context(null), id, edge, "POST").execute(parameters);
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void waba_isReadWithEveryFieldItKnows() throws APIException {
        WhatsAppBusinessAccount read = waba.get().requestAllFields().execute();
        assertThat(read.getFieldCurrency()).isEqualTo("BRL");
        assertThat(read.getFieldHealthStatus()).isNotNull();
        assertThat(read.getFieldOwnerBusiness().getFieldId()).isEqualTo("510000000000011");
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void lists_arePagedToTheEndAndNoFurther() throws APIException {
        APINodeList<APINode> page = old.getMessageTemplates().requestField("id").setParam("limit", 7).execute();
        int seen = 0;
        while (page != null && !page.isEmpty()) {
            seen += page.size();
            page = page.nextPage();
        }
        assertThat(seen).isEqualTo(40);
        int all = 0;
        for (APINode each : old.getPhoneNumbers().setParam("limit", 4).execute().withAutoPaginationIterator(true)) {
            assertThat(each.getId()).isNotEmpty();
            all++;
        }
        assertThat(all).isEqualTo(15);
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void templates_areMadeListedEditedAndDeleted() throws APIException {
        WhatsAppBusinessAccount made = waba.createMessageTemplate()
                .setName("novo")
                .setLanguage("pt_BR")
                .setCategory(WhatsAppBusinessAccount.EnumCategory.VALUE_UTILITY)
                .setComponents(BODY)
                .execute();
        assertThat(made.getFieldStatus()).isEqualTo("PENDING");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1M\"}");
        assertThat(waba.getMessageTemplates()
                .setStatus(List.of(WhatsAppBusinessAccount.EnumStatus.VALUE_APPROVED))
                .setName("novo")
                .execute()).extracting(APINode::getId).containsExactly(made.getId());
        assertThat(json(post(made.getId(), "/", Map.of("components", BODY.replace("Oi", "Olá")))).path("success").asBoolean()).isTrue();
        assertThat(json(waba.deleteMessageTemplates().setName("novo").execute()).path("success").asBoolean()).isTrue();
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void templates_areCopiedFromAnotherWaba() throws APIException {
        JsonNode copied = json(
                waba.createMigrateMessageTemplate().setSourceWabaId("200000000000001").setPageNumber(0L).setCount(20L).execute());
        assertThat(copied.path("migrated_templates")).isNotEmpty();
        assertThat(copied.path("failed_templates").isObject()).isTrue();
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void apps_areSubscribedListedAndTakenOff() throws APIException {
        assertThat(json(waba.createSubscribedApp().execute()).path("success").asBoolean()).isTrue();
        assertThat(json(waba.getSubscribedApps().execute()).path("data")).hasSize(1);
        assertThat(json(waba.deleteSubscribedApps().execute()).path("success").asBoolean()).isTrue();
        assertThat(waba.getSubscribedApps().execute()).isEmpty();
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void users_areAssignedListedAndTakenOff() throws APIException {
        assertThat(json(waba.createAssignedUser()
                .setUser("610000000000002")
                .setTasks(List.of(WhatsAppBusinessAccount.EnumTasks.VALUE_MANAGE))
                .execute()).path("success").asBoolean()).isTrue();
        APINodeList<AssignedUser> users = waba.getAssignedUsers().setBusiness("510000000000002").execute();
        assertThat(users).extracting(AssignedUser::getFieldId).contains("610000000000002");
        assertThat(json(waba.deleteAssignedUsers().setUser("610000000000002").execute()).path("success").asBoolean()).isTrue();
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void accounts_areListedOfABusiness() throws APIException {
        Business partner = new Business("510000000000002", context(null));
        assertThat(partner.getClientWhatsAppBusinessAccounts().execute()).hasSizeGreaterThan(5);
        assertThat(partner.getExtendedCredits().execute()).isNotEmpty();
        assertThat(new Business("510000000000011", context(null)).getOwnedWhatsAppBusinessAccounts().execute()).isNotEmpty();
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void number_movesWithIt() throws APIException {
        String id = waba.createPhoneNumber().setCc("55").setPhoneNumber("11987650002").setMigratePhoneNumber(true).execute().getId();
        post(id, "/request_code", Map.of("code_method", "SMS", "language", "pt_BR"));
        String code = anyone.get("/sandbox/phones/5511987650002/inbox").json().path("messages").path(0).path("code").asString();
        post(id, "/verify_code", Map.of("code", code));
        assertThat(json(post(id, "/register", Map.of("messaging_product", "whatsapp", "pin", "148392"))).path("success").asBoolean())
                .isTrue();
        assertThat(source.get("/v26.0/106540352240002?fields=status").json().path("status").asString()).isEqualTo("MIGRATED");
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void batch_isAnsweredCallByCall() throws APIException {
        List<APIResponse> answers = new BatchRequest(context(null)).addRequest(waba.get().requestField("name"))
                .addRequest(waba.createSubscribedApp())
                .addRequest(new WhatsAppBusinessAccount("1", context(null)).get())
                .execute();
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).getRawResponse()).contains("\"name\"");
        assertThat(answers.get(1).getRawResponse()).contains("success");
        assertThat(answers.get(2).getException()).isNotNull();
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void refusal_isKeptWhole() {
        APIException refused = catchThrowableOfType(APIException.class,
                () -> waba.createPhoneNumber().setCc("55").setPhoneNumber("11987650001").setMigratePhoneNumber(true).execute());
        JsonNode error = json(refused).path("error");
        assertThat(error.path("code").asInt()).isEqualTo(100);
        assertThat(error.path("error_subcode").asInt()).isEqualTo(2388001);
    }

    @Test
    @Observed(where = "Meta's own SDK for Java 24.0.1, unmodified, reads and writes it so")
    void proof_isSentAndBelieved() throws APIException {
        anyone.put("/sandbox/apps/634974688087002", "{\"proofRequired\":true}");
        assertThat(catchThrowableOfType(APIException.class, () -> waba.get().execute())).isNotNull();
        WhatsAppBusinessAccount proving = new WhatsAppBusinessAccount("200000000000001", context("sandbox-secret-destination"));
        assertThat(proving.get().requestField("id").execute().getId()).isEqualTo("200000000000001");
        assertThat(proving.getMessageTemplates().setParam("limit", 7).execute().nextPage()).hasSize(7);
    }
}
