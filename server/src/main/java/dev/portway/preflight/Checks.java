package dev.portway.preflight;

import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessVerification;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.Open;
import dev.portway.migration.Fact;
import dev.portway.migration.Facts;
import dev.portway.migration.Finding;
import dev.portway.migration.Order;
import dev.portway.migration.PhoneNumber;
import dev.portway.problem.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The checks that decide the route {@code migrate}. Pure: from what Graph showed and what people said to findings. Sources: Meta, "migrating phone
 * numbers among solution partners programmatically", 26 Nov 2025, and its error codes, 18 Jun 2026.
 */
final class Checks {
    /** 6,000 for a verified portfolio with an approved name, else 250. Source: Meta, "templates overview", 2026. */
    private static final int TEMPLATES_UNVERIFIED = 250;
    private static final int TEMPLATES_VERIFIED = 6_000;
    private static final Set<BusinessPhoneNumber.Status> NOT_LIVE = Set.of(BusinessPhoneNumber.Status.BANNED,
            BusinessPhoneNumber.Status.RESTRICTED,
            BusinessPhoneNumber.Status.DELETED, BusinessPhoneNumber.Status.MIGRATED);

    private final Observed observed;
    private final Order order;
    private final Facts stated;
    private final Instant at;

    Checks(Observed observed, Order order, Facts stated, Instant at) {
        this.observed = observed;
        this.order = order;
        this.stated = stated;
        this.at = at;
    }

    List<Finding> all() {
        var findings = new ArrayList<Finding>();
        order.numbers().forEach(number -> findings.addAll(number(number)));
        findings.add(sameBusiness());
        findings.add(ready("source-ready", observed.source().waba().seen(), Party.CLIENT, Fact.SOURCE_STATED_READY));
        findings.add(ready("destination-ready", observed.destination().waba().seen(), Party.CLIENT, null));
        findings.add(payment());
        findings.add(capacity());
        return List.copyOf(findings);
    }

    private List<Finding> number(PhoneNumber number) {
        Optional<BusinessPhoneNumber> shown = observed.source().number(number);
        var findings = new ArrayList<Finding>();
        findings.add(atSource(number, shown));
        findings.add(notAtDestination(number));
        findings.add(name(number, shown));
        findings.add(twoStep(number, shown));
        findings.add(onApp(number, shown));
        shown.ifPresent(one -> findings.addAll(kind(number, one)));
        return findings;
    }

    private Finding atSource(PhoneNumber number, Optional<BusinessPhoneNumber> shown) {
        Judge judge = judge("number-at-source", number, Party.CLIENT, "phone_numbers of the source WABA");
        Optional<BusinessPhoneNumber> nearly = observed.source().nearly(number);
        if (shown.isEmpty() && nearly.isPresent()) {
            return judge("number-format", number, Party.CLIENT, "display_phone_number at the source WABA").seen(false,
                    number.e164() + " is shown as " + nearly.get().displayPhoneNumber());
        }
        return observed.source().numbers().seen().isEmpty()
                ? judge.warns("no access to the source WABA")
                : judge.seen(shown.isPresent(), shown.isPresent() ? "listed" : "not listed");
    }

    private Finding notAtDestination(PhoneNumber number) {
        Judge judge = judge("not-at-destination", number, Party.PROVIDER, "phone_numbers of the destination WABA");
        Optional<BusinessPhoneNumber> there = observed.destination().number(number);
        boolean live = there.map(one -> is(one.registration().status(), BusinessPhoneNumber.Status.CONNECTED)).orElse(false);
        return judge.seen(!live, there.map(one -> text(one.registration().status())).orElse("not listed"));
    }

    private Finding name(PhoneNumber number, Optional<BusinessPhoneNumber> shown) {
        Judge judge = judge("display-name-approved", number, Party.ORIGIN, "name_status", Fact.NAME_STATED_APPROVED);
        return shown.filter(one -> one.displayName().status() != null)
                .map(one -> judge.seen(approved(one.displayName()), named(one.displayName())))
                .orElseGet(judge::silent);
    }

    private static boolean approved(BusinessPhoneNumber.DisplayName name) {
        boolean pending = is(name.requestedStatus(), BusinessPhoneNumber.NameStatus.PENDING_REVIEW);
        return is(name.status(), BusinessPhoneNumber.NameStatus.APPROVED) && !pending;
    }

    private static String named(BusinessPhoneNumber.DisplayName name) {
        return name.requestedStatus() == null || is(name.requestedStatus(), BusinessPhoneNumber.NameStatus.NONE)
                ? text(name.status())
                : text(name.status()) + ", change " + text(name.requestedStatus());
    }

    private Finding twoStep(PhoneNumber number, Optional<BusinessPhoneNumber> shown) {
        Boolean on = shown.map(one -> one.registration().pinEnabled()).orElse(null);
        return judge("two-step-off", number, Party.CLIENT, "is_pin_enabled", Fact.TWO_STEP_STATED_OFF).seenOrSilent(on == null ? null : !on,
                Boolean.TRUE.equals(on) ? "on" : "off");
    }

    private Finding onApp(PhoneNumber number, Optional<BusinessPhoneNumber> shown) {
        Boolean on = shown.map(one -> one.registration().onBusinessApp()).orElse(null);
        return judge("not-on-business-app", number, Party.CLIENT, "is_on_biz_app", Fact.NOT_ON_APP_STATED).seenOrSilent(
                on == null ? null : !on,
                Boolean.TRUE.equals(on) ? "on the Business app" : "not on the Business app");
    }

    private List<Finding> kind(PhoneNumber number, BusinessPhoneNumber one) {
        var registration = one.registration();
        boolean test = is(registration.accountMode(), BusinessPhoneNumber.AccountMode.SANDBOX);
        boolean premises = is(registration.platform(), BusinessPhoneNumber.Platform.ON_PREMISE);
        Open<BusinessPhoneNumber.Status> status = registration.status();
        boolean dead = status != null && status.known() != null && NOT_LIVE.contains(status.known());
        return List.of(judge("not-a-test-number", number, Party.CLIENT, "account_mode").seen(!test, text(registration.accountMode())),
                judge("not-on-premises", number, Party.ORIGIN, "platform_type").seen(!premises, text(registration.platform())),
                judge("number-not-restricted", number, Party.CLIENT, "status").seen(!dead, text(status)));
    }

    private Finding sameBusiness() {
        Judge judge = judge("same-business", null, Party.CLIENT, "owner_business_info of both WABAs", Fact.SAME_BUSINESS_STATED);
        Optional<String> from = observed.source().waba().seen().flatMap(Checks::owner);
        Optional<String> to = observed.destination().waba().seen().flatMap(Checks::owner);
        return from.isEmpty() || to.isEmpty() ? judge.silent() : judge.seen(from.equals(to), from.get() + " and " + to.get());
    }

    private static Optional<String> owner(Waba waba) {
        return Optional.ofNullable(waba.ownership().owner()).flatMap(owner -> Optional.ofNullable(owner.id())).map(id -> id.value());
    }

    private Finding ready(String check, Optional<Waba> waba, Party owner, @Nullable Fact<Boolean> word) {
        Judge judge = word == null
                ? judge(check, null, owner, "account_review_status, business_verification_status")
                : judge(check, null, owner, "account_review_status, business_verification_status", word);
        return waba.filter(one -> one.review().account() != null)
                .map(one -> judge.seen(is(one.review().account(), Waba.ReviewStatus.APPROVED) && verified(one),
                        text(one.review().account()) + ", "
                                + text(one.review().business())))
                .orElseGet(judge::silent);
    }

    /** Not shown counts as verified: Graph would refuse, and say so. */
    private static boolean verified(Waba waba) {
        return waba.review().business() == null || is(waba.review().business(), BusinessVerification.VERIFIED);
    }

    private Finding payment() {
        Judge judge = judge("payment-at-destination", null, Party.PROVIDER, "primary_funding_id of the destination WABA",
                Fact.PAYMENT_STATED);
        return observed.destination()
                .waba()
                .seen()
                .map(waba -> waba.payment().primaryFundingId() != null)
                .map(paid -> judge.seen(paid, paid ? "present" : "absent"))
                .orElseGet(judge::silent);
    }

    private Finding capacity() {
        Judge judge = judge("template-capacity", null, Party.PROVIDER, "message_templates of both WABAs");
        int from = observed.source().templates().seen().map(List::size).orElse(0);
        int to = observed.destination().templates().seen().map(List::size).orElse(0);
        int room = observed.destination().waba().seen().map(Checks::verified).orElse(false) ? TEMPLATES_VERIFIED : TEMPLATES_UNVERIFIED;
        String value = to + " there, " + from + " to come, room for " + room;
        return from + to <= room ? judge.seen(true, value) : judge.warns(value);
    }

    private Judge judge(String check, @Nullable PhoneNumber number, Party owner, String where) {
        return new Judge(check, Optional.ofNullable(number), owner, where, at, false, false);
    }

    private Judge judge(String check, @Nullable PhoneNumber number, Party owner, String where, Fact<Boolean> word) {
        return new Judge(check, Optional.ofNullable(number), owner, where, at, stated.is(word, number), true);
    }

    private static <E extends Enum<E>> boolean is(@Nullable Open<E> shown, E constant) {
        return shown != null && shown.is(constant);
    }

    private static String text(@Nullable Open<?> shown) {
        return shown == null ? "not shown" : shown.text();
    }
}
