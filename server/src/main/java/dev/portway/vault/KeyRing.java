package dev.portway.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.portway.database.CannotStart;
import dev.portway.database.PrivateFiles;
import dev.portway.database.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this installation: one seals, older ones still open what they sealed. Lives in {@code key} in the data folder (0600), in the file
 * PORTWAY_VAULT_KEY_FILE names, or in PORTWAY_VAULT_KEY itself, as a Tink keyset in JSON.
 */
public final class KeyRing {

    private static final Configuration TINK = AeadConfig2026.get();

    private final @Nullable Path file;
    private volatile KeysetHandle keys;
    private volatile Aead aead;

    private KeyRing(@Nullable Path file, KeysetHandle keys) {
        this.file = file;
        this.keys = keys;
        this.aead = aead(keys);
    }

    /** Where the settings say: the key itself, or the file it is in. */
    public static KeyRing of(Settings settings) {
        return settings.key() == null ? in(settings.keyFile()) : of(settings.key());
    }

    /** Made at the first start. Whether it is the right one for the database is for {@link KeyCheck} to say. */
    public static KeyRing in(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.folder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
                PrivateFiles.write(file, json(fresh()));
            }
            requirePrivate(file);
            return new KeyRing(file, parse(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new CannotStart("The key in " + file + " cannot be read: " + e, e);
        }
    }

    /** From the environment: there is no file to write another key to. */
    public static KeyRing of(String keyset) {
        return new KeyRing(null, parse(keyset, "PORTWAY_VAULT_KEY"));
    }

    /** For those who keep their keys elsewhere. */
    public static String newKeyset() {
        return json(fresh());
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!PrivateFiles.isPrivate(file)) {
            throw new CannotStart(
                    "The key in " + file + " can be read or changed by others on this machine. Take that from them: chmod 600 " + file
                            + ". If they may have read it, change it too: ./portway rotate-key");
        }
    }

    Aead aead() {
        return aead;
    }

    /** Another process may have added a key since we read the file. */
    Aead readAgain() {
        if (file != null) {
            try {
                use(parse(Files.readString(file), file.toString()));
            } catch (IOException e) {
                throw new IllegalStateException("The key in " + file + " cannot be read", e);
            }
        }
        return aead;
    }

    /** From now on a new key seals. The older ones stay, for other nodes go on with them until they look again. */
    void add() throws IOException {
        try {
            var id = keys.size() == 0 ? 1 : highestId() + 1;
            keep(KeysetHandle.newBuilder(keys)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withFixedId(id).makePrimary())
                    .setConfiguration(TINK)
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only the key in use stays. */
    void forgetOlder() throws IOException {
        try {
            var only = KeysetHandle.newBuilder();
            only.addEntry(KeysetHandle.importKey(keys.getPrimary().getKey()).withFixedId(keys.getPrimary().getId()).makePrimary());
            keep(only.setConfiguration(TINK).build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tink writes the number of the key before what it sealed: one byte 1, then four bytes. */
    boolean isUnderCurrentKey(byte[] ciphertext) {
        return ciphertext.length > 5 && ByteBuffer.wrap(ciphertext, 1, 4).getInt() == keys.getPrimary().getId();
    }

    private int highestId() {
        var highest = 0;
        for (int i = 0; i < keys.size(); i++) {
            highest = Math.max(highest, keys.getAt(i).getId());
        }
        return highest;
    }

    private void keep(KeysetHandle changed) throws IOException {
        if (file == null) {
            throw new CannotStart(
                    "The key comes from PORTWAY_VAULT_KEY, where no other can be written. Put it into a file, name that with PORTWAY_VAULT_KEY_FILE, "
                            + "and rotate then");
        }
        PrivateFiles.write(file, json(changed));
        use(changed);
    }

    private void use(KeysetHandle changed) {
        keys = changed;
        aead = aead(changed);
    }

    private static KeysetHandle fresh() {
        try {
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withFixedId(1).makePrimary())
                    .setConfiguration(TINK)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Aead aead(KeysetHandle keys) {
        try {
            return keys.getPrimitive(TINK, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not a key that seals", e);
        }
    }

    private static String json(KeysetHandle keys) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(keys, TINK, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cause stays out of the message: it may quote the key. */
    private static KeysetHandle parse(String json, String place) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, TINK, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new CannotStart(place + " does not hold a key of Portway. Restore the one this installation was made with");
        }
    }

    /** Never a key. */
    @Override
    public String toString() {
        return "KeyRing[" + keys.size() + " in " + (file == null ? "PORTWAY_VAULT_KEY" : file) + "]";
    }
}
