package dev.portway.graph;

import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.OutgoingMessage;
import dev.portway.graphclient.node.SentMessage;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.migration.Answer;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Probe;
import dev.portway.migration.fact.SourceAccess;
import java.time.InstantSource;
import java.util.Optional;

/** One message from each side, to measure the send gap. Whatever becomes of it, the migration goes on. */
final class Probes {
    private static final String TEXT = "Portway: this message checks that the number can send. There is nothing to do.";

    private final InstantSource clock;

    Probes(InstantSource clock) {
        this.clock = clock;
    }

    Answer source(Migration migration, PhoneNumber number, Optional<Conversation> source) {
        if (source.isEmpty() || migration.order().access() != SourceAccess.OWN) {
            return Answer.of(seen(Fact.SOURCE_PROBE, number, Probe.none("no access to send from the source")));
        }
        Conversation talk = source.get();
        return talk.answer(seen(Fact.SOURCE_PROBE, number,
                migration.order().prober().map(to -> fromSource(talk, number, to)).orElseGet(Probes::nobody)));
    }

    Answer destination(Migration migration, PhoneNumber number, Optional<Conversation> destination) {
        Optional<PhoneNumberId> id = migration.facts().value(Fact.PHONE_NUMBER_ID, number).map(PhoneNumberId::new);
        if (destination.isEmpty() || id.isEmpty()) {
            return Answer.of(seen(Fact.DESTINATION_PROBE, number, Probe.none("no line or no number to send from")));
        }
        Conversation talk = destination.get();
        return talk.answer(seen(Fact.DESTINATION_PROBE, number,
                migration.order().prober().map(to -> send(talk, id.get(), to)).orElseGet(Probes::nobody)));
    }

    private Probe fromSource(Conversation talk, PhoneNumber number, PhoneNumber to) {
        Heard<Listing<BusinessPhoneNumber>> heard = talk.read(graph -> graph.numbers().of(talk.waba()));
        return switch (heard) {
            case Heard.Yes<Listing<BusinessPhoneNumber>>(var list) -> Numbers.find(list, number)
                    .map(found -> send(talk, found.id(), to))
                    .orElseGet(() -> Probe.none("not listed at the source"));
            case Heard.No<Listing<BusinessPhoneNumber>>(var outcome) -> Probe.none(why(outcome));
        };
    }

    private Probe send(Conversation talk, PhoneNumberId from, PhoneNumber to) {
        Heard<SentMessage> sent = talk.effect(
                (graph, sendBy) -> graph.messages().send(from, new OutgoingMessage.Text(to.e164(), TEXT), sendBy));
        return switch (sent) {
            case Heard.Yes<SentMessage> _ -> new Probe(Optional.of(clock.instant()), "");
            case Heard.No<SentMessage>(var outcome) -> Probe.none(why(outcome));
        };
    }

    private static Probe nobody() {
        return Probe.none("nobody named to send to");
    }

    private static String why(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var problem, _) -> problem.code();
            case Outcome.NotSent(var problem, _) -> problem.code();
            case Outcome.InDoubt(var cause) -> cause;
            case Outcome.Done _ -> "";
        };
    }

    private static Outcome seen(Fact<Probe> fact, PhoneNumber number, Probe probe) {
        return Outcome.done(Learned.that(fact, number, probe));
    }
}
