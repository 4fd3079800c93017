package dev.portway.sandbox.world;

import java.util.LinkedHashSet;
import java.util.Set;

/** A Multi-Partner Solution: two partners who serve the same clients together, each with an app of its own. */
public final class Solution {

    public final String id;
    public final String name;
    /** Whose app asked for it. */
    public final App owner;
    /** Whose app was asked. */
    public final App partner;
    /** {@code DRAFT}, {@code INITIATED}, {@code ACTIVE}, {@code REJECTED}, {@code DEACTIVATED}. */
    public String status = "INITIATED";
    /** {@code PENDING_ACTIVATION}, {@code PENDING_DEACTIVATION}, {@code NONE}. */
    public String pending = "PENDING_ACTIVATION";
    /** WABAs in it. Documented: a WABA is in at most one active solution. */
    public final Set<String> wabaIds = new LinkedHashSet<>();

    public Solution(String id, String name, App owner, App partner) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.partner = partner;
    }

    public boolean active() {
        return status.equals("ACTIVE");
    }

    public boolean has(App app) {
        return app == owner || app == partner;
    }
}
