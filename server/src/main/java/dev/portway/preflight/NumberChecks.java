package dev.portway.preflight;

import static dev.portway.preflight.Checks.is;
import static dev.portway.preflight.Checks.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessPhoneNumber.AccountMode;
import dev.portway.graphclient.node.BusinessPhoneNumber.CodeVerification;
import dev.portway.graphclient.node.BusinessPhoneNumber.NameStatus;
import dev.portway.graphclient.node.BusinessPhoneNumber.Platform;
import dev.portway.graphclient.node.BusinessPhoneNumber.Quality;
import dev.portway.graphclient.node.BusinessPhoneNumber.Status;
import dev.portway.graphclient.node.BusinessPhoneNumber.Throughput;
import dev.portway.graphclient.value.Open;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.TwoStepTold;
import dev.portway.migration.fact.Unseen;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks of one number. */
final class NumberChecks {
    private static final Set<Status> NOT_LIVE = Set.of(Status.BANNED, Status.RESTRICTED);
    /** Still in the list, and no longer there. */
    private static final Set<Status> GONE = Set.of(Status.DELETED, Status.MIGRATED);
    /** Graph's two ways to say that no other name was asked for. */
    private static final Set<NameStatus> NO_CHANGE = Set.of(NameStatus.NONE, NameStatus.NON_EXISTS);

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> BY_SMS = Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);
    /** Neither an SMS nor a call of Meta's comes to these. Source: Meta, "phone numbers", 27 Feb 2026. */
    private static final Set<PhoneNumberType> NOT_CALLED = Set.of(PhoneNumberType.SHARED_COST, PhoneNumberType.PERSONAL_NUMBER,
            PhoneNumberType.PAGER);

    private final Observed observed;
    private final Judge judge;

    NumberChecks(Observed observed, Judge judge) {
        this.observed = observed;
        this.judge = judge;
    }

    Finding of(Check check, PhoneNumber number) {
        return switch (check) {
            case NUMBER_FORMAT -> format(number);
            case NUMBER_AT_SOURCE -> atSource(number);
            case NOT_AT_DESTINATION -> notAtDestination(number);
            case CODE_REACHABLE -> reachable(number);
            case CALL_ANSWERED -> answered(number);
            case NOT_ISSUED_BY_WHATSAPP -> notIssued(number);
            case REGISTERS_LEFT, CODES_LEFT -> new TriesChecks(judge).of(check, number);
            default -> here(number)
                    .map(shown -> shown(check, number, shown))
                    .orElseGet(() -> unseen(check, number, notShown()));
        };
    }

    private Optional<BusinessPhoneNumber> here(PhoneNumber number) {
        return observed.source().number(number).filter(one -> !isGone(one));
    }

    static boolean isGone(BusinessPhoneNumber one) {
        return GONE.stream().anyMatch(status -> is(one.registration().status(), status));
    }

    private Unseen notShown() {
        return observed.source().numbers().seen().isPresent() ? Unseen.NOT_LISTED : observed.source().numbers().missing();
    }

    /** A number that Graph shows in another form is refused with both shown, never rewritten. */
    private Finding format(PhoneNumber number) {
        Optional<BusinessPhoneNumber> exactly = observed.source().number(number);
        Optional<BusinessPhoneNumber> nearly = observed.source().nearly(number);
        if (exactly.isEmpty() && nearly.isPresent()) {
            return judge.seen(Check.NUMBER_FORMAT, number, false, "shown-as: " + number.e164() + " / " + nearly.get().displayPhoneNumber());
        }
        return exactly.map(one -> judge.seen(Check.NUMBER_FORMAT, number, true, String.valueOf(one.displayPhoneNumber())))
                .orElseGet(() -> judge.unseen(Check.NUMBER_FORMAT, number, notShown()));
    }

    private Finding atSource(PhoneNumber number) {
        boolean inAnotherForm = observed.source().nearly(number).isPresent() && observed.source().number(number).isEmpty();
        if (observed.source().numbers().seen().isEmpty() || inAnotherForm) {
            return judge.unseen(Check.NUMBER_AT_SOURCE, number, notShown());
        }
        String gone = observed.source()
                .number(number)
                .filter(NumberChecks::isGone)
                .map(one -> text(one.registration().status()))
                .orElse("not-listed");
        boolean listed = here(number).isPresent();
        return judge.seen(Check.NUMBER_AT_SOURCE, number, listed, listed ? "listed" : gone);
    }

    private Finding notAtDestination(PhoneNumber number) {
        Reading<List<BusinessPhoneNumber>> there = observed.destination().numbers();
        if (there.seen().isEmpty()) {
            return judge.unseen(Check.NOT_AT_DESTINATION, number, there.missing());
        }
        Optional<Open<Status>> status = observed.destination()
                .number(number)
                .map(one -> Optional.ofNullable(one.registration().status()).orElse(Open.of(Status.class, "UNKNOWN")));
        boolean live = status.filter(shown -> is(shown, Status.CONNECTED)).isPresent();
        return judge.seen(Check.NOT_AT_DESTINATION, number, !live, status.map(Checks::text).orElse("not-listed"));
    }

    private Finding shown(Check check, PhoneNumber number, BusinessPhoneNumber one) {
        var registration = one.registration();
        return switch (check) {
            case NUMBER_REGISTERED -> registered(number, one);
            case TWO_STEP_OFF -> flag(check, number, registration.pinEnabled(), "on", "off");
            case DISPLAY_NAME_APPROVED -> name(number, one.displayName());
            case NOT_ON_BUSINESS_APP -> flag(check, number, registration.onBusinessApp(), "used-in-app", "not-used-in-app");
            case NOT_ON_PREMISES ->
                shownAs(check, number, registration.platform(), !is(registration.platform(), Platform.ON_PREMISE) || never(one));
            case NOT_A_TEST_NUMBER ->
                shownAs(check, number, registration.accountMode(), !is(registration.accountMode(), AccountMode.SANDBOX));
            case NUMBER_NOT_RESTRICTED ->
                shownAs(check, number, registration.status(), NOT_LIVE.stream().noneMatch(status -> is(registration.status(), status)));
            case QUALITY_GOOD -> quality(number, one.standing().quality());
            default -> throw new IllegalArgumentException(check + " is not a check of a number that is listed");
        };
    }

    /** Not rated yet is as good as it gets for a young number. */
    private Finding quality(PhoneNumber number, @Nullable Open<Quality> quality) {
        return shownAs(Check.QUALITY_GOOD, number, quality, !is(quality, Quality.YELLOW) && !is(quality, Quality.RED));
    }

    /** By the numbering plan alone. Source: Meta, "phone numbers", 27 Feb 2026: a landline is called, shared-cost and personal numbers get neither. */
    private Finding reachable(PhoneNumber number) {
        PhoneNumberType type = line(number);
        return type == PhoneNumberType.UNKNOWN
                ? judge.unseen(Check.CODE_REACHABLE, number, Unseen.NOT_SHOWN)
                : judge.seen(Check.CODE_REACHABLE, number, BY_SMS.contains(type), "line: " + type);
    }

    /** Whoever gets an SMS need not take a call; whether somebody takes one is seen by nobody, so it is asked. */
    private Finding answered(PhoneNumber number) {
        PhoneNumberType type = line(number);
        if (NOT_CALLED.contains(type)) {
            return judge.warns(Check.CALL_ANSWERED, number, "line: " + type);
        }
        return BY_SMS.contains(type)
                ? judge.seen(Check.CALL_ANSWERED, number, true, "line: " + type)
                : judge.unseen(Check.CALL_ANSWERED, number, Unseen.NOT_SHOWN);
    }

    private static PhoneNumberType line(PhoneNumber number) {
        try {
            return PHONES.getNumberType(PHONES.parse(number.e164(), null));
        } catch (NumberParseException unknown) {
            return PhoneNumberType.UNKNOWN;
        }
    }

    /** No line of a telephone company has this area code. Source: North American Numbering Plan; observed: Meta's numbers are shown with it. */
    private Finding notIssued(PhoneNumber number) {
        boolean lent = number.e164().startsWith("+1555");
        boolean forTests = here(number).filter(one -> is(one.registration().accountMode(), AccountMode.SANDBOX)).isPresent();
        return judge.seen(Check.NOT_ISSUED_BY_WHATSAPP, number, !lent || forTests, forTests ? "SANDBOX" : lent ? "issued" : "own-line");
    }

    private Finding registered(PhoneNumber number, BusinessPhoneNumber one) {
        var registration = one.registration();
        String value = text(registration.status()) + ", " + text(registration.codeVerification()) + ", "
                + text(one.standing().throughput());
        return registration.status() == null || registration.codeVerification() == null || one.standing().throughput() == null
                ? judge.unseen(Check.NUMBER_REGISTERED, number, Unseen.NOT_SHOWN)
                : judge.seen(Check.NUMBER_REGISTERED, number, !never(one), value);
    }

    /**
     * No throughput, and one sign more of a number that does not work there: added and never finished, whatever status and platform read, or taken off.
     * A number of On-Premises API may lack the throughput alone.
     */
    private static boolean never(BusinessPhoneNumber one) {
        var registration = one.registration();
        boolean unproved = registration.codeVerification() != null && !is(registration.codeVerification(), CodeVerification.VERIFIED);
        boolean idle = is(registration.status(), Status.PENDING)
                || is(registration.status(), Status.DISCONNECTED) && is(registration.platform(), Platform.CLOUD_API);
        return is(one.standing().throughput(), Throughput.NOT_APPLICABLE) && (unproved || idle);
    }

    private Finding flag(Check check, PhoneNumber number, @Nullable Boolean on, String yes, String no) {
        return on == null ? unseen(check, number, Unseen.NOT_SHOWN) : judge.seen(check, number, !on, on ? yes : no);
    }

    /** What a webhook told stands in where Graph shows nothing, though not for what it will show in a minute. */
    private Finding unseen(Check check, PhoneNumber number, Unseen why) {
        return TwoStepTold.standing(judge.stated(), number)
                .filter(_ -> check == Check.TWO_STEP_OFF && !why.passes() && why != Unseen.NOT_LISTED)
                .map(told -> judge.told(number, told))
                .orElseGet(() -> judge.unseen(check, number, why));
    }

    private Finding shownAs(Check check, PhoneNumber number, @Nullable Open<?> shown, boolean holds) {
        return shown == null ? judge.unseen(check, number, Unseen.NOT_SHOWN) : judge.seen(check, number, holds, shown.text());
    }

    private Finding name(PhoneNumber number, BusinessPhoneNumber.DisplayName name) {
        if (name.status() == null) {
            return judge.unseen(Check.DISPLAY_NAME_APPROVED, number, Unseen.NOT_SHOWN);
        }
        boolean changes = name.requestedStatus() != null && NO_CHANGE.stream().noneMatch(none -> is(name.requestedStatus(), none));
        boolean pending = is(name.requestedStatus(), NameStatus.PENDING_REVIEW);
        return judge.seen(Check.DISPLAY_NAME_APPROVED, number, is(name.status(), NameStatus.APPROVED) && !pending,
                text(name.status()) + (changes ? ", change: " + text(name.requestedStatus()) : ""));
    }
}
