package dev.portway.sandbox.control;

import dev.portway.sandbox.file.WorldFacts;
import dev.portway.sandbox.file.WorldFile;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.World;
import java.util.Iterator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole world as JSON, tokens and codes included: whoever may ask here owns the sandbox. It is what a world file says, and beside it what
 * follows from that: the status a number shows, whether two-step verification is on, whether a token has expired.
 */
final class WorldView {

    private final World world;
    private final Rules rules;

    WorldView(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    ObjectNode all() {
        ObjectNode all = Json.object().put("world", world.name).put("now", world.now().toString()).put("scheduled", world.scheduled());
        all.setAll(WorldFile.save(world));
        Iterator<JsonNode> lines = all.path("numbers").iterator();
        world.lines.values().forEach(line -> show(line, (ObjectNode) lines.next()));
        Iterator<JsonNode> tokens = all.path("tokens").iterator();
        world.tokens.values().forEach(token -> show(token, (ObjectNode) tokens.next()));
        return all;
    }

    private void show(Token token, ObjectNode shown) {
        shown.put("value", token.value).put("expired", token.expired(world.now()));
    }

    ObjectNode line(PhoneLine line) {
        ObjectNode shown = WorldFacts.of(line, world);
        show(line, shown);
        return shown;
    }

    private void show(PhoneLine line, ObjectNode shown) {
        shown.put("number", "+" + line.digits).put("pin", line.pin).put("twoStep", line.twoStepOn());
        Iterator<JsonNode> links = shown.path("links").iterator();
        for (NumberLink link : line.links) {
            ((ObjectNode) links.next()).put("status", rules.numbers.status(link))
                    .put("codeVerificationStatus", rules.numbers.codeStatus(link));
        }
    }
}
