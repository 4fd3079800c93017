package dev.portway.migration.route;

import static dev.portway.migration.Leaves.nothing;
import static dev.portway.migration.Leaves.stays;
import static dev.portway.migration.Leaves.undo;
import static dev.portway.migration.Phase.AUTHORIZING;
import static dev.portway.migration.Phase.CHECKING;
import static dev.portway.migration.Phase.CUTTING_OVER;
import static dev.portway.migration.Phase.DRAFT;
import static dev.portway.migration.Phase.PREPARING;
import static dev.portway.migration.Phase.SETTLING;
import static dev.portway.migration.Reaction.again;
import static dev.portway.migration.Reaction.backTo;
import static dev.portway.migration.Reaction.help;
import static dev.portway.migration.Reaction.holds;
import static dev.portway.migration.Step.ask;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.Step.see;
import static dev.portway.migration.Step.until;
import static dev.portway.migration.Step.watch;
import static dev.portway.migration.route.Drifting.stillNothingDrifted;

import dev.portway.migration.Act;
import dev.portway.migration.Attempt;
import dev.portway.migration.Doing.Span;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Leaves;
import dev.portway.migration.Phase;
import dev.portway.migration.Proving;
import dev.portway.migration.Reaction;
import dev.portway.migration.Route;
import dev.portway.migration.Step;
import dev.portway.migration.View;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.NumberSeen;
import dev.portway.migration.fact.Pace;
import dev.portway.migration.fact.Payment;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Seen;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.TwoStep;
import dev.portway.migration.fact.TwoStepTold;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Passages that routes share: each a list of steps. */
final class Passages {
    /**
     * How long before the cutover ownership may be proved. Assumed: Meta publishes no limit between {@code verify_code} and {@code register} here; a
     * provider says a verification lasts 14 days, and the status {@code EXPIRED} exists. Three days cover a weekend.
     */
    static final Duration PROVED_AT_MOST_BEFORE = Duration.ofHours(72);
    private static final Duration WHILE_WE_WATCH = Duration.ofSeconds(5);

    static final Reaction TWO_STEP_CAME_BACK = backTo("two-step-off", Fact.TWO_STEP, Fact.TWO_STEP_TOLD,
            Fact.TWO_STEP_STATED_OFF);
    private static final Reaction TWO_STEP_CAME_BACK_LATE = backTo("two-step-still-off", Fact.TWO_STEP, Fact.TWO_STEP_TOLD,
            Fact.TWO_STEP_STATED_OFF);
    private static final Reaction ANOTHER_NAME = backTo("name-given", Fact.DISPLAY_NAME);
    private static final Reaction ANOTHER_CODE = backTo("code-entered", Fact.CODE);
    /** The choice of the code is forgotten too: nobody gets a second code unasked. A code that may be entered in twelve hours is too old by then. */
    private static final Reaction PROVE_AGAIN = backTo("code-chosen", Fact.OWNERSHIP_VERIFIED, Fact.CODE_CHOICE, Fact.CODE_REQUESTED,
            Fact.CODE);

    private Passages() {}

    /** Nothing is done before somebody says so. */
    static List<Step> submitted() {
        return List.of(ask("submitted", DRAFT, Kind.SUBMIT, Fact.SUBMITTED));
    }

    /** All that must be true is seen, or stated where nobody can see it. */
    static List<Step> checked() {
        return List.of(watch("checked", CHECKING, Act.RUN_CHECKS, Fact.CHECKED, Passages::afterChecks)
                .refreshedBy(Fact.RECHECK_ASKED, Fact.HEARD)
                .unless("number-added", view -> view.each(Fact.NUMBER_ADDED)));
    }

    private static Reaction afterChecks(Findings findings, View view) {
        return findings.blocking()
                .map(finding -> help(new HumanTask(Kind.CLEAR_THE_WAY, finding.owner(), finding.check())))
                .orElseGet(() -> findings.again(looks(view, Act.RUN_CHECKS)).map(Reaction::again).orElse(holds()));
    }

    /** The numbers of the source WABA move together: the order names them all. */
    static List<Step> allNamed() {
        return List.of(watch("all-named", CHECKING, Act.LIST_SOURCE_NUMBERS, Fact.ALL_NAMED,
                (all, _) -> all ? holds() : help(Kind.NAME_ALL_NUMBERS)).refreshedBy(Fact.RECHECK_ASKED));
    }

    /** All that hangs on the number is written down, so that what arrives can be compared with it. */
    static List<Step> snapshot() {
        return List.of(see("snapshot-taken", PREPARING, Act.TAKE_SNAPSHOT, Fact.SNAPSHOT_TAKEN, again(Duration.ofMinutes(1))));
    }

    /** Webhooks reach us and the destination can pay: without either, Graph refuses to add the number. */
    static List<Step> destination() {
        return List.of(
                see("destination-read", PREPARING, Act.READ_DESTINATION, Fact.DESTINATION_READ, again(WHILE_WE_WATCH)),
                ask("credit-line-agreed", PREPARING, Kind.AGREE_CREDIT_LINE, Fact.CREDIT_LINE_AGREED)
                        .unless("client-pays", Passages::clientPays),
                effect("credit-line-attached", PREPARING, Act.ATTACH_CREDIT_LINE, stays("credit-line-attached"))
                        .unless("client-pays", Passages::clientPays),
                appSubscribed(),
                watch("payment-seen", PREPARING, Act.READ_DESTINATION, Fact.PAYMENT, Passages::afterPayment)
                        .refreshedBy(Fact.RECHECK_ASKED)
                        .unless("number-added", view -> view.each(Fact.NUMBER_ADDED)));
    }

    private static Step appSubscribed() {
        return effect("app-subscribed", PREPARING, Act.SUBSCRIBE_APP, undo(() -> Act.UNSUBSCRIBE_APP, Fact.SUBSCRIBED_BY_US));
    }

    /** Webhooks reach us; how it is paid for was said before. */
    static List<Step> subscribed() {
        return List.of(
                see("destination-read", PREPARING, Act.READ_DESTINATION, Fact.DESTINATION_READ, again(WHILE_WE_WATCH)),
                appSubscribed());
    }

    static boolean clientPays(View view) {
        return view.value(Fact.CREDIT_LINE).isEmpty();
    }

    private static Reaction afterPayment(Payment payment, View view) {
        return switch (payment) {
            case SEEN -> holds();
            case MISSING -> help(Kind.SET_UP_PAYMENT);
            case UNKNOWN -> view.is(Fact.PAYMENT_STATED) ? holds() : help(Kind.SET_UP_PAYMENT);
        };
    }

    /** Two-step verification is off now, not only when it was checked. */
    static List<Step> twoStepOff(String name, Phase phase, Act before) {
        return List.of(watch(name, phase, Act.READ_TWO_STEP, Fact.TWO_STEP, Passages::afterTwoStep)
                .forEachNumber()
                .refreshedBy(Fact.RECHECK_ASKED)
                .rightBefore(before, Step.JUST_NOW));
    }

    /** The number is listed at the destination too, and works at the source as before. */
    static List<Step> initiated() {
        return List.of(
                twoStepOff("two-step-off", AUTHORIZING, Act.ADD_NUMBER).getFirst(),
                effect("initiated", AUTHORIZING, Act.ADD_NUMBER, stays("number-listed")).forEachNumber()
                        .on(Problems.TWO_STEP_ON, TWO_STEP_CAME_BACK));
    }

    static Reaction afterTwoStep(TwoStep seen, View view) {
        return switch (seen) {
            case OFF -> holds();
            case ON -> help(Kind.TURN_OFF_TWO_STEP);
            case UNKNOWN -> toldOff(view).orElseGet(() -> view.is(Fact.TWO_STEP_STATED_OFF)) ? holds() : help(Kind.CONFIRM_TWO_STEP_OFF);
        };
    }

    /** What a webhook told, where nobody's word is newer. */
    private static Optional<Boolean> toldOff(View view) {
        return Optional.ofNullable(view.number())
                .flatMap(number -> TwoStepTold.standing(view.migration().facts(), number))
                .map(told -> told.value().says() == TwoStep.OFF);
    }

    /** A number that is new here has a name before it is added: without one Graph takes none. */
    static List<Step> addedAsNew(Phase phase) {
        return List.of(
                ask("name-given", phase, Kind.GIVE_NAME, Fact.DISPLAY_NAME),
                effect("number-added", phase, Act.ADD_NEW_NUMBER, stays("new-number-listed")).forEachNumber()
                        .on(Problems.NAME_MISSING, ANOTHER_NAME));
    }

    /** Whoever has the SIM or answers the phone proves it. */
    static List<Step> ownership() {
        return List.of(
                ask("code-chosen", AUTHORIZING, Kind.CHOOSE_CODE, Fact.CODE_CHOICE, Passages::mayArrive).forEachNumber()
                        .unless("ownership-verified", view -> view.is(Fact.OWNERSHIP_VERIFIED)),
                effect("code-requested", AUTHORIZING, Act.REQUEST_CODE, nothing()).forEachNumber()
                        .unless("ownership-verified", view -> view.is(Fact.OWNERSHIP_VERIFIED)),
                ask("code-entered", AUTHORIZING, Kind.ENTER_CODE, Fact.CODE).forEachNumber()
                        .unless("ownership-verified", view -> view.is(Fact.OWNERSHIP_VERIFIED)),
                effect("ownership-verified", AUTHORIZING, Act.VERIFY_CODE, nothing()).forEachNumber()
                        .on(Problems.WRONG_CODE, ANOTHER_CODE)
                        .on(Problems.CODE_BUDGET_SPENT, PROVE_AGAIN));
    }

    /** A text message to a number that none reaches is sent only if somebody chose it after the order was placed: the checks had said so by then. */
    private static boolean mayArrive(View view) {
        Facts facts = view.migration().facts();
        PhoneNumber number = Objects.requireNonNull(view.number());
        boolean bySms = facts.value(Fact.CODE_CHOICE, number).filter(choice -> choice.method() == CodeChoice.Method.SMS).isPresent();
        return !bySms || !CodeChoice.isOutOfReachOfSms(facts, number)
                || facts.asOf(Fact.CODE_CHOICE, number) > facts.asOf(Fact.SUBMITTED, null);
    }

    /** The cutover waits for its window; a window that closed before it asks for another. */
    static List<Step> window() {
        return List.of(until(Route.WINDOW_OPEN, CUTTING_OVER, Passages::span));
    }

    /** What a person begins and Meta ends is begun inside the window: there is no stopping afterwards. */
    static List<Step> windowToBegin() {
        return List.of(until(Route.WINDOW_OPEN, AUTHORIZING, Passages::span));
    }

    /** The other order: everything that needs a person happens inside the window. */
    static List<Step> windowFirst() {
        return List.of(until("window-open-first", AUTHORIZING, Passages::span)
                .unless("proved-before-window", view -> view.order().proving() == Proving.BEFORE_WINDOW));
    }

    /** Ownership proved too long before the window may expire. */
    static List<Step> notTooEarly() {
        return List.of(until("not-too-early", AUTHORIZING,
                view -> span(view).map(span -> Span.startingAt(span.from().minus(PROVED_AT_MOST_BEFORE))))
                .unless("number-added", view -> view.each(Fact.NUMBER_ADDED)));
    }

    private static Optional<Span> span(View view) {
        return view.value(Fact.WINDOW).map(window -> new Span(window.opens(), Optional.of(window.closes())));
    }

    /** Looked at once more, then the one call after which there is only forward. */
    static List<Step> cutover() {
        return List.of(
                twoStepOff("two-step-still-off", CUTTING_OVER, Act.REGISTER).getFirst(),
                lookedAgain(PROVE_AGAIN),
                stillNothingDrifted(Act.REGISTER),
                pinChosen(),
                sourceProbed(),
                registered(nothing()).pointOfNoReturn()
                        .on(Problems.PIN_MISMATCH, TWO_STEP_CAME_BACK_LATE)
                        .on(Problems.NOT_VERIFIED, PROVE_AGAIN));
    }

    /** As {@link #cutover}, where nobody is sent a code: the number was proved long ago. */
    static List<Step> cutoverWithoutCode() {
        return List.of(
                twoStepOff("two-step-still-off", CUTTING_OVER, Act.REGISTER).getFirst(),
                lookedAgain(mend(Problems.NOT_VERIFIED)),
                stillNothingDrifted(Act.REGISTER),
                pinChosen(),
                sourceProbed(),
                registered(nothing()).pointOfNoReturn().on(Problems.PIN_MISMATCH, TWO_STEP_CAME_BACK_LATE));
    }

    private static Step sourceProbed() {
        return effect("source-probed", CUTTING_OVER, Act.PROBE_SOURCE, stays("probe-sent")).forEachNumber()
                .unless("not-probed", view -> view.order().prober().isEmpty() || view.order().access() != SourceAccess.OWN);
    }

    /** @param unproved what follows when nobody has proved that the number is theirs */
    static Step lookedAgain(Reaction unproved) {
        return watch("looked-again", CUTTING_OVER, Act.READ_NUMBER, Fact.NUMBER_SEEN, (seen, _) -> afterLook(seen, unproved))
                .forEachNumber()
                .rightBefore(Act.REGISTER, Step.JUST_NOW);
    }

    private static Reaction afterLook(NumberSeen seen, Reaction unproved) {
        if (!seen.verified() && !seen.live()) {
            return unproved;
        }
        return seen.nameApproved() ? holds() : mend(nameTrouble(seen));
    }

    /** Waiting cures a review, and no refusal. */
    private static Problem nameTrouble(NumberSeen seen) {
        return seen.name().equals("DECLINED") ? Problems.NAME_DECLINED : Problems.NAME_NOT_APPROVED;
    }

    static Reaction mend(Problem problem) {
        return help(new HumanTask(Kind.MEND, problem.owner(), problem.code()));
    }

    static Step pinChosen() {
        return effect("pin-chosen", CUTTING_OVER, Act.CHOOSE_PIN, nothing()).forEachNumber();
    }

    static Step registered(Leaves leaves) {
        return effect("registered", CUTTING_OVER, Act.REGISTER, leaves).forEachNumber();
    }

    /** A number that nobody else has: proved, then activated, with nothing at stake elsewhere. */
    static List<Step> activated() {
        return List.of(
                pinChosen(),
                registered(stays("number-registered")).on(Problems.NOT_VERIFIED, PROVE_AGAIN),
                watch("name-approved", SETTLING, Act.READ_NUMBER, Fact.NUMBER_SEEN, (seen, _) -> afterReview(seen)).forEachNumber());
    }

    private static Reaction afterReview(NumberSeen seen) {
        if (seen.nameApproved()) {
            return holds();
        }
        return seen.name().equals("PENDING_REVIEW") ? again(Duration.ofMinutes(15)) : mend(nameTrouble(seen));
    }

    /** It works here, and what arrived is compared with what left. */
    static List<Step> settled() {
        return List.of(probed(), confirmed(), reconciled(Passages::lastRegistered), settledAfter(Passages::lastRegistered));
    }

    /** It works here; nothing was to be carried over. */
    static List<Step> working(Function<View, Optional<Instant>> since) {
        return List.of(probed(), confirmed(), settledAfter(since));
    }

    private static Step probed() {
        return effect("destination-probed", SETTLING, Act.PROBE_DESTINATION, stays("probe-sent")).forEachNumber()
                .unless("not-probed", view -> view.order().prober().isEmpty());
    }

    static Step confirmed() {
        return watch("confirmed", SETTLING, Act.READ_NUMBER, Fact.LIVE_HERE, (live, view) -> live ? holds() : again(patiently(view)))
                .forEachNumber();
    }

    /** Often at first, for it takes seconds as a rule; what takes longer may take hours. */
    private static Duration patiently(View view) {
        return Pace.growing(WHILE_WE_WATCH, Duration.ofMinutes(5), looks(view, Act.READ_NUMBER));
    }

    /** How many looks in a row saw nothing new. */
    private static int looks(View view, Act read) {
        return view.migration().latest(read, view.number()).map(Attempt::times).orElse(1);
    }

    static Step reconciled(Function<View, Optional<Instant>> since) {
        return watch("reconciled", SETTLING, Act.COMPARE_ASSETS, Fact.ASSETS, (compared, view) -> afterComparison(compared, view, since));
    }

    static Step settledAfter(Function<View, Optional<Instant>> since) {
        return until("settled", SETTLING,
                view -> since.apply(view).map(at -> Span.startingAt(at.plus(view.order().settling()))));
    }

    /** From the day on that was agreed; at once where none was. */
    static Optional<Span> agreed(View view) {
        return view.value(Fact.EFFECTIVE).map(Span::startingAt);
    }

    /** Copies take their time and some are rejected later: looked at until nothing is pending, or until settling is over. */
    private static Reaction afterComparison(AssetsCompared compared, View view, Function<View, Optional<Instant>> since) {
        boolean over = since.apply(view).map(at -> !view.now().isBefore(at.plus(view.order().settling()))).orElse(false);
        return compared.finished() || over ? holds() : again(Duration.ofSeconds(10));
    }

    /** When a fact that all numbers share came to be known. */
    static Function<View, Optional<Instant>> since(Fact<?> fact) {
        return view -> view.migration().facts().seen(fact, null).map(Seen::at);
    }

    /** When the last of the numbers was registered. */
    static Optional<Instant> lastRegistered(View view) {
        return view.order()
                .numbers()
                .stream()
                .flatMap(number -> view.migration().facts().value(Fact.REGISTERED_AT, number).stream())
                .max(Comparator.naturalOrder());
    }
}
