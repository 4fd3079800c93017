package dev.portway.sandbox.control;

import dev.portway.sandbox.file.BrokenWorld;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.Hindered;
import dev.portway.sandbox.refusal.Refusal;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the control surface answers. */
public record ControlReply(int status, String contentType, String body, Map<String, String> headers) {

    public ControlReply {
        headers = Map.copyOf(headers);
    }

    static ControlReply json(JsonNode body) {
        return new ControlReply(200, "application/json; charset=UTF-8", Json.text(body), Map.of());
    }

    static ControlReply text(String body) {
        return new ControlReply(200, "text/plain; charset=UTF-8", body, Map.of());
    }

    public static ControlReply wrong(int status, String why) {
        return new ControlReply(status, "application/json; charset=UTF-8", Json.text(Json.object().put("error", why)), Map.of());
    }

    /** What one of Meta's pages would not let a person do. */
    static ControlReply hindered(Hindered hindered) {
        ObjectNode body = Json.object().put("error", hindered.text()).put("hindrance", hindered.hindrance().key());
        if (!hindered.about().isEmpty()) {
            body.put("about", hindered.about());
        }
        return new ControlReply(409, "application/json; charset=UTF-8", Json.text(body), Map.of());
    }

    /** What Graph itself would not do, by the name of the fault that answers the same. */
    static ControlReply refused(Refusal refusal) {
        ObjectNode body = Json.object().put("error", refusal.message()).put("fault", refusal.row().key());
        return new ControlReply(409, "application/json; charset=UTF-8", Json.text(body), Map.of());
    }

    static ControlReply broken(BrokenWorld broken) {
        ObjectNode body = Json.object().put("error", broken.getMessage());
        body.set("problems", Json.strings(broken.problems()));
        return new ControlReply(400, "application/json; charset=UTF-8", Json.text(body), Map.of());
    }

    /** For a body that cannot be read, with why. */
    public static ControlReply unreadable(String why) {
        return wrong(400, why);
    }

    /** For a body that cannot be read. */
    public static ControlReply unreadable() {
        return wrong(400, "the body is too long, or not JSON");
    }
}
