package dev.portway.preflight;

import dev.portway.graph.GraphLines;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.SubscribedApp;
import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.TemplateFilter;
import dev.portway.graphclient.node.TokenInfo;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.AppId;
import dev.portway.migration.Facts;
import dev.portway.migration.Findings;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.SourceAccess;
import dev.portway.migration.Unseen;
import dev.portway.migration.WabaId;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads both sides at the same time, each object once, and has them judged: it takes as long as the list with the most pages. */
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
        Observed observed = look(order, source, destination.get(), lines.app(provider));
        return observed.blind()
                .<Result>map(why -> new Result.Blind(problem(why)))
                .orElseGet(() -> new Result.Looked(new Findings(new Checks(observed, new Judge(order, stated, clock.instant())).all())));
    }

    private static Problem problem(Unseen why) {
        return switch (why) {
            case RATE_LIMITED -> Problems.RATE_LIMITED;
            case UNREACHABLE -> Problems.GRAPH_UNREACHABLE;
            default -> Problems.GRAPH_UNAVAILABLE;
        };
    }

    private static Observed look(Order order, Optional<GraphClient> source, GraphClient destination, Optional<String> app) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Observed.Side> there = source.isEmpty()
                    ? CompletableFuture.completedFuture(Observed.Side.unread(Unseen.NO_ACCESS))
                    : side(source.get(), order.source().orElseThrow(), app, threads);
            CompletableFuture<Observed.Side> here = side(destination, order.destination(), app, threads);
            CompletableFuture<Reading<List<SubscribedApp>>> apps = list(threads,
                    () -> destination.subscriptions().of(id(order.destination())));
            return new Observed(there.join(), here.join(), apps.join(), app);
        }
    }

    private static CompletableFuture<Observed.Side> side(GraphClient graph, WabaId waba, Optional<String> app, Executor threads) {
        CompletableFuture<Reading<TokenInfo>> token = ask(threads, () -> graph.tokens().inspectOwn(app.map(AppId::new).orElse(null)));
        CompletableFuture<Reading<Waba>> node = ask(threads, () -> graph.wabas().get(id(waba)));
        CompletableFuture<Reading<List<BusinessPhoneNumber>>> numbers = list(threads, () -> graph.numbers().of(id(waba)));
        CompletableFuture<Reading<List<Template>>> templates = list(threads, () -> graph.templates().of(id(waba), TemplateFilter.ALL));
        return CompletableFuture.allOf(token, node, numbers, templates)
                .thenApply(_ -> new Observed.Side(token.join(), node.join(), numbers.join(), templates.join()));
    }

    private static <T> CompletableFuture<Reading<T>> ask(Executor threads, Supplier<ReadResult<T>> question) {
        return CompletableFuture.supplyAsync(() -> Reading.of(question.get()), threads);
    }

    private static <T> CompletableFuture<Reading<List<T>>> list(Executor threads, Supplier<ReadResult<Listing<T>>> question) {
        return ask(threads, question).thenApply(reading -> reading.map(Listing::items));
    }

    private static dev.portway.graphclient.value.WabaId id(WabaId waba) {
        return new dev.portway.graphclient.value.WabaId(waba.value());
    }
}
