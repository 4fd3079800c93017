package dev.portway.sandbox.wire;

import dev.portway.sandbox.world.Token;
import java.time.Instant;
import java.util.List;

/** One call being carried out: what was asked, by whom, and whether it has changed anything. */
public final class Ask {

    public final GraphRequest request;
    public final Token token;
    /** The version that answers. */
    public final int version;
    private boolean effect;
    private boolean unmodelled;

    public Ask(GraphRequest request, Token token, Instant now) {
        this.request = request;
        this.token = token;
        this.version = Versions.served(request.askedVersion(), now);
    }

    public Params params() {
        return request.params();
    }

    /** The fields asked for: a list with commas or, as some clients send it, a list in JSON. Empty when none are named. */
    public List<FieldSpec> fields() {
        return FieldSpec.parse(String.join(",", params().list("fields")));
    }

    /** To be called with true as soon as something has changed. */
    public void effect(boolean changed) {
        effect |= changed;
    }

    /** To be called when something was asked for that Graph has and this one does not model. */
    void notModelled() {
        unmodelled = true;
    }

    public boolean askedForUnmodelled() {
        return unmodelled;
    }

    public boolean tookEffect() {
        return effect;
    }
}
