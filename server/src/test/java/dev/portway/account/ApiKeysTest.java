package dev.portway.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of programs, at the door of the API. */
class ApiKeysTest {

    private static final ProviderId HERE = new ProviderId("here");
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Serving serving = Serving.shared();
    private final ApiKeys keys = serving.bean(ApiKeys.class);

    @Test
    void key_isKeptAsAHash_andNeverShownAgain() {
        var issued = keys.issue(HERE, "ci", Scope.READ);
        var key = issued.key().reveal();

        assertThat(issued.toString()).doesNotContain(key);
        assertThat(serving.sql().sql("select k::text from api_keys k").query(String.class).list().toString())
                .contains(issued.prefix())
                .doesNotContain(key, key.substring(16));
        assertThat(keys.list(HERE).toString()).contains(issued.prefix()).doesNotContain(key.substring(16));
        assertThat(keys.holder(key)).isPresent();
    }

    @Test
    void everyOtherKey_isRefusedAlike() throws Exception {
        var key = keys.issue(HERE, "ci", Scope.READ).key().reveal();
        var revoked = keys.issue(HERE, "gone", Scope.READ);
        keys.revoke(HERE, revoked.prefix());
        var changed = key.substring(0, key.length() - 1) + (key.endsWith("a") ? "b" : "a");

        var answers = new HashSet<String>();
        for (var wrong : new String[]{changed, revoked.key().reveal(), "pk_" + "a".repeat(12) + "_" + "b".repeat(32), "x", "' or 1=1--"}) {
            var answer = get("Bearer " + wrong);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            answers.add(answer.body().replaceAll("\"trace\":\"[^\"]*\"", "")); // which only names the request
        }
        assertThat(answers).as("what is said of each").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "pk_without-a-scheme"})
    void headerThatBringsNoKey_isRefused(String header) throws Exception {
        assertThat(get(header).statusCode()).isEqualTo(401);
    }

    @Test
    void noKey_isAskedFor() throws Exception {
        var answer = send(HttpRequest.newBuilder(uri()));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("key-missing").contains("./portway key create");
    }

    @Test
    void revoked_isRevokedAtTheNextRequest() throws Exception {
        var issued = keys.issue(HERE, "short", Scope.READ);
        assertThat(get("Bearer " + issued.key().reveal()).statusCode()).isEqualTo(200);

        assertThat(keys.revoke(new ProviderId("another-one"), issued.prefix())).as("by another provider").isFalse();
        assertThat(get("Bearer " + issued.key().reveal()).statusCode()).isEqualTo(200);
        assertThat(keys.revoke(HERE, issued.prefix())).isTrue();
        assertThat(get("Bearer " + issued.key().reveal()).statusCode()).isEqualTo(401);
        assertThat(keys.revoke(HERE, issued.prefix())).as("again").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"READ, 403, 403", "WRITE, 400, 403", "ADMIN, 400, 200"})
    void scope_saysWhatAKeyMayDo(Scope scope, int writes, int metrics) throws Exception {
        var bearer = "Bearer " + keys.issue(HERE, "scoped", scope).key().reveal();

        assertThat(get(bearer).statusCode()).isEqualTo(200);
        assertThat(send(request(URI.create(uri().resolve("/v1/checks").toString()), bearer).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{"))).statusCode()).isEqualTo(writes);
        assertThat(send(request(uri().resolve("/metrics"), bearer)).statusCode()).isEqualTo(metrics);
    }

    @Test
    void keyInTheAddress_opensNothing() throws Exception {
        var key = keys.issue(HERE, "ci", Scope.READ).key().reveal();

        assertThat(send(HttpRequest.newBuilder(URI.create(uri() + "?access_token=" + key + "&key=" + key))).statusCode()).isEqualTo(401);
    }

    @Test
    void cookieOfTheConsole_opensNoApi_andAKeyNoConsole() throws Exception {
        serving.bean(Users.class).add(HERE, "keys-ana", Scope.ADMIN, new Secret("correct horse battery"));
        var user = serving.bean(Users.class).withPassword("keys-ana", new Secret("correct horse battery")).orElseThrow();
        var session = serving.bean(Sessions.class).open(user).reveal();
        assertThat(send(HttpRequest.newBuilder(uri()).header("Cookie", "__Host-" + SessionCookie.NAME + "=" + session)).statusCode())
                .isEqualTo(401);

        var key = keys.issue(HERE, "ci", Scope.ADMIN).key().reveal();
        assertThat(send(request(uri().resolve("/password"), "Bearer " + key)).statusCode()).isEqualTo(302);
    }

    @Test
    void lastUse_isKeptToTheMinute() throws Exception {
        var issued = keys.issue(HERE, "seldom", Scope.READ);
        assertThat(lastUsed(issued.prefix())).isEmpty();
        get("Bearer " + issued.key().reveal());
        var first = lastUsed(issued.prefix());
        get("Bearer " + issued.key().reveal());

        assertThat(first).isPresent().isEqualTo(lastUsed(issued.prefix()));
    }

    private Optional<Instant> lastUsed(String prefix) {
        return keys.list(HERE)
                .stream()
                .filter(key -> key.prefix().equals(prefix))
                .findFirst()
                .flatMap(key -> Optional.ofNullable(key.lastUsedAt()));
    }

    private URI uri() {
        return serving.uri().resolve("/v1/migrations");
    }

    private HttpResponse<String> get(String authorization) throws IOException, InterruptedException {
        return send(request(uri(), authorization));
    }

    private static HttpRequest.Builder request(URI uri, String authorization) {
        return HttpRequest.newBuilder(uri).header("Authorization", authorization);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
