package dev.portway.migration.fact;

import java.time.Instant;
import java.util.Optional;

/**
 * What a {@code security} webhook told about a number's two-step verification. It reaches only apps that are subscribed to the source WABA, and only
 * what was done in WhatsApp Manager: a PIN set again by API is silent. So it counts where Graph's own read shows nothing, and no longer than that.
 *
 * <p>Source: Meta, "security" webhook reference, 17 Jun 2026.
 *
 * @param says {@code OFF} or {@code ON}
 * @param event in Graph's word, {@code PIN_REQUEST_SUCCESS}
 * @param at when it happened, as the webhook says: deliveries may overtake each other
 */
public record TwoStepTold(TwoStep says, String event, Instant at) {

    /** What the event means; empty for one that changes nothing, such as a request that its owner has not confirmed yet. */
    public static Optional<TwoStepTold> of(String event, Instant at) {
        return switch (event) {
            case "PIN_REQUEST_SUCCESS" -> Optional.of(new TwoStepTold(TwoStep.OFF, event, at));
            case "PIN_CHANGED" -> Optional.of(new TwoStepTold(TwoStep.ON, event, at));
            default -> Optional.empty();
        };
    }

    /** Times are whole seconds: of two of the same second nobody knows which came last, and the one that holds the number back counts. */
    public boolean outlasts(TwoStepTold other) {
        return at.isAfter(other.at) || at.equals(other.at) && says == TwoStep.ON;
    }

    /** What counts where Graph shows nothing; empty once a person has said since that it is off. */
    public static Optional<Seen<TwoStepTold>> standing(Facts facts, PhoneNumber number) {
        long said = facts.is(Fact.TWO_STEP_STATED_OFF, number) ? facts.asOf(Fact.TWO_STEP_STATED_OFF, number) : -1;
        return facts.seen(Fact.TWO_STEP_TOLD, number).filter(told -> told.value().says() == TwoStep.OFF || told.asOf() > said);
    }

    /** As events and pages show it. */
    @Override
    public String toString() {
        return says + ", " + event;
    }
}
