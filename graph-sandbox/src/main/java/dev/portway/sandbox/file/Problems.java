package dev.portway.sandbox.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a world file, gathered so that a person mends it in one go. */
final class Problems {

    /** More at once would not be read. */
    private static final int MOST = 20;

    private final List<String> found = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private boolean allLost;

    void add(String problem) {
        if (found.size() < MOST && !found.contains(problem)) {
            found.add(problem);
        }
    }

    /** A row that could not be read; what refers to it is not a mistake of its own. */
    void lose(String id) {
        lost.add(id);
    }

    /** A whole list that could not be read: nobody knows what it would have declared. */
    void loseAll() {
        allLost = true;
    }

    boolean isLost(String id) {
        return allLost || lost.contains(id);
    }

    void complain() {
        if (!found.isEmpty()) {
            throw new BrokenWorld(found);
        }
    }
}
