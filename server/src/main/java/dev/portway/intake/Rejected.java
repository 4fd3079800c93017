package dev.portway.intake;

import java.time.Duration;
import java.util.Map;

/** Carries what is wrong with a request from where it is found to the edge it came by, which answers with it. */
public final class Rejected extends RuntimeException {
    private final transient Wrong wrong;
    private final transient Map<String, Object> about;
    private final Duration pause;

    /**
     * @param about fills the blanks of the detail, and is told as members of the problem
     * @param pause how long before asking again is worth it; zero: not by waiting
     */
    public Rejected(Wrong wrong, Map<String, Object> about, Duration pause) {
        super(wrong.code(), null, false, false);
        this.wrong = wrong;
        this.about = Map.copyOf(about);
        this.pause = pause;
    }

    public Rejected(Wrong wrong, Map<String, Object> about) {
        this(wrong, about, wrong.pause());
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

    public Duration pause() {
        return pause;
    }
}
