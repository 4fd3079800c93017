package dev.portway.sandbox.wire;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Trace ids as Graph gives them: an A and 22 letters. Random, because nobody may rely on them. */
public final class Traces {

    private Traces() {}

    public static String next() {
        byte[] bytes = new byte[17];
        ThreadLocalRandom.current().nextBytes(bytes);
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, 22);
    }
}
