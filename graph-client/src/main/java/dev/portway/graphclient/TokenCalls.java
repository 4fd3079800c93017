package dev.portway.graphclient;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.InDoubt;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.node.TokenInfo;
import dev.portway.graphclient.node.TokenInfo.Grant;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.SignupCode;
import dev.portway.graphclient.value.UserId;
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

    /** What the caller's own token is good for. Refused when it is not valid: whoever asks must be let in to ask. */
    public ReadResult<TokenInfo> inspectOwn(@Nullable AppId app) {
        return inspect(line.token(), app);
    }

    /**
     * Asked in the caller's name. Observed, in published logs of 2026: a system user may be told to ask in the app's name, even about itself; then
     * it is asked so.
     *
     * @param app the one the caller's app secret is of; null: not known, and whoever is told so is refused
     */
    public ReadResult<TokenInfo> inspect(AccessToken token, @Nullable AppId app) {
        ReadResult<TokenInfo> asked = inspect(token);
        AppSecret secret = line.appSecret();
        if (app == null || secret == null || !toAskAsApp(asked)) {
            return asked;
        }
        return new TokenCalls(line.as(GraphAccess.of(AccessToken.ofApp(app, secret), secret))).inspect(token);
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
        return saidNo(line.effect(call, sendBy, TokenCalls::token));
    }

    /** Observed: a wrong app secret is refused under code 1, which otherwise says that Graph does not know what happened. */
    private static EffectResult<AccessToken> saidNo(EffectResult<AccessToken> exchanged) {
        GraphError error = exchanged instanceof InDoubt<AccessToken> doubt ? doubt.error() : null;
        return error != null && error.message().contains("validating client secret")
                ? new Refused<>(error, exchanged.exchange())
                : exchanged;
    }

    /**
     * The token that a system user of a business has for the caller's app: for a client, what sign-up gave, without signing up again. It makes
     * no token and may be repeated; that it is a POST is Meta's choice.
     *
     * <p>Source: Meta's SDK schema, 15 Apr 2026, and "Business integration system user access tokens", 2026.
     *
     * @param user one who has a token for this app; refused otherwise
     */
    public EffectResult<AccessToken> ofSystemUser(BusinessId business, UserId user, SendBy sendBy) {
        Call call = Call.post("/" + business + "/system_user_access_tokens").with("system_user_id", user).with("fetch_only", true);
        return line.effect(call, sendBy, TokenCalls::token);
    }

    private static AccessToken token(Fields json) {
        return json.needed("access_token", AccessToken::new);
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
