package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an order says beyond its numbers and its two ends, where the route needs it. Kept as a fact, for it is somebody's word. */
public enum Term {
    // @formatter:off
    /** The currency the WABA shall be billed in. ISO 4217. */
    CURRENCY(Field.matching("currency", Field.Form.TEXT, "[A-Z]{3}"), Fact.CURRENCY),
    /** The provider's credit line that shall pay. Once attached it fixes currency and time zone of the WABA. */
    CREDIT_LINE(Field.matching("credit-line", Field.Form.DIGITS, "[0-9]{5,20}"), Fact.CREDIT_LINE),
    /** What the Multi-Partner Solution is asked for. */
    INTENT(Field.choice("intent", List.of("to-solution", "off-solution", "add-to-solution")), Fact.INTENT_KIND),
    /** The Multi-Partner Solution, or the app where a WABA leaves one. */
    SOLUTION(Field.matching("solution", Field.Form.DIGITS, "[0-9]{5,20}"), Fact.SOLUTION),
    /** From when on it counts. */
    EFFECTIVE(Field.instant("effective"), Fact.EFFECTIVE),
    /** The partner of this provider that takes over. */
    PARTNER(Field.matching("partner", Field.Form.TEXT, "[a-z0-9-]{1,40}"), Fact.PARTNER),
    /** What a number that is new here shall be called; Meta reviews it. */
    DISPLAY_NAME(Field.matching("display-name", Field.Form.TEXT, ".{1,100}"), Fact.DISPLAY_NAME),
    /** When the number last sent a message that was billed. */
    LAST_PAID_MESSAGE(Field.instant("last-paid-message"), Fact.LAST_PAID_MESSAGE),
    /** What the client still owes the provider it leaves, in that provider's words: amount, and of what. It holds no number back. */
    OPEN_INVOICES(Field.matching("open-invoices", Field.Form.TEXT, ".{1,300}"), Fact.OPEN_INVOICES);
    // @formatter:on

    private final Field field;
    private final Fact<?> fact;

    Term(Field field, Fact<?> fact) {
        this.field = field;
        this.fact = fact;
    }

    public Field field() {
        return field;
    }

    /** What it is kept as. */
    public Fact<?> fact() {
        return fact;
    }

    /** What the typed value says; empty when it cannot be one. */
    public Optional<Learned<?>> says(String typed) {
        if (field.wrong(typed).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(learned(typed.strip()));
    }

    /** Whether it says a time that nobody can mean now. */
    public boolean isTooFar(String typed, Instant now) {
        return field.wrong(typed).isEmpty() && field.wrong(typed, now).isPresent();
    }

    private Learned<?> learned(String value) {
        return switch (this) {
            case CURRENCY -> Learned.that(Fact.CURRENCY, value);
            case CREDIT_LINE -> Learned.that(Fact.CREDIT_LINE, value);
            case INTENT -> Learned.that(Fact.INTENT_KIND, value);
            case SOLUTION -> Learned.that(Fact.SOLUTION, value);
            case EFFECTIVE -> Learned.that(Fact.EFFECTIVE, Instant.parse(value));
            case PARTNER -> Learned.that(Fact.PARTNER, value);
            case DISPLAY_NAME -> Learned.that(Fact.DISPLAY_NAME, value);
            case LAST_PAID_MESSAGE -> Learned.that(Fact.LAST_PAID_MESSAGE, Instant.parse(value));
            case OPEN_INVOICES -> Learned.that(Fact.OPEN_INVOICES, value);
        };
    }
}
