package dev.portway.sandbox.file;

import java.util.List;

/** A world file that cannot be read, with all that is wrong with it: the place, what is wrong, what is allowed. */
public final class BrokenWorld extends IllegalArgumentException {

    private final List<String> problems;

    BrokenWorld(List<String> problems) {
        super("world file: " + String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
