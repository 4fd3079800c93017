package dev.portway.finder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every way a number can change hands; the list is closed. Names are durable, and those of the routes that carry a way out. The order is that of the
 * page about routes.
 */
public enum Way {
    MIGRATE, SIGNUP, JOIN, RESHARE, INTENT, CURRENCY, ADD, COEXIST, RECONNECT, HOSTING, PARTNER_CHANGE, PORT_OUT;

    /** As in JSON, message keys and routes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Way> named(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }

    /** Takes away what nobody can give back: never first while another fits, and confirmed in words before it begins. */
    public boolean isDestructive() {
        return this == RECONNECT;
    }
}
