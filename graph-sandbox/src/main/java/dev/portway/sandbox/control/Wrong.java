package dev.portway.sandbox.control;

/** Ends a control request with a message for the person who made it. */
final class Wrong extends RuntimeException {

    private final int status;

    Wrong(int status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    static Wrong bad(String why) {
        return new Wrong(400, why);
    }

    static void unless(boolean holds, String why) {
        if (!holds) {
            throw bad(why);
        }
    }

    static Wrong refused(String why) {
        return new Wrong(409, why);
    }

    static Wrong missing(String why) {
        return new Wrong(404, why);
    }

    String why() {
        return String.valueOf(getMessage());
    }

    int status() {
        return status;
    }
}
