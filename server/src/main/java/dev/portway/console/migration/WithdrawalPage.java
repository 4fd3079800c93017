package dev.portway.console.migration;

import dev.portway.migration.Action;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.standing.Withdrawal;
import dev.portway.runner.Desk;
import java.util.List;
import java.util.Optional;

/**
 * What a withdrawal comes to, before anybody asks for it.
 *
 * @param lead whether the number goes on working meanwhile
 * @param key the same key posted twice is done once
 * @param undone what is taken back
 * @param stays what is left behind all the same
 */
public record WithdrawalPage(String path, String title, String lead, String key, List<String> undone, List<Stays> stays) {
    public WithdrawalPage {
        undone = List.copyOf(undone);
        stays = List.copyOf(stays);
    }

    /** @param maybe nobody knows whether it was done at all */
    public record Stays(String what, Optional<String> number, Moment since, boolean maybe) {}

    /** Empty when it may not be withdrawn now. */
    public static Optional<WithdrawalPage> of(Voice voice, Desk.Card card) {
        if (!card.allowed().contains(Action.WITHDRAW)) {
            return Optional.empty();
        }
        Migration migration = card.migration();
        Withdrawal withdrawal = Withdrawal.of(migration, card.now());
        return Optional.of(new WithdrawalPage("/migrations/" + migration.id(), MigrationPage.title(voice, migration),
                voice.find("migration.withdraw.lead." + migration.route().name(), "migration.withdraw.lead").orElse(""),
                migration.id() + ":" + migration.moment() + ":" + Action.WITHDRAW.word(),
                withdrawal.undone().stream().map(act -> voice.say("act." + act.word())).toList(),
                stays(voice, migration, withdrawal)));
    }

    /** What is there all the same, once it is over; nothing where it moved. */
    static List<Stays> leftBehind(Voice voice, Desk.Card card) {
        Migration migration = card.migration();
        return migration.ending().isEmpty() || migration.pivotCrossed(null)
                ? List.of()
                : stays(voice, migration, Withdrawal.of(migration, card.now()));
    }

    private static List<Stays> stays(Voice voice, Migration migration, Withdrawal withdrawal) {
        boolean several = migration.order().numbers().size() > 1;
        return withdrawal.stays().stream().map(one -> stays(voice, one, several)).toList();
    }

    private static Stays stays(Voice voice, Withdrawal.Stays one, boolean several) {
        return new Stays(
                voice.find("stays." + one.words()).orElseGet(() -> voice.say("step." + one.words())),
                one.number().filter(_ -> several).map(voice::phone), voice.moment(one.since()), one.certainty() == Certainty.UNKNOWN);
    }
}
