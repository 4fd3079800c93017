package dev.portway.sandbox.world;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** A message template of a WABA, in one language. */
public final class Template {

    public final String id;
    public final Waba waba;
    public final String name;
    public final String language;
    public String category;
    public @Nullable String previousCategory;
    public String status = "APPROVED";
    public String quality = "UNKNOWN";
    public Instant qualityAt = Instant.EPOCH;
    public String rejectedReason = "NONE";
    public String parameterFormat = "POSITIONAL";
    public @Nullable String subCategory;
    public @Nullable String correctCategory;
    public @Nullable Integer timeToLiveSeconds;
    public @Nullable String libraryName;
    public boolean linkTrackingOff;
    public ArrayNode components;
    /** What a second look at a copy of this one ends in: a reason for rejection, or null when it passes. */
    public @Nullable String recheckReason;
    /** What {@code migrate_message_templates} says when it cannot copy this one, or null when it can. */
    public @Nullable String copyFailure;
    /** How often a low rating has paused it; with the third it is disabled. */
    public int pauses;
    /** Null while it is not paused, and when only somebody's hand ends the pause. */
    public @Nullable Instant pausedUntil;
    /** Since when it waits for somebody's hand; null while it does not, or for longer than is remembered. */
    public @Nullable Instant pausedAt;
    /** When it was edited lately. */
    public final Deque<Instant> edits = new ArrayDeque<>();
    public Instant createdAt = Instant.EPOCH;

    public Template(String id, Waba waba, Name named, ArrayNode components) {
        this.id = id;
        this.waba = waba;
        this.name = named.name();
        this.language = named.language();
        this.category = named.category();
        this.components = components;
    }

    /** How a template is called: unique within a WABA by name and language. */
    public record Name(String name, String language, String category) {}

    public boolean sameAs(Template other) {
        return name.equals(other.name) && language.equals(other.language);
    }
}
