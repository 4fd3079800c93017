package dev.portway.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A WhatsApp Flow of a WABA: a form that messages can open. What is in it is kept and not looked into. */
public final class Flow {

    public final String id;
    public final Waba waba;
    /** Documented: unique within a WABA. */
    public String name;
    /** {@code DRAFT}, {@code PUBLISHED}, {@code DEPRECATED}, {@code BLOCKED}, {@code THROTTLED}. */
    public String status = "DRAFT";
    public final List<String> categories = new ArrayList<>();
    public String endpoint = "";
    /** The flow's JSON as it was uploaded; empty for none. */
    public String content = "";
    public Instant updatedAt = Instant.EPOCH;

    public Flow(String id, Waba waba, String name) {
        this.id = id;
        this.waba = waba;
        this.name = name;
    }
}
