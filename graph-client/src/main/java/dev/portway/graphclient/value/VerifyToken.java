package dev.portway.graphclient.value;

/** What Graph repeats when it greets a webhook address, so that the address knows who asks. */
public final class VerifyToken extends Secret {
    public VerifyToken(String text) {
        super(Check.secretText("verify token", text, 256));
    }
}
