package dev.portway.migration;

import static dev.portway.migration.Learned.that;

import dev.portway.migration.Said.Misunderstood;
import dev.portway.migration.Said.Understood;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person can do to a migration, with what it asks for. Which of them may be done now is said by {@link Allowed}. */
public enum Action {
    SUBMIT, WITHDRAW, RECHECK, RETRY,
    /** Say what Graph does not show. Kept as stated, never shown as verified. */
    STATE(Field.choice("check", Statement.checks()), Fields.NUMBER), CHOOSE_CODE(Fields.METHOD, Fields.LANGUAGE, Fields.NUMBER), NEW_CODE(
            Fields.METHOD.optional(), Fields.LANGUAGE.optional(),
            Fields.NUMBER), ENTER_CODE(Field.matching("code", Field.Form.DIGITS, "[0-9]{3}[- ]?[0-9]{3}"),
                    Fields.NUMBER), SCHEDULE(Field.instant("opens"), Field.instant("closes")), IT_HAPPENED, IT_DID_NOT;

    private static final class Fields {
        static final Field METHOD = Field.choice("method", List.of("SMS", "VOICE"));
        static final Field LANGUAGE = Field.matching("language", Field.Form.TEXT, "[a-z]{2,3}(_[A-Z]{2})?");
        static final Field NUMBER = Field.matching("number", Field.Form.PHONE, "\\+[1-9][0-9]{7,14}").optional();
    }

    private final List<Field> fields;

    Action(Field... fields) {
        this.fields = List.of(fields);
    }

    public List<Field> fields() {
        return fields;
    }

    /** As in paths and JSON: {@code enter-code}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Action> named(String word) {
        return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
    }

    /** What the input says, for this number (null where all share it) of this migration. */
    Said understand(Map<String, String> input, @Nullable PhoneNumber number, Migration migration) {
        for (String name : input.keySet()) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                return new Misunderstood(name, "unknown");
            }
        }
        for (Field field : fields) {
            Optional<String> wrong = wrong(field, input.get(field.name()));
            if (wrong.isPresent()) {
                return new Misunderstood(field.name(), wrong.get());
            }
        }
        try {
            return meaning(input, number, migration);
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return new Misunderstood(fields.getFirst().name(), "impossible");
        }
    }

    private static Optional<String> wrong(Field field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return field.required() ? Optional.of("missing") : Optional.empty();
        }
        boolean chosen = field.oneOf().isEmpty() || field.oneOf().contains(value);
        boolean formed = field.pattern().map(value.strip()::matches).orElse(true);
        return chosen && formed ? Optional.empty() : Optional.of("malformed");
    }

    private Said meaning(Map<String, String> input, @Nullable PhoneNumber number, Migration migration) {
        return switch (this) {
            case SUBMIT -> says(that(Fact.SUBMITTED, true));
            case WITHDRAW -> says(that(Fact.WITHDRAWAL_ASKED, true));
            case RECHECK -> says(that(Fact.RECHECK_ASKED, true));
            case RETRY -> says(that(Fact.RETRY_ASKED, true), that(Fact.RECHECK_ASKED, true));
            case IT_HAPPENED -> says(that(Fact.LAST_CALL_HAPPENED, true));
            case IT_DID_NOT -> says(that(Fact.LAST_CALL_HAPPENED, false));
            case STATE -> says(that(Statement.of(input.getOrDefault("check", "")), number, true), that(Fact.RECHECK_ASKED, true));
            case CHOOSE_CODE -> says(that(Fact.CODE_CHOICE, number, choice(input, number, migration)));
            case NEW_CODE ->
                new Understood(List.of(that(Fact.CODE_CHOICE, number, choice(input, number, migration)), that(Fact.RETRY_ASKED, true)),
                        List.of(Fact.CODE, Fact.CODE_REQUESTED));
            case ENTER_CODE -> says(that(Fact.CODE, number, new Secret(input.getOrDefault("code", "").replaceAll("[^0-9]", ""))));
            case SCHEDULE -> says(that(Fact.WINDOW,
                    new Window(Instant.parse(input.getOrDefault("opens", "")), Instant.parse(input.getOrDefault("closes", "")))));
        };
    }

    private static CodeChoice choice(Map<String, String> input, @Nullable PhoneNumber number, Migration migration) {
        var before = migration.facts().value(Fact.CODE_CHOICE, number).orElse(new CodeChoice(CodeChoice.Method.SMS, "en_US"));
        var method = Optional.ofNullable(input.get("method")).map(CodeChoice.Method::valueOf).orElse(before.method());
        return new CodeChoice(method, Optional.ofNullable(input.get("language")).orElse(before.language()));
    }

    private static Said says(Learned<?>... learned) {
        return new Understood(List.of(learned), List.of());
    }
}
