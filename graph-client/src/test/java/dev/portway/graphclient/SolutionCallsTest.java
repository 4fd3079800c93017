package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.Unreachable;
import dev.portway.graphclient.node.Solution;
import dev.portway.graphclient.node.SolutionIntent;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.SolutionId;
import dev.portway.graphclient.value.SolutionIntentId;
import dev.portway.graphclient.value.WabaId;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolutionCallsTest {
    private static final WabaId WABA = new WabaId("102290129340398");
    private static final SolutionId SOLUTION = new SolutionId("774485461512159");
    private static final SolutionIntentId INTENT = new SolutionIntentId("930000000000007");

    @Test
    void proposal_namesTheSolution_orTheAppThatStaysAlone() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"id\":\"930000000000007\"}")); GraphClient client = graph.client()) {
            assertThat(client.solutions().propose(WABA, SOLUTION, SendBy.whenever()).answer()).contains(INTENT);
            assertThat(client.solutions().proposeLeaving(WABA, new AppId("634974688087057"), SendBy.whenever()).answer()).contains(INTENT);

            assertThat(graph.requests()).allSatisfy(
                    request -> assertThat(request.path()).isEqualTo("/v26.0/102290129340398/set_solution_migration_intent"));
            assertThat(graph.requests()).extracting(PlayedGraph.Request::body)
                    .containsExactly("{\"solution_id\":\"774485461512159\"}", "{\"app_id\":\"634974688087057\"}");
        }
    }

    @Test
    void acceptedProposal_tellsWhereTheNumbersGo() throws IOException {
        String accepted = """
                {"solution":{"name":"Two for one","status":"ACTIVE","status_for_pending_request":"NONE","id":"774485461512159"},
                 "status":"ACCEPTED","destination_waba":{"id":"200000000000002","name":"Bakery","currency":"BRL","timezone_id":"25",
                 "business_type":"ent","message_template_namespace":"ns_2"},"id":"930000000000007"}""";
        SolutionIntent intent = intent(accepted);

        assertThat(intent.status()).isEqualTo(Open.of(SolutionIntent.Status.ACCEPTED));
        assertThat(intent.solution()).satisfies(solution -> {
            assertThat(solution.id()).isEqualTo(SOLUTION);
            assertThat(solution.status()).isEqualTo(Open.of(Solution.Status.ACTIVE));
            assertThat(solution.pending()).isEqualTo(Open.of(Solution.PendingRequest.NONE));
        });
        assertThat(intent.destination()).satisfies(waba -> {
            assertThat(waba.id()).isEqualTo(new WabaId("200000000000002"));
            assertThat(waba.currency()).isEqualTo("BRL");
            assertThat(waba.templateNamespace()).isEqualTo("ns_2");
        });
    }

    @Test
    void openProposal_leadsNowhereYet() throws IOException {
        SolutionIntent intent = intent("{\"status\":\"INITIATED\",\"id\":\"930000000000007\"}");
        assertThat(intent.destination()).isNull();
        assertThat(intent.solution()).isNull();
    }

    @Test
    void statusThatNobodyKnows_isCarried() throws IOException {
        assertThat(intent("{\"status\":\"ON_HOLD\",\"id\":\"930000000000007\"}").status()).satisfies(status -> {
            assertThat(status.known()).isNull();
            assertThat(status.text()).isEqualTo("ON_HOLD");
        });
    }

    @Test
    void solutionsOfAWaba_areListedWithTheirOwners() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("""
                {"data":[{"id":"774485461512159","name":"Two for one","status":"ACTIVE","status_for_pending_request":"NONE",
                "owner_app":{"id":"634974688087057","name":"Rota"}}],"paging":{"cursors":{"after":"x"}}}"""));
                GraphClient client = graph.client()) {
            assertThat(client.solutions().of(WABA).answer().orElseThrow().items()).extracting(Solution::owner)
                    .containsExactly(new AppId("634974688087057"));
            assertThat(graph.only().path()).isEqualTo("/v26.0/102290129340398/solutions");
        }
    }

    @Test
    void solution_isReadAlone() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"id\":\"774485461512159\",\"status\":\"DEACTIVATED\"}"));
                GraphClient client = graph.client()) {
            assertThat(client.solutions().get(SOLUTION).answer().orElseThrow().status())
                    .isEqualTo(Open.of(Solution.Status.DEACTIVATED));
            assertThat(graph.only().path()).isEqualTo("/v26.0/774485461512159");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[{\"access_token\":\"EAAclient\"}]}", "{\"access_token\":\"EAAclient\",\"expires_at\":1735689600}"})
    void tokenForAClient_isReadInBothShapes_andNotRecorded(String answer) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json(answer)); GraphClient client = graph.client()) {
            var token = client.solutions().clientToken(SOLUTION, new BusinessId("510000000000011"));

            assertThat(token.answer()).contains(new AccessToken("EAAclient"));
            assertThat(graph.only().query()).contains("business_id=510000000000011");
            assertThat(token.exchange().answer()).doesNotContain("EAAclient").contains("(hidden)");
            assertThat(token.toString()).doesNotContain("EAAclient");
        }
    }

    @Test
    void answerWithoutAToken_isNone() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"data\":[]}")); GraphClient client = graph.client()) {
            assertThat(client.solutions().clientToken(SOLUTION, new BusinessId("510000000000011"))).isInstanceOf(Unreachable.class);
        }
    }

    private static SolutionIntent intent(String answer) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json(answer)); GraphClient client = graph.client()) {
            SolutionIntent intent = client.solutions().intent(INTENT).answer().orElseThrow();
            assertThat(graph.only().path()).isEqualTo("/v26.0/930000000000007");
            return intent;
        }
    }
}
