package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.switches.Reasons;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.World;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the switches and sets them: {@code PUT {"two-step-checked-at":"register"}}. */
final class Switchboard {

    private Switchboard() {}

    static ObjectNode answer(World world, ControlRequest request) {
        if (request.method().equals("PUT")) {
            request.body().properties().forEach(field -> check(field.getKey(), field.getValue().asString("")));
            request.body().properties().forEach(field -> set(world, field.getKey(), field.getValue().asString("")));
        } else if (request.method().equals("DELETE")) {
            world.switches.reset();
        }
        return list(world, Reasons.in(request.query().getOrDefault("locale", "")));
    }

    /** All of them before the first is set. */
    private static void check(String key, String value) {
        named(key).wrong(value).ifPresent(why -> {
            throw Wrong.bad(why);
        });
    }

    private static Switch named(String key) {
        return Switch.of(key).orElseThrow(() -> Wrong.bad("there is no switch '" + key + "'"));
    }

    private static void set(World world, String key, String value) {
        world.run(() -> world.switches.set(named(key), value));
    }

    private static ObjectNode list(World world, Reasons reasons) {
        ObjectNode list = Json.object();
        ArrayNode all = list.putArray("switches");
        world.switches.all().forEach(entry -> {
            Switch name = entry.getKey();
            ObjectNode one = all.addObject().put("name", name.key()).put("value", entry.getValue()).put("standard", name.standard());
            one.set("choices", Json.strings(name.choices()));
            one.put("group", name.group().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            one.put("reason", reasons.reason(name)).put("settledBy", reasons.settledBy(name));
        });
        return list;
    }
}
