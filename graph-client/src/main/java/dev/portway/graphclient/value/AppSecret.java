package dev.portway.graphclient.value;

/** The secret of an app: it proves calls ({@code appsecret_proof}), exchanges codes and checks the signature of webhooks. */
public final class AppSecret extends Secret {
    public AppSecret(String text) {
        super(Check.secretText("app secret", text, 256));
    }
}
