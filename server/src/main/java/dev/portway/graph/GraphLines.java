package dev.portway.graph;

import dev.portway.graphclient.GraphClient;
import dev.portway.migration.ProviderId;
import dev.portway.migration.WabaId;
import java.util.Optional;

/** Lines to Graph, in the name of those who gave us their credentials. Nobody closes what is handed out here. */
public interface GraphLines {
    /** In the provider's own name; empty when it gave no credentials. */
    Optional<GraphClient> destination(ProviderId provider);

    /** For a source WABA: with the token its owner gave for it, else in the provider's own name; empty when there are no credentials at all. */
    Optional<GraphClient> source(ProviderId provider, WabaId source);

    /** The provider's app, which is the one that must get the webhooks. */
    Optional<String> app(ProviderId provider);

    /** What all calls about a WABA have in common, whichever of the provider's lines they take. */
    Quota quota(ProviderId provider, WabaId waba);
}
