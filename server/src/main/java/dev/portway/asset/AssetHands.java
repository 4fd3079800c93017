package dev.portway.asset;

import dev.portway.asset.Assets.Fate;
import dev.portway.asset.Assets.NumberLine;
import dev.portway.asset.Assets.TemplateLine;
import dev.portway.graph.Asked;
import dev.portway.graph.Exchanges;
import dev.portway.graph.GraphLines;
import dev.portway.graph.Quota;
import dev.portway.graph.meaning.Meanings;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.answer.Answered;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.Exchange;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.InDoubt;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.NotSent;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.answer.Unreachable;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.TemplateCopies;
import dev.portway.graphclient.node.TemplateCopyOrder;
import dev.portway.graphclient.node.TemplateFilter;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Hands;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.problem.Problems;
import dev.portway.problem.Retry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes down what hangs on a number, has templates copied early, and compares what arrived. */
@Component
class AssetHands implements Hands {
    /** Meta copies templates by itself when a number is registered, and says only that it takes time. Assumed: three minutes are plenty. */
    private static final Duration COPYING = Duration.ofMinutes(3);
    /** A WABA with more pages of 500 than this has more templates than Meta allows. */
    private static final int MOST_PAGES = 13;
    /** What is worth asking again by itself. */
    private static final Set<Retry> PASSING = Set.of(Retry.SOON, Retry.AFTER_WAIT);

    private final GraphLines lines;
    private final Snapshots snapshots;
    private final InstantSource clock;

    AssetHands(GraphLines lines, Snapshots snapshots, InstantSource clock) {
        this.lines = lines;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.TAKE_SNAPSHOT, Act.COPY_TEMPLATES, Act.COMPARE_ASSETS);
    }

    @Override
    public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
        List<Exchange> said = new ArrayList<>();
        Outcome outcome = switch (call.act()) {
            case TAKE_SNAPSHOT -> snapshot(migration, said);
            case COPY_TEMPLATES -> copy(migration, SendBy.at(sendBy.nanos()), said);
            case COMPARE_ASSETS -> compare(migration, said);
            default -> throw new IllegalArgumentException(call.act() + " is carried out elsewhere");
        };
        return new Answer(outcome, Exchanges.json(said));
    }

    private Outcome snapshot(Migration migration, List<Exchange> said) {
        Optional<GraphClient> source = source(migration);
        if (source.isEmpty()) {
            return taken();
        }
        return templates(migration, source.get(), migration.order().source().orElseThrow(), said, result -> switch (result) {
            case Answered<Listing<Template>>(var listing, _) -> {
                snapshots.before(migration.provider(), migration.id(), listing.items());
                numbers(migration, source, migration.order().source(), said).ifPresent(listed -> snapshots
                        .beforeNumbers(migration.provider(), migration.id(),
                                listed.stream().flatMap(one -> Whereabouts.before(one).stream()).toList()));
                yield taken();
            }
            case Refused<Listing<Template>>(GraphError error, _) when PASSING.contains(Meanings.of(error).retry()) ->
                Meanings.refusal(error);
            case Refused<Listing<Template>> _ -> taken(); // may not be read: nothing to compare with later, and that is said then
            case Unreachable<Listing<Template>> _ -> new Outcome.Refused(Problems.GRAPH_UNREACHABLE);
        });
    }

    private static Outcome taken() {
        return Outcome.done(Learned.that(Fact.SNAPSHOT_TAKEN, true));
    }

    /** Optional by nature: what is not copied now comes by itself later, or is seen missing. Only what passes is tried again. */
    private Outcome copy(Migration migration, SendBy sendBy, List<Exchange> said) {
        Optional<GraphClient> destination = lines.destination(migration);
        if (destination.isEmpty() || migration.destination().isEmpty()) {
            return new Outcome.Refused(Problems.CREDENTIALS_MISSING);
        }
        Quota quota = lines.quota(migration.provider(), migration.destination().get());
        var to = new WabaId(migration.destination().get().value());
        var from = new WabaId(migration.order().source().orElseThrow().value());
        for (int page = 0; page < MOST_PAGES; page++) {
            TemplateCopyOrder order = TemplateCopyOrder.page(from, page);
            Asked<EffectResult<TemplateCopies>> asked = quota.demand(() -> destination.get().templates().copy(to, order, sendBy));
            if (asked instanceof Asked.Told<EffectResult<TemplateCopies>>(var told)) {
                said.add(told.exchange());
            }
            switch (asked) {
                case Asked.Closed<EffectResult<TemplateCopies>>(var pause) -> {
                    return page > 0 ? Outcome.done() : new Outcome.NotSent(Problems.RATE_LIMITED, pause);
                }
                case Asked.Told<EffectResult<TemplateCopies>>(Answered<TemplateCopies>(var copies, _)) when copies.copied().isEmpty()
                        && copies.failed().isEmpty() -> {
                    return Outcome.done();
                }
                case Asked.Told<EffectResult<TemplateCopies>>(Answered<TemplateCopies> _) -> {
                } // there may be another page
                case Asked.Told<EffectResult<TemplateCopies>>(Refused<TemplateCopies> _) -> {
                    return Outcome.done();
                }
                case Asked.Told<EffectResult<TemplateCopies>>(InDoubt<TemplateCopies>(_, var detail, _, _)) -> {
                    return new Outcome.InDoubt(detail);
                }
                case Asked.Told<EffectResult<TemplateCopies>>(NotSent<TemplateCopies> _) -> {
                    return page > 0 ? Outcome.done() : new Outcome.NotSent(Problems.GRAPH_UNREACHABLE, Duration.ofSeconds(5));
                }
            }
        }
        return Outcome.done();
    }

    private Outcome compare(Migration migration, List<Exchange> said) {
        Optional<GraphClient> destination = lines.destination(migration);
        if (destination.isEmpty() || migration.destination().isEmpty()) {
            return new Outcome.Refused(Problems.CREDENTIALS_MISSING);
        }
        return templates(migration, destination.get(), migration.destination().get(), said, result -> switch (result) {
            case Answered<Listing<Template>>(var listing, _) -> compared(migration, listing.items(), numbersLost(migration, said));
            case Refused<Listing<Template>>(GraphError error, _) -> Meanings.refusal(error);
            case Unreachable<Listing<Template>> _ -> new Outcome.Refused(Problems.GRAPH_UNREACHABLE);
        });
    }

    private Outcome compared(Migration migration, List<Template> there, int numbersLost) {
        Map<String, Template> byName = there.stream()
                .collect(Collectors.toMap(one -> one.name() + " " + one.language(), Function.identity(), (one, _) -> one));
        boolean stillCopying = lastRegistered(migration).map(at -> clock.instant().isBefore(at.plus(COPYING))).orElse(true);
        List<TemplateLine> lines = snapshots.templates(migration.provider(), migration.id())
                .stream()
                .map(line -> Fates.judged(line, Optional.ofNullable(byName.get(line.name() + " " + line.language())), stillCopying))
                .toList();
        lines.forEach(line -> snapshots.after(migration.provider(), migration.id(), line));
        return Outcome.done(Learned.that(Fact.ASSETS,
                new AssetsCompared(lines.size(), count(lines, Fate.CARRIED), count(lines, Fate.PENDING), count(lines, Fate.FAILED),
                        count(lines, Fate.STAYED), numbersLost)));
    }

    /** How many of the numbers that were verified are known not to be any more. What could not be read is not known to be lost. */
    private int numbersLost(Migration migration, List<Exchange> said) {
        List<NumberLine> before = snapshots.numbers(migration.provider(), migration.id());
        if (before.isEmpty()) {
            return 0;
        }
        var now = new Whereabouts(numbers(migration, lines.destination(migration), migration.destination(), said),
                numbers(migration, source(migration), migration.order().source(), said));
        List<NumberLine> after = before.stream().map(now::judged).toList();
        after.forEach(line -> snapshots.afterNumber(migration.provider(), migration.id(), line));
        return (int) after.stream().filter(NumberLine::isLost).count();
    }

    /** Empty when they could not be read: nothing waits for them. */
    private Optional<List<BusinessPhoneNumber>> numbers(Migration migration, Optional<GraphClient> graph,
            Optional<dev.portway.migration.fact.WabaId> waba, List<Exchange> said) {
        return graph.isEmpty() || waba.isEmpty()
                ? Optional.empty()
                : switch (lines.quota(migration.provider(), waba.get())
                        .ask(() -> graph.get().numbers().of(new WabaId(waba.get().value())))) {
                    case Asked.Told<ReadResult<Listing<BusinessPhoneNumber>>>(var result) -> {
                        said.add(result.exchange());
                        yield result instanceof Answered<Listing<BusinessPhoneNumber>>(var listing, _)
                                ? Optional.of(listing.items())
                                : Optional.empty();
                    }
                    case Asked.Closed<ReadResult<Listing<BusinessPhoneNumber>>> _ -> Optional.empty();
                };
    }

    private static Optional<Instant> lastRegistered(Migration migration) {
        return migration.order()
                .numbers()
                .stream()
                .flatMap(number -> migration.facts().value(Fact.REGISTERED_AT, number).stream())
                .max(Comparator.naturalOrder());
    }

    private static int count(List<TemplateLine> lines, Fate fate) {
        return (int) lines.stream().filter(line -> line.fate() == fate).count();
    }

    private Optional<GraphClient> source(Migration migration) {
        return migration.order()
                .source()
                .filter(_ -> migration.order().access() != SourceAccess.NONE)
                .flatMap(waba -> lines.source(migration.provider(), waba, migration.facts()));
    }

    private Outcome templates(Migration migration, GraphClient graph, dev.portway.migration.fact.WabaId waba, List<Exchange> said,
            Function<ReadResult<Listing<Template>>, Outcome> next) {
        var asked = lines.quota(migration.provider(), waba).ask(() -> graph.templates().of(new WabaId(waba.value()), TemplateFilter.ALL));
        return switch (asked) {
            case Asked.Told<ReadResult<Listing<Template>>>(var result) -> {
                said.add(result.exchange());
                yield next.apply(result);
            }
            case Asked.Closed<ReadResult<Listing<Template>>>(var pause) -> new Outcome.NotSent(Problems.RATE_LIMITED, pause);
        };
    }
}
