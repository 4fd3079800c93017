package dev.portway.sandbox.wire;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.world.Token;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One call being carried out: what was asked, by whom, and whether it has changed anything. */
public final class Ask {

    /** Edges asked for as fields, in all of one call: far more than a person reads, and far less than a list of lists of lists has. */
    private static final int MOST_EDGES = 1_000;

    public final GraphRequest request;
    public final Token token;
    /** The version that answers. */
    public final int version;
    private boolean effect;
    private boolean unmodelled;
    /** The call itself, where this is an edge asked for as a field of it. */
    private final @Nullable Ask whole;
    private int edges;

    public Ask(GraphRequest request, Token token, Instant now) {
        this.request = request;
        this.token = token;
        this.version = Versions.served(request.askedVersion(), now);
        this.whole = null;
    }

    private Ask(GraphRequest request, Ask whole) {
        this.request = request;
        this.token = whole.token;
        this.version = whole.version;
        this.whole = whole;
    }

    /** The same caller asking for an edge of a node by its own path, of which the field said arguments and children. */
    Ask edge(String nodeId, FieldSpec field) {
        Ask call = whole == null ? this : whole;
        if (++call.edges > MOST_EDGES) {
            throw ErrorRow.TOO_MUCH.refused();
        }
        Map<String, JsonNode> values = new HashMap<>();
        field.arguments()
                .forEach((name, value) -> values.put(name, JsonNodeFactory.instance.stringNode(value)));
        values.remove(FieldSpec.ALIAS);
        if (!field.children().isEmpty()) {
            values.put("fields", JsonNodeFactory.instance.stringNode(FieldSpec.written(field.children())));
        }
        List<String> path = List.of(nodeId, field.name());
        return new Ask(
                new GraphRequest("GET", request.origin(), "/v" + version + ".0/" + String.join("/", path), "v" + version + ".0", path,
                        new Params(values), request.bearer()),
                call);
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
        if (whole != null) {
            whole.notModelled();
        }
    }

    public boolean askedForUnmodelled() {
        return unmodelled;
    }

    public boolean tookEffect() {
        return effect;
    }
}
