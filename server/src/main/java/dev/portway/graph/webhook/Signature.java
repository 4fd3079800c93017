package dev.portway.graph.webhook;

import dev.portway.migration.fact.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** How Graph signs what it delivers: {@code sha256=} and the hex HMAC-SHA256 of the raw body, keyed with the app secret. */
final class Signature {
    private Signature() {}

    static boolean looksLikeOne(@Nullable String claimed) {
        return claimed != null && claimed.matches("sha256=[0-9a-f]{64}");
    }

    /** Takes as long for a near miss as for a far one. */
    static boolean holds(Secret appSecret, byte[] body, @Nullable String claimed) {
        return claimed != null && MessageDigest.isEqual(of(appSecret, body).getBytes(StandardCharsets.UTF_8),
                claimed.getBytes(StandardCharsets.UTF_8));
    }

    static String of(Secret appSecret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
