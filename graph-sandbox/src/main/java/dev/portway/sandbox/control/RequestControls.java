package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Intent;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Person;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.WabaRequest;
import dev.portway.sandbox.world.World;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What waits for a client at Business settings, Requests, Received, and what its admin answers. Called under the world's lock. */
final class RequestControls {

    private final World world;
    private final Rules rules;

    RequestControls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    /** {@code GET requests}, {@code GET requests/{id}}, {@code POST requests} for a WABA, {@code POST requests/{id}} with a decision. */
    ObjectNode answer(ControlRequest request) {
        if (request.segments().size() < 2) {
            return request.method().equals("POST") ? ask(request.body()) : all();
        }
        Received received = find(request.segment(1));
        if (request.method().equals("POST")) {
            decide(received, request.body());
        }
        return received.show().get();
    }

    /** One request, whatever it is about. */
    private record Received(Supplier<ObjectNode> show, Consumer<JsonNode> accept, Consumer<JsonNode> decline, Runnable lapse) {}

    private ObjectNode all() {
        ObjectNode all = Json.object();
        ArrayNode list = all.putArray("requests");
        world.intents.values().forEach(intent -> list.add(show(intent)));
        world.wabaRequests.values().forEach(each -> list.add(show(each)));
        world.wabas.values().stream().filter(RequestControls::leftover).forEach(waba -> list.add(showLeftover(waba)));
        return all;
    }

    /** Of the on-behalf-of model: a WABA whose client was asked whether it is messaged for. */
    private static boolean leftover(Waba waba) {
        return waba.ownershipType.equals("ON_BEHALF_OF");
    }

    private Received find(String id) {
        Intent intent = world.intents.get(id);
        if (intent != null) {
            return new Received(() -> show(intent), body -> rules.intents.accept(intent, person(world, body)),
                    body -> rules.intents.decline(intent, person(world, body)), () -> rules.intents.lapse(intent));
        }
        WabaRequest asked = world.wabaRequests.get(id);
        if (asked != null) {
            return new Received(() -> show(asked), body -> {
                String number = Json.text(body, "number");
                rules.wabaRequests.accept(asked, person(world, body), number == null ? "" : number);
            }, body -> rules.wabaRequests.decline(asked, person(world, body)),
                    () -> asked.status = asked.open() ? "EXPIRED" : asked.status);
        }
        Waba waba = world.wabas.get(id);
        if (waba != null && leftover(waba)) {
            return new Received(() -> showLeftover(waba), body -> rules.wabaRequests.answerLeftover(waba, person(world, body), true),
                    body -> rules.wabaRequests.answerLeftover(waba, person(world, body), false),
                    () -> rules.wabaRequests.lapseLeftover(waba));
        }
        throw Wrong.missing("there is no request '" + id + "'");
    }

    /** {@code {"appId":"…","businessId":"…","name":"…"}}: a provider asks a client for a WABA, on its own page of Business Suite. */
    private ObjectNode ask(JsonNode body) {
        String appId = Json.text(body, "appId");
        String businessId = Json.text(body, "businessId");
        App app = world.apps.get(appId == null ? world.landmarks.getOrDefault("destination-app", "") : appId);
        Business client = world.businesses.get(businessId == null ? world.landmarks.getOrDefault("client-business", "") : businessId);
        if (app == null || client == null) {
            throw Wrong.missing("there is no such app or business");
        }
        String name = Json.text(body, "name");
        return show(rules.wabaRequests.ask(app, client, name == null ? client.name : name));
    }

    /** {@code POST preverified-numbers/{id}/claim} with a WABA: a client chooses the number in sign-up. */
    ObjectNode claim(ControlRequest request) {
        PreverifiedNumber number = world.preverifiedNumbers.get(request.segment(1));
        Waba waba = world.wabas.get(String.valueOf(Json.text(request.body(), "wabaId")));
        if (number == null || waba == null) {
            throw Wrong.missing(number == null ? "there is no such pre-verified number" : "a claim wants the wabaId of a WABA");
        }
        Wrong.unless(request.method().equals("POST") && request.segment(2).equals("claim"), "a pre-verified number is claimed with a POST");
        NumberLink link = rules.preverification.claim(number, waba);
        return Json.object().put("phoneNumberId", link.id).put("wabaId", waba.id);
    }

    private static void decide(Received received, JsonNode body) {
        switch (String.valueOf(Json.text(body, "decision"))) {
            case "accept" -> received.accept().accept(body);
            case "decline" -> received.decline().accept(body);
            case "lapse" -> received.lapse().run();
            default -> throw Wrong.bad("decision is 'accept', 'decline' or 'lapse', which is what 90 days do");
        }
    }

    /** Who does something on one of Meta's pages; null when the body names nobody, which stands for some admin. */
    static @Nullable Person person(World world, JsonNode body) {
        String id = Json.text(body, "by");
        Person person = id == null ? null : world.people.get(id);
        if (id != null && person == null) {
            throw Wrong.missing("there is no person '" + id + "'");
        }
        return person;
    }

    private static ObjectNode show(Intent intent) {
        return Json.object()
                .put("id", intent.id)
                .put("kind", intent.kind.name())
                .put("status", intent.status)
                .put("wabaId", intent.source.id)
                .put("businessId", intent.source.ownerId)
                .put("appId", intent.app.id)
                .put("solutionId", intent.solution == null ? null : intent.solution.id)
                .put("destinationWabaId", intent.destination == null ? null : intent.destination.id)
                .put("createdAt", intent.createdAt.toString());
    }

    private static ObjectNode show(WabaRequest request) {
        return Json.object()
                .put("id", request.id)
                .put("kind", "WABA")
                .put("status", request.status)
                .put("name", request.name)
                .put("businessId", request.clientId)
                .put("appId", request.app.id)
                .put("destinationWabaId", request.wabaId)
                .put("createdAt", request.createdAt.toString());
    }

    private static ObjectNode showLeftover(Waba waba) {
        return Json.object()
                .put("id", waba.id)
                .put("kind", "MESSAGING_FOR")
                .put("status", waba.messagingFor)
                .put("name", waba.name)
                .put("businessId", waba.ownerId)
                .put("wabaId", waba.id);
    }
}
