package dev.portway.graphclient;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.Flow;
import dev.portway.graphclient.node.FlowCopies;
import dev.portway.graphclient.node.FlowCopies.Copy;
import dev.portway.graphclient.node.FlowCopies.Failure;
import dev.portway.graphclient.value.FlowId;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import java.util.List;

/** Flows: what a WABA has, and copying from one to another. */
public final class FlowCalls {
    private static final List<String> FIELDS = List.of("id", "name", "status", "categories");

    private final GraphLine line;

    FlowCalls(GraphLine line) {
        this.line = line;
    }

    public ReadResult<Listing<Flow>> of(WabaId waba) {
        return line.unknownFields()
                .without(FIELDS, names -> Pages.all(line, Call.get("/" + waba + "/flows").with("fields", names), FlowCalls::flow));
    }

    /**
     * Recreates Flows of another WABA of the same business here, under the same names. The token must reach both. Repeating it harms nothing: a
     * name that is there already comes back as failed. Assumed, because the page does not say: a copy is a draft, to be published here.
     *
     * <p>Source: Meta's OpenAPI file v23 and SDK schema, 15 Apr 2026.
     *
     * @param names of the Flows; empty: all
     */
    public EffectResult<FlowCopies> copy(WabaId destination, WabaId source, List<String> names, SendBy sendBy) {
        Call call = Call.post("/" + destination + "/migrate_flows")
                .with("source_waba_id", source)
                .with("source_flow_names", names.isEmpty() ? null : names);
        return line.effect(call, sendBy, FlowCalls::copies);
    }

    private static Flow flow(Fields json) {
        return new Flow(json.needed("id", FlowId::new),
                json.needed("name"),
                json.open("status", Flow.Status.class),
                json.texts("categories"));
    }

    private static FlowCopies copies(Fields json) {
        if (!json.isList("migrated_flows") && !json.isList("failed_flows")) {
            throw new NotUnderstood("neither migrated_flows nor failed_flows");
        }
        return new FlowCopies(
                json.list("migrated_flows",
                        each -> new Copy(each.needed("source_name"), each.value("source_id", FlowId::new),
                                each.needed("migrated_id", FlowId::new))),
                json.list("failed_flows",
                        each -> new Failure(each.needed("source_name"), each.number("error_code", -1), each.text("error_message"))));
    }
}
