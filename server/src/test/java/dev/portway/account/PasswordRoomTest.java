package dev.portway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasswordRoomTest {
    private final PasswordRoom room = new PasswordRoom(2);

    @Test
    void few_workAtOnce_someWait_andWhoComesThenIsToldAtOnce() throws Exception {
        var open = new CountDownLatch(1);
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 2 + PasswordRoom.WAITING).mapToObj(no -> people.submit(() -> room.within(() -> {
                most.accumulateAndGet(working.incrementAndGet(), Math::max);
                await(open);
                working.decrementAndGet();
                return no;
            }))).toList();
            while (room.free() > 0) {
                Thread.onSpinWait();
            }

            assertThat(room.within(() -> "compared")).as("full").isEmpty();

            open.countDown();
            assertThat(all.stream().flatMap(PasswordRoomTest::result)).as("nobody who waited was sent away").hasSize(all.size());
        }
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(room.within(() -> "compared")).as("empty again").contains("compared");
    }

    @Test
    void whatBreaksInside_leavesItsPlaceToTheNext() {
        for (int no = 0; no < 2 * PasswordRoom.WAITING; no++) {
            try {
                room.within(() -> {
                    throw new IllegalStateException("no database");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("no database");
            }
        }
        assertThat(room.within(() -> "compared")).contains("compared");
    }

    private static void await(CountDownLatch open) {
        try {
            assertThat(open.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> Stream<T> result(Future<Optional<T>> future) {
        try {
            return future.get(30, TimeUnit.SECONDS).stream();
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }
}
