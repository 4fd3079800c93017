package dev.portway.graphclient.node;

import dev.portway.graphclient.value.FlowId;
import dev.portway.graphclient.value.Open;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Flow. It does not move with a number: a copy in the other WABA has another id, so match by name.
 *
 * <p>Source: Meta, "Flows API", 2026.
 *
 * @param name one of a kind in its WABA
 * @param categories {@code SIGN_UP}, {@code APPOINTMENT_BOOKING}, … an open list
 */
public record Flow(FlowId id, String name, @Nullable Open<Status> status, List<String> categories) {
    public Flow {
        categories = List.copyOf(categories);
    }

    /** {@code THROTTLED} and {@code BLOCKED} are Meta's doing, when the Flow's endpoint is unwell. */
    public enum Status {
        DRAFT, PUBLISHED, DEPRECATED, BLOCKED, THROTTLED
    }
}
