package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import java.util.List;

/** What an action says, once its input is understood: what becomes known, and what is forgotten. */
public sealed interface Said {
    record Understood(List<Learned<?>> learned, List<Fact<?>> forgotten) implements Said {}

    /** The field, and what is wrong with it: {@code missing}, {@code unknown}, {@code malformed}, {@code too-far}, {@code impossible}. */
    record Misunderstood(String field, String wrong) implements Said {}
}
