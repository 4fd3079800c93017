package dev.portway.migration;

import java.util.Set;

/** Carries acts out. Each package that can do some says which; together they must do all. */
public interface Hands {
    /** The acts these hands carry out. */
    Set<Act> acts();

    /**
     * Does it, once. Never throws for what the outside does: that is an outcome.
     *
     * @param sendBy an effect must leave this machine before, or not at all
     */
    Answer carryOut(Next.Call call, Migration migration, Deadline sendBy);
}
