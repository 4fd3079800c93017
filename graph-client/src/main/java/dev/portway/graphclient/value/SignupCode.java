package dev.portway.graphclient.value;

/** What Embedded Signup hands back: exchanged once, within 30 seconds, for a token. Source: Meta, Embedded Signup implementation, 2026. */
public final class SignupCode extends Secret {
    public SignupCode(String text) {
        super(Check.secretText("sign-up code", text, 4_096));
    }
}
