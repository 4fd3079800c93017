package dev.portway.graph;

import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.migration.Migration;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.WabaId;
import java.util.Optional;

/** Lines to Graph, in the name of those who gave us their credentials. Nobody closes what is handed out here. */
public interface GraphLines {
    /** In the provider's own name; empty when it gave no credentials. */
    Optional<GraphClient> destination(ProviderId provider);

    /** At the destination of a migration: in the name of the client whose sign-up let us in, where there was one, else in the provider's own. */
    default Optional<GraphClient> destination(Migration migration) {
        return migration.facts()
                .value(Fact.BUSINESS_TOKEN)
                .flatMap(token -> client(migration.provider(), token))
                .or(() -> destination(migration.provider()));
    }

    /** In the name of a client, with the token its sign-up gave us; empty when there are no credentials at all. */
    Optional<GraphClient> client(ProviderId provider, Secret token);

    /** What exchanges a sign-up code; empty when there are no credentials at all. */
    Optional<AppLogin> login(ProviderId provider);

    /** The provider's app and the secret that only it knows. */
    record AppLogin(AppId app, AppSecret secret) {}

    /** For a source WABA: with the token its owner gave for it, else in the provider's own name; empty when there are no credentials at all. */
    Optional<GraphClient> source(ProviderId provider, WabaId source);

    /** The same for reading, with the token its owner gave for this one migration, where there is one. */
    default Optional<GraphClient> source(ProviderId provider, WabaId source, Facts known) {
        return known.value(Fact.SOURCE_TOKEN).flatMap(token -> stranger(provider, token)).or(() -> source(provider, source));
    }

    /** With a token of whichever app: no secret of ours goes with it. Empty when there are no credentials at all. */
    Optional<GraphClient> stranger(ProviderId provider, Secret token);

    /** The provider's app, which is the one that must get the webhooks. */
    Optional<String> app(ProviderId provider);

    /** What all calls about a WABA have in common, whichever of the provider's lines they take. */
    Quota quota(ProviderId provider, WabaId waba);
}
