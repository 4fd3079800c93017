package dev.portway.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    /** One thing that was said, and as the how manieth. */
    private record Said(Instant at, int no) {}

    @Test
    void whatIsSaid_happensInItsOrderWhicheverQueueHoldsIt() {
        var random = new SplittableRandom(7);
        var schedule = new Schedule();
        List<Said> said = new ArrayList<>();
        List<Said> happened = new ArrayList<>();
        for (int no = 0; no < 5_000; no++) {
            var one = new Said(START.plusMillis(no / 3 + random.nextInt(3) * 400L), no);
            said.add(one);
            schedule.add(one.at(), random.nextBoolean(), () -> happened.add(one));
            if (random.nextInt(4) == 0) {
                schedule.takeDue(START.plusMillis(no / 3)).ifPresent(Runnable::run);
            }
        }
        assertThat(schedule.size()).isEqualTo(said.size() - happened.size()).isPositive();

        int early = happened.size();
        for (Optional<Runnable> due = schedule.takeDue(Instant.MAX); due.isPresent(); due = schedule.takeDue(Instant.MAX)) {
            due.get().run();
        }

        assertThat(happened).containsExactlyInAnyOrderElementsOf(said);
        assertThat(happened.subList(early, happened.size())).isSortedAccordingTo(Comparator.comparing(Said::at).thenComparingInt(Said::no));
    }

    @Test
    void nothing_isTakenBeforeItsTime() {
        var schedule = new Schedule();
        schedule.add(START.plusSeconds(2), true, () -> {});
        schedule.add(START.plusSeconds(1), false, () -> {});

        assertThat(schedule.next()).hasValue(START.plusSeconds(1));
        assertThat(schedule.takeDue(START)).isEmpty();
        assertThat(schedule.size()).isEqualTo(2);
    }
}
