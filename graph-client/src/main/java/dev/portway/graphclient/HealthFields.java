package dev.portway.graphclient;

import dev.portway.graphclient.node.Health;
import dev.portway.graphclient.node.Health.Ability;
import dev.portway.graphclient.node.Health.Entity;
import dev.portway.graphclient.node.Health.EntityType;
import dev.portway.graphclient.node.Health.Obstacle;

/** How {@code health_status} reads. */
final class HealthFields {
    private HealthFields() {}

    /** The health of a node that was asked for it alone. */
    static Health of(Fields node) {
        Health health = node.child("health_status", HealthFields::read);
        if (health == null) {
            throw new NotUnderstood("no health_status");
        }
        return health;
    }

    static Health read(Fields json) {
        return new Health(json.open("can_send_message", Ability.class), json.list("entities", HealthFields::entity));
    }

    private static Entity entity(Fields json) {
        return new Entity(json.open("entity_type", EntityType.class),
                json.text("id"),
                json.open("can_send_message", Ability.class),
                json.texts("additional_info"),
                json.list("errors", HealthFields::obstacle));
    }

    private static Obstacle obstacle(Fields json) {
        return new Obstacle(json.number("error_code", -1), json.text("error_description"), json.text("possible_solution"));
    }
}
