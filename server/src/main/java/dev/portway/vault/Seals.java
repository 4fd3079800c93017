package dev.portway.vault;

import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Seals secrets for the database. A sealed value opens only for the owner and the purpose it was sealed for, so that a value copied into another row, or
 * from one provider to another, is worth nothing.
 *
 * <pre>
 * sealed = version (1 byte, 1) · length of purpose (1 byte) · purpose (ASCII) · AES-256-GCM by Tink, bound to owner and purpose
 * </pre>
 *
 * <p>Keep sealed values in columns of type {@code bytea} named {@code …_sealed}, in tables with a {@code provider_id}: that is how {@link KeyRotation} finds
 * them. Anywhere else they are lost when the key is changed.
 */
public final class Seals {

    private static final byte VERSION = 1;

    private final KeyRing keys;

    public Seals(KeyRing keys) {
        this.keys = keys;
    }

    /** @throws dev.portway.database.CannotStart when these are not the keys that the database was begun with */
    public static Seals checked(KeyRing keys, JdbcClient jdbc) {
        var seals = new Seals(keys);
        KeyCheck.pass(jdbc, seals);
        return seals;
    }

    /** @param purpose what it is for, like {@code pin}; durable, at most 60 letters, digits, hyphens and dots */
    public byte[] seal(ProviderId owner, String purpose, Secret secret) {
        return sealBytes(owner, purpose, secret.reveal().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws SealBroken when it was sealed for someone or something else, with another key, or was changed */
    public Secret unseal(ProviderId owner, String purpose, byte[] sealed) {
        if (!purposeOf(sealed).equals(purpose)) {
            throw new SealBroken("sealed for \"" + purposeOf(sealed) + "\", asked for \"" + purpose + "\"");
        }
        return new Secret(new String(open(owner, purpose, sealed), StandardCharsets.UTF_8));
    }

    /** The same secret under the key in use now. */
    byte[] reseal(ProviderId owner, byte[] sealed) {
        var purpose = purposeOf(sealed);
        return sealBytes(owner, purpose, open(owner, purpose, sealed));
    }

    boolean isUnderCurrentKey(byte[] sealed) {
        return keys.isUnderCurrentKey(ciphertext(sealed));
    }

    private byte[] sealBytes(ProviderId owner, String purpose, byte[] plain) {
        if (!purpose.matches("[a-z0-9.-]{1,60}")) {
            throw new IllegalArgumentException("Not a purpose: " + purpose);
        }
        try {
            var name = purpose.getBytes(StandardCharsets.US_ASCII);
            var ciphertext = keys.aead().encrypt(plain, boundTo(owner, purpose));
            return ByteBuffer.allocate(2 + name.length + ciphertext.length)
                    .put(VERSION)
                    .put((byte) name.length)
                    .put(name)
                    .put(ciphertext)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    /** Another process may have changed the key since we read it. */
    private byte[] open(ProviderId owner, String purpose, byte[] sealed) {
        try {
            return keys.aead().decrypt(ciphertext(sealed), boundTo(owner, purpose));
        } catch (GeneralSecurityException first) {
            try {
                return keys.readAgain().decrypt(ciphertext(sealed), boundTo(owner, purpose));
            } catch (GeneralSecurityException e) {
                throw new SealBroken("not sealed for " + owner + " and \"" + purpose + "\" with a key of this installation");
            }
        }
    }

    private static byte[] boundTo(ProviderId owner, String purpose) {
        return ("portway\0" + owner.value() + "\0" + purpose).getBytes(StandardCharsets.US_ASCII);
    }

    private static String purposeOf(byte[] sealed) {
        if (sealed.length < 2 || sealed[0] != VERSION || sealed[1] < 0 || sealed.length < 2 + sealed[1]) {
            throw new SealBroken("not a sealed value");
        }
        return new String(sealed, 2, sealed[1], StandardCharsets.US_ASCII);
    }

    private static byte[] ciphertext(byte[] sealed) {
        return Arrays.copyOfRange(sealed, 2 + purposeOf(sealed).length(), sealed.length);
    }

    /** A sealed value that does not open. Its message names what was asked for, never what is inside. */
    public static final class SealBroken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SealBroken(String message) {
            super("A sealed value does not open: " + message);
        }
    }
}
