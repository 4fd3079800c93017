package dev.portway.preflight;

import dev.portway.migration.Order;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Seen;
import dev.portway.migration.fact.Statement;
import dev.portway.migration.fact.TwoStep;
import dev.portway.migration.fact.TwoStepTold;
import dev.portway.migration.fact.Unseen;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the findings of one order: what was seen and whether it is as it should be, or why it could not be seen.
 *
 * @param stated what people have said
 * @param tried what was tried on the numbers lately
 * @param at when it was looked
 */
record Judge(Order order, Facts stated, Spendings tried, Instant at) {
    /** Seen: it holds, or it fails where the check stops and warns where it does not. */
    Finding seen(Check check, @Nullable PhoneNumber number, boolean holds, String value) {
        Verdict otherwise = check.stops() ? Verdict.FAILS : Verdict.WARNS;
        return finding(check, number, holds ? Verdict.HOLDS : otherwise, value);
    }

    /** Seen, worth knowing, stops nothing. */
    Finding warns(Check check, @Nullable PhoneNumber number, String value) {
        return finding(check, number, Verdict.WARNS, value);
    }

    /**
     * Not seen: what a person said, or unknown. A word does not stand in for what Graph will show in a minute, nor for a number that is not where it
     * should be.
     */
    Finding unseen(Check check, @Nullable PhoneNumber number, Unseen why) {
        boolean lasting = !why.passes() && why != Unseen.NOT_LISTED;
        boolean statable = check.without() == Without.STATED && lasting;
        boolean said = (statable || check.without() == Without.WELCOME && lasting) && stated.is(Statement.of(check.id()), number);
        return new Finding(check.id(), Optional.ofNullable(number), said ? Verdict.HOLDS : Verdict.UNKNOWN,
                said ? Certainty.STATED : Certainty.UNKNOWN, check.owner(), "", check.read().of(order), at, statable, Optional.of(why),
                said ? stated.seen(Statement.of(check.id()), number).map(Seen::source) : Optional.empty());
    }

    /** Told by a webhook about a number that Graph lists without showing it, or whose source we may not read. */
    Finding told(PhoneNumber number, Seen<TwoStepTold> told) {
        TwoStepTold news = told.value();
        boolean off = news.says() == TwoStep.OFF;
        return new Finding(Check.TWO_STEP_OFF.id(), Optional.of(number), off ? Verdict.HOLDS : Verdict.FAILS, Certainty.VERIFIED,
                Check.TWO_STEP_OFF.owner(), off ? "off" : "on", "webhook security: " + news.event(), news.at(), true, Optional.empty(),
                Optional.of(told.source()));
    }

    private Finding finding(Check check, @Nullable PhoneNumber number, Verdict verdict, String value) {
        return new Finding(check.id(), Optional.ofNullable(number), verdict, Certainty.VERIFIED, check.owner(), value,
                check.read().of(order), at, check.without() == Without.STATED, Optional.empty(), Optional.empty());
    }
}
