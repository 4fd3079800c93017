package dev.portway.sandbox.control;

import dev.portway.sandbox.file.WorldFacts;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.number.Decisions;
import dev.portway.sandbox.rules.template.TemplateDecisions;
import dev.portway.sandbox.rules.waba.Partners;
import dev.portway.sandbox.webhook.Postman;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.PaymentMethod;
import dev.portway.sandbox.world.SignupCode;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is set for apps and WABAs from outside Graph: webhook targets, payment, review, sharing; and codes as sign-up would give them. */
final class AccountControls {

    /** Documented: the code of Embedded Signup lives 30 s. */
    private static final Duration CODE_LIFE = Duration.ofSeconds(30);

    private final World world;
    private final Postman postman;
    private final Decisions decisions;
    private final TemplateDecisions templateDecisions;
    private final Partners partners;

    AccountControls(World world, Postman postman, Rules rules) {
        this.world = world;
        this.decisions = rules.decisions;
        this.templateDecisions = rules.templateDecisions;
        this.partners = rules.partners;
        this.postman = postman;
    }

    ObjectNode answer(ControlRequest request) {
        String id = request.segment(1);
        return switch (request.segment(0)) {
            case "apps" -> app(request);
            case "wabas" -> world.with(() -> waba(request));
            case "businesses" -> world.with(() -> {
                Business business = known(world.businesses, "business", id);
                String limit = business.messagingLimit;
                int cap = business.phoneCap;
                change(request, body -> WorldFacts.set(business, body, world));
                decisions.tell(business, limit, cap);
                return WorldFacts.of(business, world);
            });
            case "templates" -> world.with(() -> {
                Template template = known(world.templates, "template", id);
                TemplateDecisions.Before before = TemplateDecisions.Before.of(template);
                change(request, body -> WorldFacts.set(template, body, world));
                templateDecisions.tell(template, before);
                if (request.method().equals("PUT") && isRatedLow(request.body())) {
                    templateDecisions.ratedLow(template);
                }
                return WorldFacts.of(template, world);
            });
            case "tokens" -> world.with(() -> {
                Token token = known(world.tokens, "token", id);
                change(request, body -> WorldFacts.set(token, body, world));
                return WorldFacts.of(token, world).put("expired", token.expired(world.now()));
            });
            case "payment-methods" -> world.with(() -> {
                PaymentMethod method = known(world.paymentMethods, "payment method", id);
                change(request, body -> WorldFacts.set(method, body, world));
                return WorldFacts.of(method, world);
            });
            default -> world.with(() -> signupCode(request.body()));
        };
    }

    /** Rated low once more counts once more, though it reads as before; who says the status too means just what they say. */
    private static boolean isRatedLow(JsonNode facts) {
        return facts.path("quality").asString("").equals("RED") && !facts.has("status");
    }

    private static <T> T known(Map<String, T> all, String what, String id) {
        T found = all.get(id);
        if (found == null) {
            throw Wrong.missing("there is no " + what + " '" + id + "'");
        }
        return found;
    }

    private static void change(ControlRequest request, Function<JsonNode, List<String>> set) {
        List<String> wrong = request.method().equals("PUT") ? set.apply(request.body()) : List.of();
        if (!wrong.isEmpty()) {
            throw Wrong.bad(String.join("; ", wrong));
        }
    }

    private ObjectNode app(ControlRequest request) {
        App app = world.with(() -> known(world.apps, "app", request.segment(1)));
        JsonNode body = request.body();
        String url = Json.text(body, "url");
        String token = Json.text(body, "verifyToken");
        boolean set = request.segment(2).equals("webhook") && !request.method().equals("GET");
        boolean asks = set && body.path("handshake").asBoolean(false);
        if (asks && url != null && !postman.shakeHands(url, token == null ? app.webhookVerifyToken : token)) {
            throw Wrong.refused("the address does not echo the challenge of its handshake; nothing has changed");
        }
        return world.with(() -> {
            if (set) {
                app.webhookUrl = request.method().equals("DELETE") ? null : url;
                app.webhookVerifyToken = token == null ? app.webhookVerifyToken : token;
            } else if (request.method().equals("PUT")) {
                change(request, facts -> WorldFacts.set(app, facts, world));
            }
            return WorldFacts.of(app, world).put("handshake", asks && url != null);
        });
    }

    private ObjectNode waba(ControlRequest request) {
        Waba waba = known(world.wabas, "WABA", request.segment(1));
        if (request.method().equals("PUT")) {
            ObjectNode facts = Json.object();
            request.body()
                    .properties()
                    .stream()
                    .filter(fact -> !fact.getKey().equals("partners"))
                    .forEach(fact -> facts.set(fact.getKey(), fact.getValue()));
            Decisions.WabaBefore before = Decisions.WabaBefore.of(waba);
            change(request, body -> WorldFacts.set(waba, facts, world));
            decisions.tell(waba, before);
            request.body()
                    .path("partners")
                    .properties()
                    .forEach(partner -> share(waba, partner.getKey(), partner.getValue().asString("")));
        }
        return WorldFacts.of(waba, world);
    }

    private void share(Waba waba, String business, String share) {
        switch (share) {
            case "READ", "MANAGE" -> partners.add(waba, business, Waba.Share.valueOf(share));
            case "", "NONE" -> partners.remove(waba, business);
            default -> throw Wrong.bad("a partner has READ, MANAGE or NONE, not '" + share + "'");
        }
    }

    private ObjectNode signupCode(JsonNode body) {
        String app = Json.text(body, "appId");
        String waba = Json.text(body, "wabaId");
        String appId = app == null ? world.landmarks.getOrDefault("destination-app", "") : app;
        String wabaId = waba == null ? world.landmarks.getOrDefault("destination-waba", "") : waba;
        return signupCode(world, appId, wabaId);
    }

    /** A code as sign-up gives it. */
    static ObjectNode signupCode(World world, String appId, String wabaId) {
        SignupCode code = new SignupCode("AQ" + world.ids().text(60), appId, wabaId, world.now().plus(CODE_LIFE), false);
        world.signupCodes.put(code.code(), code);
        return Json.object().put("code", code.code()).put("expiresAt", code.expiresAt().toString());
    }
}
