package dev.portway.sandbox.rules.message;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.number.Budget;
import dev.portway.sandbox.world.Flow;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Messages that open a Flow. Documented (error page): none of a Flow that is blocked, ten an hour of one that is throttled. */
final class FlowMessages {

    private static final int THROTTLED_AN_HOUR = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world;
    /** Id of a throttled Flow → when it was sent lately. */
    private final Map<String, Deque<Instant>> sent = new HashMap<>();

    FlowMessages(World world) {
        this.world = world;
        world.counts(sent::clear);
    }

    /** Counts those that it lets pass. */
    void spend(String type, JsonNode content, @Nullable Template template) {
        if (template != null) {
            template.components.valueStream().flatMap(part -> part.path("buttons").valueStream()).forEach(this::spend);
        } else if (type.equals("interactive")) {
            spend(content.path("action").path("parameters"));
        }
    }

    private void spend(JsonNode opener) {
        Flow flow = world.flows.get(opener.path("flow_id").asString(""));
        if (flow == null) {
            return;
        }
        if (flow.status.equals("BLOCKED")) {
            throw ErrorRow.FLOW_MESSAGE_BLOCKED.refused();
        }
        if (flow.status.equals("THROTTLED")) {
            Deque<Instant> lately = sent.computeIfAbsent(flow.id, id -> new ArrayDeque<>());
            if (Budget.spent(lately, HOUR, world.now()) >= THROTTLED_AN_HOUR) {
                throw ErrorRow.FLOW_THROTTLED.refused();
            }
            lately.addLast(world.now());
        }
    }
}
