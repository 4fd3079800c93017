package dev.portway.sandbox.refusal;

import dev.portway.sandbox.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The words of an error for its user in one language: {@code error_user_title} and {@code error_user_msg}. English stands in {@link ErrorRow},
 * the others in {@code errors/words.json}. {@code message} and {@code error_data.details} are English in every language (observed of the first,
 * assumed of the second).
 *
 * @param known of the text; the title beside an observed one may be assumed
 */
public record Wording(String title, String text, Known known) {

    /** How we know that Graph says it so. */
    public enum Known {
        /** Meta's pages list it, in this language. Assumed: that the call says it in the same words. */
        DOCUMENTED,
        /** Seen in answers that people published. */
        OBSERVED,
        /** Our own words, or our own translation. */
        ASSUMED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Map<ErrorRow, Map<Language, Wording>> ALL = read();

    /** Empty when Graph has no words of this error for its user. */
    public static Optional<Wording> of(ErrorRow row, Language language) {
        return Optional.ofNullable(ALL.get(row)).map(words -> Objects.requireNonNull(words.get(language)));
    }

    /** What this call was told. Words that name what is wrong with one request stand as they are in every language (assumed). */
    static Optional<Wording> of(Refusal refusal, Language language) {
        return of(refusal.row(), language).map(words -> told(words, refusal));
    }

    private static Wording told(Wording words, Refusal refusal) {
        @Nullable
        String text = refusal.userMessage();
        return text == null || text.equals(refusal.row().userMessage()) ? words : new Wording(words.title, text, Known.ASSUMED);
    }

    private static Map<ErrorRow, Map<Language, Wording>> read() {
        JsonNode file = file();
        Map<ErrorRow, Map<Language, Wording>> all = new EnumMap<>(ErrorRow.class);
        for (ErrorRow row : ErrorRow.values()) {
            if (row.title() != null) {
                all.put(row, read(row, file.path(row.key())));
            }
        }
        return all;
    }

    private static Map<Language, Wording> read(ErrorRow row, JsonNode words) {
        Map<Language, Wording> read = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            JsonNode said = words.path(language.code());
            Known known = Known.valueOf(said.path("known").asString("").toUpperCase(Locale.ROOT));
            read.put(language,
                    new Wording(said.path("title").asString(String.valueOf(row.title())),
                            said.path("text").asString(String.valueOf(row.userMessage())), known));
        }
        return read;
    }

    private static JsonNode file() {
        try (InputStream in = Wording.class.getResourceAsStream("/errors/words.json")) {
            return Json.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
