package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a number's owner, its old provider or Meta may do to it. Called under the world's lock. */
final class NumberControls {

    /** Facts that are set as they are, on the link where the number is registered or, failing that, its newest. */
    private static final Map<String, BiConsumer<NumberLink, String>> TEXTS = Map.ofEntries(
            Map.entry("verifiedName", (link, value) -> link.verifiedName = value),
            Map.entry("nameStatus", (link, value) -> link.nameStatus = value),
            Map.entry("newName", (link, value) -> link.newName = value),
            Map.entry("newNameStatus", (link, value) -> link.newNameStatus = value),
            Map.entry("quality", (link, value) -> link.quality = value),
            Map.entry("platform", (link, value) -> link.platform = value),
            Map.entry("accountMode", (link, value) -> link.accountMode = value),
            Map.entry("status", (link, value) -> link.oddStatus = value.isEmpty() ? null : value));
    private static final Map<String, BiConsumer<PhoneLine, Boolean>> FLAGS = Map.ofEntries(
            Map.entry("onBusinessApp", (line, value) -> line.onBusinessApp = value),
            Map.entry("inMaintenance", (line, value) -> line.inMaintenance = value),
            Map.entry("banned", (line, value) -> line.banned = value),
            Map.entry("pinComesBack", (line, value) -> line.pinComesBack = value));
    /** Documented: a number that was deleted lately cannot be registered for some minutes. */
    private static final String DELETED = "recentlyDeleted";

    private final World world;
    private final Rules rules;
    private final WorldView view;
    private final NumberBatch batch;

    NumberControls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
        this.view = new WorldView(world, rules);
        this.batch = new NumberBatch(world);
    }

    ObjectNode answer(ControlRequest request) {
        boolean put = request.method().equals("PUT");
        if (request.segment(1).equals("batch") && request.method().equals("POST")) {
            return batch.make(request.body());
        }
        if (request.segments().size() < 2) {
            ObjectNode all = Json.object();
            ArrayNode numbers = all.putArray("numbers");
            world.lines.values().forEach(line -> numbers.add(view.line(line)));
            return all;
        }
        PhoneLine line = line(request.segment(1));
        if (request.segment(2).equals("two-step") && put) {
            twoStep(line, request.body());
        } else if (put) {
            request.body().properties().forEach(fact -> set(line, fact.getKey(), fact.getValue()));
        }
        return view.line(line);
    }

    PhoneLine line(String number) {
        return rules.numbers.called(number).orElseThrow(() -> Wrong.missing("there is no number '" + number + "' in this world"));
    }

    private void twoStep(PhoneLine line, JsonNode body) {
        if (!body.path("enabled").isBoolean()) {
            throw Wrong.bad("enabled wants true or false");
        }
        if (!body.path("enabled").booleanValue()) {
            rules.twoStep.turnOff(line);
            return;
        }
        String pin = Json.text(body, "pin");
        String digits = pin == null ? "246810" : pin;
        if (!digits.matches("\\d{6}")) {
            throw Wrong.bad("pin wants six digits");
        }
        if (Json.text(body, "by") != null && "api".equals(Json.text(body, "by"))) {
            rules.twoStep.setByApi(line, digits);
        } else {
            rules.twoStep.turnOn(line, digits);
        }
    }

    void turnOff(String number) {
        rules.twoStep.turnOff(line(number));
    }

    private void set(PhoneLine line, String name, JsonNode value) {
        BiConsumer<NumberLink, String> text = TEXTS.get(name);
        BiConsumer<PhoneLine, Boolean> flag = FLAGS.get(name);
        if (text != null) {
            NumberLink link = rules.numbers.home(line)
                    .or(() -> line.links.reversed().stream().findFirst())
                    .orElseThrow(() -> Wrong.bad("the number is at no WABA"));
            text.accept(link, value.asString(""));
        } else if (flag != null) {
            flag.accept(line, value.asBoolean(false));
        } else if (name.equals(DELETED)) {
            line.deletedAt = value.asBoolean(false) ? world.now() : null;
        } else if (name.equals("kind")) {
            line.kind = kind(value.asString(""));
        } else {
            throw Wrong.bad(
                    "a number has no fact '" + name + "'; it has " + TEXTS.keySet() + ", " + FLAGS.keySet() + ", " + DELETED + " and kind");
        }
    }

    private static PhoneLine.Kind kind(String value) {
        for (PhoneLine.Kind kind : PhoneLine.Kind.values()) {
            if (kind.name().equals(value)) {
                return kind;
            }
        }
        throw Wrong.bad("kind is MOBILE, LANDLINE or IVR");
    }

    /** {@code phones/{number}/inbox}, and {@code POST phones/{number}/messages}: a person writes to the number. */
    ObjectNode phone(ControlRequest request) {
        PhoneLine line = line(request.segment(1));
        if (request.segment(2).equals("messages") && request.method().equals("POST")) {
            String from = String.valueOf(Json.text(request.body(), "from")).replaceAll("\\D", "");
            String text = Json.text(request.body(), "text");
            if (from.isEmpty() || text == null) {
                throw Wrong.bad("a message wants from and text");
            }
            return Json.object().put("id", rules.messaging.receive(line, from, text));
        }
        ObjectNode inbox = Json.object().put("number", "+" + line.digits);
        ArrayNode messages = inbox.putArray("messages");
        line.inbox.forEach(each -> messages.addObject()
                .put("id", each.id())
                .put("kind", each.kind())
                .put("language", each.language())
                .put("text", each.text())
                .put("code", each.code())
                .put("at", each.at().toString()));
        return inbox;
    }
}
