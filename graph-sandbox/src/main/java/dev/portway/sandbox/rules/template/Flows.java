package dev.portway.sandbox.rules.template;

import dev.portway.sandbox.refusal.ErrorRow;

import dev.portway.sandbox.world.Flow;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Flows of a WABA. Documented (Flows API reference and its error codes): a draft can be changed, published and deleted; a published one only
 * deprecated; names are unique. They do not move with a number: {@code migrate_flows} copies them.
 */
public final class Flows {

    private final World world;

    public Flows(World world) {
        this.world = world;
    }

    public List<Flow> of(Waba waba) {
        return world.flows.values().stream().filter(flow -> flow.waba == waba).toList();
    }

    public Flow create(Waba waba, String name) {
        checkName(waba, name);
        Flow flow = new Flow(world.ids().other(), waba, name);
        flow.updatedAt = world.now();
        world.flows.put(flow.id, flow);
        return flow;
    }

    private void checkName(Waba waba, String name) {
        if (named(waba, name).isPresent()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Flow name is not unique");
        }
    }

    private Optional<Flow> named(Waba waba, String name) {
        return of(waba).stream().filter(flow -> flow.name.equals(name)).findFirst();
    }

    public void rename(Flow flow, String name) {
        if (!flow.name.equals(name)) {
            checkName(flow.waba, name);
            flow.name = name;
        }
    }

    /** Documented: what was published cannot be changed any more. */
    public void change(Flow flow) {
        refuseUnless(flow, "DRAFT", ErrorRow.FLOW_NOT_UPDATED);
        flow.updatedAt = world.now();
    }

    public void publish(Flow flow) {
        refuseUnless(flow, "DRAFT", ErrorRow.FLOW_NOT_PUBLISHED);
        if (flow.content.isEmpty()) {
            throw ErrorRow.FLOW_NOT_PUBLISHED.refused();
        }
        flow.status = "PUBLISHED";
    }

    public void deprecate(Flow flow) {
        refuseUnless(flow, "PUBLISHED", ErrorRow.FLOW_NOT_DEPRECATED);
        flow.status = "DEPRECATED";
    }

    public void delete(Flow flow) {
        refuseUnless(flow, "DRAFT", ErrorRow.FLOW_NOT_DELETED);
        world.flows.remove(flow.id);
    }

    private static void refuseUnless(Flow flow, String status, ErrorRow row) {
        if (!flow.status.equals(status)) {
            throw row.refused();
        }
    }

    /** What became of the Flows that were to be copied: pairs of source and copy, and name → reason. */
    public record Copied(Map<Flow, Flow> migrated, Map<String, String> failed) {}

    /** In the OpenAPI file: those named, or all. Assumed: a copy is a draft, because it has to be published where it is. */
    public Copied copy(Waba source, Waba destination, List<String> names) {
        if (!source.ownerId.equals(destination.ownerId)) {
            throw ErrorRow.FLOW_MIGRATION.refused();
        }
        Map<Flow, Flow> migrated = new LinkedHashMap<>();
        Map<String, String> failed = new LinkedHashMap<>();
        List<String> wanted = names.isEmpty() ? of(source).stream().map(flow -> flow.name).toList() : new ArrayList<>(names);
        for (String name : wanted) {
            Optional<Flow> found = named(source, name);
            if (found.isEmpty()) {
                failed.put(name, "Flows Migration Error: Flow name not found in source WABA.");
            } else if (named(destination, name).isPresent()) {
                failed.put(name, "Flows Migration Error: Flow name already exists in destination WABA.");
            } else {
                migrated.put(found.get(), copy(found.get(), destination));
            }
        }
        return new Copied(migrated, failed);
    }

    private Flow copy(Flow flow, Waba destination) {
        Flow copy = create(destination, flow.name);
        copy.categories.addAll(flow.categories);
        copy.endpoint = flow.endpoint;
        copy.content = flow.content;
        return copy;
    }
}
