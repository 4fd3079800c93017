package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import java.util.function.Supplier;

/** What an effect leaves behind when the migration is withdrawn after it. */
public sealed interface Leaves {
    /** Taken back by another act, where the fact says that it was us who did it. */
    record Undo(Supplier<Act> act, Fact<Boolean> when) implements Leaves {}

    /** Cannot be taken back. The words are a message key: {@code stays.<words>}. */
    record Stays(String words) implements Leaves {}

    /** Nothing anybody would notice. */
    record Nothing() implements Leaves {}

    static Leaves undo(Supplier<Act> act, Fact<Boolean> when) {
        return new Undo(act, when);
    }

    static Leaves stays(String words) {
        return new Stays(words);
    }

    static Leaves nothing() {
        return new Nothing();
    }
}
