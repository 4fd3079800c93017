package dev.portway.sandbox.refusal;

/** Ends what a person tried on one of Meta's pages. Like {@link Refused}, it is an ordinary answer and nothing has changed. */
public final class Hindered extends RuntimeException {

    private final Hindrance hindrance;
    private final String about;

    Hindered(Hindrance hindrance, String about, String text) {
        super(text, null, false, false);
        this.hindrance = hindrance;
        this.about = about;
    }

    /** What it is about beside what the page shows already; empty when that is all. */
    public String about() {
        return about;
    }

    public Hindrance hindrance() {
        return hindrance;
    }

    /** In English. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
