package dev.portway.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The sandbox's time: it runs with the machine's (perhaps shifted), or stands still until told to move. */
public final class SandboxClock implements InstantSource {

    /** How time passes. */
    public enum Mode {
        REAL, FROZEN
    }

    private final InstantSource machine;
    private Mode mode = Mode.REAL;
    private Duration ahead = Duration.ZERO;
    private Instant frozenAt = Instant.EPOCH;

    public SandboxClock(InstantSource machine) {
        this.machine = machine;
    }

    public static SandboxClock ofMachine() {
        return new SandboxClock(InstantSource.system());
    }

    @Override
    public synchronized Instant instant() {
        if (mode == Mode.FROZEN) {
            return frozenAt;
        }
        return ahead.isZero() ? machine.instant() : machine.instant().plus(ahead);
    }

    public synchronized Mode mode() {
        return mode;
    }

    public synchronized void freeze(Instant at) {
        mode = Mode.FROZEN;
        frozenAt = at;
    }

    /** Runs with the machine's clock from {@code from} on. */
    public synchronized void run(Instant from) {
        mode = Mode.REAL;
        ahead = Duration.between(machine.instant(), from);
    }

    public synchronized void runAsMachine() {
        mode = Mode.REAL;
        ahead = Duration.ZERO;
    }

    public synchronized void advance(Duration by) {
        if (mode == Mode.FROZEN) {
            frozenAt = frozenAt.plus(by);
        } else {
            ahead = ahead.plus(by);
        }
    }
}
