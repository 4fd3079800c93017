package dev.portway.migration;

/** How a migration ended. */
public enum Ending {
    COMPLETED, WITHDRAWN, EXPIRED, FAILED;

    public Status status() {
        return Status.valueOf(name());
    }
}
