package dev.portway.preflight;

import dev.portway.graph.GraphLines;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.TemplateFilter;
import dev.portway.graphclient.node.Waba;
import dev.portway.migration.Facts;
import dev.portway.migration.Findings;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.SourceAccess;
import dev.portway.migration.WabaId;
import dev.portway.problem.Problems;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads both sides at the same time, each object once, and has them judged. */
@Component
class GraphPreflight implements Preflight {
    private final GraphLines lines;
    private final InstantSource clock;

    GraphPreflight(GraphLines lines, InstantSource clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Result check(ProviderId provider, Order order, Facts stated) {
        Optional<GraphClient> destination = lines.destination(provider);
        if (destination.isEmpty()) {
            return new Result.Blind(Problems.CREDENTIALS_MISSING);
        }
        Optional<GraphClient> source = order.source()
                .filter(_ -> order.access() != SourceAccess.NONE)
                .flatMap(waba -> lines.source(provider, waba));
        Observed observed = look(order, source, destination.get());
        return observed.destination().down() || observed.source().down()
                ? new Result.Blind(Problems.GRAPH_UNAVAILABLE)
                : new Result.Looked(new Findings(new Checks(observed, order, stated, clock.instant()).all()));
    }

    private static Observed look(Order order, Optional<GraphClient> source, GraphClient destination) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Observed.Side> there = source.isEmpty()
                    ? CompletableFuture.completedFuture(Observed.Side.HIDDEN)
                    : side(source.get(), order.source().orElseThrow(), threads);
            CompletableFuture<Observed.Side> here = side(destination, order.destination(), threads);
            return new Observed(there.join(), here.join());
        }
    }

    private static CompletableFuture<Observed.Side> side(GraphClient graph, WabaId waba, Executor threads) {
        var id = new dev.portway.graphclient.value.WabaId(waba.value());
        CompletableFuture<Reading<Waba>> node = ask(threads, () -> Reading.of(graph.wabas().get(id)));
        CompletableFuture<Reading<Listing<BusinessPhoneNumber>>> numbers = ask(threads, () -> Reading.of(graph.numbers().of(id)));
        CompletableFuture<Reading<Listing<Template>>> templates = ask(threads,
                () -> Reading.of(graph.templates().of(id, TemplateFilter.ALL)));
        return node.thenCombine(numbers, (one, many) -> new Observed.Side(one, items(many), new Reading.Hidden<>()))
                .thenCombine(templates, (side, some) -> new Observed.Side(side.waba(), side.numbers(), items(some)));
    }

    private static <T> CompletableFuture<T> ask(Executor threads, Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, threads);
    }

    private static <T> Reading<List<T>> items(Reading<Listing<T>> listing) {
        return switch (listing) {
            case Reading.Read<Listing<T>>(var read) -> new Reading.Read<>(read.items());
            case Reading.Hidden<Listing<T>> _ -> new Reading.Hidden<>();
            case Reading.Down<Listing<T>> _ -> new Reading.Down<>();
        };
    }
}
