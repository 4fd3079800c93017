package dev.portway.cli;

/** The exit codes, as --help says them. */
final class Ended {
    static final int COMPLETED = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int WAITS = 3;
    static final int UNREACHABLE = 4;
    static final int INTERRUPTED = 130;

    private Ended() {}
}
