package dev.portway.graphclient.value;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment after which a call must not leave any more. It is read from the monotonic clock right before the bytes go, so that a process
 * that was paused between deciding and sending does not send late.
 */
public final class SendBy {
    private static final SendBy WHENEVER = new SendBy(() -> Long.MAX_VALUE);

    private final LongSupplier remainingNanos;

    private SendBy(LongSupplier remainingNanos) {
        this.remainingNanos = remainingNanos;
    }

    /** No deadline: for calls that harm no one when they are late. */
    public static SendBy whenever() {
        return WHENEVER;
    }

    /** So much from now. */
    public static SendBy within(Duration duration) {
        return at(System.nanoTime() + duration.toNanos());
    }

    /** @param nanoTime a reading of {@link System#nanoTime()} in this process */
    public static SendBy at(long nanoTime) {
        return at(nanoTime, System::nanoTime);
    }

    /** As {@link #at(long)}, by another clock. */
    public static SendBy at(long nanoTime, LongSupplier clock) {
        return new SendBy(() -> nanoTime - clock.getAsLong());
    }

    /** True: too late to send. */
    public boolean passed() {
        return remainingNanos.getAsLong() <= 0;
    }
}
