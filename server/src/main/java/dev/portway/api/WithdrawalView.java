package dev.portway.api;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.standing.Withdrawal;
import dev.portway.runner.Desk;
import dev.portway.words.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What withdrawing comes to: told while one may, and after it was done.
 *
 * @param undone acts that take something back, the last thing done first
 * @param stays what is left behind all the same
 */
record WithdrawalView(List<String> undone, List<Left> stays) {
    /**
     * @param number null when it is about all numbers
     * @param certainty {@code unknown} while nobody has found out whether it was done at all
     */
    record Left(String what, String text, @Nullable String number, Instant since, String certainty) {
        static Left of(Withdrawal.Stays one, Vocabulary vocabulary) {
            return new Left(one.words(), vocabulary.say("stays." + one.words()), one.number().map(PhoneNumber::e164).orElse(null),
                    one.since(),
                    MigrationView.word(one.certainty()));
        }
    }

    static WithdrawalView of(Desk.Card card, Vocabulary vocabulary) {
        Withdrawal withdrawal = Withdrawal.of(card.migration(), card.now());
        return new WithdrawalView(withdrawal.undone().stream().map(Act::word).toList(),
                withdrawal.stays().stream().map(one -> Left.of(one, vocabulary)).toList());
    }

    /** While withdrawing is offered. */
    static Optional<WithdrawalView> offered(Desk.Card card, Vocabulary vocabulary) {
        return card.allowed().contains(Action.WITHDRAW) ? Optional.of(of(card, vocabulary)) : Optional.empty();
    }

    /** Once it ended short of the point of no return, and while that may still come to pass. */
    static Optional<WithdrawalView> told(Desk.Card card, Vocabulary vocabulary) {
        return card.migration().pivotCrossed(null) ? Optional.empty() : Optional.of(of(card, vocabulary));
    }
}
