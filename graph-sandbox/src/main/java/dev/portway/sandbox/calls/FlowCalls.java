package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.CHANGE_FLOW;
import static dev.portway.sandbox.wire.CallName.COPY_FLOWS;
import static dev.portway.sandbox.wire.CallName.LIST_FLOWS;
import static dev.portway.sandbox.wire.CallName.READ_FLOW;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.rules.template.Flows;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.FieldSpec;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.Flow;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls on Flows. Source: Flows API reference; the OpenAPI file v23 for shapes. */
final class FlowCalls {

    private static final int LONGEST_PAGE = 100;
    private static final Duration PREVIEW_LIFE = Duration.ofDays(30);
    private static final List<String> CATEGORIES = List.of("APPOINTMENT_BOOKING", "CONTACT_US", "CUSTOMER_SUPPORT", "LEAD_GENERATION",
            "OTHER",
            "SHOPPING", "SIGN_IN", "SIGN_UP", "SURVEY");

    private final World world;
    private final Rules rules;
    private final NodeView<Flow> view = new NodeView<Flow>("WhatsAppFlow").text("id", each -> each.id)
            .text("name", each -> each.name)
            .text("status", each -> each.status)
            .text("endpoint_uri", each -> each.endpoint.isEmpty() ? null : each.endpoint)
            .text("updated_at", each -> Views.time(each.updatedAt))
            .field("categories", (each, ask, spec) -> Json.strings(each.categories))
            .field("validation_errors", (each, ask, spec) -> Json.array())
            .field("whatsapp_business_account", (each, ask, spec) -> Json.object().put("id", each.waba.id))
            .field("preview", (each, ask, spec) -> preview(each))
            .unset("json_version", "data_api_version", "data_channel_uri", "health_status", "application", "metric")
            .edges(routes())
            .unasked("id", "name", "status", "categories", "validation_errors");

    FlowCalls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    /** Documented: a page for whoever has its address, for 30 days. Nobody serves it here. */
    private JsonNode preview(Flow flow) {
        return Json.object()
                .put("preview_url", "https://business.facebook.com/wa/manage/flows/" + flow.id + "/preview/?token=sandbox")
                .put("expires_at", Views.time(world.now().plus(PREVIEW_LIFE)));
    }

    List<Route<Waba>> wabaRoutes() {
        return List.of(new Route<>("GET", "flows", LIST_FLOWS, this::list), new Route<>("POST", "flows", CHANGE_FLOW, this::create),
                new Route<>("POST", "migrate_flows", COPY_FLOWS, this::copy));
    }

    List<Route<Flow>> routes() {
        return List.of(new Route<>("GET", "", READ_FLOW, this::read), new Route<>("POST", "", CHANGE_FLOW, this::update),
                new Route<>("DELETE", "", CHANGE_FLOW, (flow, ask) -> act(flow, ask, rules.flows::delete)),
                new Route<>("POST", "publish", CHANGE_FLOW, (flow, ask) -> act(flow, ask, rules.flows::publish)),
                new Route<>("POST", "deprecate", CHANGE_FLOW, (flow, ask) -> act(flow, ask, rules.flows::deprecate)),
                new Route<>("GET", "assets", READ_FLOW, this::assets), new Route<>("POST", "assets", CHANGE_FLOW, this::upload));
    }

    private JsonNode list(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        List<FieldSpec> fields = ask.fields();
        return Page.of(rules.flows.of(waba), ask, LONGEST_PAGE, flow -> flow.id, flow -> view.show(flow, ask, fields));
    }

    private JsonNode create(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        Params params = ask.params();
        List<String> categories = params.listOf("categories", CATEGORIES);
        if (categories.isEmpty()) {
            throw Params.missing("categories");
        }
        Flow cloned = params.text("clone_flow_id").map(world.flows::get).orElse(null);
        if (params.has("clone_flow_id") && (cloned == null || cloned.waba != waba)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Flow with specified ID does not exist");
        }
        Flow flow = rules.flows.create(waba, params.required("name"));
        flow.categories.addAll(categories);
        flow.endpoint = params.text("endpoint_uri").orElse("");
        flow.content = params.text("flow_json").orElse(cloned == null ? "" : cloned.content);
        ask.effect(true);
        if (params.flag("publish")) {
            rules.flows.publish(flow);
        }
        ObjectNode answer = Json.object().put("id", flow.id);
        return params.has("flow_json") ? answer.put("success", true).set("validation_errors", Json.array()) : answer;
    }

    private JsonNode read(Flow flow, Ask ask) {
        rules.access.toRead(ask.token, flow.waba);
        return view.show(flow, ask, ask.fields());
    }

    private JsonNode update(Flow flow, Ask ask) {
        rules.access.toManage(ask.token, flow.waba);
        List<String> categories = ask.params().listOf("categories", CATEGORIES);
        rules.flows.change(flow);
        ask.params().text("name").ifPresent(name -> rules.flows.rename(flow, name));
        ask.params().text("endpoint_uri").ifPresent(endpoint -> flow.endpoint = endpoint);
        if (!categories.isEmpty()) {
            flow.categories.clear();
            flow.categories.addAll(categories);
        }
        ask.effect(true);
        return NumberCalls.success();
    }

    private JsonNode act(Flow flow, Ask ask, Consumer<Flow> act) {
        rules.access.toManage(ask.token, flow.waba);
        act.accept(flow);
        ask.effect(true);
        return NumberCalls.success();
    }

    /** Its JSON comes as an address to fetch. Here the address holds the JSON itself, so that nothing else has to serve it. */
    private JsonNode assets(Flow flow, Ask ask) {
        rules.access.toRead(ask.token, flow.waba);
        ObjectNode list = Json.object();
        ArrayNode data = list.putArray("data");
        if (!flow.content.isEmpty()) {
            String content = Base64.getEncoder().encodeToString(flow.content.getBytes(StandardCharsets.UTF_8));
            data.addObject()
                    .put("name", "flow.json")
                    .put("asset_type", "FLOW_JSON")
                    .put("download_url", "data:application/json;base64," + content);
        }
        return list;
    }

    /** Documented: a file in a multipart form, replacing what was there. Not looked into, so no validation errors. */
    private JsonNode upload(Flow flow, Ask ask) {
        rules.access.toManage(ask.token, flow.waba);
        ask.params().oneOf("asset_type", List.of("FLOW_JSON"));
        byte[] file = ask.params().file("file").orElseThrow(() -> Params.missing("file"));
        String content = new String(file, StandardCharsets.UTF_8);
        if (Json.parse(content).filter(JsonNode::isObject).isEmpty()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The flow JSON is not valid JSON");
        }
        rules.flows.change(flow);
        flow.content = content;
        ask.effect(true);
        return NumberCalls.success().set("validation_errors", Json.array());
    }

    private JsonNode copy(Waba destination, Ask ask) {
        rules.access.toManage(ask.token, destination);
        Waba source = world.wabas.get(ask.params().required("source_waba_id"));
        if (source == null || rules.access.shareOf(ask.token, source).isEmpty()) {
            throw Access.missing("post", ask.params().required("source_waba_id"));
        }
        List<String> names = ask.params().has("source_flow_names") ? ask.params().list("source_flow_names") : List.of();
        Flows.Copied copied = rules.flows.copy(source, destination, names);
        ask.effect(!copied.migrated().isEmpty());
        ObjectNode answer = Json.object();
        ArrayNode migrated = answer.putArray("migrated_flows");
        copied.migrated()
                .forEach((flow, copy) -> migrated.addObject()
                        .put("source_name", flow.name)
                        .put("source_id", flow.id)
                        .put("migrated_id", copy.id));
        ArrayNode failed = answer.putArray("failed_flows");
        copied.failed()
                .forEach((name, why) -> failed.addObject()
                        .put("source_name", name)
                        .put("error_code", Integer.toString(ErrorRow.FLOW_MIGRATION.code()))
                        .put("error_message", why));
        return answer;
    }
}
