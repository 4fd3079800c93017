package dev.portway.sandbox.calls;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.number.Health;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The field {@code health_status} in Graph's shape. */
final class HealthView {

    private HealthView() {}

    static ObjectNode of(List<Health.Entity> entities) {
        ObjectNode health = Json.object().put("can_send_message", Health.worst(entities).name());
        var list = health.putArray("entities");
        for (Health.Entity entity : entities) {
            ObjectNode one = list.addObject()
                    .put("entity_type", entity.type())
                    .put("id", entity.id())
                    .put("can_send_message", entity.ability().name());
            Health.Trouble trouble = entity.trouble();
            if (trouble != null) {
                one.putArray("errors")
                        .addObject()
                        .put("error_code", trouble.code())
                        .put("error_description", trouble.description())
                        .put("possible_solution", trouble.solution());
            }
        }
        return health;
    }
}
