package dev.portway.migration;

import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.Duration;

/**
 * How often something may be tried on one number within a moving time, over all its migrations. Counted from attempts, not from answers: an attempt
 * nobody answered may have counted at Meta. Others (the origin provider, a colleague in WhatsApp Manager) spend the same budget unseen, so Graph's own
 * refusal closes it whatever we have counted.
 */
public enum Budget {
    /** Source: Meta, "registration": 10 requests for one number in a moving 72 h, then 133016 for 72 h. */
    REGISTERS(10, Duration.ofHours(72), Problems.REGISTER_BUDGET_SPENT),
    /** Assumed: Meta publishes no number; Embedded Signup's own page tells people to wait about 12 h after too many. */
    CODE_REQUESTS(5, Duration.ofHours(12), Problems.CODE_BUDGET_SPENT),
    /** Assumed: a few wrong codes block the number for about 12 h. */
    CODE_ENTRIES(5, Duration.ofHours(12), Problems.CODE_BUDGET_SPENT);

    private final int limit;
    private final Duration window;
    private final Problem spent;

    Budget(int limit, Duration window, Problem spent) {
        this.limit = limit;
        this.window = window;
        this.spent = spent;
    }

    /** Tries within the window. */
    public int limit() {
        return limit;
    }

    /** The moving time they are counted in. */
    public Duration window() {
        return window;
    }

    /** What Graph refuses with when it counts the budget as spent. */
    public Problem spent() {
        return spent;
    }
}
