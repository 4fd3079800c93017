package dev.portway.finder;

import static dev.portway.finder.CalendarEffect.Kind.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the calendar does to each way.
 *
 * @param lastPaid when the number last sent a paid message; empty when nobody knows
 */
public record Calendar(Day day, Optional<LocalDate> lastPaid) {
    /** A line cannot be shared on the last days of a month nor on its first. Source: Meta, "…via Embedded Signup", 4 Nov 2025. */
    private static final int REFUSED_LAST_DAYS = 3;
    private static final int REFUSED_FIRST_DAYS = 4;
    /** Of what nobody accepted. Source: the same, and Meta, "migrating among solutions", 21 May 2026. */
    private static final int UNTIL_META_ACTS_DAYS = 90;
    /** Then the number must be registered, or sign-up done again. Source: Meta, "registering phone numbers", 28 Jun 2026. */
    private static final int SIGNUP_DAYS = 14;
    /** Source: Meta, "phone numbers", 27 Feb 2026. */
    private static final int AFTER_PAID_MESSAGE_DAYS = 30;
    private static final LocalDate END_OF_ON_PREMISES = LocalDate.of(2025, 10, 23);
    /** After these days messages of an account in another currency are not delivered. Source: Meta, pricing updates, 2026. */
    private static final LocalDate BRAZIL = LocalDate.of(2027, 6, 30);
    private static final LocalDate INDIA = LocalDate.of(2026, 12, 31);
    /** Ways in which an account is chosen or made, and with it its currency. */
    private static final Set<Way> CHOOSE_CURRENCY = Set.of(Way.SIGNUP, Way.JOIN, Way.CURRENCY, Way.RESHARE, Way.COEXIST);

    /** In the order in which they matter. */
    public List<CalendarEffect> of(Way way, Knowledge knowledge) {
        var effects = new ArrayList<CalendarEffect>();
        switch (way) {
            case RESHARE -> effects.addAll(sharing());
            case SIGNUP, COEXIST -> effects.add(in(SIGNUP_ENDS, SIGNUP_DAYS));
            case INTENT -> effects.add(in(ACCEPTED_BY_ITSELF, UNTIL_META_ACTS_DAYS));
            case RECONNECT -> deletion(knowledge).ifPresent(effects::add);
            case HOSTING -> effects.add(new CalendarEffect(ON_PREMISES_ENDED, END_OF_ON_PREMISES));
            case PARTNER_CHANGE -> effects.add(new CalendarEffect(MONTH_ENDS, YearMonth.from(day.date()).atEndOfMonth()));
            default -> {
                // Any day is as good as another.
            }
        }
        if (CHOOSE_CURRENCY.contains(way) && !knowledge.is(Value.LOCAL_MONEY)) {
            deadline(knowledge).ifPresent(effects::add);
        }
        return effects;
    }

    /** When a line can be shared next, and when sends resume then: what is unshared late in a month is silent for up to five weeks. */
    private List<CalendarEffect> sharing() {
        LocalDate share = nextSharing(day.date());
        LocalDate resume = YearMonth.from(share).plusMonths(1).atDay(1);
        boolean today = share.equals(day.date());
        var when = today
                ? new CalendarEffect(SHARE_NOT_LATER_THAN, YearMonth.from(share).atEndOfMonth().minusDays(REFUSED_LAST_DAYS))
                : new CalendarEffect(SHARING_REFUSED_UNTIL, share);
        return List.of(when, new CalendarEffect(SENDS_RESUME, resume), in(ACCEPTED_BY_ITSELF, UNTIL_META_ACTS_DAYS));
    }

    /** The first day, from this one on, on which a line can be shared. */
    static LocalDate nextSharing(LocalDate from) {
        YearMonth month = YearMonth.from(from);
        if (from.getDayOfMonth() <= REFUSED_FIRST_DAYS) {
            return month.atDay(REFUSED_FIRST_DAYS + 1);
        }
        boolean late = from.getDayOfMonth() > month.lengthOfMonth() - REFUSED_LAST_DAYS;
        return late ? month.plusMonths(1).atDay(REFUSED_FIRST_DAYS + 1) : from;
    }

    /** What lives in an app alone has sent nothing that is paid for. */
    private Optional<CalendarEffect> deletion(Knowledge knowledge) {
        if (knowledge.is(Value.BUSINESS_APP) || knowledge.is(Value.CONSUMER_APP) || knowledge.is(Value.PAID_LONG_AGO)) {
            return Optional.empty();
        }
        return lastPaid.map(last -> last.plusDays(AFTER_PAID_MESSAGE_DAYS))
                .map(from -> from.isAfter(day.date())
                        ? Optional.of(new CalendarEffect(DELETABLE_FROM, from))
                        : Optional.<CalendarEffect>empty())
                .orElseGet(() -> Optional.of(in(DELETABLE_AT_THE_LATEST, AFTER_PAID_MESSAGE_DAYS)));
    }

    private static Optional<CalendarEffect> deadline(Knowledge knowledge) {
        if (knowledge.is(Value.BRAZIL)) {
            return Optional.of(new CalendarEffect(BRAZIL_IN_REAIS, BRAZIL));
        }
        return knowledge.is(Value.INDIA) ? Optional.of(new CalendarEffect(INDIA_IN_RUPEES, INDIA)) : Optional.empty();
    }

    private CalendarEffect in(CalendarEffect.Kind kind, int days) {
        return new CalendarEffect(kind, day.date().plusDays(days));
    }

    /** Whether the 30 days are over, where the day of the last paid message is known. */
    public Optional<Known> paid() {
        return lastPaid.map(last -> last.plusDays(AFTER_PAID_MESSAGE_DAYS).isAfter(day.date()) ? Value.PAID_LATELY : Value.PAID_LONG_AGO)
                .map(value -> Known.stated(value, Known.ANSWER));
    }
}
