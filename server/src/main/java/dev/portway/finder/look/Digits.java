package dev.portway.finder.look;

import dev.portway.finder.Known;
import dev.portway.finder.Value;
import dev.portway.migration.fact.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the digits of a number tell by themselves: the country, and what is special there. */
final class Digits {
    private static final String BRAZIL = "55";
    private static final String INDIA = "91";
    /** Nigeria and South Africa. Source: Meta, "onboarding WhatsApp Business app users", Feb 2026. */
    private static final List<String> WITHOUT_COEXISTENCE = List.of("234", "27");

    private Digits() {}

    static List<Known> of(PhoneNumber number) {
        boolean served = WITHOUT_COEXISTENCE.stream().noneMatch(number.digits()::startsWith);
        return Stream.of(served ? Value.APP_SERVED : Value.APP_NOT_SERVED, market(number))
                .map(value -> Known.stated(value, "country-code"))
                .toList();
    }

    private static Value market(PhoneNumber number) {
        return number.digits().startsWith(BRAZIL) ? Value.BRAZIL : number.digits().startsWith(INDIA) ? Value.INDIA : Value.OTHER_MARKET;
    }

    /** Whether an account's currency is that of the number's country, where Meta wants it to be. */
    static Optional<Value> money(PhoneNumber number, String currency) {
        return switch (market(number)) {
            case BRAZIL -> Optional.of(currency.equals("BRL") ? Value.LOCAL_MONEY : Value.FOREIGN_MONEY);
            case INDIA -> Optional.of(currency.equals("INR") ? Value.LOCAL_MONEY : Value.FOREIGN_MONEY);
            default -> Optional.empty();
        };
    }
}
