package dev.portway.sandbox.control;

import dev.portway.sandbox.file.WorldFacts;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a number's owner, its old provider or Meta may do to it. Called under the world's lock. */
final class NumberControls {

    /** Documented: a number that was deleted lately cannot be registered for some minutes. */
    private static final String DELETED = "recentlyDeleted";

    /** A picture of one dot. */
    private static final byte[] DOT = Base64.getDecoder()
            .decode(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

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
        if (request.segment(2).equals("partners")) {
            partners(line, request);
        } else if (request.segment(2).equals("deletion")) {
            delete(line, request);
        } else if (request.segment(2).equals("two-step") && put) {
            twoStep(line, request.body());
        } else if (put) {
            set(line, request.body());
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
            turnOff(line, body);
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

    /** All of it, or one step: {@code "step":"ask"} presses the button, {@code "confirm"} follows the link in the e-mail. */
    private void turnOff(PhoneLine line, JsonNode body) {
        switch (body.path("step").asString("")) {
            case "" -> rules.twoStep.turnOff(line);
            case "ask" -> rules.twoStep.askToTurnOff(line);
            case "confirm" -> rules.twoStep.confirmOff(line);
            default -> throw Wrong.bad("step is 'ask' or 'confirm', or is left out");
        }
    }

    /**
     * {@code POST numbers/{number}/partners {"appId":"…"}}: the client shares it with one more partner in sign-up. {@code DELETE
     * numbers/{number}/partners/{portfolio}}: Direct Support takes one off, by ticket.
     */
    private void partners(PhoneLine line, ControlRequest request) {
        request.mustChange();
        if (request.method().equals("DELETE")) {
            rules.sharedNumbers.leave(line, request.segment(3));
            return;
        }
        String id = Json.text(request.body(), "appId");
        App app = world.apps.get(id == null ? world.landmarks.getOrDefault("destination-app", "") : id);
        if (app == null) {
            throw Wrong.missing("there is no app '" + id + "'");
        }
        rules.sharedNumbers.share(line, app);
    }

    /** {@code {"by":"640000000000011","pin":"246810","wabaId":"…"}}: an admin deletes it in WhatsApp Manager. All three may be left out. */
    private void delete(PhoneLine line, ControlRequest request) {
        Wrong.unless(request.method().equals("POST"), "a deletion wants a POST");
        String waba = Json.text(request.body(), "wabaId");
        NumberLink link = line.links.reversed()
                .stream()
                .filter(each -> !each.gone() && (waba == null || each.waba.id.equals(waba)))
                .min(Comparator.comparing(each -> !each.registered()))
                .orElseThrow(() -> Wrong.bad("the number is at no WABA" + (waba == null ? "" : " '" + waba + "'")));
        String pin = Json.text(request.body(), "pin");
        rules.deletion.delete(link, RequestControls.person(world, request.body()), pin == null ? "" : pin);
    }

    /** Facts of the number, and of the link where it is registered or, failing that, its newest; by the names they have in a world file. */
    private void set(PhoneLine line, JsonNode body) {
        ObjectNode ofLine = Json.object();
        ObjectNode ofLink = Json.object();
        body.properties().forEach(each -> {
            String name = each.getKey().equals("status") ? "oddStatus" : each.getKey();
            if (!name.equals(DELETED)) {
                (WorldFacts.ofNumber(name) ? ofLine : ofLink).set(name, each.getValue());
            }
        });
        List<String> wrong = new ArrayList<>(WorldFacts.set(line, ofLine, world));
        if (wrong.isEmpty() && !ofLink.isEmpty()) {
            NumberLink link = meant(line);
            String name = link.nameStatus;
            String newName = link.newNameStatus;
            wrong.addAll(WorldFacts.set(link, ofLink, world));
            rules.decisions.tellName(link, name, newName);
        }
        if (!wrong.isEmpty()) {
            throw Wrong.bad(String.join("; ", wrong));
        }
        if (body.has(DELETED)) {
            line.deletedAt = body.path(DELETED).asBoolean(false) ? world.now() : null;
        }
    }

    private NumberLink meant(PhoneLine line) {
        return rules.numbers.home(line)
                .or(() -> line.links.reversed().stream().findFirst())
                .orElseThrow(() -> Wrong.bad("the number is at no WABA"));
    }

    /** {@code phones/{number}/inbox}, and {@code POST phones/{number}/messages}: a person writes to the number. */
    ObjectNode phone(ControlRequest request) {
        PhoneLine line = line(request.segment(1));
        if (request.segment(2).equals("messages") && request.method().equals("POST")) {
            String from = Digits.of(String.valueOf(Json.text(request.body(), "from")));
            String text = Json.text(request.body(), "text");
            boolean picture = request.body().path("picture").asBoolean(false);
            if (from.isEmpty() || (text == null && !picture)) {
                throw Wrong.bad("a message wants from, and text or \"picture\": true");
            }
            if (text == null) {
                return Json.object().put("id", rules.messaging.receivePicture(line, from, DOT));
            }
            return Json.object().put("id", rules.messaging.receive(line, from, text));
        }
        if (request.segment(2).equals("app")) {
            return new BusinessAppControls(world, rules).answer(line, request);
        }
        return Json.object().put("number", "+" + line.digits).set("messages", WorldFacts.inbox(line));
    }
}
