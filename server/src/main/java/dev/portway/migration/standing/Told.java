package dev.portway.migration.standing;

import dev.portway.migration.Action;
import dev.portway.migration.Change;
import java.util.List;

/** What became of something a person said. */
public sealed interface Told {
    /** It was taken in. */
    record Accepted(Change change) implements Told {}

    /** It cannot be done now; these can. */
    record NotAllowed(List<Action> allowed) implements Told {}

    /**
     * What came with it is not understood.
     *
     * @param wrong {@code missing}, {@code unknown}, {@code malformed}, {@code too-far}, {@code impossible}
     */
    record Misunderstood(String field, String wrong) implements Told {}
}
