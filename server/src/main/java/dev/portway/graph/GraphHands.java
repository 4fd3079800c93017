package dev.portway.graph;

import dev.portway.graphclient.GraphClient;
import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Fact;
import dev.portway.migration.Findings;
import dev.portway.migration.Hands;
import dev.portway.migration.Learned;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import dev.portway.migration.PhoneNumber;
import dev.portway.migration.ProviderId;
import dev.portway.migration.WabaId;
import dev.portway.problem.Problems;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Carries out what is asked of Graph about numbers and the destination WABA. */
final class GraphHands implements Hands {
    private static final Set<Act> ACTS = EnumSet.of(Act.READ_DESTINATION, Act.SUBSCRIBE_APP, Act.UNSUBSCRIBE_APP, Act.READ_TWO_STEP,
            Act.ADD_NUMBER, Act.LIST_NUMBERS, Act.REQUEST_CODE, Act.VERIFY_CODE, Act.READ_NUMBER, Act.CHOOSE_PIN, Act.REGISTER,
            Act.PROBE_SOURCE, Act.PROBE_DESTINATION);

    private final GraphLines lines;
    private final Quotas quotas;
    private final InstantSource clock;
    private final Pins pins = new Pins();

    GraphHands(GraphLines lines, Quotas quotas, InstantSource clock) {
        this.lines = lines;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Override
    public Set<Act> acts() {
        return ACTS;
    }

    @Override
    public Answer carryOut(Next.Call call, Migration migration, Deadline sendBy) {
        return switch (call.act()) {
            case CHOOSE_PIN -> Answer.of(pin(migration, number(call)));
            case READ_TWO_STEP -> Sources.twoStep(migration, number(call), fromSource(call, migration, sendBy));
            case PROBE_SOURCE -> new Probes(clock).source(migration, number(call), fromSource(call, migration, sendBy));
            case PROBE_DESTINATION -> new Probes(clock).destination(migration, number(call), toDestination(call, migration, sendBy));
            case READ_DESTINATION -> atDestination(call, migration, sendBy,
                    (talk, _) -> Destinations.read(talk, lines.app(migration.provider())));
            case SUBSCRIBE_APP -> atDestination(call, migration, sendBy, (talk, _) -> Destinations.subscribe(talk));
            case UNSUBSCRIBE_APP -> atDestination(call, migration, sendBy, Destinations::unsubscribe);
            case ADD_NUMBER -> atDestination(call, migration, sendBy, (talk, _) -> Moves.add(talk, number(call)));
            case LIST_NUMBERS -> atDestination(call, migration, sendBy, (talk, of) -> Moves.list(talk, of, call.number()));
            case READ_NUMBER -> atDestination(call, migration, sendBy, (talk, of) -> Moves.read(talk, of, number(call)));
            case REQUEST_CODE -> atDestination(call, migration, sendBy, (talk, of) -> Moves.requestCode(talk, of, number(call)));
            case VERIFY_CODE -> atDestination(call, migration, sendBy, (talk, of) -> Moves.verifyCode(talk, of, number(call)));
            case REGISTER -> atDestination(call, migration, sendBy, (talk, of) -> Moves.register(talk, of, number(call)));
            default -> throw new IllegalArgumentException(call.act() + " is carried out elsewhere");
        };
    }

    private Answer atDestination(Next.Call call, Migration migration, Deadline sendBy,
            BiFunction<Conversation, Migration, Outcome> deed) {
        return toDestination(call, migration, sendBy).map(talk -> talk.answer(deed.apply(talk, migration)))
                .orElseGet(() -> Answer.of(new Outcome.Refused(Problems.CREDENTIALS_MISSING)));
    }

    private Optional<Conversation> toDestination(Next.Call call, Migration migration, Deadline sendBy) {
        ProviderId provider = migration.provider();
        return lines.destination(provider).map(graph -> talk(graph, migration, migration.order().destination(), call, sendBy));
    }

    private Optional<Conversation> fromSource(Next.Call call, Migration migration, Deadline sendBy) {
        ProviderId provider = migration.provider();
        return migration.order()
                .source()
                .flatMap(waba -> lines.source(provider, waba).map(graph -> talk(graph, migration, waba, call, sendBy)));
    }

    private Conversation talk(GraphClient graph, Migration migration, WabaId waba, Next.Call call, Deadline sendBy) {
        Findings seen = migration.facts().value(Fact.CHECKED).map(all -> Meanings.about(call.number(), all)).orElse(Meanings.NOTHING_SEEN);
        return new Conversation(graph, quotas, new Quotas.Whose(migration.provider(), waba), call.act(), sendBy, seen);
    }

    /** A PIN once chosen is kept: the same one makes a repeated register harmless. */
    private Outcome pin(Migration migration, PhoneNumber number) {
        return Outcome.done(Learned.that(Fact.PIN, number, migration.facts().value(Fact.PIN, number).orElseGet(pins::next)));
    }

    private static PhoneNumber number(Next.Call call) {
        return Objects.requireNonNull(call.number(), "the act is for one number");
    }
}
