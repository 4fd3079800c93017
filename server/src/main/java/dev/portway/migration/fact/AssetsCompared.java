package dev.portway.migration.fact;

/**
 * What arrived, compared with the snapshot.
 *
 * @param source templates the snapshot holds
 * @param carried of them, those that exist at the destination and are usable
 * @param pending of them, those that exist at the destination and are not usable yet
 * @param failed of them, those that should have come and did not
 * @param stayed of them, those that do not travel (rejected, low quality…)
 * @param losses other assets that changed and should not have
 */
public record AssetsCompared(int source, int carried, int pending, int failed, int stayed, int losses) {
    /** Whether waiting longer can change the picture. */
    public boolean finished() {
        return pending == 0;
    }
}
