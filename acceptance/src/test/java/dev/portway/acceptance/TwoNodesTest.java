package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one database move two hundred numbers; one of them dies, or stands still and comes back, half way. What happened is asked of the
 * sandbox.
 */
class TwoNodesTest {
    private static final int NUMBERS = 200;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    /** As a Graph across an ocean: many calls are on their way at any moment. */
    private static final int ANSWERS_AFTER_MILLIS = 200;

    @TempDir
    Path folder;

    @Test
    void nodeKilledHalfWay_leavesAllToTheOther() {
        halfWay(two -> two.other().process().kill());
    }

    @Test
    void nodePausedHalfWay_isTakenOverFrom_andComesBack() {
        halfWay(two -> {
            two.other().process().pause();
            two.crowd()
                    .until(two.one(), "it is taken over from", LIMIT, () -> two.one().process().output().contains("is taken over from"));
            two.other().process().resume();
        });
    }

    private record Two(Server one, Server other, Crowd crowd) {}

    private void halfWay(Consumer<Two> trouble) {
        try (Rehearsed rehearsed = Rehearsed.start(folder); Server one = rehearsed.server(); Server other = rehearsed.beside(one)) {
            Sandbox sandbox = rehearsed.sandbox();
            sandbox.plentyOfCalls();
            sandbox.fault("*", "delay-answer", Map.of("times", 0, "delayMillis", ANSWERS_AFTER_MILLIS));
            Crowd crowd = Crowd.placed(rehearsed, sandbox.batch(NUMBERS), one, other);
            crowd.untilAllAreAsked(one, LIMIT);
            crowd.typeAtOnce(one, other);
            one.process().until("half of them are moved", LIMIT, () -> rehearsed.registers("&effect=true") >= NUMBERS / 2);

            trouble.accept(new Two(one, other, crowd));

            crowd.untilCompleted(one, LIMIT);
            crowd.assertMovedOnce();
            assertThat(rehearsed.registers("")).as("registers sent, with effect or without").isEqualTo(NUMBERS);
        }
    }
}
