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

    /**
     * How time passes from a moment on.
     *
     * @param from what is shown while it stands; else what was shown when the machine's clock showed {@code since}
     */
    private record Course(Mode mode, int speed, Instant from, Instant since) {

        static final Course OF_MACHINE = new Course(Mode.REAL, 1, Instant.EPOCH, Instant.EPOCH);

        Instant at(Instant now) {
            if (speed == 1 && from.equals(since)) {
                return now;
            }
            Instant at = from.plus(Duration.between(since, now).multipliedBy(speed));
            return at.isAfter(LAST) ? LAST : at;
        }

        Course advanced(Duration by) {
            return new Course(mode, speed, from.plus(by), since);
        }
    }

    private final InstantSource machine;
    /** Read many times with every call: whoever reads waits for nobody. */
    private volatile Course course = Course.OF_MACHINE;

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
    public Instant instant() {
        Course now = course;
        return now.mode() == Mode.FROZEN ? now.from() : now.at(machine.instant());
    }

    public Mode mode() {
        return course.mode();
    }

    /** How many seconds pass here in one of the machine's, while it runs. */
    public int speed() {
        return course.speed();
    }

    public synchronized void freeze(Instant at) {
        course = new Course(Mode.FROZEN, 1, at, course.since());
    }

    /** Runs from {@code at} on, so many times as fast as the machine's clock. */
    public synchronized void run(Instant at, int times) {
        course = new Course(Mode.REAL, times, at, machine.instant());
    }

    public synchronized void runAsMachine() {
        course = Course.OF_MACHINE;
    }

    public synchronized void advance(Duration by) {
        course = course.advanced(by);
    }
}
