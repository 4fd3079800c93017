package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.InDoubt;
import dev.portway.graphclient.answer.NotSent;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.answer.Trouble;
import dev.portway.graphclient.node.TokenInfo;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.SignupCode;
import dev.portway.graphclient.value.UserId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenCallsTest {
    private static final AppId APP = new AppId("634974688087057");

    @Test
    void signupCode_becomesAToken_andNeitherIsRecorded() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"access_token\":\"EAAclient\",\"token_type\":\"bearer\"}"));
                GraphClient client = graph.client()) {
            EffectResult<AccessToken> exchanged = exchange(client);

            assertThat(exchanged.answer()).contains(new AccessToken("EAAclient"));
            assertThat(graph.only().method()).isEqualTo("POST");
            assertThat(graph.only().path()).isEqualTo("/v26.0/oauth/access_token");
            assertThat(graph.only().body()).contains("client_id=634974688087057", "client_secret=" + PlayedGraph.SECRET, "code=AQcode");
            assertThat(graph.only().query()).isEmpty();
            assertThat(graph.only().headers()).doesNotContainKey("authorization");
            assertThat(exchanged.exchange().parameters() + exchanged.exchange().answer()).contains("(hidden)")
                    .doesNotContain("EAAclient", "AQcode", PlayedGraph.SECRET);
        }
    }

    @Test
    void exchangeWithoutAnAnswer_isInDoubt_andOneTooLateIsNotSent() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.silence());
                GraphClient client = graph.client(Duration.ofMillis(200), Duration.ofSeconds(20))) {
            assertThat(exchange(client)).isInstanceOfSatisfying(InDoubt.class,
                    doubt -> assertThat(doubt.trouble()).isEqualTo(Trouble.ANSWER_TIMED_OUT));
            assertThat(client.tokens()
                    .exchange(APP, new AppSecret(PlayedGraph.SECRET), new SignupCode("AQcode"), SendBy.at(System.nanoTime())))
                    .isInstanceOf(NotSent.class);
            assertThat(graph.requests()).hasSize(1);
        }
    }

    @Test
    void spentCode_isRefused() throws IOException {
        String error = "{\"error\":{\"message\":\"This authorization code has been used.\",\"code\":100,\"error_subcode\":36009}}";
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.error(400, error)); GraphClient client = graph.client()) {
            assertThat(exchange(client)).isInstanceOfSatisfying(Refused.class,
                    refused -> assertThat(refused.error().subcode()).isEqualTo(36009));
        }
    }

    /** Otherwise whoever mistyped a secret would have every client sign up again. */
    @Test
    void wrongSecret_isRefused_althoughItsCodeSaysThatNobodyKnows() throws IOException {
        String wrong = "{\"error\":{\"message\":\"Error validating client secret.\",\"type\":\"OAuthException\",\"code\":1}}";
        String unsure = "{\"error\":{\"message\":\"An unknown error occurred\",\"type\":\"OAuthException\",\"code\":1}}";
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.error(400, wrong), PlayedGraph.error(500, unsure));
                GraphClient client = graph.client()) {
            assertThat(exchange(client)).isInstanceOf(Refused.class);
            assertThat(exchange(client)).isInstanceOf(InDoubt.class);
        }
    }

    @Test
    void tokenOfASystemUser_isFetchedAndNotMade() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"access_token\":\"EAAclient\"}"));
                GraphClient client = graph.client()) {
            var fetched = client.tokens().ofSystemUser(new BusinessId("510000000000011"), new UserId("610000000000003"), SendBy.whenever());

            assertThat(fetched.answer()).contains(new AccessToken("EAAclient"));
            assertThat(graph.only().path()).isEqualTo("/v26.0/510000000000011/system_user_access_tokens");
            assertThat(graph.only().query()).matches("appsecret_proof=[0-9a-f]{64}");
            assertThat(graph.only().body()).isEqualTo("{\"system_user_id\":\"610000000000003\",\"fetch_only\":true}");
            assertThat(fetched.exchange().answer()).doesNotContain("EAAclient");
        }
    }

    @Test
    void token_isReadWithWhatEachPermissionReaches() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("""
                {"data":{"app_id":"634974688087057","type":"SYSTEM_USER","application":"Rota","expires_at":0,
                "data_access_expires_at":1790000000,"is_valid":true,"scopes":["whatsapp_business_management","business_management"],
                "granular_scopes":[{"scope":"whatsapp_business_management","target_ids":["200000000000002","200000000000001"]},
                {"scope":"business_management"}],"user_id":"610000000000003"}}"""));
                GraphClient client = graph.client()) {
            TokenInfo info = client.tokens().inspect(new AccessToken("EAAclient")).answer().orElseThrow();

            assertThat(info.valid()).isTrue();
            assertThat(info.expires()).isNull();
            assertThat(info.dataAccessExpires()).isEqualTo(Instant.ofEpochSecond(1_790_000_000));
            assertThat(info.grants().getFirst().targets()).containsExactly("200000000000002", "200000000000001");
            assertThat(info.grants().getLast().targets()).isEmpty();
        }
    }

    private static EffectResult<AccessToken> exchange(GraphClient client) {
        return client.tokens()
                .exchange(APP, new AppSecret(PlayedGraph.SECRET), new SignupCode("AQcode"), SendBy.within(Duration.ofSeconds(10)));
    }
}
