package dev.portway.graphclient.value;

/** What a backup was locked with when it was exported. Any characters, as a person chose them. */
public final class BackupPassword extends Secret {
    public BackupPassword(String text) {
        super(Check.text("backup password", text, 256));
    }
}
