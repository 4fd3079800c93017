package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.Intent;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Person;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
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

    /** {@code GET requests}, {@code GET requests/{id}}, {@code POST requests/{id}} with a decision. */
    ObjectNode answer(ControlRequest request) {
        if (request.segments().size() < 2) {
            ObjectNode all = Json.object();
            ArrayNode list = all.putArray("requests");
            world.intents.values().forEach(intent -> list.add(show(intent)));
            return all;
        }
        Intent intent = world.intents.get(request.segment(1));
        if (intent == null) {
            throw Wrong.missing("there is no request '" + request.segment(1) + "'");
        }
        if (request.method().equals("POST")) {
            decide(intent, request.body());
        }
        return show(intent);
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

    private void decide(Intent intent, JsonNode body) {
        Person by = person(world, body);
        switch (String.valueOf(Json.text(body, "decision"))) {
            case "accept" -> rules.intents.accept(intent, by);
            case "decline" -> rules.intents.decline(intent, by);
            case "lapse" -> rules.intents.lapse(intent);
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
}
