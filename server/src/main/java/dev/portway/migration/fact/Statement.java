package dev.portway.migration.fact;

import java.util.List;
import java.util.Map;

/** The checks that a person's word can answer where Graph is silent, and the fact the word is kept as. */
public final class Statement {
    // @formatter:off
    private static final Map<String, Fact<Boolean>> BY_CHECK = Map.of(
            "two-step-off", Fact.TWO_STEP_STATED_OFF,
            "not-on-business-app", Fact.NOT_ON_APP_STATED,
            "display-name-approved", Fact.NAME_STATED_APPROVED,
            "same-business", Fact.SAME_BUSINESS_STATED,
            "payment-at-destination", Fact.PAYMENT_STATED,
            "source-ready", Fact.SOURCE_STATED_READY,
            "admin-known", Fact.ADMIN_STATED,
            "call-answered", Fact.CALL_STATED_ANSWERED);
    // @formatter:on

    private Statement() {}

    /** The checks, in a settled order. */
    public static List<String> checks() {
        return BY_CHECK.keySet().stream().sorted().toList();
    }

    /** The fact a word about this check is kept as. */
    public static Fact<Boolean> of(String check) {
        Fact<Boolean> fact = BY_CHECK.get(check);
        if (fact == null) {
            throw new IllegalArgumentException("Nobody's word is asked about " + check);
        }
        return fact;
    }

    /** Whether a word about this check is taken although nothing waits for it. */
    public static boolean isWelcome(String check) {
        return check.equals("admin-known");
    }

    public static boolean answers(String check) {
        return BY_CHECK.containsKey(check);
    }
}
