package dev.portway.graphclient.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Something that must not be seen. It prints as its name, is no bean, and gives its text only to who says {@link #reveal()}. */
public abstract sealed class Secret
        permits AccessToken, AppSecret, Pin, OwnershipCode, SignupCode, VerifyToken, BackupData, BackupPassword {
    private final String text;

    Secret(String text) {
        this.text = text;
    }

    /** The text itself. Never for logs, exceptions or pages. */
    public final String reveal() {
        return text;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Secret that && getClass() == that.getClass() && sameText(that);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "(hidden)";
    }

    /** Takes as long for a near miss as for a far one. */
    private boolean sameText(Secret that) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
    }
}
