package dev.portway.graphclient;

/** An answer of the right kind lacks what the call promises. Thrown by readers, caught by {@link GraphLine}, seen by no one else. */
final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String what) {
        super(what, null, false, false);
    }
}
