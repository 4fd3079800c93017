package dev.portway.sandbox.refusal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An error as Graph words it.
 *
 * @param row which row of the table it is
 * @param message the text of {@code error.message}
 * @param details the text of {@code error.error_data.details}, or null when the error has none
 * @param userMessage the text of {@code error.error_user_msg}, or null when the error has none
 */
public record Refusal(ErrorRow row, String message, @Nullable String details, @Nullable String userMessage) {

    public int status() {
        return row.status();
    }

    /** Title and text for people; empty when the error has none. */
    public Optional<Wording> words(Language language) {
        return Wording.of(this, language);
    }
}
