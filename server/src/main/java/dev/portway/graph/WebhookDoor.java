package dev.portway.graph;

import dev.portway.vault.GraphApp;
import dev.portway.vault.GraphApps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Graph delivers. The address names the app, whose secret is known before a word of the body is believed; a delivery is written down and
 * answered, and read later.
 *
 * <p>Source: Meta, "Create a webhook endpoint", 17 Jun 2026.
 */
@RestController
class WebhookDoor {
    /** Graph sends at most 3 MB. */
    static final int MOST_BYTES = 3 * 1024 * 1024;

    private final GraphApps apps;
    private final Deliveries deliveries;
    private final Listening listening;

    WebhookDoor(GraphApps apps, Deliveries deliveries, Listening listening) {
        this.apps = apps;
        this.deliveries = deliveries;
        this.listening = listening;
    }

    /** Graph greets an address once before it delivers there. */
    @GetMapping("/webhooks/{appId}")
    ResponseEntity<String> greet(@PathVariable("appId") String appId, @RequestParam(name = "hub.mode", defaultValue = "") String mode,
            @RequestParam(name = "hub.verify_token", defaultValue = "") String token,
            @RequestParam(name = "hub.challenge", defaultValue = "") String challenge) {
        boolean known = apps.byAppId(appId).filter(app -> same(app.webhookVerifyToken().reveal(), token)).isPresent();
        return known && mode.equals("subscribe") && challenge.matches("[\\w-]{1,200}")
                ? ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge)
                : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    /** Nothing is said about whether it was the app or the signature that is not known. */
    @PostMapping("/webhooks/{appId}")
    ResponseEntity<String> take(@PathVariable("appId") String appId,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature, InputStream sent)
            throws IOException {
        byte[] body = sent.readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Optional<GraphApp> app = apps.byAppId(appId).filter(one -> Signature.holds(one.appSecret(), body, signature));
        if (app.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        deliveries.add(app.get().provider(), appId, body);
        listening.wake();
        return ResponseEntity.ok().build();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
