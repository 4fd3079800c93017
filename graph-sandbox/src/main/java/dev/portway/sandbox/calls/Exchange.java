package dev.portway.sandbox.calls;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.SignupCode;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code oauth/access_token}: something that proves the app, for a token. */
public final class Exchange {

    /** Documented (long-lived tokens): about 60 days; the page's sample has 5,183,944 s. */
    private static final Duration LONG_LIFE = Duration.ofSeconds(5_183_944);

    private final World world;
    private final Access access;

    Exchange(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    public JsonNode answer(GraphRequest request) {
        Params params = request.params();
        App app = world.apps.get(params.text("client_id").orElseThrow(ErrorRow.CLIENT_ID_MISSING::refused));
        if (app == null) {
            throw ErrorRow.UNKNOWN_PATH.saying("Error validating application. Cannot get application info due to a system error.");
        }
        if (!app.secret.equals(params.required("client_secret"))) {
            throw ErrorRow.CLIENT_SECRET_WRONG.refused();
        }
        return switch (params.text("grant_type").orElse("")) {
            case "client_credentials" -> Json.object().put("access_token", app.id + "|" + app.secret).put("token_type", "bearer");
            case "fb_exchange_token" -> longer(app, params.required("fb_exchange_token"));
            default -> ofCode(app, params.required("code"));
        };
    }

    /** Documented: sign-up's code is exchanged once, within 30 s, with the app's id and secret. */
    private JsonNode ofCode(App app, String value) {
        SignupCode code = world.signupCodes.get(value);
        if (code == null || !code.appId().equals(app.id)) {
            throw ErrorRow.SIGNUP_CODE_UNKNOWN.refused();
        }
        if (code.used()) {
            throw ErrorRow.SIGNUP_CODE_USED.refused();
        }
        if (world.now().isAfter(code.expiresAt())) {
            throw ErrorRow.SIGNUP_CODE_EXPIRED.refused();
        }
        world.signupCodes.put(code.code(), code.spent());
        Token token = issue(
                new Token("sandbox-business-", Token.Kind.SYSTEM_USER, app, new Token.Holder(app.businessId, world.ids().other()),
                        new Token.Grant(Set.of(Access.MANAGEMENT, Access.MESSAGING), Set.of(code.wabaId()), world.now(), null)));
        return Json.object().put("access_token", token.value).put("token_type", "bearer");
    }

    /**
     * Documented: a person's short-lived token for one of about 60 days, never an expired one. Assumed: a token that does not expire is given
     * another that does not, and says no {@code expires_in}.
     */
    private JsonNode longer(App app, String value) {
        Token old = access.find(value).orElseThrow(ErrorRow.TOKEN_MALFORMED::refused);
        if (!old.app.id.equals(app.id) || old.kind == Token.Kind.APP) {
            throw ErrorRow.TOKEN_OF_OTHER_APP.refused();
        }
        if (old.revoked) {
            throw ErrorRow.TOKEN_REVOKED.refused();
        }
        if (old.expired(world.now())) {
            throw ErrorRow.TOKEN_EXPIRED.refused();
        }
        Instant until = old.expiresAt == null ? null : world.now().plus(LONG_LIFE);
        Token token = issue(new Token("sandbox-long-", old.kind, app, new Token.Holder(old.businessId, old.userId),
                new Token.Grant(old.scopes, old.wabaIds, world.now(), until)));
        var answer = Json.object().put("access_token", token.value).put("token_type", "bearer");
        return until == null ? answer : answer.put("expires_in", LONG_LIFE.toSeconds());
    }

    /** The same with a value of its own, which nobody can guess from another. */
    Token issue(Token like) {
        Token token = new Token(world.sealed(like.value + world.ids().text(24)), like.kind, like.app,
                new Token.Holder(like.businessId, like.userId), new Token.Grant(like.scopes, like.wabaIds, like.issuedAt, like.expiresAt));
        world.tokens.put(token.value, token);
        return token;
    }

    /** Whose account a business token was given for: its WABA's owner, else its own portfolio. */
    static @Nullable String client(Token token, World world) {
        return token.wabaIds.stream()
                .map(world.wabas::get)
                .filter(Objects::nonNull)
                .map(waba -> waba.ownerId)
                .findFirst()
                .or(() -> Optional.ofNullable(world.businesses.get(token.businessId)).map((Business it) -> it.id))
                .orElse(null);
    }
}
