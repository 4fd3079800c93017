package dev.portway.sandbox.rules.message;

import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.World;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which messages cost something. Documented (pricing, until 30 Sep 2026): marketing and authentication always, utility outside the 24-hour window,
 * a service message never. Since 1 Oct 2026, say several providers: utility always, and a service message once a number has sent its free ones of
 * the month; whether so is a switch. Assumed: the month is of UTC, and a message that fails at once does not count.
 */
final class Pricing {

    private static final Instant CHANGE = Instant.parse("2026-10-01T00:00:00Z");
    private static final int FREE_A_MONTH = 1000;
    private static final String SERVICE = "service";

    /** As {@code pricing} of a status has it. */
    record Price(boolean billable, String category) {
        String type() {
            return billable ? "regular" : "free_customer_service";
        }
    }

    /** As {@code 2026-11}. */
    private record Month(String name, Instant begins, Instant ends) {
        static Month of(Instant at) {
            YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
            return new Month(month.toString(), begin(month), begin(month.plusMonths(1)));
        }

        private static Instant begin(YearMonth month) {
            return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }

    private final World world;
    private Month month = Month.of(CHANGE);

    Pricing(World world) {
        this.world = world;
    }

    /**
     * Changes nothing.
     *
     * @param template null when the message is free of form, and so one of service
     */
    Price of(PhoneLine line, @Nullable Template template, boolean windowOpen) {
        if (template == null) {
            return new Price(changed() && spent(line) >= FREE_A_MONTH, SERVICE);
        }
        String category = template.category.toLowerCase(Locale.ROOT);
        return new Price(changed() || !(category.equals("utility") && windowOpen), category);
    }

    /** It was sent. */
    void count(PhoneLine line, Price price) {
        if (price.billable()) {
            line.lastPaidAt = world.now();
        }
        if (price.category().equals(SERVICE)) {
            int before = spent(line);
            line.serviceMonth = month();
            line.serviceMessages = before + 1;
        }
    }

    private boolean changed() {
        return !world.now().isBefore(CHANGE) && world.switches.is(Switch.PRICING_SINCE_OCTOBER, "new");
    }

    private int spent(PhoneLine line) {
        return month().equals(line.serviceMonth) ? line.serviceMessages : 0;
    }

    /** Asked for with every message, so it is kept until it ends. */
    private String month() {
        Instant now = world.now();
        if (now.isBefore(month.begins()) || !now.isBefore(month.ends())) {
            month = Month.of(now);
        }
        return month.name();
    }
}
