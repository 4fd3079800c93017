package dev.portway.graph.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.account.Providers;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.vault.GraphApp;
import dev.portway.vault.GraphApps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What Graph, and those who pretend to be Graph, send to the door of webhooks: over HTTP, and what is in the database afterwards. */
class WebhookDoorTest {

    private static final Secret SECRET = new Secret("the-secret-of-our-app");
    private static final Secret OTHER_SECRET = new Secret("the-secret-of-another-app");
    private static final String OURS = "/webhooks/700000000000001";
    private static final String OTHERS = "/webhooks/700000000000002";
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String LEFT = """
            insert into webhook_delivery (provider_id, app_id, body_hash, body) values ('webhooked', '700000000000001', sha256(?), ?)
            """;
    private static int bodies;

    private final Serving serving = Serving.shared();
    private final JdbcClient sql = serving.sql();

    @BeforeEach
    void apps() {
        sql.sql("delete from webhook_delivery").update();
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(new ProviderId("webhooked"), "Webhooked"));
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(new ProviderId("another"), "Another"));
        serving.bean(GraphApps.class).set(app("webhooked", "700000000000001", SECRET));
        serving.bean(GraphApps.class).set(app("another", "700000000000002", OTHER_SECRET));
    }

    @Test
    void greeting_isAnsweredWithItsChallenge() {
        var answer = greet("subscribe", "verify-me", "1158201444");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("1158201444");
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void greetingThatIsNotGraphs_getsNothingBack() {
        assertThat(greet("subscribe", "verify-you", "1158201444")).satisfies(WebhookDoorTest::isForbidden);
        assertThat(greet("subscribe", "", "1158201444")).satisfies(WebhookDoorTest::isForbidden);
        assertThat(greet("unsubscribe", "verify-me", "1158201444")).satisfies(WebhookDoorTest::isForbidden);
        assertThat(greet("subscribe", "verify-me", "<script>alert(1)</script>")).satisfies(WebhookDoorTest::isForbidden);
        assertThat(greet("subscribe", "verify-me", "")).satisfies(WebhookDoorTest::isForbidden);
        assertThat(get("/webhooks/799999999999999?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=1"))
                .satisfies(WebhookDoorTest::isForbidden);
        assertThat(get(OURS)).satisfies(WebhookDoorTest::isForbidden);
    }

    @Test
    void ofASignedDelivery_whatConcernsUsIsStored_withItsOwner() {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"200000000000001","time":7,"changes":[
                {"field":"messages","value":{"messages":[{"text":{"body":"a secret of two people"}}]}},
                {"field":"account_update","value":{"event":"PARTNER_REMOVED","of_tomorrow":{"n":1.50,"a\\u00e7":null}}}]},
                {"id":"200000000000001","changes":[{"field":"smb_message_echoes","value":{}}]}]}""".getBytes(StandardCharsets.UTF_8);

        assertThat(deliver(OURS, body, Signature.of(SECRET, body))).isEqualTo(200);

        assertThat(new String(sql.sql("select body from webhook_delivery").query(byte[].class).single(), StandardCharsets.UTF_8))
                .contains("PARTNER_REMOVED", "of_tomorrow")
                .doesNotContain("secret", "messages", "echoes");
        assertThat(sql.sql("select provider_id || ' ' || app_id from webhook_delivery").query(String.class).single())
                .isEqualTo("webhooked 700000000000001");
    }

    /** They come as often as strangers like. */
    @ParameterizedTest
    @ValueSource(strings = {"messages", "message_echoes", "smb_message_echoes", "history", "smb_app_state_sync", "calls",
        "user_preferences", "standby"})
    void whatPeopleWriteToEachOther_isAnswered_andNothingOfItKept(String field) {
        var body = new String(body(), StandardCharsets.UTF_8).replace("security", field).getBytes(StandardCharsets.UTF_8);

        assertThat(deliver(OURS, body, Signature.of(SECRET, body))).isEqualTo(200);

        assertThat(waiting()).isZero();
        assertThat(sql.sql("select body from webhook_delivery").query(byte[].class).single()).isEmpty();
    }

    @Test
    void forgedDelivery_isRefused_andNothingOfItKept() {
        var body = body();
        var right = Signature.of(SECRET, body);

        assertThat(deliver(OURS, body, null)).isEqualTo(401);
        assertThat(deliver(OURS, body, "")).isEqualTo(401);
        assertThat(deliver(OURS, body, right.substring("sha256=".length()))).isEqualTo(401);
        assertThat(deliver(OURS, body, right.substring(0, right.length() - 1))).isEqualTo(401);
        assertThat(deliver(OURS, body, right + "0")).isEqualTo(401);
        assertThat(deliver(OURS, body, right.replace("sha256=", "sha1="))).isEqualTo(401);
        assertThat(deliver(OURS, body, Signature.of(new Secret("guess"), body))).isEqualTo(401);
        assertThat(deliver(OURS, body, Signature.of(OTHER_SECRET, body))).as("signed by another app").isEqualTo(401);
        assertThat(deliver("/webhooks/799999999999999", body, right)).as("an app nobody has").isEqualTo(401);
        assertThat(deliver("/webhooks/'%20or%201=1--", body, right)).isEqualTo(401);
        assertThat(stored()).isZero();
    }

    /** The bytes are signed, not what they mean: another spelling of the same JSON does not hold. */
    @Test
    void signature_isOverTheBytes() {
        var body = "{\"entry\":[],\"n\":\"\\u00e7\"}".getBytes(StandardCharsets.UTF_8);
        var respelled = "{\"entry\":[],\"n\":\"ç\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(deliver(OURS, respelled, Signature.of(SECRET, body))).isEqualTo(401);
        assertThat(deliver(OURS, respelled, Signature.of(SECRET, respelled))).isEqualTo(200);
    }

    @Test
    void deliveryForAnotherApp_staysTheirs() {
        var body = body();

        assertThat(deliver(OTHERS, body, Signature.of(OTHER_SECRET, body))).isEqualTo(200);

        assertThat(sql.sql("select provider_id from webhook_delivery").query(String.class).single()).isEqualTo("another");
        assertThat(deliver(OURS, body, Signature.of(OTHER_SECRET, body))).isEqualTo(401);
    }

    @Test
    void repeatedDelivery_isAnswered_andKeptOnce() {
        var body = body();
        for (int i = 0; i < 5; i++) {
            assertThat(deliver(OURS, body, Signature.of(SECRET, body))).isEqualTo(200);
        }
        assertThat(stored()).isEqualTo(1);

        until(() -> waiting() == 0);
        assertThat(deliver(OURS, body, Signature.of(SECRET, body))).as("days later").isEqualTo(200);
        assertThat(waiting()).as("read once").isZero();
    }

    /** Whoever can send anything at all could fill the memory with it otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"799999999999999 sha256=%s", "700000000000001 sha256=0", "700000000000001 %s", "700000000000001 "})
    void bodyThatCannotBeGraphs_isNotWaitedFor(String appAndSignature) throws IOException {
        String[] parts = appAndSignature.formatted("0".repeat(64)).split(" ", 2);
        try (var socket = new Socket(serving.uri().getHost(), serving.uri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST /webhooks/%s HTTP/1.1\r\nHost: portway\r\nX-Hub-Signature-256: %s\r\nContent-Length: 3000000\r\n\r\n"
                            .formatted(parts[0], parts[1])
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
        }
    }

    @Test
    void oversizedDelivery_isRefused_andTheLargestOneTaken() {
        var largest = padded(Anteroom.MOST_BYTES);
        var larger = padded(Anteroom.MOST_BYTES + 1);

        assertThat(deliver(OURS, larger, Signature.of(SECRET, larger))).isEqualTo(413);
        assertThat(stored()).isZero();
        assertThat(deliver(OURS, largest, Signature.of(SECRET, largest))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "not json", "[]", "null", "7", "{\"entry\":7}", "{\"entry\":[null,{\"changes\":[[],{\"value\":[]}]}]}",
        "{\"entry\":[{\"id\":\"x'; drop table facts;--\",\"changes\":[{\"field\":\"<script>\",\"value\":{\"display_phone_number\":\"+++\"}}]}]}",
        "{\"entry\":[{\"id\":\"200000000000001\",\"changes\":[{\"field\":\"\\u0000\",\"value\":{\"event\":{\"a\":1}}}]}]}"})
    void signedNonsense_isAnswered_andHurtsNobody(String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);

        assertThat(deliver(OURS, body, Signature.of(SECRET, body))).isEqualTo(200);
        until(() -> waiting() == 0);
        assertThat(sql.sql("select body from webhook_delivery").query(byte[].class).single()).isEmpty();

        var next = body();
        assertThat(deliver(OURS, next, Signature.of(SECRET, next))).isEqualTo(200);
        until(() -> waiting() == 0);
    }

    @Test
    void deepNesting_isAnswered() {
        var body = ("{\"entry\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8);

        assertThat(deliver(OURS, body, Signature.of(SECRET, body))).isEqualTo(200);
        until(() -> waiting() == 0);
    }

    @Test
    void bytesThatAreNoText_areAnswered() {
        var body = new byte[]{(byte) 0xc3, 0x28, 0, (byte) 0xff};

        assertThat(deliver(OURS, body, Signature.of(SECRET, body))).isEqualTo(200);
        until(() -> waiting() == 0);
    }

    /** Somebody is at one of them and does not come to an end: the door answers all the same, and the others are read. */
    @Test
    void slowReading_keepsNobodyWaiting() {
        var listening = serving.bean(Listening.class);
        listening.stop();
        var held = body();
        sql.sql(LEFT).params(held, held).update();
        var source = serving.bean(DataSource.class);
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(_ -> {
            JdbcClient.create(source).sql("select id from webhook_delivery for update").query(Long.class).single();
            listening.start();
            for (int i = 0; i < 3; i++) {
                var body = body();
                assertThat(deliver(OURS, body, Signature.of(SECRET, body))).isEqualTo(200);
            }
            until(() -> stored() == 4 && waiting() == 1);
        });
        until(() -> waiting() == 0);
    }

    /** As a node leaves it that was killed after it had answered Graph and before it had read. */
    @Test
    void deliveryOfANodeThatDied_isReadByAnother() {
        for (int i = 0; i < 3; i++) {
            var left = body();
            sql.sql(LEFT).params(left, left).update();
        }
        until(() -> waiting() == 0);
    }

    private static byte[] body() {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"200000000000001","time":%d,"changes":[{"field":"security",
                "value":{"display_phone_number":"5511987650002","event":"PIN_REQUEST_SUCCESS"}}]}]}""".formatted(++bodies)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] padded(int length) {
        var body = new byte[length];
        Arrays.fill(body, (byte) ' ');
        body[0] = '{';
        body[length - 1] = '}';
        return body;
    }

    private static GraphApp app(String provider, String appId, Secret secret) {
        return new GraphApp(new ProviderId(provider), appId, "v26.0", URI.create("http://127.0.0.1:1"), null, secret, new Secret("token"),
                new Secret("verify-me"));
    }

    private long stored() {
        return sql.sql("select count(*) from webhook_delivery").query(Long.class).single();
    }

    private long waiting() {
        return sql.sql("select count(*) from webhook_delivery where processed_at is null").query(Long.class).single();
    }

    private static void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private HttpResponse<String> greet(String mode, String token, String challenge) {
        return get(OURS + "?hub.mode=" + mode + "&hub.verify_token=" + token + "&hub.challenge="
                + URLEncoder.encode(challenge, StandardCharsets.UTF_8));
    }

    private static void isForbidden(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }

    private int deliver(String path, byte[] body, @Nullable String signature) {
        var request = HttpRequest.newBuilder(URI.create(serving.uri() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        return send(request).statusCode();
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(serving.uri() + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
