package dev.portway.graphclient;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.node.TokenInfo;
import dev.portway.graphclient.node.TokenInfo.Grant;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.SignupCode;
import org.jspecify.annotations.Nullable;

/** Tokens: what one is good for, and where one comes from. Source: Meta, Embedded Signup implementation, 2026. */
public final class TokenCalls {
    private final GraphLine line;

    TokenCalls(GraphLine line) {
        this.line = line;
    }

    /** Asked in the name of an app ({@link AccessToken#ofApp}) or of a system user of the same app. */
    public ReadResult<TokenInfo> inspect(AccessToken token) {
        return line.read(Call.get("/debug_token").with("input_token", token), TokenCalls::info);
    }

    /**
     * What the caller's own token is good for. Refused when it is not valid: whoever asks must be let in to ask. Observed, in published logs of
     * 2026: a system user may be told to ask in the app's name, even about itself; then it is asked so.
     *
     * @param app the one the caller's app secret is of; null: not known, and whoever is told so is refused
     */
    public ReadResult<TokenInfo> inspectOwn(@Nullable AppId app) {
        ReadResult<TokenInfo> asked = inspect(line.token());
        AppSecret secret = line.appSecret();
        if (app == null || secret == null || !toAskAsApp(asked)) {
            return asked;
        }
        return new TokenCalls(line.as(GraphAccess.of(AccessToken.ofApp(app, secret), secret))).inspect(line.token());
    }

    private static boolean toAskAsApp(ReadResult<TokenInfo> asked) {
        return asked instanceof Refused<TokenInfo>(GraphError error, _) && error.code() == 100
                && error.message().contains("must provide an app access token");
    }

    /**
     * Makes a sign-up code a token of the client's business. A code lives 30 seconds and works once, so a doubt here ends by signing up
     * again; there is nothing to look at.
     *
     * <p>Meta shows this call as a GET with the secrets in the address. Observed: OAuth clients send it as a form, which keeps them out of the
     * logs of whatever stands in between, and lets it leave only once.
     */
    public EffectResult<AccessToken> exchange(AppId app, AppSecret secret, SignupCode code, SendBy sendBy) {
        Call call = Call.oauth("/oauth/access_token")
                .with("client_id", app)
                .with("client_secret", secret)
                .with("code", code)
                .with("grant_type", "authorization_code");
        return line.effect(call, sendBy, json -> json.needed("access_token", AccessToken::new));
    }

    private static TokenInfo info(Fields json) {
        Fields data = json.child("data");
        if (data == null) {
            throw new NotUnderstood("no data");
        }
        Fields problem = data.child("error");
        return new TokenInfo(Boolean.TRUE.equals(data.flag("is_valid")),
                data.value("app_id", AppId::new),
                data.text("application"),
                data.text("type"),
                data.time("expires_at"),
                data.time("data_access_expires_at"),
                data.texts("scopes"),
                data.list("granular_scopes", grant -> new Grant(grant.needed("scope"), grant.texts("target_ids"))),
                data.text("user_id"),
                problem == null ? null : problem.text("message"));
    }
}
