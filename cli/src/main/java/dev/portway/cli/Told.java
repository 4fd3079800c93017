package dev.portway.cli;

/** Something to tell the person, and how the command ends; not a bug. */
final class Told extends RuntimeException {
    private final int exitCode;

    Told(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
