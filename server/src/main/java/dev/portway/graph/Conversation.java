package dev.portway.graph;

import dev.portway.graph.meaning.Meaning;
import dev.portway.graph.meaning.Meanings;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.answer.Answered;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.Exchange;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.InDoubt;
import dev.portway.graphclient.answer.NotSent;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.answer.Unreachable;
import dev.portway.graphclient.value.SendBy;
import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What one act says to Graph about one WABA: asks only while the WABA's quota is open, gives what comes back a meaning, keeps the record. */
final class Conversation {
    /** Nobody listened: a restart or a network that comes back takes about as long. */
    private static final Duration UNREACHED = Duration.ofSeconds(5);

    /** Server unavailable. Assumed: as with 1, 2 and 131000 the effect may have taken place, because Meta's text does not exclude it. */
    private static final int SERVER_UNAVAILABLE = 133004;

    /** Effects that spend the management quota, as all reads do. Source: Meta, "Rate limits", 4 Aug 2026. */
    private static final Set<Act> COUNTED = Set.of(Act.SUBSCRIBE_APP, Act.UNSUBSCRIBE_APP);

    private final GraphClient graph;
    private final Quotas quotas;
    private final Quotas.Whose whose;
    private final Act act;
    private final SendBy sendBy;
    private final Findings seen;
    private final List<Exchange> exchanges = new ArrayList<>();
    /** Of those exchanges that were refusals, by their place. */
    private final Map<Integer, Meaning> meanings = new HashMap<>();

    /** @param seen what the checks saw before: it may tell what Graph's words do not */
    Conversation(GraphClient graph, Quotas quotas, Quotas.Whose whose, Act act, Deadline sendBy, Findings seen) {
        this.graph = graph;
        this.quotas = quotas;
        this.whose = whose;
        this.act = act;
        this.sendBy = SendBy.at(sendBy.nanos());
        this.seen = seen;
    }

    /** What is asked of Graph with an effect. */
    interface Effect<T> {
        EffectResult<T> of(GraphClient graph, SendBy sendBy);
    }

    dev.portway.graphclient.value.WabaId waba() {
        return id(whose.waba());
    }

    static dev.portway.graphclient.value.WabaId id(WabaId waba) {
        return new dev.portway.graphclient.value.WabaId(waba.value());
    }

    <T> Heard<T> read(Function<GraphClient, ReadResult<T>> question) {
        Optional<Heard<T>> closed = closed(quotas.take(whose, 1));
        if (closed.isPresent()) {
            return closed.get();
        }
        ReadResult<T> result = question.apply(graph);
        keep(result.exchange());
        return switch (result) {
            case Answered<T>(T value, _) -> new Heard.Yes<>(value);
            case Refused<T>(GraphError error, _) -> refused(error);
            case Unreachable<T> _ -> new Heard.No<>(new Outcome.Refused(Problems.GRAPH_UNREACHABLE));
        };
    }

    <T> Heard<T> effect(Effect<T> demand) {
        Optional<Heard<T>> closed = closed(COUNTED.contains(act) ? quotas.take(whose, 1) : quotas.closedFor(whose));
        if (closed.isPresent()) {
            return closed.get();
        }
        EffectResult<T> result = demand.of(graph, sendBy);
        keep(result.exchange());
        return switch (result) {
            case Answered<T>(T value, _) -> new Heard.Yes<>(value);
            case Refused<T>(GraphError error, _) when error.code() == SERVER_UNAVAILABLE -> unsure(error.toString());
            case Refused<T>(GraphError error, _) -> refused(error);
            case InDoubt<T>(_, String detail, GraphError error, _) when error != null -> unsure(detail);
            case InDoubt<T>(var trouble, String detail, _, _) -> new Heard.No<>(new Outcome.InDoubt(trouble + ": " + detail));
            case NotSent<T> _ -> new Heard.No<>(new Outcome.NotSent(Problems.GRAPH_UNREACHABLE, UNREACHED));
        };
    }

    Answer answer(Outcome outcome) {
        return new Answer(outcome, Exchanges.json(exchanges, meanings));
    }

    /** What the last call asked for, by the name of a parameter; empty when it said nothing of it. */
    String lastAsked(String parameter) {
        return exchanges.isEmpty() ? "" : exchanges.getLast().parameters().getOrDefault(parameter, "");
    }

    /** What harms no one twice is tried again as after a refusal; of the rest it is found out first whether it took place. */
    private <T> Heard<T> unsure(String detail) {
        return new Heard.No<>(act.isSafeToRepeat()
                ? new Outcome.Refused(Problems.GRAPH_UNAVAILABLE)
                : new Outcome.InDoubt("Graph does not know: " + detail));
    }

    private <T> Heard<T> refused(GraphError error) {
        Meaning meaning = Meanings.of(error, seen);
        Problem problem = meaning.problem();
        meanings.put(exchanges.size() - 1, meaning);
        quotas.refused(whose, error);
        return new Heard.No<>(new Outcome.Refused(problem, Meanings.pause(error, problem)));
    }

    private static <T> Optional<Heard<T>> closed(Optional<Duration> wait) {
        return wait.map(pause -> new Heard.No<>(new Outcome.NotSent(Problems.RATE_LIMITED, pause)));
    }

    private void keep(Exchange exchange) {
        exchanges.add(exchange);
        quotas.heard(whose, exchange);
    }
}
