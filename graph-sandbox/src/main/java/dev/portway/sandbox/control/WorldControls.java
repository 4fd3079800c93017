package dev.portway.sandbox.control;

import dev.portway.sandbox.file.BrokenWorld;
import dev.portway.sandbox.file.ShippedWorlds;
import dev.portway.sandbox.file.WorldDiff;
import dev.portway.sandbox.file.WorldFile;
import dev.portway.sandbox.file.WorldStart;
import dev.portway.sandbox.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One world as a whole: shown, saved, loaded, marked and compared. */
final class WorldControls {

    private final Stage stage;

    WorldControls(Stage stage) {
        this.stage = stage;
    }

    ObjectNode answer(ControlRequest request) {
        return switch (request.segment(1)) {
            case "" -> request.method().equals("PUT") ? load(request.body()) : show(request);
            case "file" -> request.method().equals("PUT") ? load(request.body()) : save();
            case "marks" -> request.method().equals("POST") ? mark(request.body()) : marks();
            case "diff" -> diff(request);
            default -> throw Wrong.missing("there is nothing at /sandbox/world/" + request.segment(1));
        };
    }

    private ObjectNode show(ControlRequest request) {
        String only = request.query().getOrDefault("only", "");
        ObjectNode all = stage.world.with(() -> new WorldView(stage.world, stage.rules).all());
        if (!only.isEmpty()) {
            all.retain(List.of(only.split(",")));
        }
        return all;
    }

    private ObjectNode save() {
        return stage.world.with(() -> WorldFile.save(stage.world));
    }

    /** {@code {"world":"brazil"}}, {@code {"mark":"before"}}, or a file. */
    private ObjectNode load(JsonNode body) {
        String mark = Json.text(body, "mark");
        stage.load(mark == null ? start(body) : WorldFile.of(marked(mark).tree()));
        return stage.world.with(() -> Json.object()
                .put("loaded", true)
                .put("businesses", stage.world.businesses.size())
                .put("wabas", stage.world.wabas.size())
                .put("numbers", stage.world.lines.size())
                .put("templates", stage.world.templates.size()));
    }

    /** A world that comes along, by its name, or a file. */
    static WorldStart start(JsonNode body) {
        String world = Json.text(body, "world");
        try {
            if (world != null) {
                return ShippedWorlds.named(world);
            }
            JsonNode file = body.path("file");
            return WorldFile.of(file.isMissingNode() ? body : file);
        } catch (BrokenWorld broken) {
            throw broken;
        } catch (IllegalArgumentException unknown) {
            throw Wrong.bad(String.valueOf(unknown.getMessage()));
        }
    }

    private ObjectNode mark(JsonNode body) {
        String name = Json.text(body, "name");
        if (name == null || !name.matches("[\\w-]{1,40}")) {
            throw Wrong.bad("a mark wants a name of up to 40 letters, digits and hyphens");
        }
        stage.world.run(() -> stage.marks.set(name, stage.world.now(), WorldFile.save(stage.world)));
        return marks();
    }

    private ObjectNode marks() {
        ObjectNode shown = Json.object();
        ArrayNode all = shown.putArray("marks");
        stage.marks.all().forEach((name, at) -> all.addObject().put("name", name).put("at", at.toString()));
        return shown;
    }

    private Marks.Mark marked(String name) {
        return stage.marks.named(name)
                .orElseThrow(() -> Wrong.missing("there is no mark '" + name + "'; there are " + stage.marks.all().keySet()));
    }

    /** {@code ?from=before&to=after}; without {@code to}, until now. */
    private ObjectNode diff(ControlRequest request) {
        String from = request.query().getOrDefault("from", "");
        if (from.isEmpty()) {
            throw Wrong.bad("from wants the name of a mark; set one with POST /sandbox/world/marks {\"name\":\"before\"}");
        }
        String to = request.query().getOrDefault("to", "");
        // As text and back, so that both sides went the same way.
        JsonNode after = to.isEmpty() ? Json.parse(Json.text(save())).orElseThrow() : marked(to).tree();
        ObjectNode shown = Json.object();
        ArrayNode changes = shown.putArray("changes");
        for (WorldDiff.Change change : WorldDiff.between(marked(from).tree(), after)) {
            ObjectNode one = changes.addObject().put("at", change.at());
            one.set("before", change.before());
            one.set("after", change.after());
        }
        return shown;
    }
}
