package dev.portway.graphclient.node;

import dev.portway.graphclient.value.CurrencyMigrationId;
import dev.portway.graphclient.value.Open;
import org.jspecify.annotations.Nullable;

/**
 * A WABA on its way to another currency, or to a line of credit: first a copy of it is made, then all its numbers go there.
 *
 * <p>Source: Meta, "Change billing currency", 23 Jun 2026.
 *
 * @param destination the copy, once there is one. Meta tells id, name, currency, time zone and template namespace of it
 */
public record CurrencyMigration(CurrencyMigrationId id, @Nullable Open<Status> status, @Nullable Waba destination) {
    public enum Status {
        /** Checked, and about to be copied. Look again. */
        INITIATED,
        /** In a queue. Look again. */
        ACCEPTED,
        /** Templates, Flows, apps and users are being copied. Look again. */
        IN_PROGRESS,
        /** The copy is there: see whether it is whole, then resume. */
        READY_TO_COMPLETE,
        /** The numbers are at the copy; the old WABA can be read and sends no more. */
        COMPLETED,
        /** Copying failed: begin again. */
        FAILED,
        /** Moving the numbers failed: resume again, which is safe. */
        FAILED_TO_COMPLETE,
        /** A condition does not hold: admin access, token, currency, payment, numbers of the Business app. */
        REJECTED
    }
}
