package dev.portway.sandbox.world;

import java.time.Instant;

/** What Embedded Signup hands to the page; exchanged once for a token. Documented: lives 30 s. */
public record SignupCode(String code, String appId, String wabaId, Instant expiresAt, boolean used) {

    public SignupCode spent() {
        return new SignupCode(code, appId, wabaId, expiresAt, true);
    }
}
