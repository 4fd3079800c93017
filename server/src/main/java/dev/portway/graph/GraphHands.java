package dev.portway.graph;

import dev.portway.graph.meaning.Meanings;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.value.AppDataSync;
import dev.portway.graphclient.value.AppId;
import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Hands;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
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
            Act.PROBE_SOURCE, Act.PROBE_DESTINATION, Act.ADD_NEW_NUMBER, Act.ATTACH_CREDIT_LINE, Act.EXCHANGE_CODE, Act.READ_SIGNUP,
            Act.SET_INTENT, Act.READ_INTENT, Act.START_CLONE, Act.READ_CLONE, Act.RESUME_CLONE, Act.SYNC_CONTACTS, Act.SYNC_HISTORY,
            Act.READ_SOURCE_NUMBER, Act.LIST_SOURCE_NUMBERS, Act.SHUT_ACCESS);

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
            case ADD_NEW_NUMBER -> atDestination(call, migration, sendBy, (talk, of) -> Moves.addNew(talk, of, number(call)));
            case ATTACH_CREDIT_LINE -> inOurName(call, migration, sendBy, Credits::attach);
            case EXCHANGE_CODE -> inOurName(call, migration, sendBy, (talk, of) -> SignUps.exchange(talk, of, lines.login(of.provider())));
            case READ_SIGNUP -> inOurName(call, migration, sendBy,
                    (talk, of) -> SignUps.read(talk, of, client(of), lines.app(of.provider()).map(AppId::new)));
            case SYNC_CONTACTS -> atDestination(call, migration, sendBy,
                    (talk, of) -> Moves.sync(talk, of, number(call), AppDataSync.CONTACTS));
            case SYNC_HISTORY -> atDestination(call, migration, sendBy,
                    (talk, of) -> Moves.sync(talk, of, number(call), AppDataSync.HISTORY));
            case SET_INTENT -> atSource(call, migration, sendBy, Intents::set);
            case READ_INTENT -> atSource(call, migration, sendBy, Intents::read);
            case START_CLONE -> atSource(call, migration, sendBy, Clones::start);
            case READ_CLONE -> atSource(call, migration, sendBy, Clones::read);
            case RESUME_CLONE -> atSource(call, migration, sendBy, Clones::resume);
            case LIST_SOURCE_NUMBERS -> atSource(call, migration, sendBy, Sources::allNamed);
            case SHUT_ACCESS -> atSource(call, migration, sendBy, Destinations::unsubscribe);
            case READ_SOURCE_NUMBER -> Sources.number(migration, number(call), fromSource(call, migration, sendBy));
            default -> throw new IllegalArgumentException(call.act() + " is carried out elsewhere");
        };
    }

    private Answer atDestination(Next.Call call, Migration migration, Deadline sendBy,
            BiFunction<Conversation, Migration, Outcome> deed) {
        return said(toDestination(call, migration, sendBy), migration, deed);
    }

    private Answer atSource(Next.Call call, Migration migration, Deadline sendBy, BiFunction<Conversation, Migration, Outcome> deed) {
        return said(fromSource(call, migration, sendBy), migration, deed);
    }

    /** What only the provider may do, whoever let it into the destination. */
    private Answer inOurName(Next.Call call, Migration migration, Deadline sendBy, BiFunction<Conversation, Migration, Outcome> deed) {
        return said(lines.destination(migration.provider()).map(graph -> talk(graph, migration, about(migration), call, sendBy)), migration,
                deed);
    }

    private static Answer said(Optional<Conversation> talk, Migration migration, BiFunction<Conversation, Migration, Outcome> deed) {
        return talk.map(open -> open.answer(deed.apply(open, migration)))
                .orElseGet(() -> Answer.of(new Outcome.Refused(Problems.CREDENTIALS_MISSING)));
    }

    private Optional<Conversation> toDestination(Next.Call call, Migration migration, Deadline sendBy) {
        return lines.destination(migration).map(graph -> talk(graph, migration, about(migration), call, sendBy));
    }

    private Optional<Conversation> fromSource(Next.Call call, Migration migration, Deadline sendBy) {
        return migration.order()
                .source()
                .flatMap(waba -> source(call.act(), migration, waba).map(graph -> talk(graph, migration, waba, call, sendBy)));
    }

    /** A token that was granted is for reading, as long as the grant lasts; whatever has an effect there is done in the provider's own name. */
    private Optional<GraphClient> source(Act act, Migration migration, WabaId waba) {
        return act.isEffect() || migration.order().access() == SourceAccess.NONE
                ? lines.source(migration.provider(), waba)
                : lines.source(migration.provider(), waba, migration.facts());
    }

    /** Before anybody knows the destination, calls are counted as about the app itself: ids of Graph's nodes are all of one kind. */
    private WabaId about(Migration migration) {
        return migration.destination().orElseGet(() -> new WabaId(lines.app(migration.provider()).orElse("0")));
    }

    private Optional<GraphClient> client(Migration migration) {
        return migration.facts().value(Fact.BUSINESS_TOKEN).flatMap(token -> lines.client(migration.provider(), token));
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
