package dev.portway.finder;

import static dev.portway.finder.Way.*;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which ways serve a wish, the least burden first: no proof of ownership before one, no dark time before days of it, an account that is there before one
 * to be made. What a wish does not list does something else than what is wanted.
 */
public final class Preference {
    private static final Map<Value, List<Way>> BY_WISH = new EnumMap<>(Map.of(
            Value.COME, List.of(INTENT, MIGRATE, SIGNUP, JOIN, RESHARE, ADD, COEXIST, RECONNECT),
            Value.COME_BESIDE, List.of(JOIN, INTENT, MIGRATE, SIGNUP, RESHARE, ADD, COEXIST, RECONNECT),
            Value.NEW_ACCOUNT, List.of(MIGRATE, SIGNUP, ADD, COEXIST, RECONNECT),
            Value.LEAVE, List.of(PORT_OUT),
            Value.OTHER_PARTNER, List.of(PARTNER_CHANGE),
            Value.ACCOUNT_TO_PARTNER, List.of(MIGRATE, SIGNUP, PARTNER_CHANGE),
            Value.CHANGE_PORTFOLIO, List.of(ADD, RECONNECT),
            Value.OTHER_CURRENCY, List.of(CURRENCY, MIGRATE, SIGNUP),
            Value.TO_CLOUD, List.of(HOSTING)));

    private Preference() {}

    /** The best first; all of them while nobody said what is wanted. */
    static List<Way> of(Optional<Known> wish) {
        return wish.map(known -> serving(known.value())).orElse(Arrays.asList(Way.values()));
    }

    public static List<Way> serving(Value wish) {
        return BY_WISH.getOrDefault(wish, List.of());
    }
}
