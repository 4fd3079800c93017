package dev.portway.migration;

import dev.portway.migration.fact.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is next for a migration. */
public sealed interface Next {
    /**
     * Have the outside asked.
     *
     * @param looksFor the doubtful attempt it is to settle; 0 for none
     */
    record Call(Step step, @Nullable PhoneNumber number, Act act, long looksFor) implements Next {}

    /**
     * A person is needed.
     *
     * @param by when it expires; empty when it never does, past the pivot
     * @param lookAgain when it is looked at without anybody saying anything; empty for not before somebody does
     * @param spending how much is used of the budget that the answer spends; empty when it spends none
     */
    record Ask(HumanTask task, Optional<Instant> by, Optional<Instant> lookAgain, Optional<Spending> spending) implements Next {
        public Ask(HumanTask task, Optional<Instant> lookAgain) {
            this(task, lookAgain, Optional.empty());
        }

        public Ask(HumanTask task, Optional<Instant> lookAgain, Optional<Spending> spending) {
            this(task, Optional.empty(), lookAgain, spending);
        }

        public Ask expiring(Instant at) {
            return new Ask(task, Optional.of(at), Optional.of(lookAgain.filter(at::isAfter).orElse(at)), spending);
        }
    }

    /** Nothing to do before then. */
    record Wait(Instant until, Waiting reason) implements Next {}

    /** Nothing more. */
    record Done(Ending ending) implements Next {}

    /** What is waited for. */
    enum Waiting {
        /** A call that may still arrive. */
        ANSWER,
        /** The calendar: a window, settling. */
        CLOCK,
        /** A budget that is spent. */
        BUDGET,
        /** Graph: a refusal that passes, a rate limit, something that takes its time there. */
        META
    }
}
