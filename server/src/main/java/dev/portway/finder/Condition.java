package dev.portway.finder;

import dev.portway.problem.Party;
import java.util.Locale;

/**
 * What must become so before a way is free. Keys are durable; one that is a check of the preflight has its key, its words and its owner. A test holds
 * them to each other.
 */
public enum Condition {
    TWO_STEP_OFF(Party.CLIENT), DISPLAY_NAME_APPROVED(Party.ORIGIN), SOURCE_READY(Party.CLIENT), DESTINATION_READY(
            Party.CLIENT), REQUEST_APPROVED(Party.CLIENT), PAYMENT_AT_DESTINATION(Party.PROVIDER), NUMBER_NOT_RESTRICTED(
                    Party.CLIENT), NOT_ON_PREMISES(Party.ORIGIN),

    // No checks, or not by this name.
    CODE_REACHES(Party.CLIENT), ENTRY_REMOVED(Party.PROVIDER), APP_DISCONNECTED(Party.CLIENT), ADMIN_REACHABLE(
            Party.CLIENT), DESTINATION_MADE(
                    Party.CLIENT), LIMIT_RAISED(Party.CLIENT), PIN_KNOWN(Party.CLIENT), NOT_PAID_LATELY(
                            Party.CLIENT), BACKUP_AT_HAND(Party.PROVIDER), PARTNER_AGREES(Party.PROVIDER), INVOICES_PAID(Party.CLIENT);

    private final Party owner;

    Condition(Party owner) {
        this.owner = owner;
    }

    public Party owner() {
        return owner;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The check that sees whether it holds, by its id. */
    public String check() {
        return switch (this) {
            case ENTRY_REMOVED -> "number-registered";
            case APP_DISCONNECTED -> "not-on-business-app";
            default -> word();
        };
    }
}
