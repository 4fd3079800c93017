package dev.portway.graph;

import dev.portway.graph.GraphLines.AppLogin;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.TokenInfo;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.SignupCode;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.NumberSeen;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.SignupFound;
import dev.portway.migration.fact.SignupTold;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a client's Embedded Signup gave us: a token, and through it a WABA and perhaps a number. */
final class SignUps {
    private static final String MANAGEMENT = "whatsapp_business_management";

    private SignUps() {}

    /** The code lives 30 s and works once. */
    static Outcome exchange(Conversation talk, Migration migration, Optional<AppLogin> login) {
        Optional<SignupCode> code = migration.facts().value(Fact.SIGNUP_CODE).map(Secret::reveal).map(SignupCode::new);
        if (login.isEmpty() || code.isEmpty()) {
            return new Outcome.Refused(login.isEmpty() ? Problems.CREDENTIALS_MISSING : Problems.SIGNUP_CODE_SPENT);
        }
        return talk.effect((graph, sendBy) -> graph.tokens().exchange(login.get().app(), login.get().secret(), code.get(), sendBy))
                .then(token -> Outcome.done(Learned.that(Fact.BUSINESS_TOKEN, new Secret(token.reveal()))));
    }

    /** The WABA that it must be; where any may be, the one the window told of, if it was granted; else the newest that was. */
    static Outcome read(Conversation talk, Migration migration, Optional<GraphClient> client, Optional<AppId> app) {
        Optional<Secret> token = migration.facts().value(Fact.BUSINESS_TOKEN);
        if (client.isEmpty() || token.isEmpty()) {
            return new Outcome.Refused(Problems.CREDENTIALS_MISSING);
        }
        return talk.read(graph -> graph.tokens().inspect(new AccessToken(token.get().reveal()), app.orElse(null)))
                .then(info -> granted(info, migration)
                        .map(waba -> talk.read(_ -> client.get().numbers().of(Conversation.id(waba)))
                                .then(list -> found(migration, waba, list)))
                        .orElseGet(() -> Outcome.done(Learned.that(Fact.SIGNUP_FOUND, SignupFound.NO_ACCOUNT))));
    }

    static Optional<WabaId> granted(TokenInfo info, Migration migration) {
        List<String> granted = info.grants()
                .stream()
                .filter(grant -> grant.scope().equals(MANAGEMENT))
                .flatMap(grant -> grant.targets().stream())
                .toList();
        Optional<WabaId> bound = bound(migration);
        return bound.isPresent()
                ? bound.filter(waba -> granted.contains(waba.value()))
                : migration.facts()
                        .value(Fact.SIGNUP_TOLD)
                        .flatMap(SignupTold::waba)
                        .filter(told -> granted.contains(told.value()))
                        .or(() -> granted.stream().findFirst().map(WabaId::new));
    }

    /**
     * What was ordered for one WABA, or done to it, is not for another: whoever holds the link of a sign-up would choose otherwise who gets the provider's
     * credit line.
     */
    private static Optional<WabaId> bound(Migration migration) {
        Facts facts = migration.facts();
        return migration.order()
                .destination()
                .or(() -> facts.value(Fact.DESTINATION_WABA)
                        .filter(_ -> facts.is(Fact.CREDIT_LINE_ATTACHED) || facts.is(Fact.APP_SUBSCRIBED)));
    }

    private static Outcome found(Migration migration, WabaId waba, Listing<BusinessPhoneNumber> list) {
        var learned = new ArrayList<Learned<?>>();
        learned.add(Learned.that(Fact.DESTINATION_WABA, waba));
        boolean here = true;
        boolean verified = true;
        for (PhoneNumber number : migration.order().numbers()) {
            Optional<BusinessPhoneNumber> shown = Numbers.find(list, number);
            here &= shown.isPresent();
            verified &= shown.map(Numbers::seen).filter(seen -> seen.codeVerification().equals("VERIFIED")).isPresent();
            shown.ifPresent(one -> learned.addAll(of(number, one)));
        }
        learned.add(Learned.that(Fact.SIGNUP_FOUND,
                !here ? SignupFound.WITHOUT_NUMBER : verified ? SignupFound.VERIFIED : SignupFound.UNVERIFIED));
        return new Outcome.Done(learned);
    }

    private static List<Learned<?>> of(PhoneNumber number, BusinessPhoneNumber shown) {
        NumberSeen seen = Numbers.seen(shown);
        var learned = new ArrayList<Learned<?>>();
        learned.add(Learned.that(Fact.NUMBER_ADDED, number, true));
        learned.add(Learned.that(Fact.LISTED_HERE, number, true));
        learned.add(Learned.that(Fact.PHONE_NUMBER_ID, number, shown.id().value()));
        if (seen.codeVerification().equals("VERIFIED")) {
            learned.add(Learned.that(Fact.OWNERSHIP_VERIFIED, number, true));
        }
        return learned;
    }
}
