package dev.portway.sandbox.refusal;

/** Ends what a person tried on one of Meta's pages. Like {@link Refused}, it is an ordinary answer and nothing has changed. */
public final class Hindered extends RuntimeException {

    private final Hindrance hindrance;

    Hindered(Hindrance hindrance, String text) {
        super(text, null, false, false);
        this.hindrance = hindrance;
    }

    public Hindrance hindrance() {
        return hindrance;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
