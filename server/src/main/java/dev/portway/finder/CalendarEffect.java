package dev.portway.finder;

import java.time.LocalDate;
import java.util.Locale;

/** What the calendar does to a way, and on which day. */
public record CalendarEffect(Kind kind, LocalDate on) {
    /** Keys are durable. */
    public enum Kind {
        /** No line can be shared today: only from that day on. */
        SHARING_REFUSED_UNTIL,
        /** The last day of this month on which a line can be shared. */
        SHARE_NOT_LATER_THAN,
        /** Sends of a WABA that was unshared resume then, if its line is shared in time. */
        SENDS_RESUME,
        /** Meta acts by itself then, if nobody did. */
        ACCEPTED_BY_ITSELF, SIGNUP_ENDS,
        /** A number can be deleted 30 days after its last paid message. */
        DELETABLE_FROM,
        /** The same, when nobody knows when the last one was: at the latest then, if none is sent from today on. */
        DELETABLE_AT_THE_LATEST, ON_PREMISES_ENDED,
        /** Accounts of Brazilian businesses must be in reais by then. */
        BRAZIL_IN_REAIS, INDIA_IN_RUPEES, MONTH_ENDS;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
