package dev.portway.sandbox.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A provider asks a client for a WABA that the client will own. Documented: the client accepts it in Business Suite within 90 days. */
public final class WabaRequest {

    public final String id;
    /** The provider's app, whose portfolio asks. */
    public final App app;
    /** The portfolio that is asked. */
    public final String clientId;
    public final String name;
    /** {@code PENDING}, {@code ACCEPTED}, {@code DECLINED}, {@code EXPIRED}: our words, no call shows them. */
    public String status = "PENDING";
    /** Null until it is accepted. */
    public @Nullable String wabaId;
    public Instant createdAt = Instant.EPOCH;

    public WabaRequest(String id, App app, String clientId, String name) {
        this.id = id;
        this.app = app;
        this.clientId = clientId;
        this.name = name;
    }

    public boolean open() {
        return status.equals("PENDING");
    }
}
