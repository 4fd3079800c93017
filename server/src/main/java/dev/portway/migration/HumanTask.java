package dev.portway.migration;

import dev.portway.problem.Party;
import java.util.List;
import java.util.Locale;

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
        SUBMIT(Party.PROVIDER, Action.SUBMIT),
        /** Something was found that stands in the way; the subject is the check. */
        CLEAR_THE_WAY(Party.CLIENT, Action.STATE, Action.RECHECK), SET_UP_PAYMENT(Party.PROVIDER, Action.STATE,
                Action.RECHECK), TURN_OFF_TWO_STEP(Party.CLIENT, Action.RECHECK),
        /** Graph does not show it: somebody says it. */
        CONFIRM_TWO_STEP_OFF(Party.CLIENT, Action.STATE, Action.RECHECK), CHOOSE_CODE(Party.CLIENT,
                Action.CHOOSE_CODE), ENTER_CODE(Party.CLIENT, Action.ENTER_CODE, Action.NEW_CODE),
        /** The window is over, or none fits. */
        SCHEDULE(Party.PROVIDER, Action.SCHEDULE),
        /** Graph refused; the subject is the problem, whose row says what to do. */
        MEND(Party.PROVIDER, Action.RETRY),
        /** Nobody could find out whether a call took place; the subject is the act. */
        DECIDE_DOUBT(Party.PROVIDER, Action.IT_HAPPENED, Action.IT_DID_NOT);

        private final Party owner;
        private final List<Action> answers;

        Kind(Party owner, Action... answers) {
            this.owner = owner;
            this.answers = List.of(answers);
        }

        /** What may be answered. */
        public List<Action> answers() {
            return answers;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static HumanTask of(Kind kind) {
        return new HumanTask(kind, kind.owner, "");
    }

    static HumanTask of(Kind kind, String subject) {
        return new HumanTask(kind, kind.owner, subject);
    }
}
