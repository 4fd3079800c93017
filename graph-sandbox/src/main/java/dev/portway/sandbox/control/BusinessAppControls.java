package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the owner of a number does in WhatsApp Messenger or the WhatsApp Business app on the phone. Called under the world's lock. */
final class BusinessAppControls {

    private final World world;
    private final Rules rules;

    BusinessAppControls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    ObjectNode answer(PhoneLine line, ControlRequest request) {
        JsonNode body = request.body();
        if (request.segments().size() == 3) {
            Wrong.unless(!request.method().equals("POST"), "an app wants one of connection, disconnection, new-phone, messages, contacts");
            if (request.method().equals("DELETE")) {
                rules.deletion.leaveApp(line);
            }
            return show(line);
        }
        request.mustChange();
        return switch (request.segment(3)) {
            case "connection" -> connect(line, body);
            case "disconnection" -> {
                String reason = Json.text(body, "reason");
                disconnect(line, reason == null ? "ACCOUNT_DISCONNECTED" : reason);
                yield show(line);
            }
            case "new-phone" -> {
                rules.coexistence.changePhone(line);
                yield show(line);
            }
            case "messages" -> Json.object().put("id", rules.coexistence.write(line, digits(body, "to"), text(body)));
            case "contacts" -> {
                body.properties()
                        .forEach(each -> rules.coexistence.contact(line, Digits.of(each.getKey()),
                                Json.text(body, each.getKey())));
                yield show(line);
            }
            default -> throw Wrong.missing("an app has connection, disconnection, new-phone, messages and contacts");
        };
    }

    /** {@code {"businessId":"…","appId":"…","shareHistory":true}}; answers with a code as sign-up gives it. */
    private ObjectNode connect(PhoneLine line, JsonNode body) {
        String businessId = Json.text(body, "businessId");
        String appId = Json.text(body, "appId");
        Business owner = world.businesses.get(businessId == null ? world.landmarks.getOrDefault("client-business", "") : businessId);
        App app = world.apps.get(appId == null ? world.landmarks.getOrDefault("destination-app", "") : appId);
        if (owner == null || app == null) {
            throw Wrong.missing("there is no such business or app");
        }
        NumberLink link = rules.coexistence.connect(line, owner, app, body.path("shareHistory").asBoolean(true));
        return AccountControls.signupCode(world, app.id, link.waba.id).put("wabaId", link.waba.id).put("phoneNumberId", link.id);
    }

    private void disconnect(PhoneLine line, String reason) {
        try {
            rules.coexistence.disconnect(line, reason);
        } catch (IllegalArgumentException unknown) {
            throw Wrong.bad(String.valueOf(unknown.getMessage()));
        }
    }

    private static String digits(JsonNode body, String name) {
        String digits = Digits.of(String.valueOf(Json.text(body, name)));
        Wrong.unless(!digits.isEmpty(), name + " wants a number");
        return digits;
    }

    private static String text(JsonNode body) {
        String text = Json.text(body, "text");
        if (text == null) {
            throw Wrong.bad("a message wants to and text");
        }
        return text;
    }

    private ObjectNode show(PhoneLine line) {
        ObjectNode shown = Json.object()
                .put("number", "+" + line.digits)
                .put("onBusinessApp", line.onBusinessApp)
                .put("onMessenger", line.onMessenger)
                .put("connected", rules.numbers.home(line).filter(link -> link.fromAppAt != null).isPresent());
        ObjectNode contacts = shown.putObject("contacts");
        line.appContacts.forEach(contacts::put);
        return shown;
    }
}
