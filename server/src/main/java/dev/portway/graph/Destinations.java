package dev.portway.graph;

import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.SubscribedApp;
import dev.portway.graphclient.node.Waba;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Payment;
import dev.portway.migration.fact.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Acts about the destination WABA as a whole. */
final class Destinations {
    private static final String FUNDING = "primary_funding_id";

    private Destinations() {}

    static Outcome read(Conversation talk, Optional<String> app) {
        return talk.read(graph -> graph.wabas().get(talk.waba(), List.of(FUNDING))).then(waba -> {
            Payment payment = payment(waba, talk.lastAsked("fields"));
            return talk.read(graph -> graph.subscriptions().of(talk.waba())).then(apps -> {
                var learned = new ArrayList<Learned<?>>();
                learned.add(Learned.that(Fact.DESTINATION_READ, true));
                learned.add(Learned.that(Fact.PAYMENT, payment));
                if (payment != Payment.UNKNOWN) {
                    learned.add(Learned.that(Fact.FUNDED, payment == Payment.SEEN));
                }
                if (ours(apps, app)) {
                    learned.add(Learned.that(Fact.APP_SUBSCRIBED, true));
                }
                return new Outcome.Done(learned);
            });
        });
    }

    /** The client leaves out a field that Graph does not have for this caller; then nobody knows. */
    private static Payment payment(Waba waba, String asked) {
        if (waba.payment().primaryFundingId() != null) {
            return Payment.SEEN;
        }
        return asked.contains(FUNDING) ? Payment.MISSING : Payment.UNKNOWN;
    }

    private static boolean ours(Listing<SubscribedApp> apps, Optional<String> app) {
        return apps.items().stream().anyMatch(one -> app.filter(one.id().value()::equals).isPresent());
    }

    static Outcome subscribe(Conversation talk) {
        return talk.effect((graph, sendBy) -> graph.subscriptions().subscribe(talk.waba(), sendBy))
                .then(_ -> Outcome.done(Learned.that(Fact.SUBSCRIBED_BY_US, true)));
    }

    /** Other numbers that live there still need what the app hears: then the subscription stays. */
    static Outcome unsubscribe(Conversation talk, Migration migration) {
        return talk.read(graph -> graph.numbers().of(talk.waba()))
                .then(list -> othersLive(list, migration)
                        ? Outcome.done()
                        : talk.effect((graph, sendBy) -> graph.subscriptions().unsubscribe(talk.waba(), sendBy)).then(_ -> Outcome.done()));
    }

    private static boolean othersLive(Listing<BusinessPhoneNumber> list, Migration migration) {
        Set<String> moving = migration.order().numbers().stream().map(PhoneNumber::digits).collect(Collectors.toSet());
        return list.items().stream().anyMatch(one -> Numbers.seen(one).live() && !moving.contains(Numbers.digits(one)));
    }
}
