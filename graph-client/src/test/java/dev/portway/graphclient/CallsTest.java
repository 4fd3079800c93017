package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.node.AppWebhook;
import dev.portway.graphclient.node.AssignedUser;
import dev.portway.graphclient.node.AssignedUser.Task;
import dev.portway.graphclient.node.BusinessUser;
import dev.portway.graphclient.node.BusinessVerification;
import dev.portway.graphclient.node.CreditLine;
import dev.portway.graphclient.node.Flow;
import dev.portway.graphclient.node.FlowCopies;
import dev.portway.graphclient.node.Health;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.AppDataSync;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.Backup;
import dev.portway.graphclient.value.BackupData;
import dev.portway.graphclient.value.BackupPassword;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.FlowId;
import dev.portway.graphclient.value.NumberToAdd;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.Pin;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.SyncRequestId;
import dev.portway.graphclient.value.UserId;
import dev.portway.graphclient.value.WabaId;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Calls of the client that others need and the service of this repository does not make yet. */
class CallsTest {
    private static final BusinessId BUSINESS = new BusinessId("510000000000011");
    private static final WabaId WABA = new WabaId("102290129340398");
    private static final PhoneNumberId NUMBER = new PhoneNumberId("106540352242922");

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

    @Test
    void contactsAndHistory_areAskedForByTheirWireNames() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"messaging_product\":\"whatsapp\",\"request_id\":\"a-b_c==\"}"));
                GraphClient client = graph.client()) {
            assertThat(client.coexistence().sync(NUMBER, AppDataSync.CONTACTS, SendBy.whenever()).answer())
                    .contains(new SyncRequestId("a-b_c=="));
            client.coexistence().sync(NUMBER, AppDataSync.HISTORY, SendBy.whenever());

            assertThat(graph.requests()).allSatisfy(
                    request -> assertThat(request.path()).isEqualTo("/v26.0/106540352242922/smb_app_data"));
            assertThat(graph.requests()).extracting(PlayedGraph.Request::body)
                    .containsExactly("{\"messaging_product\":\"whatsapp\",\"sync_type\":\"smb_app_state_sync\"}",
                            "{\"messaging_product\":\"whatsapp\",\"sync_type\":\"history\"}");
        }
    }

    @Test
    void backup_goesWithRegister_andIsNotRecorded() throws IOException {
        Backup backup = new Backup(new BackupData("Zm9vYmFy"), new BackupPassword("a \"pass\" phrase"));
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"success\":true}")); GraphClient client = graph.client()) {
            var registered = client.registration().register(NUMBER, new Pin("148392"), backup, SendBy.whenever());

            assertThat(registered.answer()).contains(Done.DONE);
            assertThat(graph.only().body()).isEqualTo("{\"messaging_product\":\"whatsapp\",\"pin\":\"148392\","
                    + "\"backup\":{\"data\":\"Zm9vYmFy\",\"password\":\"a \\\"pass\\\" phrase\"}}");
            assertThat(registered.exchange().parameters().toString() + backup).contains("(hidden)")
                    .doesNotContain("Zm9vYmFy", "phrase", "148392");
        }
    }

    @Test
    void freshNumber_isAddedWithoutTheMarkAndWithItsName() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"id\":\"106540352242922\"}")); GraphClient client = graph.client()) {
            client.registration().add(WABA, NumberToAdd.fresh("55", "11987654321", "Bakery"), SendBy.whenever());

            assertThat(graph.only().body()).isEqualTo("{\"cc\":\"55\",\"phone_number\":\"11987654321\",\"verified_name\":\"Bakery\"}");
        }
    }

    @Test
    void users_areReadWithTheirTasks() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.error(400,
                        "{\"error\":{\"code\":100,\"message\":\"(#100) Tried accessing nonexisting field (user_type) on node\"}}"),
                PlayedGraph.json("""
                        {"data":[{"id":"610000000000003","name":"Robot","business":{"id":"510000000000011","name":"Bakery"},
                        "tasks":["MANAGE","JUGGLE"]}]}"""));
                GraphClient client = graph.client()) {
            AssignedUser user = client.users().assigned(WABA, BUSINESS).answer().orElseThrow().items().getFirst();

            assertThat(user.business()).isEqualTo(BUSINESS);
            assertThat(user.tasks()).containsExactly(Open.of(Task.MANAGE), new Open<>("JUGGLE", null));
            assertThat(graph.requests().getLast().path()).isEqualTo("/v26.0/102290129340398/assigned_users");
            assertThat(graph.requests().getLast().query()).contains("business=510000000000011").doesNotContain("user_type");
        }
    }

    @Test
    void peopleOfABusiness_areReadByRoleAlone() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.json(
                        "{\"data\":[{\"id\":\"615000000000001\",\"role\":\"ADMIN\"},{\"id\":\"615000000000002\",\"role\":\"JUGGLER\"}]}"));
                GraphClient client = graph.client()) {
            var people = client.businesses().people(BUSINESS).answer().orElseThrow().items();

            assertThat(people).extracting(BusinessUser::role)
                    .containsExactly(Open.of(BusinessUser.Role.ADMIN), new Open<>("JUGGLER", null));
            assertThat(graph.only().path()).isEqualTo("/v26.0/510000000000011/business_users");
            assertThat(graph.only().query()).contains("fields=id%2Crole");
        }
    }

    @Test
    void webhooksOfAnApp_areAskedForInItsName() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("""
                {"data":[{"object":"whatsapp_business_account","callback_url":"https://rota.example/hook?key=s3cret","active":true,
                  "fields":[{"name":"messages","version":"v24.0"}]},{"object":"page","fields":["feed"]}]}"""));
                GraphClient client = graph.client()) {
            var webhooks = client.subscriptions().ofApp(new AppId("634974688087002"), new AppSecret("app-secret")).answer().orElseThrow();

            assertThat(webhooks.items()).containsExactly(
                    new AppWebhook("whatsapp_business_account", "https://rota.example/hook?key=s3cret", true, List.of("messages")),
                    new AppWebhook("page", null, null, List.of("feed")));
            assertThat(webhooks.items().toString()).doesNotContain("s3cret");
            assertThat(graph.only().path()).isEqualTo("/v26.0/634974688087002/subscriptions");
        }
    }

    @Test
    void user_isAssignedAndDismissed() throws IOException {
        UserId user = new UserId("610000000000003");
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"success\":true}")); GraphClient client = graph.client()) {
            assertThat(client.users().assign(WABA, user, Set.of(Task.MESSAGING, Task.MANAGE), SendBy.whenever()).answer())
                    .contains(Done.DONE);
            assertThat(client.users().dismiss(WABA, user, SendBy.whenever()).answer()).contains(Done.DONE);

            assertThat(graph.requests().getFirst().body()).isEqualTo("{\"user\":\"610000000000003\",\"tasks\":[\"MANAGE\",\"MESSAGING\"]}");
            assertThat(graph.requests().getLast().method()).isEqualTo("DELETE");
            assertThat(graph.requests().getLast().query()).startsWith("user=610000000000003&appsecret_proof=");
            assertThat(graph.requests().getLast().body()).isEqualTo("{}");
        }
    }

    @Test
    void flows_areListed() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json(
                "{\"data\":[{\"id\":\"770000000000901\",\"name\":\"order\",\"status\":\"PUBLISHED\",\"categories\":[\"SHOPPING\"]}]}"));
                GraphClient client = graph.client()) {
            assertThat(client.flows().of(WABA).answer().orElseThrow().items()).containsExactly(
                    new Flow(new FlowId("770000000000901"), "order", Open.of(Flow.Status.PUBLISHED), List.of("SHOPPING")));
            assertThat(graph.only().path()).isEqualTo("/v26.0/102290129340398/flows");
        }
    }

    @Test
    void flows_areCopiedByName_andEachThatFailsSaysWhy() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("""
                {"migrated_flows":[{"source_name":"order","source_id":"770000000000901","migrated_id":"770000000000902"}],
                "failed_flows":[{"source_name":"lead","error_code":"4233041","error_message":"not there"}]}"""));
                GraphClient client = graph.client()) {
            FlowCopies copies = client.flows()
                    .copy(WABA, new WabaId("200000000000001"), List.of("order", "lead"), SendBy.whenever())
                    .answer()
                    .orElseThrow();
            client.flows().copy(WABA, new WabaId("200000000000001"), List.of(), SendBy.whenever());

            assertThat(copies.copied()).containsExactly(
                    new FlowCopies.Copy("order", new FlowId("770000000000901"), new FlowId("770000000000902")));
            assertThat(copies.failed()).containsExactly(new FlowCopies.Failure("lead", 4_233_041, "not there"));
            assertThat(graph.requests()).extracting(PlayedGraph.Request::body)
                    .containsExactly("{\"source_waba_id\":\"200000000000001\",\"source_flow_names\":[\"order\",\"lead\"]}",
                            "{\"source_waba_id\":\"200000000000001\"}");
        }
    }

    @Test
    void waba_tellsWhoseItIsAndHowItPays() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("""
                {"id":"102290129340398","currency":"BRL","timezone_id":"25","primary_funding_id":"630000000000002",
                "ownership_type":"CLIENT_OWNED","is_shared_with_partners":true,
                "health_status":{"can_send_message":"LIMITED","entities":[]}}"""));
                GraphClient client = graph.client()) {
            Waba waba = client.wabas().get(WABA).answer().orElseThrow();

            assertThat(waba.payment().primaryFundingId()).isEqualTo("630000000000002");
            assertThat(waba.ownership().sharedWithPartners()).isTrue();
            assertThat(waba.ownership().type()).isEqualTo(Open.of(Waba.OwnershipType.CLIENT_OWNED));
            assertThat(waba.health()).satisfies(health -> assertThat(health.canSend()).isEqualTo(Open.of(Health.Ability.LIMITED)));
            assertThat(graph.only().query()).contains("is_shared_with_partners", "primary_funding_id", "health_status", "ownership_type");
        }
    }

    @Test
    void verificationOfABusiness_isReadInLowerCase() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.json("{\"id\":\"510000000000011\",\"verification_status\":\"pending_need_more_info\"}"));
                GraphClient client = graph.client()) {
            assertThat(client.businesses().get(BUSINESS).answer().orElseThrow().verification())
                    .isEqualTo(new Open<>("pending_need_more_info", BusinessVerification.PENDING_NEED_MORE_INFO));
        }
    }
}
