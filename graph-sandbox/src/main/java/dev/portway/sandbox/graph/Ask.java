package dev.portway.sandbox.graph;

import dev.portway.sandbox.world.Token;
import java.util.List;

/** One call being carried out: what was asked, by whom, and whether it has changed anything. */
public final class Ask {

    public final GraphRequest request;
    public final Token token;
    private boolean effect;

    Ask(GraphRequest request, Token token) {
        this.request = request;
        this.token = token;
    }

    public Params params() {
        return request.params();
    }

    /** The fields asked for: a list with commas or, as some clients send it, a list in JSON. Empty when none are named. */
    List<FieldSpec> fields() {
        return FieldSpec.parse(String.join(",", params().list("fields")));
    }

    /** To be called with true as soon as something has changed. */
    public void effect(boolean changed) {
        effect |= changed;
    }

    public boolean tookEffect() {
        return effect;
    }
}
