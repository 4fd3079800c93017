package dev.portway.api;

import java.util.Map;

/** Carries what is wrong with a request from where it is found to {@link ProblemAnswers}, which alone answers with it. */
final class Rejected extends RuntimeException {
    private final transient Wrong wrong;
    private final transient Map<String, Object> about;

    /** @param about fills the blanks of the detail, and is told as members of the problem */
    Rejected(Wrong wrong, Map<String, Object> about) {
        super(wrong.code(), null, false, false);
        this.wrong = wrong;
        this.about = Map.copyOf(about);
    }

    Rejected(Wrong wrong) {
        this(wrong, Map.of());
    }

    static Rejected field(Wrong wrong, String name) {
        return new Rejected(wrong, Map.of("field", name));
    }

    Wrong wrong() {
        return wrong;
    }

    Map<String, Object> about() {
        return about;
    }
}
