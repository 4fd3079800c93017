package dev.portway.preflight;

import dev.portway.graph.GraphLines;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.Open;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.fact.WabaId;
import dev.portway.preflight.GraphPreflight.Seen;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a glance needs: of each side that was named the account and its numbers, no templates. */
@Component
class GraphGlance implements Glance {
    private static final int READS_OF_A_SIDE = 2;

    private final GraphLines lines;
    private final InstantSource clock;

    GraphGlance(GraphLines lines, InstantSource clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Shown at(ProviderId provider, Where where) {
        Optional<Seen> source = where.source()
                .filter(_ -> where.access() != SourceAccess.NONE)
                .flatMap(waba -> seen(provider, waba, lines.source(provider, waba)));
        Optional<Seen> destination = where.destination().flatMap(waba -> seen(provider, waba, lines.destination(provider)));
        Observed observed = look(source, destination, lines.app(provider));
        var checks = new Checks(observed, new Judge(order(where), Facts.NONE, Spendings.NONE, clock.instant()));
        List<Finding> findings = checks.all().stream().filter(finding -> isAsked(finding, where)).toList();
        return new Shown(new Findings(findings), account(observed.source().waba(), source), findings.stream().anyMatch(Finding::passes));
    }

    private Optional<Seen> seen(ProviderId provider, WabaId waba, Optional<GraphClient> line) {
        return line.map(graph -> new Seen(graph, lines.quota(provider, waba), waba, Preflight.Depth.ALL));
    }

    private static Observed look(Optional<Seen> source, Optional<Seen> destination, Optional<String> app) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var there = source.map(seen -> side(seen, app, threads)).orElseGet(GraphGlance::hidden);
            var here = destination.map(seen -> side(seen, app, threads)).orElseGet(GraphGlance::hidden);
            return new Observed(there.join(), here.join(), Observed.Beside.unread(Unseen.NO_ACCESS), app);
        }
    }

    private static CompletableFuture<Observed.Side> side(Seen seen, Optional<String> app, java.util.concurrent.Executor threads) {
        return seen.quota()
                .take(READS_OF_A_SIDE)
                .map(pause -> CompletableFuture.completedFuture(Observed.Side.closed(pause)))
                .orElseGet(() -> GraphPreflight.standing(seen, app.map(AppId::new), threads));
    }

    private static CompletableFuture<Observed.Side> hidden() {
        return CompletableFuture.completedFuture(Observed.Side.unread(Unseen.NO_ACCESS));
    }

    private static Order order(Where where) {
        return new Order(List.of(where.number()), where.source(), where.access(), where.destination(),
                Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE, Optional.empty());
    }

    /** What was not named is not looked for; what a glance leaves out neither. */
    private static boolean isAsked(Finding finding, Where where) {
        return Check.named(finding.check()).filter(check -> switch (check) {
            case APP_SUBSCRIBED, TEMPLATE_CAPACITY, REGISTERS_LEFT, CODES_LEFT, ALONE_AT_SOURCE, ADMIN_KNOWN, NO_BAN_ANNOUNCED,
                    CALLBACK_REACHABLE, NO_OTHER_LINE, CALLS_LEFT ->
                false;
            default -> switch (check.read().side()) {
                case SOURCE -> where.source().isPresent();
                case DESTINATION -> where.destination().isPresent();
                case NEITHER -> true;
                case BOTH -> where.source().isPresent() && where.destination().isPresent();
            };
        }).isPresent();
    }

    private static Account account(Reading<Waba> waba, Optional<Seen> source) {
        String where = source.map(seen -> "/" + seen.waba()).orElse("");
        return waba.seen()
                .map(one -> new Account(text(one.ownership().type()), Optional.ofNullable(one.currency()), text(one.messagingLimit()),
                        where))
                .orElse(Account.HIDDEN);
    }

    private static Optional<String> text(@Nullable Open<?> value) {
        return Optional.ofNullable(value).map(Open::text);
    }
}
