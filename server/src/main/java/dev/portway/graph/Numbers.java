package dev.portway.graph;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessPhoneNumber.Registration;
import dev.portway.graphclient.value.NumberToAdd;
import dev.portway.graphclient.value.Open;
import dev.portway.migration.fact.NumberSeen;
import dev.portway.migration.fact.PhoneNumber;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers between our words and Graph's. */
final class Numbers {
    private static final String UNKNOWN = "UNKNOWN";

    private Numbers() {}

    /** Split into calling code and the rest; empty when it cannot be a number. */
    static Optional<NumberToAdd> moving(PhoneNumber number) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var parsed = numbers.parse(number.e164(), "ZZ");
            return Optional.of(NumberToAdd.moving(String.valueOf(parsed.getCountryCode()), numbers.getNationalSignificantNumber(parsed)));
        } catch (NumberParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Graph prints numbers with plus, spaces and dashes: digits are compared. */
    static Optional<BusinessPhoneNumber> find(Listing<BusinessPhoneNumber> list, PhoneNumber number) {
        return list.items().stream().filter(one -> digits(one).equals(number.digits())).findFirst();
    }

    static String digits(BusinessPhoneNumber number) {
        String shown = number.displayPhoneNumber();
        return shown == null ? "" : shown.replaceAll("[^0-9]", "");
    }

    static NumberSeen seen(BusinessPhoneNumber number) {
        Registration registration = number.registration();
        return new NumberSeen(text(registration.status()),
                Stream.of(text(registration.platform()), text(registration.hostPlatform()))
                        .filter(shown -> !shown.equals(UNKNOWN))
                        .findFirst()
                        .orElse(UNKNOWN),
                text(registration.codeVerification()),
                text(number.displayName().status()));
    }

    /** Whether enough is shown to say that it lives here or does not. */
    static boolean showsLife(NumberSeen seen) {
        return !seen.status().equals(UNKNOWN) && !seen.platform().equals(UNKNOWN);
    }

    static boolean showsVerification(NumberSeen seen) {
        return !seen.codeVerification().equals(UNKNOWN);
    }

    /** Graph's word as one of ours; what nobody knows is the unknown one. */
    static <E extends Enum<E>> E known(@Nullable Open<?> shown, Class<E> words, E unknown) {
        return Stream.of(words.getEnumConstants()).filter(word -> word.name().equals(text(shown))).findFirst().orElse(unknown);
    }

    private static String text(@Nullable Open<?> value) {
        return value == null ? UNKNOWN : value.text();
    }
}
