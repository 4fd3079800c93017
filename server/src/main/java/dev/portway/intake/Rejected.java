package dev.portway.intake;

import java.util.Map;

/** Carries what is wrong with a request from where it is found to the edge it came by, which answers with it. */
public final class Rejected extends RuntimeException {
    private final transient Wrong wrong;
    private final transient Map<String, Object> about;

    /** @param about fills the blanks of the detail, and is told as members of the problem */
    public Rejected(Wrong wrong, Map<String, Object> about) {
        super(wrong.code(), null, false, false);
        this.wrong = wrong;
        this.about = Map.copyOf(about);
    }

    public Rejected(Wrong wrong) {
        this(wrong, Map.of());
    }

    public static Rejected field(Wrong wrong, String name) {
        return new Rejected(wrong, Map.of("field", name));
    }

    public Wrong wrong() {
        return wrong;
    }

    public Map<String, Object> about() {
        return about;
    }
}
