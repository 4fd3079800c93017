package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.READ_APP;
import static dev.portway.sandbox.wire.CallName.SET_WEBHOOK;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls about apps and tokens. */
final class AppCalls {

    private final World world;
    private final Rules rules;
    private final Views views;

    AppCalls(World world, Rules rules, Views views) {
        this.world = world;
        this.rules = rules;
        this.views = views;
    }

    List<Route<App>> routes() {
        return List.of(new Route<>("GET", "", READ_APP, (app, ask) -> views.app.show(app, ask, ask.fields())),
                new Route<>("GET", "subscriptions", READ_APP, this::webhook),
                new Route<>("POST", "subscriptions", SET_WEBHOOK, this::setWebhook),
                new Route<>("DELETE", "subscriptions", SET_WEBHOOK, this::removeWebhook));
    }

    /** Documented: an app's subscriptions need its own token. */
    private static void own(App app, Ask ask) {
        if (!ask.token.app.id.equals(app.id)) {
            throw Access.missing("post", app.id);
        }
        if (ask.token.kind != Token.Kind.APP) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#15) This method must be called with an app access_token.");
        }
    }

    private JsonNode webhook(App app, Ask ask) {
        own(app, ask);
        ObjectNode list = Json.object();
        var data = list.putArray("data");
        if (app.webhookUrl != null) {
            data.addObject()
                    .put("object", "whatsapp_business_account")
                    .put("callback_url", app.webhookUrl)
                    .put("active", true)
                    .set("fields",
                            Json.strings(app.webhookFields));
        }
        return list;
    }

    /** The address has agreed by then, see {@code Handshake}. */
    private JsonNode setWebhook(App app, Ask ask) {
        own(app, ask);
        ask.params().oneOf("object", List.of("whatsapp_business_account"));
        app.webhookUrl = ask.params().required("callback_url");
        app.webhookVerifyToken = ask.params().required("verify_token");
        app.webhookFields.clear();
        ask.params().text("fields").ifPresent(fields -> app.webhookFields.addAll(List.of(fields.split("\\s*,\\s*"))));
        ask.effect(true);
        return NumberCalls.success();
    }

    private JsonNode removeWebhook(App app, Ask ask) {
        own(app, ask);
        ask.effect(app.webhookUrl != null);
        app.webhookUrl = null;
        return NumberCalls.success();
    }

    /** {@code /app}: the app a token is of. */
    JsonNode ownApp(Ask ask) {
        return views.app.show(ask.token.app, ask, ask.fields());
    }

    /** Whose token it is. Observed: an app's token is nobody's. */
    JsonNode self(Ask ask) {
        if (ask.token.kind == Token.Kind.APP) {
            throw ErrorRow.NO_CURRENT_USER.refused();
        }
        return views.user.show(views.user(ask.token), ask, ask.fields());
    }

    /** Documented: debug_token, for tokens of the caller's own app; seconds since 1970, zero for never. */
    JsonNode debugToken(Ask ask) {
        String value = ask.params().required("input_token");
        ObjectNode reply = Json.object();
        ObjectNode data = reply.putObject("data");
        Optional<Token> found = rules.access.find(value);
        if (found.filter(token -> !mayInspect(token, ask)).isPresent()) {
            throw ErrorRow.TOKEN_OF_OTHER_APP.refused();
        }
        found.ifPresentOrElse(token -> describe(token, data), () -> {
            data.put("is_valid", false);
            data.putObject("error").put("code", 190).put("message", "Invalid OAuth access token - Cannot parse access token");
            data.putArray("scopes");
        });
        return reply;
    }

    private boolean mayInspect(Token token, Ask ask) {
        boolean asksAsApp = ask.token.kind == Token.Kind.APP || world.switches.is(Switch.DEBUG_TOKEN_ASKED_BY, "same-app");
        return asksAsApp && token.app == ask.token.app;
    }

    private void describe(Token token, ObjectNode data) {
        boolean valid = !token.revoked && !token.expired(world.now());
        Instant expires = token.expiresAt;
        data.put("app_id", token.app.id)
                .put("type", token.kind.name())
                .put("application", token.app.name)
                .put("expires_at", expires == null ? 0 : expires.getEpochSecond())
                .put("data_access_expires_at", 0)
                .put("is_valid", valid)
                .put("issued_at", token.issuedAt.getEpochSecond());
        data.set("scopes", Json.strings(token.scopes.stream().sorted().toList()));
        var granular = data.putArray("granular_scopes");
        for (String scope : List.of(Access.MANAGEMENT, Access.MESSAGING)) {
            if (token.scopes.contains(scope)) {
                ObjectNode one = granular.addObject().put("scope", scope);
                if (!token.wabaIds.isEmpty()) {
                    one.set("target_ids", Json.strings(token.wabaIds.stream().sorted().toList()));
                }
            }
        }
        data.put("user_id", token.userId);
        if (!valid) {
            data.putObject("error")
                    .put("code", 190)
                    .put("message", token.revoked
                            ? "The session is invalid because the user logged out"
                            : "Session has expired")
                    .put("subcode", token.revoked ? 467 : 463);
        }
    }
}
