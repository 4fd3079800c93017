package dev.portway.sandbox.time;

import java.time.Instant;
import java.util.Map;

/**
 * Something that will happen by itself and belongs to the world, as a review does: it is saved with it.
 *
 * @param what its name, such as {@code name-review}
 * @param about ids and words of what it is about
 */
public record Later(String what, Instant at, Map<String, String> about) {

    public Later {
        about = Map.copyOf(about);
    }

    /** One of those words, which a file may have left out. */
    public String of(String name) {
        return about.getOrDefault(name, "");
    }
}
