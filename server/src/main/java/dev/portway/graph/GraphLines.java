package dev.portway.graph;

import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.migration.ProviderId;
import dev.portway.migration.WabaId;
import java.util.Optional;
import java.util.function.Supplier;

/** Lines to Graph, in the name of those who gave us their credentials. Nobody closes what is handed out here. */
public interface GraphLines {
    /** In the provider's own name; empty when it gave no credentials. */
    Optional<GraphClient> destination(ProviderId provider);

    /** For a source WABA: with the token its owner gave for it, else in the provider's own name; empty when there are no credentials at all. */
    Optional<GraphClient> source(ProviderId provider, WabaId source);

    /** The provider's app, which is the one that must get the webhooks. */
    Optional<String> app(ProviderId provider);

    /** Asks about a WABA, counted as Graph counts. Empty when its quota is used up: then nothing was asked. */
    <T> Optional<ReadResult<T>> ask(ProviderId provider, WabaId waba, Supplier<ReadResult<T>> question);
}
