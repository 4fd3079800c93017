package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.webhook.Postman;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.SignupCode;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is set for apps and WABAs from outside Graph: webhook targets, payment, review, sharing; and codes as sign-up would give them. */
final class AccountControls {

    /** Documented: the code of Embedded Signup lives 30 s. */
    private static final Duration CODE_LIFE = Duration.ofSeconds(30);

    private final World world;
    private final Postman postman;

    AccountControls(World world, Postman postman) {
        this.world = world;
        this.postman = postman;
    }

    ObjectNode answer(ControlRequest request) {
        return switch (request.segment(0)) {
            case "apps" -> app(request);
            case "wabas" -> world.with(() -> waba(request));
            default -> world.with(() -> signupCode(request.body()));
        };
    }

    private ObjectNode app(ControlRequest request) {
        App app = world.with(() -> known(request.segment(1)));
        JsonNode body = request.body();
        String url = Json.text(body, "url");
        String token = Json.text(body, "verifyToken");
        boolean set = request.segment(2).equals("webhook") && !request.method().equals("GET");
        boolean shaken = set && url != null && body.path("handshake").asBoolean(false)
                && postman.shakeHands(url, token == null ? app.webhookVerifyToken : token);
        return world.with(() -> {
            if (set) {
                app.webhookUrl = request.method().equals("DELETE") ? null : url;
                app.webhookVerifyToken = token == null ? app.webhookVerifyToken : token;
            } else if (request.method().equals("PUT")) {
                app.blocked = body.path("blocked").asBoolean(app.blocked);
                app.proofRequired = body.path("proofRequired").asBoolean(app.proofRequired);
            }
            return Json.object()
                    .put("id", app.id)
                    .put("webhookUrl", app.webhookUrl)
                    .put("webhookVerifyToken", app.webhookVerifyToken)
                    .put("handshake", shaken)
                    .put("blocked", app.blocked)
                    .put("proofRequired", app.proofRequired);
        });
    }

    private App known(String id) {
        App app = world.apps.get(id);
        if (app == null) {
            throw Wrong.missing("there is no app '" + id + "'");
        }
        return app;
    }

    private ObjectNode waba(ControlRequest request) {
        Waba waba = world.wabas.get(request.segment(1));
        if (waba == null) {
            throw Wrong.missing("there is no WABA '" + request.segment(1) + "'");
        }
        if (request.method().equals("PUT")) {
            request.body().properties().forEach(fact -> set(waba, fact.getKey(), fact.getValue()));
        }
        ObjectNode partners = Json.object();
        waba.partners.forEach((business, share) -> partners.put(business, share.name()));
        ObjectNode shown = Json.object()
                .put("id", waba.id)
                .put("reviewStatus", waba.reviewStatus)
                .put("messagingFor", waba.messagingFor)
                .put("fundingId", waba.fundingId)
                .put("mayAddNumbers", waba.mayAddNumbers);
        shown.set("partners", partners);
        return shown;
    }

    private static void set(Waba waba, String name, JsonNode value) {
        switch (name) {
            case "reviewStatus" -> waba.reviewStatus = value.asString("");
            case "messagingFor" -> waba.messagingFor = value.asString("");
            case "status" -> waba.status = value.asString("");
            case "fundingId" -> waba.fundingId = value.isNull() ? null : value.asString("");
            case "mayAddNumbers" -> waba.mayAddNumbers = value.asBoolean(true);
            case "partners" -> value.properties().forEach(partner -> share(waba, partner.getKey(), partner.getValue().asString("")));
            default -> throw Wrong.bad("a WABA has no fact '" + name + "'");
        }
    }

    private static void share(Waba waba, String business, String share) {
        switch (share) {
            case "READ", "MANAGE" -> waba.partners.put(business, Waba.Share.valueOf(share));
            case "", "NONE" -> waba.partners.remove(business);
            default -> throw Wrong.bad("a partner has READ, MANAGE or NONE, not '" + share + "'");
        }
    }

    private ObjectNode signupCode(JsonNode body) {
        String app = Json.text(body, "appId");
        String waba = Json.text(body, "wabaId");
        String appId = app == null ? world.landmarks.getOrDefault("destination-app", "") : app;
        String wabaId = waba == null ? world.landmarks.getOrDefault("destination-waba", "") : waba;
        SignupCode code = new SignupCode("AQ" + world.ids().text(60), appId, wabaId, world.now().plus(CODE_LIFE), false);
        world.signupCodes.put(code.code(), code);
        return Json.object().put("code", code.code()).put("expiresAt", code.expiresAt().toString());
    }
}
