package dev.portway.migration.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The days on which Meta lets a credit line be shared with a WABA, and when a WABA that was unshared may send again.
 *
 * <p>Source: Meta, "migrating WABAs among solution partners via Embedded Signup", 4 Nov 2025: refused on the last three and the first four days of a
 * month; the new line counts from the first of the month after. Assumed: days are UTC, because no page names a zone.
 */
final class SharingDays {
    private static final int CLOSED_AT_THE_START = 4;
    private static final int CLOSED_AT_THE_END = 3;

    private SharingDays() {}

    /** This moment when sharing is possible, else the first at which it is. */
    static Instant openFrom(Instant now) {
        LocalDate day = day(now);
        if (day.getDayOfMonth() > day.lengthOfMonth() - CLOSED_AT_THE_END) {
            return start(firstOfNextMonth(day).plusDays(CLOSED_AT_THE_START));
        }
        return day.getDayOfMonth() <= CLOSED_AT_THE_START ? start(day.withDayOfMonth(CLOSED_AT_THE_START + 1)) : now;
    }

    /** When sending is possible again after a line was shared at this moment. */
    static Instant sendsFrom(Instant shared) {
        return start(firstOfNextMonth(day(shared)));
    }

    private static LocalDate firstOfNextMonth(LocalDate day) {
        return day.plusMonths(1).withDayOfMonth(1);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
