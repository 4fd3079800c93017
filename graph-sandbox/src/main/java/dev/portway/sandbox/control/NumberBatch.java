package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.number.DisplayNumber;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes many numbers that are ready to move, for load and crash tests: two-step off, name approved, registered at the source. */
final class NumberBatch {

    private static final int MOST = 100_000;
    private static final int FIRST = 70_000_000;

    private final World world;

    NumberBatch(World world) {
        this.world = world;
    }

    ObjectNode make(JsonNode body) {
        int count = body.path("count").asInt(0);
        if (count < 1 || count > MOST) {
            throw Wrong.bad("count wants a whole number from 1 to " + MOST);
        }
        Waba source = waba(Json.text(body, "sourceWabaId"), "source-waba");
        Waba destination = waba(Json.text(body, "wabaId"), "destination-waba");
        ObjectNode made = Json.object().put("sourceWabaId", source.id).put("wabaId", destination.id);
        ArrayNode numbers = made.putArray("numbers");
        ArrayNode ids = made.putArray("phoneNumberIds");
        for (int i = 0; i < count; i++) {
            NumberLink link = one(source);
            numbers.add("+" + link.line.digits);
            ids.add(link.id);
        }
        Business owner = world.businesses.get(destination.ownerId);
        if (owner != null) {
            owner.phoneCap += 2 * count;
        }
        return made;
    }

    private Waba waba(@Nullable String id, String landmark) {
        String wanted = id == null ? world.landmarks.getOrDefault(landmark, "") : id;
        Waba waba = world.wabas.get(wanted);
        if (waba == null) {
            throw Wrong.missing("there is no WABA '" + wanted + "'");
        }
        return waba;
    }

    /** São Paulo mobiles from +55 11 97000-0000 upwards, those in use left out. */
    private NumberLink one(Waba source) {
        int next = FIRST + world.lines.size();
        while (world.lines.containsKey("55119" + next)) {
            next++;
        }
        String national = "119" + next;
        PhoneLine line = new PhoneLine("55", national, DisplayNumber.of("55", national));
        world.lines.put(line.digits, line);
        NumberLink link = new NumberLink(world.ids().phoneNumber(), source, line);
        link.state = NumberLink.State.REGISTERED;
        link.verifiedName = source.name;
        link.verifiedAt = world.now();
        link.registeredAt = world.now();
        link.addedAt = world.now();
        link.hasCertificate = true;
        world.add(link);
        return link;
    }
}
