package dev.portway.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Trace ids as Graph gives them: an A and 22 letters. Random, because nobody may rely on them. */
public final class Traces {

    private static final byte[] ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
            .getBytes(StandardCharsets.ISO_8859_1);

    private Traces() {}

    public static String next() {
        byte[] letters = new byte[23];
        letters[0] = 'A';
        long bits = 0;
        for (int i = 1; i < letters.length; i++) {
            // Ten letters of six bits each from one long.
            bits = i % 10 == 1 ? ThreadLocalRandom.current().nextLong() : bits >>> 6;
            letters[i] = ALPHABET[(int) (bits & 63)];
        }
        return new String(letters, StandardCharsets.ISO_8859_1);
    }
}
