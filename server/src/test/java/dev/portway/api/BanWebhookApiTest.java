package dev.portway.api;

import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Meta announces against an account, from the webhook in to the finding that holds the migration: no field of Graph shows it. */
class BanWebhookApiTest {
    private static final String BAN = """
            {"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"SCHEDULE_FOR_DISABLE","waba_ban_date":"June 8, 2027"}}""";
    private static final String REINSTATED = """
            {"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"REINSTATE"}}""";

    private final String number = SERVER.number();
    private long second = Instant.now().getEpochSecond();

    @AfterEach
    void reinstated() {
        announced(REINSTATED);
    }

    private void announced(String value) {
        String body = "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"" + SERVER.env("wabaId") + "\",\"time\":" + second++
                + ",\"changes\":[{\"field\":\"account_update\",\"value\":" + value.strip() + "}]}]}";
        assertThat(SERVER.nobody()
                .with("X-Hub-Signature-256", "sha256=" + signature(body))
                .send("POST", "/webhooks/" + SERVER.env("appId"), body)
                .status()).isEqualTo(200);
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SERVER.env("appSecret").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean knows(String id, String fact) {
        return seen(id).path("facts").valueStream().anyMatch(one -> one.path("name").asString().equals(fact));
    }

    private static List<String> attempts(String id) {
        return Moves.READER.get("/v1/migrations/" + id + "/attempts")
                .json()
                .path("attempts")
                .valueStream()
                .map(one -> one.path("act").asString())
                .toList();
    }

    @Test
    void banThatIsAnnouncedAfterTheChecks_holdsTheMoveBeforeItsPivot_untilItIsTakenBack() {
        String id = place(order(number, "submit", true)).json().path("id").asString();
        untilAsked(id, "enter-code");
        List<String> before = attempts(id);

        announced(BAN);
        RunningServer.until("it is heard", () -> knows(id, "destination-told"));
        assertThat(attempts(id)).as("nothing is done for a webhook").isEqualTo(before);
        assertThat(seen(id).path("next").path("task").asString()).isEqualTo("enter-code");

        act(id, "enter-code", Map.of("code", code(number)));
        JsonNode held = untilAsked(id, "look-at-drift");
        assertThat(held.path("drift").path("differences").valueStream())
                .anySatisfy(one -> assertThat(one.path("check").asString()).isEqualTo("no-ban-announced"));
        assertThat(held.path("drift").toString()).contains("SCHEDULE_FOR_DISABLE June 8  2027");
        assertThat(attempts(id)).as("the pivot is not crossed").doesNotContain("register");

        announced(REINSTATED);
        act(id, "recheck", Map.of());
        Moves.untilStatus(id, "completed");
    }
}
