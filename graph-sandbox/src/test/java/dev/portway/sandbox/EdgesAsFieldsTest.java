package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An edge that is asked for as a field of its node. */
class EdgesAsFieldsTest extends SandboxTest {

    private static final String OWN_PORTFOLIO = "/v26.0/510000000000002";
    private static final String INTENT_WABA = "/v26.0/200000000000021";

    @BeforeEach
    void worldWithAllOfThem() {
        anyone.put("/sandbox/world", "{\"world\":\"routes\"}");
        freeze();
    }

    @ParameterizedTest
    @CsvSource({"sandbox-token-trilha-aurora, /v26.0/200000000000021, phone_numbers",
        "sandbox-token-trilha-aurora, /v26.0/200000000000021, solutions",
        "sandbox-token-trilha-aurora, /v26.0/200000000000021, flows",
        "sandbox-token-trilha-aurora, /v26.0/200000000000021, activities",
        "sandbox-token-trilha-aurora, /v26.0/200000000000021, product_catalogs",
        "sandbox-token-trilha-aurora, /v26.0/200000000000021, message_templates",
        "sandbox-token-trilha-aurora, /v26.0/200000000000021, subscribed_apps",
        "sandbox-token-destination, /v26.0/510000000000002, owned_whatsapp_business_accounts",
        "sandbox-token-destination, /v26.0/510000000000002, client_whatsapp_business_accounts",
        "sandbox-token-destination, /v26.0/510000000000002, system_users",
        "sandbox-token-destination, /v26.0/510000000000002, extendedcredits",
        "sandbox-token-destination, /v26.0/510000000000002, preverified_numbers",
        "sandbox-token-source, /v26.0/106540352260001, message_qrdls",
        "sandbox-token-source, /v26.0/106540352260001, whatsapp_commerce_settings",
        "sandbox-token-destination, /v26.0/610000000000002, assigned_whatsapp_business_accounts"})
    @Documented(page = Page.FIELD_EXPANSION, but = "that a field of it answers word for word as the edge")
    void edge_answersAsAFieldWhatItAnswersByItsOwnPath(String token, String node, String edge) {
        Wire caller = new Wire(sandbox, token);
        Wire.Heard alone = caller.get(node + "/" + edge);
        assertThat(alone.status()).as(alone.body()).isEqualTo(200);

        JsonNode asField = caller.get(node + "?fields=" + edge).json();

        assertThat(asField.path(edge)).isEqualTo(alone.json());
        assertThat(asField.has("id")).isTrue();
    }

    @Test
    @Documented(page = Page.FIELD_EXPANSION)
    void edgeAsField_takesArgumentsChildrenAndANameOfItsOwn() {
        JsonNode users = destination.get(DESTINATION_WABA + "?fields=assigned_users.business(510000000000002).limit(1)%7Bname,tasks%7D")
                .json();
        assertThat(users.path("assigned_users"))
                .isEqualTo(destination.get(DESTINATION_WABA + "/assigned_users?business=510000000000002&limit=1&fields=name,tasks").json());
        JsonNode nested = destination
                .get(OWN_PORTFOLIO + "?fields=client_whatsapp_business_accounts%7Bflows.as(all)%7Bstatus%7D,product_catalogs%7Bname%7D%7D")
                .json();
        JsonNode waba = nested.path("client_whatsapp_business_accounts").path("data").path(0);
        assertThat(waba.propertyNames()).containsExactly("all", "product_catalogs", "id");
        assertThat(waba.path("all").has("data")).isTrue();
    }

    @Test
    @Documented(page = Page.FIELD_EXPANSION)
    void edgeAsField_isTurnedOverByItsOwnPath() {
        JsonNode first = destination.get(OWN_PORTFOLIO + "?fields=client_whatsapp_business_accounts.limit(1)%7Bname%7D")
                .json()
                .path("client_whatsapp_business_accounts");
        String next = first.path("paging").path("next").asString();
        assertThat(next).startsWith(sandbox.uri() + OWN_PORTFOLIO + "/client_whatsapp_business_accounts?access_token=");
        JsonNode second = anyone.get(next).json();
        assertThat(second.path("data")).hasSize(1);
        assertThat(second.path("data").path(0).propertyNames()).containsExactly("name", "id");
        assertThat(second.path("data").path(0)).isNotEqualTo(first.path("data").path(0));
    }

    @Test
    @Assumed(because = "a field that is an edge is taken to refuse as the edge does: without what it needs, and for what it does not have", settledBy = "GET /{waba}?fields=assigned_users without a business")
    void edgeAsField_refusesAsTheEdgeDoes() {
        Wire trilha = new Wire(sandbox, "sandbox-token-trilha-aurora");
        assertThat(trilha.get(INTENT_WABA + "?fields=assigned_users").error().path("message").asString())
                .isEqualTo(trilha.get(INTENT_WABA + "/assigned_users").error().path("message").asString());
        assertThat(trilha.get(INTENT_WABA + "?fields=solutions%7Bshoe_size%7D").code()).isEqualTo("100");
        assertThat(destination.get("/v26.0/510000000000001?fields=system_users").code()).isEqualTo("100/33");
    }

    @Test
    @Assumed(because = "Graph asks for less where a call would read too much; how much that is, nobody says", settledBy = "nothing: it is ours")
    void edgesOfEdgesOfEdges_endWhereTheyAreTooMany() {
        anyone.put("/sandbox/world", "{\"world\":\"agency\"}");
        String fields = "phone_numbers";
        for (int i = 0; i < 3; i++) {
            fields = "owner_business{owned_whatsapp_business_accounts{" + fields + ",flows,activities}}";
        }
        String deep = "owned_whatsapp_business_accounts{" + fields + "},client_whatsapp_business_accounts{" + fields + "}";

        Wire.Heard heard = destination.post(OWN_PORTFOLIO, Map.of("method", "get", "fields", deep));

        assertThat(heard.code()).as(heard.body().substring(0, Math.min(300, heard.body().length()))).isEqualTo("1");
        assertThat(heard.error().path("message").asString()).startsWith("Please reduce the amount of data");
    }
}
