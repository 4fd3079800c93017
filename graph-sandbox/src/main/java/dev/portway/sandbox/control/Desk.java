package dev.portway.sandbox.control;

import dev.portway.sandbox.file.ShippedWorlds;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the world a control request is about: the one named in its path, {@code /sandbox/worlds/tests-7/clock}, or in its token, or else the
 * first. Opens and closes worlds.
 */
public final class Desk {

    private final Stages stages;

    public Desk(Stages stages) {
        this.stages = stages;
    }

    public ControlReply answer(ControlRequest request) {
        if (!request.segment(0).equals("worlds")) {
            return stages.of(request.token()).control().answer(request);
        }
        return Control.guarded(() -> worlds(request));
    }

    private ControlReply worlds(ControlRequest request) {
        String name = request.segment(1);
        if (request.segments().size() > 2) {
            Stage stage = stages.named(name).orElseThrow(() -> missing(name));
            return stage.control().answer(request.within("worlds/" + name));
        }
        return ControlReply.json(switch (request.method()) {
            case "POST" -> open(request);
            case "DELETE" -> close(name);
            default -> name.isEmpty() ? list() : shown(stages.named(name).orElseThrow(() -> missing(name)), request);
        });
    }

    private static Wrong missing(String name) {
        return Wrong.missing("there is no world '" + name + "'; open it with POST /sandbox/worlds {\"name\":\"" + name + "\"}");
    }

    /** {@code {"name":"tests-7","world":"brazil"}}; without a world, the default one; or with a file. */
    private ObjectNode open(ControlRequest request) {
        String name = Json.text(request.body(), "name");
        if (name == null) {
            throw Wrong.bad("a world wants a name");
        }
        JsonNode body = request.body();
        boolean chosen = body.has("world") || body.has("file");
        return shown(stages.open(name, chosen ? WorldControls.start(body) : ShippedWorlds.named("default")), request);
    }

    private ObjectNode close(String name) {
        if (!stages.close(name)) {
            throw missing(name);
        }
        return list();
    }

    private static ObjectNode shown(Stage stage, ControlRequest request) {
        ObjectNode shown = summary(stage);
        shown.set("env", stage.world.with(() -> new Environment(stage.world).json(request.origin())));
        return shown;
    }

    private static ObjectNode summary(Stage stage) {
        World world = stage.world;
        return world.with(() -> Json.object()
                .put("name", world.name)
                .put("now", world.now().toString())
                .put("businesses", world.businesses.size())
                .put("wabas", world.wabas.size())
                .put("numbers", world.lines.size())
                .put("templates", world.templates.size()));
    }

    private ObjectNode list() {
        ObjectNode list = Json.object();
        ArrayNode open = list.putArray("worlds");
        stages.all().forEach(stage -> open.add(summary(stage)));
        ArrayNode shipped = list.putArray("shipped");
        ShippedWorlds.names().forEach(name -> shipped.addObject().put("name", name).put("about", ShippedWorlds.about(name)));
        return list;
    }
}
