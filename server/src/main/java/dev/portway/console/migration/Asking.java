package dev.portway.console.migration;

import dev.portway.migration.HumanTask;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.runner.Desk;
import java.util.Locale;
import java.util.Optional;

/** What makes the same task another one for whoever does it: the route it is on, or the way the code takes. */
final class Asking {
    private Asking() {}

    /** A part of message keys; some have no words of their own, and those of the task say it all then. */
    static String variant(HumanTask.Kind kind, Desk.Card card) {
        return switch (kind) {
            case SIGN_UP -> card.migration().route().name();
            case CHOOSE_CODE -> isCalled(card) ? "no-sms" : "";
            case ENTER_CODE -> way(card).orElse("");
            default -> "";
        };
    }

    /** How the latest code was sent: {@code sms} or {@code voice}; empty while none was. */
    static Optional<String> way(Desk.Card card) {
        Migration migration = card.migration();
        return number(card).filter(number -> migration.facts().is(Fact.CODE_REQUESTED, number))
                .flatMap(number -> migration.facts().value(Fact.CODE_CHOICE, number))
                .map(choice -> choice.method().name().toLowerCase(Locale.ROOT));
    }

    private static boolean isCalled(Desk.Card card) {
        return number(card).filter(number -> CodeChoice.isOutOfReachOfSms(card.migration().facts(), number)).isPresent();
    }

    private static Optional<PhoneNumber> number(Desk.Card card) {
        return Optional.ofNullable(card.standing().number());
    }
}
