package dev.portway.graph.webhook;

import dev.portway.vault.GraphApp;
import dev.portway.vault.GraphApps;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
    private final GraphApps apps;
    private final Deliveries deliveries;
    private final Listening listening;
    private final Anteroom anteroom = new Anteroom(Anteroom.ROOM_BYTES);

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

    /**
     * The body of an app that nobody has here, or without anything like a signature, is not read at all. Nothing is said about whether it was the app
     * or the signature that is not known.
     */
    @PostMapping("/webhooks/{appId}")
    ResponseEntity<String> take(@PathVariable("appId") String appId,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature, HttpServletRequest request)
            throws IOException {
        if (request.getContentLengthLong() > Anteroom.MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Optional<GraphApp> app = Signature.looksLikeOne(signature) ? apps.byAppId(appId) : Optional.empty();
        if (app.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        HttpStatus judged = anteroom.hold(request.getInputStream(), body -> judge(app.get(), signature, body));
        return ResponseEntity.status(judged).build();
    }

    private HttpStatus judge(GraphApp app, @Nullable String signature, byte[] body) {
        if (!Signature.holds(app.appSecret(), body, signature)) {
            return HttpStatus.UNAUTHORIZED;
        }
        deliveries.add(app.provider(), app.appId(), body);
        listening.wake();
        return HttpStatus.OK;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
