package dev.portway.preflight;

import dev.portway.graphclient.node.BusinessVerification;
import dev.portway.graphclient.node.Health;
import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.Open;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checks of an order. Pure: from what Graph showed and what people said to findings, one for each check, and for each number where it is about one.
 * Whose line pays is asked only where the order brings one.
 */
final class Checks {
    /** 6,000 for a verified portfolio with an approved name, else 250. Source: Meta, "templates overview", 2026. */
    private static final int ROOM_UNVERIFIED = 250;
    private static final int ROOM_VERIFIED = 6_000;
    /** Source: Meta, "Health status", 2026. */
    static final int PAYMENT_TROUBLE = 141006;

    private final Observed observed;
    private final Judge judge;
    private final TokenChecks tokens;
    private final NumberChecks numbers;

    Checks(Observed observed, Judge judge) {
        this.observed = observed;
        this.judge = judge;
        this.tokens = new TokenChecks(observed, judge);
        this.numbers = new NumberChecks(observed, judge);
    }

    /** In the order of the catalogue; all of one number together. */
    List<Finding> all() {
        var findings = new ArrayList<Finding>();
        findings.add(tokens.destination());
        findings.add(tokens.source());
        for (PhoneNumber number : judge.order().numbers()) {
            Stream.of(Check.values())
                    .filter(check -> check.about() == Check.About.EACH_NUMBER)
                    .forEach(check -> findings.add(numbers.of(check, number)));
        }
        findings.add(sameBusiness());
        findings.add(ready(Check.SOURCE_READY, observed.source().waba()));
        var accounts = new AccountChecks(observed, judge);
        findings.add(accounts.paymentAtSource());
        findings.add(accounts.ownedByClient());
        findings.add(accounts.messagingLimit());
        findings.add(accounts.aloneAtSource());
        findings.add(accounts.adminKnown());
        findings.add(accounts.noBanAnnounced());
        findings.add(ready(Check.DESTINATION_READY, observed.destination().waba()));
        findings.add(request());
        findings.add(payment());
        findings.add(new RoomCheck(observed, judge).finding());
        findings.add(accounts.ableToSend());
        findings.add(accounts.sameCurrency());
        var there = new DestinationChecks(observed, judge);
        findings.add(subscribed());
        findings.add(there.callback());
        there.line().ifPresent(findings::add);
        findings.add(there.calls());
        findings.add(capacity());
        return List.copyOf(findings);
    }

    private Finding sameBusiness() {
        Optional<BusinessId> from = owner(observed.source());
        Optional<BusinessId> to = owner(observed.destination());
        if (from.isPresent() && to.isPresent()) {
            return judge.seen(Check.SAME_BUSINESS, null, from.equals(to), "businesses: " + from.get() + " / " + to.get());
        }
        return judge.unseen(Check.SAME_BUSINESS, null,
                to.isEmpty() ? observed.destination().waba().missing() : observed.source().waba().missing());
    }

    /** The portfolio of an account; empty where it is not shown. */
    static Optional<BusinessId> owner(Observed.Side side) {
        return side.waba()
                .seen()
                .flatMap(waba -> Optional.ofNullable(waba.ownership().owner()))
                .flatMap(owner -> Optional.ofNullable(owner.id()));
    }

    /** All must hold; one that fails decides, whatever the others are. At the source a request that was never accepted counts as not set up. */
    private Finding ready(Check check, Reading<Waba> waba) {
        Open<Waba.ReviewStatus> review = waba.seen().map(one -> one.review().account()).orElse(null);
        Open<BusinessVerification> business = waba.seen().map(one -> one.review().business()).orElse(null);
        boolean approved = review != null && review.is(Waba.ReviewStatus.APPROVED);
        boolean verified = business != null && business.is(BusinessVerification.VERIFIED);
        List<String> stopped = stopped(check, waba);
        boolean fails = review != null && !approved || business != null && !verified || !stopped.isEmpty();
        return fails || approved && verified
                ? judge.seen(check, null, !fails,
                        Stream.concat(Stream.of(text(review), text(business)), stopped.stream()).collect(Collectors.joining(", ")))
                : judge.unseen(check, null, waba.missing());
    }

    /** What Meta has switched off, and what nobody accepted. */
    private static List<String> stopped(Check check, Reading<Waba> waba) {
        Optional<String> status = waba.seen()
                .flatMap(one -> Optional.ofNullable(one.review().status()))
                .filter(one -> one.is(Waba.Status.DISABLED) || one.is(Waba.Status.RESTRICTED))
                .map(Open::text);
        Optional<String> request = requested(waba).filter(one -> check == Check.SOURCE_READY && !one.equals("APPROVED"))
                .map(one -> "request: " + one);
        return Stream.of(status, request).flatMap(Optional::stream).toList();
    }

    private static Optional<String> requested(Reading<Waba> waba) {
        return waba.seen()
                .flatMap(one -> Optional.ofNullable(one.ownership().onBehalfOf()))
                .flatMap(request -> Optional.ofNullable(request.status()));
    }

    /** The request to act for a business, where there was one. Observed: type and status; each may be absent. */
    private Finding request() {
        Reading<Waba> waba = observed.destination().waba();
        return requested(waba)
                .map(status -> judge.seen(Check.REQUEST_APPROVED, null, status.equals("APPROVED"), status))
                .orElseGet(() -> judge.unseen(Check.REQUEST_APPROVED, null, waba.missing()));
    }

    /** Absent means none, if it was asked for; what Graph does not have for this caller it does not show. */
    private Finding payment() {
        Reading<Waba> waba = observed.destination().waba();
        boolean shown = waba.seen().filter(one -> one.payment().primaryFundingId() != null).isPresent();
        if (!shown && !troubled(waba) && !waba.asked("primary_funding_id")) {
            return judge.unseen(Check.PAYMENT_AT_DESTINATION, null, waba.missing());
        }
        boolean comes = judge.stated().value(Fact.CREDIT_LINE).isPresent();
        return !shown && comes
                ? judge.warns(Check.PAYMENT_AT_DESTINATION, null, "absent") // the line of the order is attached on the way
                : judge.seen(Check.PAYMENT_AT_DESTINATION, null, shown, shown ? "present" : "absent");
    }

    /** Meta reports trouble with payment. */
    static boolean troubled(Reading<Waba> waba) {
        return waba.seen()
                .flatMap(one -> Optional.ofNullable(one.health()))
                .stream()
                .flatMap(health -> health.entities().stream())
                .flatMap(entity -> entity.obstacles().stream())
                .map(Health.Obstacle::code)
                .anyMatch(code -> code == PAYMENT_TROUBLE);
    }

    private Finding subscribed() {
        return observed.destination()
                .apps()
                .seen()
                .map(apps -> apps.stream().anyMatch(app -> observed.ourApp().filter(app.id().value()::equals).isPresent()))
                .map(ours -> judge.seen(Check.APP_SUBSCRIBED, null, ours, ours ? "subscribed" : "not-subscribed"))
                .orElseGet(() -> judge.unseen(Check.APP_SUBSCRIBED, null, observed.destination().apps().missing()));
    }

    private Finding capacity() {
        Reading<List<Template>> from = observed.source().templates();
        Reading<List<Template>> to = observed.destination().templates();
        Optional<Integer> room = room();
        if (from.seen().isEmpty() || to.seen().isEmpty() || room.isEmpty()) {
            Reading<?> hidden = to.seen().isEmpty() ? to : from.seen().isEmpty() ? from : observed.destination().waba();
            return judge.unseen(Check.TEMPLATE_CAPACITY, null, hidden.missing());
        }
        int coming = from.seen().get().size();
        int there = to.seen().get().size();
        return judge.seen(Check.TEMPLATE_CAPACITY, null, coming + there <= room.get(),
                "templates: " + there + " / " + coming + " / " + room.get());
    }

    private Optional<Integer> room() {
        return observed.destination()
                .waba()
                .seen()
                .flatMap(waba -> Optional.ofNullable(waba.review().business()))
                .map(business -> business.is(BusinessVerification.VERIFIED) ? ROOM_VERIFIED : ROOM_UNVERIFIED);
    }

    /** As Graph writes it. */
    static String text(@Nullable Open<?> shown) {
        return shown == null ? "not-shown" : shown.text();
    }

    /** Whether a value is shown and is this one. */
    static <E extends Enum<E>> boolean is(@Nullable Open<E> shown, E constant) {
        return shown != null && shown.is(constant);
    }
}
