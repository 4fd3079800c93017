package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.restfb.Connection;
import com.restfb.DefaultFacebookClient;
import com.restfb.DefaultJsonMapper;
import com.restfb.FacebookClient;
import com.restfb.FacebookEndpoints;
import com.restfb.Parameter;
import com.restfb.Version;
import com.restfb.batch.BatchRequest;
import com.restfb.batch.BatchResponse;
import com.restfb.exception.FacebookGraphException;
import com.restfb.exception.FacebookOAuthException;
import com.restfb.json.JsonObject;
import com.restfb.types.DebugTokenInfo;
import com.restfb.types.webhook.WebhookObject;
import com.restfb.types.whatsapp.WhatsAppBusinessAccount;
import com.restfb.types.whatsapp.WhatsAppBusinessPhoneNumber;
import com.restfb.types.whatsapp.WhatsAppMessageTemplate;
import dev.portway.sandbox.fidelity.Observed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** restfb, as it comes from Maven Central, uses the sandbox for Graph. */
class RestfbTest extends SandboxTest {

    private final TlsDoor door = new TlsDoor(sandbox.uri());

    @AfterEach
    void shut() {
        door.close();
    }

    private static final String TOKEN = "sandbox-token-destination";
    private static final String SECRET = "sandbox-secret-destination";
    private static final String WABA = "200000000000002";

    /** Graph's address, exchanged for ours. */
    private final class Endpoints implements FacebookEndpoints {

        @Override
        public String getGraphEndpoint() {
            return door.url();
        }
    }

    private DefaultFacebookClient client(String token) {
        DefaultFacebookClient client = new DefaultFacebookClient(token, Version.VERSION_24_0);
        client.setFacebookEndpointUrls(new Endpoints());
        return client;
    }

    private final FacebookClient graph = client(TOKEN);

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void numbers_areListedAndReadWithEveryFieldItKnows() {
        Connection<WhatsAppBusinessPhoneNumber> list = graph.fetchConnection("200000000000001/phone_numbers",
                WhatsAppBusinessPhoneNumber.class, Parameter.with("limit", 4), Parameter.with("fields", List.of("id", "status")));
        List<String> ids = new ArrayList<>();
        for (List<WhatsAppBusinessPhoneNumber> page : list) {
            page.forEach(each -> ids.add(each.getId()));
        }
        assertThat(ids).hasSize(15).doesNotHaveDuplicates();
        WhatsAppBusinessPhoneNumber number = graph.fetchObject("106540352240009", WhatsAppBusinessPhoneNumber.class, Parameter.with(
                "fields",
                "id,account_mode,certificate,code_verification_status,conversational_automation,display_phone_number,"
                        + "eligibility_for_api_business_global_search,health_status,is_official_business_account,is_on_biz_app,is_pin_enabled,"
                        + "is_preverified_number,last_onboarded_time,name_status,new_certificate,new_name_status,platform_type,quality_score,"
                        + "search_visibility,status,throughput,verified_name,quality_rating"));
        assertThat(number.getStatus()).isEqualTo(WhatsAppBusinessPhoneNumber.Status.CONNECTED);
        assertThat(number.getThroughput().getLevel()).isEqualTo(WhatsAppBusinessPhoneNumber.Throughput.Level.STANDARD);
        assertThat(number.getQualityScore().getScore()).isEqualTo("GREEN");
        assertThat(number.getLastOnboardedTime()).isNotNull();
        assertThat(number.getHealthStatus().getEntities()).isNotEmpty();
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void waba_isRead() {
        WhatsAppBusinessAccount waba = graph.fetchObject(WABA, WhatsAppBusinessAccount.class,
                Parameter.with("fields", "id,name,currency,timezone_id,message_template_namespace,account_review_status"));
        assertThat(waba.getId()).isEqualTo(WABA);
        assertThat(waba.getCurrency()).isEqualTo("BRL");
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void templates_areMadeListedEditedAndDeleted() {
        JsonObject made = graph.publish(WABA + "/message_templates", JsonObject.class, Parameter.with("name", "novo"),
                Parameter.with("language", "pt_BR"), Parameter.with("category", "UTILITY"),
                Parameter.with("components", List.of(new JsonObject().add("type", "BODY").add("text", "Oi"))));
        assertThat(made.getString("status", "")).isEqualTo("PENDING");
        advance("PT1M");

        Connection<WhatsAppMessageTemplate> list = graph.fetchConnection(WABA + "/message_templates", WhatsAppMessageTemplate.class,
                Parameter.with("name", "novo"));
        assertThat(list.getData()).hasSize(1).first().extracting(WhatsAppMessageTemplate::getStatus).isEqualTo("APPROVED");
        JsonObject edited = graph.publish(made.getString("id", ""), JsonObject.class,
                Parameter.with("components", List.of(new JsonObject().add("type", "BODY").add("text", "Olá"))));
        assertThat(edited.getBoolean("success", false)).isTrue();
        assertThat(graph.deleteObject(WABA + "/message_templates", Parameter.with("name", "novo"))).isTrue();
    }

    /** Fields are named because this version of it knows no OTP button. */
    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void pages_areFollowedToTheEnd() {
        List<String> names = new ArrayList<>();
        Connection<WhatsAppMessageTemplate> list = graph.fetchConnection("200000000000001/message_templates", WhatsAppMessageTemplate.class,
                Parameter.with("limit", 7), Parameter.with("fields", "id,name,status"));
        for (List<WhatsAppMessageTemplate> page : list) {
            page.forEach(each -> names.add(each.getId()));
        }
        assertThat(names).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads nothing else")
    void buttonsExample_isReadAsAList() {
        assertThat(graph.fetchObject("1689556908100009", WhatsAppMessageTemplate.class).getName()).isEqualTo("pagamento_pix");
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void apps_areSubscribedListedAndTakenOff() {
        assertThat(graph.publish(WABA + "/subscribed_apps", JsonObject.class).getBoolean("success", false)).isTrue();
        Connection<JsonObject> apps = graph.fetchConnection(WABA + "/subscribed_apps", JsonObject.class);
        assertThat(apps.getData().getFirst().get("whatsapp_business_api_data").asObject().getString("id", "")).isEqualTo("634974688087002");
        assertThat(graph.deleteObject(WABA + "/subscribed_apps")).isTrue();
        assertThat(graph.fetchConnection(WABA + "/subscribed_apps", JsonObject.class).getData()).isEmpty();
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void users_areAssignedListedAndTakenOff() {
        assertThat(graph.publish(WABA + "/assigned_users", JsonObject.class, Parameter.with("user", "610000000000002"),
                Parameter.with("tasks", List.of("MANAGE"))).getBoolean("success", false)).isTrue();
        assertThat(
                graph.fetchConnection(WABA + "/assigned_users", JsonObject.class, Parameter.with("business", "510000000000002")).getData())
                .isNotEmpty();
        assertThat(graph.deleteObject(WABA + "/assigned_users", Parameter.with("user", "610000000000002"))).isTrue();
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void number_movesWithIt() {
        String id = graph.publish(WABA + "/phone_numbers", JsonObject.class, Parameter.with("cc", "55"),
                Parameter.with("phone_number", "11987650002"), Parameter.with("migrate_phone_number", true)).getString("id", "");
        assertThat(done(id + "/request_code", Parameter.with("code_method", "SMS"), Parameter.with("language", "pt_BR"))).isTrue();
        String code = anyone.get("/sandbox/phones/5511987650002/inbox").json().path("messages").path(0).path("code").asString();
        assertThat(done(id + "/verify_code", Parameter.with("code", code))).isTrue();
        assertThat(done(id + "/register", Parameter.with("messaging_product", "whatsapp"), Parameter.with("pin", "148392"))).isTrue();
        assertThat(graph.fetchObject("106540352240002", JsonObject.class, Parameter.with("fields", "status")).getString("status", ""))
                .isEqualTo("MIGRATED");
    }

    private boolean done(String path, Parameter... parameters) {
        return graph.publish(path, JsonObject.class, parameters).getBoolean("success", false);
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void batch_isAnsweredCallByCall() {
        List<BatchResponse> answers = graph.executeBatch(
                new BatchRequest.BatchRequestBuilder("106540352240002").parameters(Parameter.with("fields", "status")).build(),
                new BatchRequest.BatchRequestBuilder(WABA + "/subscribed_apps").method("POST").build(),
                new BatchRequest.BatchRequestBuilder("1").build());
        assertThat(answers).extracting(BatchResponse::getCode).containsExactly(200, 200, 400);
        assertThat(answers.getFirst().getBody()).contains("CONNECTED");
        assertThat(answers.getFirst().getHeaders()).isNotEmpty();
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void refusal_keepsCodeSubcodeAndTexts() {
        FacebookOAuthException two = catchThrowableOfType(FacebookOAuthException.class,
                () -> graph.publish(WABA + "/phone_numbers", JsonObject.class, Parameter.with("cc", "55"),
                        Parameter.with("phone_number", "11987650001"), Parameter.with("migrate_phone_number", true)));
        assertThat(two.getErrorCode()).isEqualTo(100);
        assertThat(two.getErrorSubcode()).isEqualTo(2388001);
        assertThat(two.getErrorUserTitle()).isNotEmpty();
        assertThat(two.getFbtraceId()).isNotEmpty();
        order("{\"call\":\"read-number\",\"kind\":\"http-503\"}");
        assertThat(catchThrowableOfType(RuntimeException.class, () -> graph.fetchObject("106540352240002", JsonObject.class))).isNotNull();
        FacebookGraphException expired = catchThrowableOfType(FacebookGraphException.class,
                () -> client("sandbox-token-expired").fetchObject("me", JsonObject.class));
        assertThat(expired.getErrorCode()).isEqualTo(190);
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void proof_isSentAndBelieved() {
        anyone.put("/sandbox/apps/634974688087002", "{\"proofRequired\":true}");
        assertThat(catchThrowableOfType(FacebookGraphException.class, () -> graph.fetchObject("me", JsonObject.class))).isNotNull();
        DefaultFacebookClient proving = new DefaultFacebookClient(TOKEN, SECRET, Version.VERSION_24_0);
        proving.setFacebookEndpointUrls(new Endpoints());
        assertThat(proving.fetchObject("106540352240002", JsonObject.class).getString("id", "")).isEqualTo("106540352240002");
        assertThat(proving.executeBatch(new BatchRequest.BatchRequestBuilder("me").build()).getFirst().getCode()).isEqualTo(200);
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void token_tellsWhatItIsFor() {
        DebugTokenInfo info = graph.debugToken(TOKEN);
        assertThat(info.isValid()).isTrue();
        assertThat(info.getAppId()).isEqualTo("634974688087002");
        assertThat(info.getScopes()).contains("whatsapp_business_management");
    }

    @Test
    @Observed(where = "restfb 2025.15.0, unmodified, reads and writes it so")
    void webhooks_areReadIntoItsTypes() {
        try (Ear ear = new Ear()) {
            anyone.put("/sandbox/apps/634974688087002/webhook", "{\"url\":\"" + ear.url() + "\",\"verifyToken\":\"right\"}");
            anyone.postJson("/sandbox/phones/+5511987650009/messages", "{\"from\":\"+5511912345678\",\"text\":\"Olá 🥖\"}");
            WebhookObject heard = new DefaultJsonMapper().toJavaObject(ear.next().body(), WebhookObject.class);
            assertThat(heard.isWhatsAppBusinessAccount()).isTrue();
            assertThat(heard.getEntryList().getFirst().getId()).isEqualTo(WABA);
            assertThat(heard.getEntryList().getFirst().getChanges()).isNotEmpty();
        }
    }

    private void advance(String by) {
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"" + by + "\"}");
    }
}
