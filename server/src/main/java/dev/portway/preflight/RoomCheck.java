package dev.portway.preflight;

import dev.portway.graphclient.node.BusinessVerification;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Unseen;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the portfolio of the destination takes the numbers of an order. Its other accounts are not read, so what is counted is the least it holds: that
 * it is full can be seen, that it is not cannot. Where it holds more than the usual number already, Meta has raised it, and nobody shows how far.
 */
final class RoomCheck {
    /** Source: Meta, "phone numbers", 27 Feb 2026: two, and twenty once the business is verified or may write to 2,000 people; more on request. */
    private static final int UNVERIFIED = 2;
    private static final int VERIFIED = 20;

    private final Observed observed;
    private final Judge judge;

    RoomCheck(Observed observed, Judge judge) {
        this.observed = observed;
        this.judge = judge;
    }

    Finding finding() {
        Set<String> held = held().collect(Collectors.toSet());
        long coming = judge.order().numbers().stream().map(PhoneNumber::digits).filter(digits -> !held.contains(digits)).count();
        if (coming == 0) {
            return judge.seen(Check.ROOM_FOR_NUMBERS, null, true, "in-portfolio");
        }
        return cap().filter(cap -> held.size() <= cap && held.size() + coming > cap)
                .map(cap -> judge.seen(Check.ROOM_FOR_NUMBERS, null, false, "numbers: " + held.size() + " / " + coming + " / " + cap))
                .orElseGet(() -> judge.unseen(Check.ROOM_FOR_NUMBERS, null, unseen()));
    }

    /** Of the portfolio that takes them, as far as two of its accounts show. */
    private Stream<String> held() {
        Optional<BusinessId> owner = Checks.owner(observed.destination());
        boolean same = owner.isPresent() && owner.equals(Checks.owner(observed.source()));
        return Stream.concat(numbers(observed.destination()), same ? numbers(observed.source()) : Stream.empty());
    }

    private static Stream<String> numbers(Observed.Side side) {
        return side.numbers().seen().stream().flatMap(List::stream).filter(one -> !NumberChecks.isGone(one)).map(Observed.Side::digits);
    }

    private Optional<Integer> cap() {
        return observed.destination()
                .waba()
                .seen()
                .flatMap(waba -> Optional.ofNullable(waba.review().business()))
                .map(business -> business.is(BusinessVerification.VERIFIED) ? VERIFIED : UNVERIFIED);
    }

    private Unseen unseen() {
        return Stream.of(observed.destination(), observed.source())
                .<Reading<?>>flatMap(side -> Stream.of(side.waba(), side.numbers()))
                .filter(reading -> reading.seen().isEmpty())
                .map(Reading::missing)
                .findFirst()
                .orElse(Unseen.NOT_SHOWN);
    }
}
