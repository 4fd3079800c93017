package dev.portway.preflight;

import dev.portway.asset.TemplateMark;
import dev.portway.graph.GraphLines;
import dev.portway.graph.Quota;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.AppWebhook;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessUser;
import dev.portway.graphclient.node.CreditAllocation;
import dev.portway.graphclient.node.SubscribedApp;
import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.TemplateFilter;
import dev.portway.graphclient.node.TokenInfo;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.time.Instant;
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
    /** The WABA, its numbers, its templates and its apps; what a token may do is not asked about a WABA, nor who is in a portfolio. */
    private static final int READS_OF_A_SIDE = 4;
    private static final int READS_OF_WHAT_DRIFTS = 2;

    private final GraphLines lines;
    private final InstantSource clock;

    /** A WABA, by which line it is read, and what the reads are counted in before they are made. */
    record Seen(GraphClient graph, Quota quota, WabaId waba, Depth depth) {
        /** How many calls Graph counts for it. */
        int reads() {
            return depth == Depth.ALL ? READS_OF_A_SIDE : READS_OF_WHAT_DRIFTS;
        }
    }

    GraphPreflight(GraphLines lines, InstantSource clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public Result look(Question question, Depth depth) {
        Optional<GraphClient> destination = lines.destination(question.provider());
        if (destination.isEmpty()) {
            return new Result.Blind(Problems.CREDENTIALS_MISSING);
        }
        Optional<Seen> here = question.order()
                .destination()
                .map(waba -> new Seen(destination.get(), lines.quota(question.provider(), waba), waba, depth));
        return here.flatMap(seen -> seen.quota().take(seen.reads()))
                .<Result>map(pause -> new Result.Blind(Problems.RATE_LIMITED, pause))
                .orElseGet(() -> judged(look(question, here), question, depth));
    }

    private Result judged(Observed observed, Question question, Depth depth) {
        return observed.blind(depth)
                .<Result>map(why -> blind(problem(why), observed.pause()))
                .orElseGet(() -> looked(observed, question));
    }

    private Result looked(Observed observed, Question question) {
        Instant now = clock.instant();
        var checks = new Checks(observed, new Judge(question.order(), question.stated(), question.tried(), now));
        var asked = new Findings(checks.all().stream().filter(finding -> question.checks().contains(finding.check())).toList(),
                observed.pause());
        return new Result.Looked(asked, observed.source().templates().seen().map(all -> all.stream().map(TemplateMark::of).toList()), now);
    }

    /** What Graph told, where that is longer than the row of the problem says. */
    private static Result.Blind blind(Problem why, Optional<Duration> told) {
        return told.filter(pause -> pause.compareTo(why.pause()) > 0)
                .map(pause -> new Result.Blind(why, pause))
                .orElseGet(() -> new Result.Blind(why));
    }

    private static Problem problem(Unseen why) {
        return switch (why) {
            case RATE_LIMITED -> Problems.RATE_LIMITED;
            case UNREACHABLE -> Problems.GRAPH_UNREACHABLE;
            default -> Problems.GRAPH_UNAVAILABLE;
        };
    }

    private Observed look(Question question, Optional<Seen> destination) {
        Optional<String> app = lines.app(question.provider());
        Optional<Seen> source = question.order()
                .source()
                .filter(_ -> question.order().access() != SourceAccess.NONE)
                .flatMap(waba -> lines.source(question.provider(), waba, question.stated())
                        .map(graph -> new Seen(graph, lines.quota(question.provider(), waba), waba, Depth.ALL)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Observed.Side> here = destination.map(seen -> side(seen, app, threads)).orElseGet(GraphPreflight::unread);
            CompletableFuture<Observed.Side> there = source.map(seen -> there(seen, app, threads)).orElseGet(GraphPreflight::unread);
            CompletableFuture<Reading<List<AppWebhook>>> webhooks = destination
                    .map(seen -> CompletableFuture.supplyAsync(() -> webhooks(seen, question.provider()), threads))
                    .orElseGet(GraphPreflight::left);
            Reading<List<BusinessUser>> people = destination.map(seen -> people(seen, here.join()))
                    .or(() -> source.map(seen -> people(seen, there.join())))
                    .orElseGet(() -> new Reading.Unread<>(Unseen.NO_ACCESS));
            Reading<List<CreditAllocation>> shares = destination.map(seen -> shares(seen, here.join(), question.stated()))
                    .orElseGet(() -> new Reading.Unread<>(Unseen.NO_ACCESS));
            return new Observed(there.join(), here.join(), new Observed.Beside(people, webhooks.join(), shares), app);
        }
    }

    /** Not while the migration waits: who is in a portfolio changes seldom. Graph counts it for no WABA. */
    private static Reading<List<BusinessUser>> people(Seen by, Observed.Side side) {
        return by.depth() == Depth.WHAT_DRIFTS
                ? new Reading.Unread<>(Unseen.NOT_SHOWN)
                : Checks.owner(side)
                        .map(owner -> Reading.of(by.quota().heard(by.graph().businesses().people(owner))).map(Listing::items))
                        .orElseGet(() -> new Reading.Unread<>(side.waba().missing()));
    }

    /** Not while the migration waits. Only the app itself may ask, and has few calls: nothing waits for the answer. */
    private Reading<List<AppWebhook>> webhooks(Seen by, ProviderId provider) {
        if (by.depth() == Depth.WHAT_DRIFTS) {
            return new Reading.Unread<>(Unseen.NOT_SHOWN);
        }
        Reading<List<AppWebhook>> read = lines.login(provider)
                .map(login -> Reading.of(by.graph().subscriptions().ofApp(login.app(), login.secret())).map(Listing::items))
                .orElseGet(() -> new Reading.Unread<>(Unseen.NOT_SHOWN));
        return read.missing().passes() ? new Reading.Unread<>(Unseen.NOT_NOW) : read;
    }

    /** Of the line that is to pay, where the order names one. Not while the migration waits: it attaches the line itself. */
    private static Reading<List<CreditAllocation>> shares(Seen by, Observed.Side side, Facts stated) {
        Optional<CreditLineId> line = stated.value(Fact.CREDIT_LINE).map(CreditLineId::new);
        return by.depth() == Depth.WHAT_DRIFTS || line.isEmpty()
                ? new Reading.Unread<>(Unseen.NOT_SHOWN)
                : Checks.owner(side)
                        .map(owner -> Reading.of(by.graph().credit().allocations(line.get(), owner)).map(Listing::items))
                        .orElseGet(() -> new Reading.Unread<>(side.waba().missing()));
    }

    private static CompletableFuture<Observed.Side> unread() {
        return CompletableFuture.completedFuture(Observed.Side.unread(Unseen.NO_ACCESS));
    }

    /** Counted while the destination is already being read. */
    private static CompletableFuture<Observed.Side> there(Seen source, Optional<String> app, Executor threads) {
        return source.quota()
                .take(source.reads())
                .map(pause -> CompletableFuture.completedFuture(Observed.Side.closed(pause)))
                .orElseGet(() -> side(source, app, threads));
    }

    private static CompletableFuture<Observed.Side> side(Seen from, Optional<String> app, Executor threads) {
        CompletableFuture<Reading<List<Template>>> templates = from.depth() == Depth.ALL
                ? list(threads, from, () -> from.graph().templates().of(id(from.waba()), TemplateFilter.ALL))
                : left();
        CompletableFuture<Reading<List<SubscribedApp>>> apps = list(threads, from, () -> from.graph().subscriptions().of(id(from.waba())));
        return standing(from, app.map(AppId::new), threads).thenCompose(side -> templates.thenCombine(apps, side::with));
    }

    /** Not asked for. */
    private static <T> CompletableFuture<Reading<T>> left() {
        return CompletableFuture.completedFuture(new Reading.Unread<>(Unseen.NOT_SHOWN));
    }

    /** Everything of a side but its templates, of which there may be thousands. */
    static CompletableFuture<Observed.Side> standing(Seen from, Optional<AppId> app, Executor threads) {
        CompletableFuture<Reading<TokenInfo>> token = CompletableFuture
                .supplyAsync(() -> Reading.of(from.graph().tokens().inspectOwn(app.orElse(null))), threads);
        CompletableFuture<Reading<Waba>> node = ask(threads, from, () -> from.graph().wabas().get(id(from.waba())));
        CompletableFuture<Reading<List<BusinessPhoneNumber>>> numbers = from.depth() == Depth.ALL
                ? list(threads, from, () -> from.graph().numbers().of(id(from.waba())))
                : left();
        return CompletableFuture.allOf(token, node, numbers)
                .thenApply(_ -> new Observed.Side(token.join(), node.join(), numbers.join(), new Reading.Unread<>(Unseen.NOT_SHOWN),
                        new Reading.Unread<>(Unseen.NOT_SHOWN)));
    }

    private static <T> CompletableFuture<Reading<T>> ask(Executor threads, Seen from, Supplier<ReadResult<T>> question) {
        return CompletableFuture.supplyAsync(() -> Reading.of(from.quota().heard(question.get())), threads);
    }

    private static <T> CompletableFuture<Reading<List<T>>> list(Executor threads, Seen from, Supplier<ReadResult<Listing<T>>> question) {
        return ask(threads, from, question).thenApply(reading -> reading.map(Listing::items));
    }

    private static dev.portway.graphclient.value.WabaId id(WabaId waba) {
        return new dev.portway.graphclient.value.WabaId(waba.value());
    }
}
