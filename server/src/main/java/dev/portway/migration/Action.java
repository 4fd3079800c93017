package dev.portway.migration;

import static dev.portway.migration.fact.Learned.that;

import dev.portway.migration.Said.Misunderstood;
import dev.portway.migration.Said.Understood;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.SignupTold;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.SourceGrant;
import dev.portway.migration.fact.Statement;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.fact.Window;
import dev.portway.migration.standing.Allowed;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person can do to a migration, with what it asks for. Which of them may be done now is said by {@link Allowed}. */
public enum Action {
    // @formatter:off
    SUBMIT, WITHDRAW, RECHECK, RETRY,
    /** Say what Graph does not show. Kept as stated, never shown as verified. */
    STATE(Field.choice("check", Statement.checks()), Fields.NUMBER),
    /** Say that a task is done, with what proves it: a ticket, a name. */
    CONFIRM(Fields.TASK, Fields.NOTE, Fields.NUMBER),
    /** Refuse a task that may be refused: the order ends. */
    REFUSE(Field.choice("reason", List.of("open-invoices", "contract", "not-authorised", "not-ours")), Fields.NOTE),
    ACCEPT_LOSSES(Field.matching("words", Field.Form.TEXT, "(?s).{10,500}")),
    /** Let the differences pass that were shown: they are named by their mark, so that newer ones are not among them. */
    ACCEPT_DRIFT(Field.matching("mark", Field.Form.TEXT, "[0-9a-f]{8}")),
    /** What a number that is new here shall be called. */
    GIVE_NAME(Term.DISPLAY_NAME.field()),
    GIVE_BACKUP(Field.secret("backup", 100_000), Field.secret("backup-password", 256),
            Field.secretDigits("pin", 6).optional(), Fields.NUMBER),
    /** How the Embedded Signup window closed. */
    SIGN_UP(Field.matching("event", Field.Form.TEXT, "[A-Z_]{1,80}"), Field.secretWord("signup-code").optional(),
            Fields.id("waba"), Fields.id("phone-number-id"),
            Field.matching("left-at", Field.Form.TEXT, "[A-Z_]{1,80}").optional(),
            Field.matching("error", Field.Form.TEXT, "(?s).{1,500}").optional()),
    CHOOSE_CODE(Fields.METHOD, Fields.LANGUAGE, Fields.NUMBER),
    NEW_CODE(Fields.METHOD.optional(), Fields.LANGUAGE.optional(), Fields.NUMBER),
    ENTER_CODE(Field.matching("code", Field.Form.DIGITS, "[0-9]{3}[- ]?[0-9]{3}"), Fields.NUMBER),
    SCHEDULE(Field.instant("opens"), Field.instant("closes")),
    /** Let us see the source: by a token or, without one, because its owner shares the account with our portfolio. */
    GRANT_SOURCE(Field.secretWord("source-token").optional(), Field.instant("until").optional()),
    /** Take that back: from then on it goes on as without access. */
    END_SOURCE,
    /** Say what the number is called on a phone that never wrote to it before. Nothing waits for it. */
    SAY_NAME(Field.choice("shown", List.of("name", "another-name", "number-only")), Fields.NOTE, Fields.NUMBER),
    IT_HAPPENED, IT_DID_NOT;
    // @formatter:on

    private static final class Fields {
        static final Field METHOD = Field.choice("method", List.of("SMS", "VOICE"));
        static final Field LANGUAGE = Field.matching("language", Field.Form.TEXT, "[a-z]{2,3}(_[A-Z]{2})?");
        static final Field TASK = Field.choice("task", List.of("agree-credit-line", "agree-pause", "unshare", "let-old-partner-go",
                "accept-clone", "leave-source", "approve-partner", "confirm-payment", "settle-invoices"));
        static final Field NOTE = Field.matching("note", Field.Form.TEXT, "(?s).{1,500}").optional();
        static final Field NUMBER = Field.matching("number", Field.Form.PHONE, "\\+[1-9][0-9]{7,14}").optional();

        static Field id(String name) {
            return Field.matching(name, Field.Form.DIGITS, "[0-9]{1,30}").optional();
        }
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

    /** What the input says, for this number of this migration, now. */
    public Said understand(Map<String, String> input, View about) {
        for (String name : input.keySet()) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                return new Misunderstood(name, "unknown");
            }
        }
        for (Field field : fields) {
            Optional<String> wrong = field.wrong(input.get(field.name()), about.now());
            if (wrong.isPresent()) {
                return new Misunderstood(field.name(), wrong.get());
            }
        }
        try {
            return meaning(input, about.number(), about.migration());
        } catch (DateTimeException | IllegalArgumentException impossible) {
            return new Misunderstood(fields.getFirst().name(), "impossible");
        }
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
            case CONFIRM -> says(that(confirmed(input), number, true), that(Fact.RECHECK_ASKED, true));
            case REFUSE -> says(that(Fact.REFUSED_BECAUSE, text(input, "reason")), that(Fact.WITHDRAWAL_ASKED, true));
            case ACCEPT_LOSSES -> says(that(Fact.LOSSES_ACCEPTED, text(input, "words")));
            case GIVE_NAME -> says(that(Fact.DISPLAY_NAME, text(input, "display-name")));
            case ACCEPT_DRIFT -> accepted(text(input, "mark"), migration);
            case GRANT_SOURCE -> granted(input);
            case END_SOURCE -> new Understood(List.of(that(Fact.SOURCE_GRANT, SourceGrant.NONE), that(Fact.RECHECK_ASKED, true)),
                    List.of(Fact.SOURCE_TOKEN));
            case SAY_NAME -> says(that(Fact.NAME_SHOWN, number, text(input, "shown")));
            case GIVE_BACKUP -> backedUp(input, number);
            case SIGN_UP -> signedUp(input);
            case CHOOSE_CODE -> says(that(Fact.CODE_CHOICE, number, choice(input, number, migration)));
            case NEW_CODE ->
                new Understood(List.of(that(Fact.CODE_CHOICE, number, choice(input, number, migration)), that(Fact.RETRY_ASKED, true)),
                        List.of(Fact.CODE, Fact.CODE_REQUESTED));
            case ENTER_CODE -> says(that(Fact.CODE, number, new Secret(input.getOrDefault("code", "").replaceAll("[^0-9]", ""))));
            case SCHEDULE -> says(that(Fact.WINDOW,
                    new Window(Field.instantIn(text(input, "opens")), Field.instantIn(text(input, "closes")))));
        };
    }

    /** A page that stood open while more came to light accepts nothing. */
    private static Said accepted(String mark, Migration migration) {
        return migration.facts()
                .value(Fact.DRIFT)
                .filter(drift -> drift.mark().equals(mark))
                .map(drift -> says(that(Fact.DRIFT_ACCEPTED, drift)))
                .orElse(new Misunderstood("mark", "impossible"));
    }

    /** A second sign-up counts in place of the first. */
    private static Said signedUp(Map<String, String> input) {
        var told = new SignupTold(text(input, "event"), maybe(input, "waba").map(WabaId::new), maybe(input, "phone-number-id"),
                maybe(input, "left-at"), maybe(input, "error"));
        Optional<Learned<?>> code = maybe(input, "signup-code").filter(_ -> told.finished())
                .map(typed -> that(Fact.SIGNUP_CODE, new Secret(typed)));
        return new Understood(Stream.concat(Stream.<Learned<?>>of(that(Fact.SIGNUP_TOLD, told)), code.stream()).toList(),
                code.isPresent() ? List.of(Fact.CODE_EXCHANGED, Fact.SIGNUP_FOUND) : List.of());
    }

    /** What was looked at without access is looked at again with it. */
    private static Said granted(Map<String, String> input) {
        var grant = new SourceGrant(SourceAccess.READ, maybe(input, "until").map(Field::instantIn));
        Stream<Learned<?>> token = maybe(input, "source-token").<Learned<?>>map(typed -> that(Fact.SOURCE_TOKEN, new Secret(typed)))
                .stream();
        return new Understood(
                Stream.concat(Stream.of(that(Fact.SOURCE_GRANT, grant), that(Fact.RECHECK_ASKED, true)), token).toList(),
                List.of(Fact.SOURCE_TOKEN, Fact.SNAPSHOT_TAKEN));
    }

    /** A number that has a PIN keeps it: Graph takes no other. */
    private static Said backedUp(Map<String, String> input, @Nullable PhoneNumber number) {
        var backup = new Secret(text(input, "backup-password") + "\n" + text(input, "backup"));
        Stream<Learned<?>> pin = maybe(input, "pin").<Learned<?>>map(digits -> that(Fact.PIN, number, new Secret(digits))).stream();
        return new Understood(Stream.concat(Stream.of(that(Fact.BACKUP, number, backup)), pin).toList(), List.of());
    }

    private static Fact<Boolean> confirmed(Map<String, String> input) {
        return HumanTask.Kind.named(text(input, "task")).flatMap(HumanTask.Kind::confirmedBy).orElseThrow(IllegalArgumentException::new);
    }

    private static String text(Map<String, String> input, String name) {
        return input.getOrDefault(name, "").strip();
    }

    private static Optional<String> maybe(Map<String, String> input, String name) {
        return Optional.of(text(input, name)).filter(text -> !text.isEmpty());
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
