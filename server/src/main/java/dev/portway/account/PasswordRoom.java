package dev.portway.account;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where passwords are compared: few at a time, since each takes a processor a quarter of a second, and some waiting. Whoever finds it full is told so at
 * once, and the processors are left to all who want something else.
 */
final class PasswordRoom {
    /** Of those that wait: the last one in waits some seconds, as long as anybody looks at a page that does not come. */
    static final int WAITING = 12;

    /** When to come again: a full room is empty by then. */
    static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Semaphore places;
    private final Semaphore working;

    /** @param atOnce how many passwords are compared at the same time */
    PasswordRoom(int atOnce) {
        places = new Semaphore(atOnce + WAITING);
        working = new Semaphore(atOnce, true);
    }

    /** A quarter of the processors: there is another room, and more to be done than sign in. */
    static PasswordRoom ofThisMachine() {
        return new PasswordRoom(Math.max(1, Runtime.getRuntime().availableProcessors() / 4));
    }

    /** Places left, waiting ones included. */
    int free() {
        return places.availablePermits();
    }

    /** Empty: it is full, and nothing was done. */
    <T> Optional<T> within(Supplier<T> work) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return inTurn(work);
        } finally {
            places.release();
        }
    }

    private <T> Optional<T> inTurn(Supplier<T> work) {
        try {
            if (!working.tryAcquire(COME_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            working.release();
        }
    }
}
