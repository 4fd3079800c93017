package dev.portway.graph;

import dev.portway.graphclient.GraphAccess;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.WabaId;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lines to the sandbox, the same for everybody who asks.
 *
 * @param ofApp empty when the app is not known
 * @param asApp empty when nothing is asked in the name of the app
 */
public record GivenLines(GraphClient toDestination, GraphClient toSource, Optional<String> ofApp,
        BiFunction<ProviderId, WabaId, Quota> quotas, Optional<AppLogin> asApp)
        implements
            GraphLines {
    public GivenLines(GraphClient toDestination, GraphClient toSource, Optional<String> ofApp,
            BiFunction<ProviderId, WabaId, Quota> quotas) {
        this(toDestination, toSource, ofApp, quotas, Optional.empty());
    }

    @Override
    public Optional<GraphClient> destination(ProviderId provider) {
        return Optional.of(toDestination);
    }

    @Override
    public Optional<GraphClient> client(ProviderId provider, Secret token) {
        return Optional.of(toDestination.as(GraphAccess.of(new AccessToken(token.reveal()))));
    }

    @Override
    public Optional<GraphClient> stranger(ProviderId provider, Secret token) {
        return client(provider, token);
    }

    @Override
    public Optional<AppLogin> login(ProviderId provider) {
        return asApp;
    }

    @Override
    public Optional<GraphClient> source(ProviderId provider, WabaId waba) {
        return Optional.of(toSource);
    }

    @Override
    public Optional<String> app(ProviderId provider) {
        return ofApp;
    }

    @Override
    public Quota quota(ProviderId provider, WabaId waba) {
        return quotas.apply(provider, waba);
    }
}
