package dev.portway.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The sandbox's time: it runs with the machine's (perhaps shifted, perhaps many times as fast), or stands still until told to move. */
public final class SandboxClock implements InstantSource {

    /** A month in 26 seconds. What comes by itself still happens each at its own time. */
    public static final int FASTEST = 100_000;
    /** No sum of times leaves what an instant can be. A clock that runs fast stays here. */
    public static final Instant LAST = Instant.parse("2999-12-31T23:59:59Z");

    /** How time passes. */
    public enum Mode {
        REAL, FROZEN
    }

    private final InstantSource machine;
    private Mode mode = Mode.REAL;
    private int speed = 1;
    /** What it shows while it stands; else what it showed when the machine's showed {@link #since}. */
    private Instant from = Instant.EPOCH;
    private Instant since = Instant.EPOCH;

    public SandboxClock(InstantSource machine) {
        this.machine = machine;
    }

    public static SandboxClock ofMachine() {
        return new SandboxClock(InstantSource.system());
    }

    /** Far enough for any rehearsal, and no sum of times leaves what an instant can be. */
    public static boolean canStandAt(Instant at) {
        return !at.isBefore(Instant.EPOCH) && !at.isAfter(LAST);
    }

    public static boolean canRunAt(long speed) {
        return speed >= 1 && speed <= FASTEST;
    }

    @Override
    public synchronized Instant instant() {
        if (mode == Mode.FROZEN) {
            return from;
        }
        Instant now = machine.instant();
        return speed == 1 && from.equals(since) ? now : reached(now);
    }

    private Instant reached(Instant now) {
        Instant at = from.plus(Duration.between(since, now).multipliedBy(speed));
        return at.isAfter(LAST) ? LAST : at;
    }

    public synchronized Mode mode() {
        return mode;
    }

    /** How many seconds pass here in one of the machine's, while it runs. */
    public synchronized int speed() {
        return speed;
    }

    public synchronized void freeze(Instant at) {
        mode = Mode.FROZEN;
        speed = 1;
        from = at;
    }

    /** Runs from {@code at} on, so many times as fast as the machine's clock. */
    public synchronized void run(Instant at, int times) {
        mode = Mode.REAL;
        speed = times;
        from = at;
        since = machine.instant();
    }

    public synchronized void runAsMachine() {
        mode = Mode.REAL;
        speed = 1;
        from = Instant.EPOCH;
        since = Instant.EPOCH;
    }

    public synchronized void advance(Duration by) {
        from = from.plus(by);
    }
}
