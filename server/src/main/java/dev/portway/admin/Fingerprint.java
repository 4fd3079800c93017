package dev.portway.admin;

import dev.portway.migration.fact.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Enough of a secret to tell it from another, and no more. */
final class Fingerprint {

    /** Of a shorter one the last four would be too much, and a hash could be guessed. */
    private static final int SHOWN_FROM = 20;

    private Fingerprint() {}

    static String of(Secret secret) {
        var text = secret.reveal();
        return text.length() < SHOWN_FROM
                ? "set"
                : "set, ends in " + text.substring(text.length() - 4) + ", sha256 " + hash(text).substring(0, 12);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
