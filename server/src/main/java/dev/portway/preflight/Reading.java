package dev.portway.preflight;

import dev.portway.graph.meaning.Meanings;
import dev.portway.graphclient.answer.Answered;
import dev.portway.graphclient.answer.Exchange;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.answer.Trouble;
import dev.portway.graphclient.answer.Unreachable;
import dev.portway.graphclient.answer.Usage;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of reading one object. Missing permission is never read as "not there". */
sealed interface Reading<T> {
    /** What a refusal of a read keeps us from seeing. */
    Map<Problem, Unseen> REFUSALS = Map.of(Problems.TOKEN_INVALID, Unseen.TOKEN_INVALID, Problems.PERMISSION_MISSING,
            Unseen.PERMISSION_MISSING, Problems.ACCESS_BLOCKED, Unseen.ACCESS_BLOCKED, Problems.NOT_FOUND, Unseen.NOT_FOUND,
            Problems.NUMBER_DELETED, Unseen.NOT_FOUND, Problems.BLOCKED_BY_POLICY, Unseen.ACCESS_BLOCKED, Problems.RATE_LIMITED,
            Unseen.RATE_LIMITED, Problems.GRAPH_UNAVAILABLE, Unseen.UNAVAILABLE);

    /**
     * @param fields those that were asked for: what is absent and was not asked for is not known to be absent
     * @param usage how much of the quotas is used up, as told beside the answer
     */
    record Read<T>(T value, String fields, Usage usage) implements Reading<T> {
        Read(T value, String fields) {
            this(value, fields, Usage.UNKNOWN);
        }
    }

    /** @param pause how long Graph told us to keep away; zero when it told nothing */
    record Unread<T>(Unseen why, Duration pause) implements Reading<T> {
        Unread(Unseen why) {
            this(why, Duration.ZERO);
        }
    }

    static <T> Reading<T> of(ReadResult<T> result) {
        return switch (result) {
            case Answered<T>(T value, Exchange exchange) ->
                new Read<>(value, exchange.parameters().getOrDefault("fields", ""), exchange.usage());
            case Refused<T>(GraphError error, _) -> unread(error);
            case Unreachable<T>(Trouble trouble, _, _) -> new Unread<>(why(trouble));
        };
    }

    private static <T> Unread<T> unread(GraphError error) {
        Outcome.Refused refusal = Meanings.refusal(error);
        Unseen meant = REFUSALS.getOrDefault(refusal.problem(), Unseen.NOT_UNDERSTOOD);
        if (meant == Unseen.RATE_LIMITED) {
            return new Unread<>(meant, refusal.pause());
        }
        boolean troubled = error.isTransient() || error.httpStatus() >= 500;
        return new Unread<>(troubled && !meant.passes() ? Unseen.UNAVAILABLE : meant);
    }

    private static Unseen why(Trouble trouble) {
        return switch (trouble) {
            case SERVER_FAULT, GRAPH_UNSURE -> Unseen.UNAVAILABLE;
            default -> Unseen.UNREACHABLE;
        };
    }

    default Optional<T> seen() {
        return this instanceof Read<T>(T read, _, _) ? Optional.of(read) : Optional.empty();
    }

    /** Why it could not be read; when it was, why a field is missing in it. */
    default Unseen missing() {
        return this instanceof Unread<T>(Unseen why, _) ? why : Unseen.NOT_SHOWN;
    }

    /** How long Graph told us to keep away from it; zero when it told nothing, or it was read. */
    default Duration pause() {
        return this instanceof Unread<T>(_, Duration told) ? told : Duration.ZERO;
    }

    /** How much of this account's quota of calls is used up, in percent; empty when that was not told. */
    default Optional<Integer> used(WabaId waba) {
        return this instanceof Read<T>(_, _, Usage usage)
                ? usage.business()
                        .stream()
                        .filter(use -> use.id().equals(waba.value()))
                        .map(use -> use.load().highestPercent())
                        .max(Integer::compare)
                : Optional.empty();
    }

    /** Whether a field was asked for at all: the client leaves out those that Graph does not have for this caller. */
    default boolean asked(String field) {
        return this instanceof Read<T>(_, String fields, _) && List.of(fields.split(",")).contains(field);
    }

    default <R> Reading<R> map(Function<T, R> change) {
        return switch (this) {
            case Read<T>(T read, String fields, Usage usage) -> new Read<>(change.apply(read), fields, usage);
            case Unread<T>(Unseen why, Duration pause) -> new Unread<>(why, pause);
        };
    }
}
