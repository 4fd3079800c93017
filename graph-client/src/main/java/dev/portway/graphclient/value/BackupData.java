package dev.portway.graphclient.value;

/** What the On-Premises API exported of a number's registration, as text. Who has it and its password can register the number. */
public final class BackupData extends Secret {
    /** @param text at most 1,048,576 characters, far above the some thousand that a registration has */
    public BackupData(String text) {
        super(Check.text("backup data", text, 1_048_576));
    }
}
