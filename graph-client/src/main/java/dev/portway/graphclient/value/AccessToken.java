package dev.portway.graphclient.value;

/** What a caller of Graph shows: a system user's, a business's or an app's token. */
public final class AccessToken extends Secret {
    /** @param text at most 4,096 characters, far above the 200 to 300 that tokens have had */
    public AccessToken(String text) {
        super(Check.secretText("access token", text, 4_096));
    }

    /** The token of an app itself: {@code id|secret}. Enough for {@code debug_token}. */
    public static AccessToken ofApp(AppId app, AppSecret secret) {
        return new AccessToken(app.value() + "|" + secret.reveal());
    }
}
