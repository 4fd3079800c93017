package dev.portway.cli;

/** Something to tell the person, and how the command ends; not a bug. */
final class Told extends RuntimeException {
    private final int exitCode;
    private final boolean passes;

    Told(int exitCode, String message) {
        this(exitCode, message, false);
    }

    /** @param passes whether it may be otherwise in a while, with nothing changed */
    Told(int exitCode, String message, boolean passes) {
        super(message, null, false, false);
        this.exitCode = exitCode;
        this.passes = passes;
    }

    boolean passes() {
        return passes;
    }

    int exitCode() {
        return exitCode;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
