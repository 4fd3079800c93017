package dev.portway.graph;

import dev.portway.migration.fact.Secret;
import java.security.SecureRandom;
import java.util.Locale;

/** PINs nobody guesses. */
final class Pins {
    private final SecureRandom random = new SecureRandom();

    Secret next() {
        String pin = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        return trivial(pin) ? next() : new Secret(pin);
    }

    /** Fewer than three different digits (000000, 121212), or each as far from the one before (123456, 987654). */
    static boolean trivial(String pin) {
        int step = pin.charAt(1) - pin.charAt(0);
        boolean even = true;
        for (int i = 1; i < pin.length(); i++) {
            even &= pin.charAt(i) - pin.charAt(i - 1) == step;
        }
        return even || pin.chars().distinct().count() < 3;
    }
}
