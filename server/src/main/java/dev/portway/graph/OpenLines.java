package dev.portway.graph;

import dev.portway.graphclient.GraphAccess;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.GraphConfig;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.GraphVersion;
import dev.portway.migration.Hands;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.WabaId;
import dev.portway.vault.GraphApp;
import dev.portway.vault.GraphApps;
import dev.portway.vault.SourceAccesses;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lines that stay open as long as their credentials are the same. The credentials are read each time, so that a new token counts from the next
 * call on; what replaced clients had under way ends by itself.
 */
final class OpenLines implements GraphLines, AutoCloseable {
    private final GraphApps apps;
    private final SourceAccesses sources;
    private final Quotas quotas;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /** A client, and what it was opened with. */
    private record Open(GraphConfig config, GraphAccess access, GraphClient client) {}

    OpenLines(GraphApps apps, SourceAccesses sources, Quotas quotas) {
        this.apps = apps;
        this.sources = sources;
        this.quotas = quotas;
    }

    @Override
    public Optional<GraphClient> destination(ProviderId provider) {
        return apps.of(provider).map(app -> line(provider.value(), app, access(app.systemToken(), app.appSecret())));
    }

    @Override
    public Optional<GraphClient> client(ProviderId provider, Secret token) {
        return apps.of(provider)
                .flatMap(app -> destination(provider).map(line -> line.as(access(token, app.appSecret()))));
    }

    @Override
    public Optional<GraphClient> stranger(ProviderId provider, Secret token) {
        return destination(provider).map(line -> line.as(access(token, null)));
    }

    @Override
    public Optional<AppLogin> login(ProviderId provider) {
        return apps.of(provider).map(app -> new AppLogin(new AppId(app.appId()), new AppSecret(app.appSecret().reveal())));
    }

    @Override
    public Optional<GraphClient> source(ProviderId provider, WabaId source) {
        Optional<GraphApp> app = apps.of(provider);
        Optional<SourceAccesses.SourceAccess> given = sources.find(provider, source.value());
        return app.isPresent() && given.isPresent()
                ? Optional.of(line(provider + "/" + source, app.get(), access(given.get().token(), given.get().appSecret())))
                : destination(provider);
    }

    @Override
    public Optional<String> app(ProviderId provider) {
        return apps.of(provider).map(GraphApp::appId);
    }

    @Override
    public Quota quota(ProviderId provider, WabaId waba) {
        return quotas.of(new Quotas.Whose(provider, waba));
    }

    @Override
    public void close() {
        open.values().forEach(line -> line.client().close());
    }

    private GraphClient line(String whose, GraphApp app, GraphAccess access) {
        GraphConfig config = config(app);
        return open.compute(whose, (_, had) -> had != null && had.config().equals(config) && had.access().equals(access)
                ? had
                : new Open(config, access, GraphClient.open(config, access))).client();
    }

    /** Gives calls up as soon as the heart counts on it. */
    private static GraphConfig config(GraphApp app) {
        GraphConfig usual = GraphConfig.of(app.baseUrl(), new GraphVersion(app.apiVersion()));
        return usual.withTimeouts(usual.connectTimeout(), usual.answerTimeout(), Hands.ANSWERED_WITHIN);
    }

    private static GraphAccess access(Secret token, @Nullable Secret appSecret) {
        var shown = new AccessToken(token.reveal());
        return appSecret == null ? GraphAccess.of(shown) : GraphAccess.of(shown, new AppSecret(appSecret.reveal()));
    }
}
