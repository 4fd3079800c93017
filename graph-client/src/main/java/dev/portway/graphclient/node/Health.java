package dev.portway.graphclient.node;

import dev.portway.graphclient.value.Open;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether messages can be sent, and what stands in the way: the best single question before and after a move.
 *
 * <p>Source: Meta, "Health status", 2026. The whole is as good as its worst entity.
 */
public record Health(@Nullable Open<Ability> canSend, List<Entity> entities) {
    public Health {
        entities = List.copyOf(entities);
    }

    /** @param id may be absent; also what it belongs to differs by type */
    public record Entity(
            @Nullable Open<EntityType> type,
            @Nullable String id,
            @Nullable Open<Ability> canSend,
            List<String> additionalInfo,
            List<Obstacle> obstacles) {
        public Entity {
            additionalInfo = List.copyOf(additionalInfo);
            obstacles = List.copyOf(obstacles);
        }
    }

    /** @param code 141006 payment, 141002 template not approved, 138024 SIP off, and others; -1 when absent */
    public record Obstacle(int code, @Nullable String description, @Nullable String possibleSolution) {}

    public enum Ability {
        AVAILABLE, LIMITED, BLOCKED
    }

    public enum EntityType {
        PHONE_NUMBER, MESSAGE_TEMPLATE, WABA, BUSINESS, APP
    }
}
