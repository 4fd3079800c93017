package dev.portway.graphclient;

import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * In whose name calls are made.
 *
 * @param appSecret of the app the token was issued to; each call then carries the proof of it. Null: no proof, which is right for a token of
 *        an app that is not ours
 */
public record GraphAccess(AccessToken token, @Nullable AppSecret appSecret) {
    public static GraphAccess of(AccessToken token) {
        return new GraphAccess(token, null);
    }

    public static GraphAccess of(AccessToken token, AppSecret appSecret) {
        return new GraphAccess(token, appSecret);
    }

    /** Hex HMAC-SHA256 of the token, keyed with the app secret; null without one. Source: Meta, "Securing Graph API calls". */
    @Nullable
    String proof() {
        if (appSecret == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(appSecret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(token.reveal().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
