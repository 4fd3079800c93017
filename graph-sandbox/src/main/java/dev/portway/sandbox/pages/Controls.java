package dev.portway.sandbox.pages;

import dev.portway.sandbox.control.ControlReply;
import dev.portway.sandbox.control.ControlRequest;
import dev.portway.sandbox.json.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a form asks for, said to the control surface as a test would say it. */
final class Controls {

    private Controls() {}

    /**
     * @param does a method and a path below {@code /sandbox}, as in {@code PUT wabas/200000000000001}
     * @param next where the browser goes on to when it was done
     */
    static Page.Outcome ask(Visit visit, String does, JsonNode body, String next) {
        ControlReply reply = answer(visit, does, body);
        if (reply.status() < 400) {
            return new Page.Outcome.Done(next);
        }
        return new Page.Outcome.Wrong(Wrongs.of(visit, Json.parse(reply.body()).orElse(Json.object())));
    }

    static JsonNode read(Visit visit, String path) {
        return told(visit, "GET " + path, Json.object());
    }

    /** What the control surface answers, for what cannot be wrong. */
    static JsonNode told(Visit visit, String does, JsonNode body) {
        return Json.parse(answer(visit, does, body).body()).orElse(Json.object());
    }

    private static ControlReply answer(Visit visit, String does, JsonNode body) {
        int space = does.indexOf(' ');
        List<String> segments = List.of(does.substring(space + 1).split("/"));
        return visit.stage()
                .control()
                .answer(new ControlRequest(does.substring(0, space), segments, Map.of(), body, visit.request().origin(), "", null));
    }
}
