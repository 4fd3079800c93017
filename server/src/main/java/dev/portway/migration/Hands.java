package dev.portway.migration;

import java.time.Duration;
import java.util.Set;

/** Carries acts out. Each package that can do some says which; together they must do all. */
public interface Hands {
    /**
     * An effect that was not answered within this is given up: from then on nothing of it is under way. Longer than the 30 s after which Graph gives up on
     * its own side (Source: Meta, "Template migration", 14 Nov 2025).
     */
    Duration ANSWERED_WITHIN = Duration.ofSeconds(40);

    /** The acts these hands carry out. */
    Set<Act> acts();

    /**
     * Does it, once. Never throws for what the outside does: that is an outcome.
     *
     * @param sendBy an effect must leave this machine before, or not at all
     */
    Answer carryOut(Next.Call call, Migration migration, Deadline sendBy);
}
