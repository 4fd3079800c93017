package dev.portway.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a Tech Provider proposes for a client's WABA, and the client accepts or not in Business Suite.
 *
 * <pre>
 * INITIATED ──accepted──▶ ACCEPTED ──every number registered at the destination──▶ COMPLETED
 *     └──declined, or left for 90 days──▶ REJECTED
 * </pre>
 */
public final class Intent {

    /** Which of the three proposals it is. */
    public enum Kind {
        /** From one solution into another; a new WABA. */
        TO_SOLUTION,
        /** Out of a solution, to the Tech Provider alone; a new WABA. */
        OFF_SOLUTION,
        /** Into a solution; the WABA stays. */
        JOIN_SOLUTION
    }

    public final String id;
    public final Kind kind;
    public final Waba source;
    /** The app that proposes it. */
    public final App app;
    /** Null when it leads off a solution. */
    public final @Nullable Solution solution;
    public String status = "INITIATED";
    /** Null until it is accepted. */
    public @Nullable Waba destination;
    public Instant createdAt = Instant.EPOCH;

    public Intent(String id, Kind kind, Waba source, App app, @Nullable Solution solution) {
        this.id = id;
        this.kind = kind;
        this.source = source;
        this.app = app;
        this.solution = solution;
    }

    public boolean open() {
        return status.equals("INITIATED");
    }

    /** The client said yes: numbers may move from the source to its destination without a code. */
    public boolean moves(Waba from, Waba to) {
        return status.equals("ACCEPTED") && source == from && destination == to;
    }
}
