package dev.portway.migration;

import dev.portway.migration.fact.Fact;
import dev.portway.problem.Party;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What only a person can do.
 *
 * @param kind what it is; the message keys {@code task.<kind>} say what to click
 * @param owner whose it is
 * @param subject what it is about: a check, a problem, an act; empty when the kind says it all
 */
public record HumanTask(Kind kind, Party owner, String subject) {
    /** The kinds of tasks, and what a person may answer to each. */
    public enum Kind {
        // @formatter:off
        SUBMIT(Party.PROVIDER, Action.SUBMIT),
        /** Something was found that stands in the way; the subject is the check. */
        CLEAR_THE_WAY(Party.CLIENT, Action.STATE, Action.RECHECK),
        SET_UP_PAYMENT(Party.PROVIDER, Action.STATE, Action.RECHECK),
        TURN_OFF_TWO_STEP(Party.CLIENT, Action.RECHECK),
        /** Graph does not show it: somebody says it. */
        CONFIRM_TWO_STEP_OFF(Party.CLIENT, Action.STATE, Action.RECHECK),
        CHOOSE_CODE(Party.CLIENT, Action.CHOOSE_CODE),
        ENTER_CODE(Party.CLIENT, Action.ENTER_CODE, Action.NEW_CODE),
        /** Go through Meta's Embedded Signup, and let us know how it ended. */
        SIGN_UP(Party.CLIENT, Action.SIGN_UP),
        /** Accept the request in Business Suite. */
        ACCEPT_REQUEST(Party.CLIENT, Action.RECHECK),
        /** The order leaves out numbers that will move too. */
        NAME_ALL_NUMBERS(Party.PROVIDER, Action.RECHECK),
        /** A credit line cannot be taken off again, and fixes currency and time zone. */
        AGREE_CREDIT_LINE(Party.PROVIDER, Fact.CREDIT_LINE_AGREED),
        /** Nobody can send from unsharing on until the first of a month. */
        AGREE_PAUSE(Party.CLIENT, Fact.PAUSE_AGREED),
        UNSHARE(Party.CLIENT, Fact.UNSHARED),
        /** The old partner can only be taken off the number by a ticket. */
        LET_OLD_PARTNER_GO(Party.CLIENT, Fact.OLD_PARTNER_LEFT),
        /** The clone of the WABA lacks something. */
        ACCEPT_CLONE(Party.PROVIDER, Fact.CLONE_ACCEPTED, Action.RECHECK),
        /** What is lost for good, accepted in somebody's own words. */
        ACCEPT_LOSSES(Party.CLIENT, Action.ACCEPT_LOSSES),
        /** A number that is new to Meta needs a name. */
        GIVE_NAME(Party.PROVIDER, Action.GIVE_NAME),
        /** Take the number off its account, or off the app. */
        LEAVE_SOURCE(Party.CLIENT, Fact.LEFT_STATED, Action.RECHECK),
        GIVE_BACKUP(Party.ORIGIN, Action.GIVE_BACKUP),
        APPROVE_PARTNER(Party.PARTNER, Fact.PARTNER_APPROVED, Action.REFUSE),
        CONFIRM_PAYMENT(Party.CLIENT, Fact.PAYMENT_CONFIRMED, Action.REFUSE),
        SETTLE_INVOICES(Party.CLIENT, Fact.INVOICES_SETTLED, Action.REFUSE),
        /** The number is about to go: nobody here can stop it, and nothing must be done for it. */
        LET_GO(Party.DESTINATION, Action.RECHECK),
        /** Something that was seen at the check is no longer so, and need not stop the move. */
        LOOK_AT_DRIFT(Party.PROVIDER, Action.ACCEPT_DRIFT, Action.RECHECK),
        /** Let this provider see the source. No step waits for it: it is offered beside the way, and asked by link. */
        GRANT_SOURCE(Party.CLIENT, Action.GRANT_SOURCE),
        /** See what the number is called on a phone that never wrote to it. No step waits for it either. */
        LOOK_AT_NAME(Party.CLIENT, Action.SAY_NAME),
        /** The window is over, or none fits. */
        SCHEDULE(Party.PROVIDER, Action.SCHEDULE),
        /** Graph refused; the subject is the problem, whose row says what to do. */
        MEND(Party.PROVIDER, Action.RETRY),
        /** Nobody could find out whether a call took place; the subject is the act. */
        DECIDE_DOUBT(Party.PROVIDER, Action.IT_HAPPENED, Action.IT_DID_NOT);
        // @formatter:on

        private final Party owner;
        private final List<Action> answers;
        private final Optional<Fact<Boolean>> confirmedBy;

        Kind(Party owner, Action... answers) {
            this.owner = owner;
            this.answers = List.of(answers);
            this.confirmedBy = Optional.empty();
        }

        /** Somebody says that it is done. */
        Kind(Party owner, Fact<Boolean> confirmedBy, Action... others) {
            this.owner = owner;
            this.answers = Stream.concat(Stream.of(Action.CONFIRM), Stream.of(others)).toList();
            this.confirmedBy = Optional.of(confirmedBy);
        }

        /** Whose it is as a rule; a check's is whose the check is. */
        public Party owner() {
            return owner;
        }

        /** What may be answered. */
        public List<Action> answers() {
            return answers;
        }

        /** What a yes is kept as; empty for what is not done by saying so. */
        public Optional<Fact<Boolean>> confirmedBy() {
            return confirmedBy;
        }

        /** The check that its tasks are about; empty where each says it, or is about none. */
        public Optional<String> check() {
            return switch (this) {
                case SET_UP_PAYMENT -> Optional.of("payment-at-destination");
                case TURN_OFF_TWO_STEP, CONFIRM_TWO_STEP_OFF -> Optional.of("two-step-off");
                default -> Optional.empty();
            };
        }

        static Optional<Kind> named(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The check it is about: what a person's word answers, or a new look sees; empty where it is about none. */
    public Optional<String> check() {
        return kind == Kind.CLEAR_THE_WAY ? Optional.of(subject) : kind.check();
    }

    public static HumanTask of(Kind kind) {
        return new HumanTask(kind, kind.owner, "");
    }

    public static HumanTask of(Kind kind, String subject) {
        return new HumanTask(kind, kind.owner, subject);
    }
}
