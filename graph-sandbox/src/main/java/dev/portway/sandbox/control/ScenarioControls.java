package dev.portway.sandbox.control;

import dev.portway.sandbox.fault.Fault;
import dev.portway.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Begins, shows and ends scenarios. Called under the world's lock. */
final class ScenarioControls {

    private final Stage stage;
    private final FaultControls faults;
    private final Function<ControlRequest, ControlReply> control;

    /**
     * @param control the rest of the control surface, which events are played by
     */
    ScenarioControls(Stage stage, FaultControls faults, Function<ControlRequest, ControlReply> control) {
        this.stage = stage;
        this.faults = faults;
        this.control = control;
    }

    ObjectNode answer(ControlRequest request) {
        switch (request.method()) {
            case "POST" -> begin(request.body());
            case "DELETE" -> end(request.segment(1));
            default -> {
            }
        }
        return shown();
    }

    /** {@code {"scenario":"bad-night"}}, or a file. All of its faults are ordered, or none. */
    private void begin(JsonNode body) {
        String name = Json.text(body, "scenario");
        Scenario scenario = name == null ? Scenario.of(body) : Scenario.named(name);
        if (stage.playing.has(scenario.name())) {
            throw new Wrong(409, "the scenario '" + scenario.name() + "' was begun already; end it first");
        }
        Playing.Play play = new Playing.Play(scenario, stage.world.now());
        play.faults.addAll(ordered(scenario));
        for (Scenario.Event event : scenario.events()) {
            Playing.Turn turn = new Playing.Turn(event, stage.world.now().plus(event.after()));
            play.turns.add(turn);
            stage.world.after(event.after(), () -> take(play, turn));
        }
        stage.playing.add(play);
    }

    private List<String> ordered(Scenario scenario) {
        List<String> ids = new ArrayList<>();
        try {
            scenario.faults().stream().map(faults::order).map(Fault::id).forEach(ids::add);
        } catch (Wrong tooMany) {
            ids.forEach(stage.faults::cancel);
            throw tooMany;
        }
        return ids;
    }

    private void take(Playing.Play play, Playing.Turn turn) {
        if (play.over) {
            return;
        }
        Scenario.Event event = turn.event;
        ControlReply reply = control
                .apply(new ControlRequest(event.method(), event.segments(), Map.of(), event.with(), "", "", null));
        JsonNode body = Json.parse(reply.body()).orElse(Json.object());
        turn.outcome = reply.status() < 400 ? Playing.Outcome.DONE : Playing.Outcome.REFUSED;
        turn.why = reply.status() < 400 ? "" : body.path("error").asString("");
        if (turn.outcome == Playing.Outcome.DONE && event.segments().equals(List.of("faults")) && body.has("id")) {
            play.faults.add(body.path("id").asString());
        }
    }

    /** Its faults are removed, and its events still to come do not come; what happened stays. */
    private void end(String name) {
        List<String> names = name.isEmpty()
                ? stage.playing.all().stream().map(each -> each.scenario.name()).toList()
                : List.of(name);
        List<Playing.Play> ended = names.stream().flatMap(each -> stage.playing.end(each).stream()).toList();
        if (!name.isEmpty() && ended.isEmpty()) {
            throw Wrong.missing("no scenario '" + name + "' was begun");
        }
        ended.forEach(each -> each.faults.forEach(stage.faults::cancel));
    }

    private ObjectNode shown() {
        ObjectNode all = Json.object();
        ArrayNode shipped = all.putArray("scenarios");
        Scenario.SHIPPED.forEach(name -> shipped.addObject().put("name", name).put("about", Scenario.named(name).about()));
        ArrayNode playing = all.putArray("playing");
        stage.playing.all().forEach(each -> playing.add(shown(each)));
        return all;
    }

    private static ObjectNode shown(Playing.Play play) {
        ObjectNode one = Json.object().put("name", play.scenario.name()).put("about", play.scenario.about());
        one.put("since", play.since.toString());
        one.set("faults", Json.strings(play.faults));
        ArrayNode events = one.putArray("events");
        play.turns.forEach(turn -> events.addObject()
                .put("at", turn.at.toString())
                .put("does", turn.event.does())
                .put("outcome", turn.outcome.name().toLowerCase(Locale.ROOT))
                .put("why", turn.why.isEmpty() ? null : turn.why));
        return one;
    }
}
