package dev.portway.finder.look;

import dev.portway.finder.Known;
import dev.portway.finder.Value;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.preflight.Check;
import dev.portway.preflight.Glance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a glance at Graph says in the words of the route finder. What a check could not see stays unknown. */
final class Sight {
    /** Small accounts: two thousand is what sharing numbers wants. Source: Meta, "Multi-Solution Conversations", 12 Nov 2025. */
    private static final Set<String> LOW_LIMITS = Set.of("TIER_50", "TIER_250", "TIER_1K", "UNTIERED");

    private final Glance.Where where;
    private final Glance.Shown shown;
    private final List<Known> seen = new ArrayList<>();

    private Sight(Glance.Where where, Glance.Shown shown) {
        this.where = where;
        this.shown = shown;
    }

    static List<Known> of(Glance.Where where, Glance.Shown shown) {
        return new Sight(where, shown).all();
    }

    private List<Known> all() {
        finding(Check.NOT_AT_DESTINATION).filter(Sight::fails).ifPresent(there -> know(Value.AT_DESTINATION, there));
        if (holds(Check.NUMBER_AT_SOURCE)) {
            place();
            if (where.access() == SourceAccess.OWN) {
                finding(Check.NUMBER_AT_SOURCE).ifPresent(listed -> know(Value.WITH_US, listed));
            }
        }
        either(Check.SAME_BUSINESS, Value.SAME_PORTFOLIO, Value.OTHER_PORTFOLIO);
        either(Check.DESTINATION_READY, Value.DESTINATION_READY, Value.DESTINATION_UNREADY);
        either(Check.TWO_STEP_OFF, Value.TWO_STEP_OFF, Value.TWO_STEP_ON);
        either(Check.DISPLAY_NAME_APPROVED, Value.NAME_APPROVED, Value.NAME_NOT_APPROVED);
        either(Check.SOURCE_READY, Value.SOURCE_READY, Value.SOURCE_UNREADY);
        either(Check.PAYMENT_AT_DESTINATION, Value.PAYMENT_SEEN, Value.PAYMENT_MISSING);
        either(Check.REQUEST_APPROVED, Value.REQUEST_APPROVED, Value.REQUEST_PENDING);
        either(Check.NUMBER_NOT_RESTRICTED, Value.GOOD_STANDING, Value.RESTRICTED);
        account();
        return List.copyOf(seen);
    }

    /** What it is there: what tells most first, and on the Cloud API when nothing else is seen. */
    private void place() {
        if (is(Check.NOT_A_TEST_NUMBER, Value.TEST_NUMBER) || is(Check.NUMBER_REGISTERED, Value.UNFINISHED)
                || is(Check.NOT_ON_BUSINESS_APP, Value.COEXISTENCE) || is(Check.NOT_ON_PREMISES, Value.ON_PREMISES)) {
            return;
        }
        finding(Check.NOT_ON_PREMISES).filter(finding -> finding.verdict() == Verdict.HOLDS)
                .ifPresent(platform -> know(Value.ON_CLOUD, platform));
    }

    /** Known as this when the check fails. */
    private boolean is(Check check, Value unmet) {
        Optional<Finding> failing = finding(check).filter(Sight::fails);
        failing.ifPresent(one -> know(unmet, one));
        return failing.isPresent();
    }

    private void account() {
        Glance.Account source = shown.source();
        source.ownership()
                .map(type -> type.equals("AGENCY_OWNED") || type.equals("ON_BEHALF_OF") ? Value.OWNED_BY_AGENCY : Value.OWNED_BY_CLIENT)
                .ifPresent(value -> seen.add(Known.seen(value, source.where() + ": ownership_type")));
        source.limit()
                .map(limit -> LOW_LIMITS.contains(limit) ? Value.LIMIT_LOW : Value.LIMIT_ENOUGH)
                .ifPresent(value -> seen.add(Known.seen(value, source.where() + ": whatsapp_business_manager_messaging_limit")));
        source.currency()
                .flatMap(currency -> Digits.money(where.number(), currency))
                .ifPresent(value -> seen.add(Known.seen(value, source.where() + ": currency")));
    }

    private void either(Check check, Value holds, Value fails) {
        finding(check).ifPresent(finding -> {
            switch (finding.verdict()) {
                case HOLDS -> know(holds, finding);
                case FAILS -> know(fails, finding);
                case UNKNOWN, WARNS -> {
                    // Not seen: it stays open.
                }
            }
        });
    }

    private void know(Value value, Finding finding) {
        seen.add(Known.seen(value, finding.where()));
    }

    private boolean holds(Check check) {
        return finding(check).filter(one -> one.verdict() == Verdict.HOLDS).isPresent();
    }

    private static boolean fails(Finding finding) {
        return finding.verdict() == Verdict.FAILS;
    }

    private Optional<Finding> finding(Check check) {
        return shown.findings().all().stream().filter(one -> one.check().equals(check.id())).findFirst();
    }
}
