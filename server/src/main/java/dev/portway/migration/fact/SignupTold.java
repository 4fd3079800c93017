package dev.portway.migration.fact;

import java.util.Optional;

/**
 * What the Embedded Signup window told the page that opened it. Source: Meta, "Embedded Signup, implementation", 2026.
 *
 * @param event Graph's word, open for new ones: {@code FINISH}, {@code FINISH_ONLY_WABA}, {@code CANCEL}
 * @param waba as the window told it; what was granted is read from the token
 * @param phoneNumberId as the window told it
 * @param leftAt the screen where the client left, in Graph's word: {@code PHONE_NUMBER_VERIFICATION}
 * @param error what went wrong, in the words the client saw
 */
public record SignupTold(String event, Optional<WabaId> waba, Optional<String> phoneNumberId, Optional<String> leftAt,
        Optional<String> error) {
    /** Whether the client came to the end. */
    public boolean finished() {
        return event.startsWith("FINISH");
    }

    /** As events and pages show it. */
    @Override
    public String toString() {
        return leftAt.or(() -> error).map(at -> event + ", " + at).orElse(event);
    }
}
