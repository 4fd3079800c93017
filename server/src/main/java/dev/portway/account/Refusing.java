package dev.portway.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Tells those who are not let in at the API. The edge that speaks the API's language does it. */
public interface Refusing {

    /** Why they are not let in. */
    enum Reason {
        KEY_MISSING,
        /** Unknown, changed and revoked keys are told apart to nobody. */
        KEY_UNKNOWN, KEY_SCOPE, TOO_MANY_REQUESTS
    }

    /** @param pause after which it is worth trying again; zero: not by waiting */
    record Refusal(Reason reason, Duration pause) {
        static Refusal of(Reason reason) {
            return new Refusal(reason, Duration.ZERO);
        }
    }

    void tell(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
