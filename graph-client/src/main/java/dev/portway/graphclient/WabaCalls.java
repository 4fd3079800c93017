package dev.portway.graphclient;

import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.Activity;
import dev.portway.graphclient.node.Activity.ActorType;
import dev.portway.graphclient.node.Health;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.WabaId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** WABAs, as they are. */
public final class WabaCalls {
    private final GraphLine line;

    WabaCalls(GraphLine line) {
        this.line = line;
    }

    /** One WABA, with every field that this version and this caller may see. */
    public ReadResult<Waba> get(WabaId id) {
        return get(id, WabaFields.ALL);
    }

    /** One WABA, with just these fields. {@code id} is always asked for. */
    public ReadResult<Waba> get(WabaId id, List<String> fields) {
        List<String> asked = new ArrayList<>(fields);
        if (!asked.contains("id")) {
            asked.add("id");
        }
        return line.unknownFields().without(asked, names -> line.read(Call.get("/" + id).with("fields", names), WabaFields::read));
    }

    /** Whether it can send, and what stands in the way. */
    public ReadResult<Health> health(WabaId id) {
        return line.read(Call.get("/" + id).with("fields", "health_status"), HealthFields::of);
    }

    /**
     * What happened to it since then, in Graph's order.
     *
     * @param atMost how many to read: the log has no known end
     */
    public ReadResult<Listing<Activity>> activities(WabaId id, Instant since, int atMost) {
        Call call = Call.get("/" + id + "/activities").with("since", since.getEpochSecond());
        return Pages.first(atMost, line, call, WabaCalls::activity);
    }

    private static Activity activity(Fields json) {
        return new Activity(json.needed("id"),
                json.open("activity_type", Activity.Type.class),
                json.time("timestamp"),
                json.open("actor_type", ActorType.class),
                json.text("actor_name"),
                json.text("description"),
                json.json("details"));
    }
}
