package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Random worlds of the sandbox, and a random way through each, walked with the server's own hands. What is promised is asked of the sandbox, not of the
 * server. {@code -Dportway.worlds=1000 -Dportway.seed=…} for more of them, or for the same again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomWorldsTest {
    private static final int WORLDS = Integer.getInteger("portway.worlds", 40);
    private static final long SEED = Long.getLong("portway.seed", 0);

    private final WorldJourneys journeys = new WorldJourneys("random-worlds");

    @AfterAll
    void close() {
        Serving.shared().clock(Optional.empty());
        journeys.close();
    }

    @Test
    void whateverTheWorld_thePromisesHold() {
        var ends = new TreeMap<String, Integer>();
        var broken = new TreeMap<Long, String>();
        for (long seed = SEED; seed < SEED + WORLDS; seed++) {
            var world = new RandomWorld(new Random(seed), journeys);
            try {
                ends.merge(world.isWalked(), 1, Integer::sum);
            } catch (AssertionError | RuntimeException e) {
                broken.put(seed, world + "\n" + e);
                System.out.println("-Dportway.worlds=1 -Dportway.seed=" + seed + " " + broken.get(seed));
            }
        }
        System.out.println(WORLDS + " random worlds from seed " + SEED + ": " + ends);
        assertThat(broken).as("-Dportway.worlds=1 -Dportway.seed=… %s", ends).isEmpty();
        assertThat(ends.keySet()).as("of %s worlds", WORLDS)
                .anyMatch(end -> end.endsWith(" completed"))
                .anyMatch(end -> end.endsWith(" withdrawn"));
    }

    @Test
    void everyWay_hasAnEndThatGraphShows() {
        assertThat(GraphShows.COMPLETED).containsOnlyKeys(EveryRouteTest.NAMES);
    }
}
