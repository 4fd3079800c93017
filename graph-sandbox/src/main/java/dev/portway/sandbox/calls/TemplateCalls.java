package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.COPY_TEMPLATES;
import static dev.portway.sandbox.wire.CallName.CREATE_TEMPLATE;
import static dev.portway.sandbox.wire.CallName.DELETE_TEMPLATE;
import static dev.portway.sandbox.wire.CallName.EDIT_TEMPLATE;
import static dev.portway.sandbox.wire.CallName.LIST_TEMPLATES;
import static dev.portway.sandbox.wire.CallName.READ_TEMPLATE;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.rules.template.TemplateCopies;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.FieldSpec;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls on templates. */
final class TemplateCalls {

    private static final int LONGEST_PAGE = 1000;
    /** Documented: sets of 500. */
    private static final int COPIED_AT_ONCE = 500;
    private static final List<String> STATUSES = List.of("APPROVED", "ARCHIVED", "DELETED", "DISABLED", "IN_APPEAL", "LIMIT_EXCEEDED",
            "PAUSED",
            "PENDING", "PENDING_DELETION", "REJECTED");
    private static final List<String> CATEGORIES = List.of("AUTHENTICATION", "MARKETING", "UTILITY");

    private final World world;
    private final Rules rules;
    private final Views views;

    TemplateCalls(World world, Rules rules, Views views) {
        this.world = world;
        this.rules = rules;
        this.views = views;
    }

    List<Route<Waba>> wabaRoutes() {
        return List.of(new Route<>("GET", "message_templates", LIST_TEMPLATES, this::list),
                new Route<>("POST", "message_templates", CREATE_TEMPLATE, this::create),
                new Route<>("DELETE", "message_templates", DELETE_TEMPLATE, this::delete),
                new Route<>("POST", "upsert_message_templates", CREATE_TEMPLATE, this::upsert),
                new Route<>("POST", "migrate_message_templates", COPY_TEMPLATES, this::copy));
    }

    List<Route<Template>> routes() {
        return List.of(new Route<>("GET", "", READ_TEMPLATE, this::read), new Route<>("POST", "", EDIT_TEMPLATE, this::edit),
                new Route<>("POST", "unpause", EDIT_TEMPLATE, this::unpause));
    }

    private JsonNode list(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        List<FieldSpec> fields = ask.fields();
        Params params = ask.params();
        List<String> statuses = params.listOf("status", STATUSES);
        List<String> categories = params.listOf("category", CATEGORIES);
        List<Template> all = waba.templates.stream()
                .filter(each -> wanted(params, "name", each.name))
                .filter(each -> statuses.isEmpty() || statuses.contains(each.status))
                .filter(each -> categories.isEmpty() || categories.contains(each.category))
                .filter(each -> among(params, "language", each, found -> found.language))
                .filter(each -> among(params, "quality_score", each, found -> found.quality))
                .filter(each -> contains(params, each))
                .filter(each -> made(params, each))
                .toList();
        return Page.of(all, ask, LONGEST_PAGE, each -> each.id, each -> views.template.show(each, ask, fields));
    }

    private static boolean wanted(Params params, String name, String value) {
        return params.text(name).map(value::equals).orElse(true);
    }

    private static boolean among(Params params, String name, Template template, Function<Template, String> value) {
        return !params.has(name) || params.list(name).contains(value.apply(template));
    }

    /** By Meta's SDK specs: made since, and until, a time in seconds. */
    private static boolean made(Params params, Template template) {
        long at = template.createdAt.getEpochSecond();
        return at >= seconds(params, "since", 0) && at <= seconds(params, "until", Long.MAX_VALUE);
    }

    private static long seconds(Params params, String name, long standard) {
        return params.text(name).filter(text -> text.matches("\\d{1,12}")).map(Long::parseLong).orElse(standard);
    }

    private static boolean contains(Params params, Template template) {
        boolean content = params.text("content").map(text -> template.components.toString().contains(text)).orElse(true);
        boolean either = params.text("name_or_content")
                .map(text -> template.name.contains(text) || template.components.toString().contains(text))
                .orElse(true);
        return content && either;
    }

    private JsonNode create(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        Params params = ask.params();
        JsonNode components = params.tree("components").orElseThrow(() -> Params.missing("components"));
        if (!components.isArray()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param components must be an array.");
        }
        Template.Name name = new Template.Name(params.required("name"), params.required("language"), category(params));
        String format = format(params);
        Template template = new Template(world.ids().template(), waba, name,
                rules.templates.prepared(name, format.equals("NAMED"), components.asArray()));
        template.parameterFormat = format;
        details(template, params);
        rules.templates.create(template);
        ask.effect(true);
        return Json.object().put("id", template.id).put("status", template.status).put("category", template.category);
    }

    /** Meta's samples write it in either case. */
    private static String category(Params params) {
        return inUpperCase(params, "category").oneOf("category", CATEGORIES);
    }

    private static String format(Params params) {
        return params.has("parameter_format")
                ? inUpperCase(params, "parameter_format").oneOf("parameter_format", List.of("POSITIONAL", "NAMED"))
                : "POSITIONAL";
    }

    private static Params inUpperCase(Params params, String name) {
        Map<String, JsonNode> values = new HashMap<>(params.all());
        values.computeIfPresent(name, (key, value) -> Views.text(value.asString("").toUpperCase(Locale.ROOT)));
        return new Params(values);
    }

    private JsonNode delete(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        Params params = ask.params();
        List<String> ids = params.has("hsm_ids") ? params.list("hsm_ids") : params.text("hsm_id").map(List::of).orElse(List.of());
        String name = ids.isEmpty() ? params.required("name") : "";
        List<Template> gone = waba.templates.stream().filter(each -> ids.contains(each.id) || each.name.equals(name)).toList();
        rules.templates.delete(waba, gone);
        ask.effect(true);
        return NumberCalls.success();
    }

    private JsonNode copy(Waba destination, Ask ask) {
        rules.access.toManage(ask.token, destination);
        Waba source = world.wabas.get(ask.params().required("source_waba_id"));
        if (source == null || rules.access.shareOf(ask.token, source).isEmpty()) {
            throw Access.missing("post", ask.params().required("source_waba_id"));
        }
        TemplateCopies.Copied copied = rules.copies.copyNow(source, destination, chosen(source, ask.params()));
        ask.effect(!copied.migrated().isEmpty());
        if (!copied.inTime()) {
            throw ErrorRow.UNKNOWN_ERROR.refused();
        }
        ObjectNode reply = Json.object();
        reply.set("migrated_templates", Json.strings(copied.migrated()));
        ObjectNode failed = reply.putObject("failed_templates");
        copied.failed().forEach(failed::put);
        return reply;
    }

    /** Documented: APPROVED with quality GREEN or UNKNOWN, in pages of {@code count} from page 0, or the ids given; 500 at most. */
    private static List<Template> chosen(Waba source, Params params) {
        int count = params.number("count", COPIED_AT_ONCE, 1, Integer.MAX_VALUE);
        if (count > COPIED_AT_ONCE) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param count must be at most " + COPIED_AT_ONCE);
        }
        int page = params.number("page_number", 0, 0, 1000);
        List<String> ids = params.has("template_ids") ? params.list("template_ids") : List.of();
        if (ids.size() > COPIED_AT_ONCE) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param template_ids must have at most " + COPIED_AT_ONCE + " elements");
        }
        return source.templates.stream()
                .filter(each -> ids.isEmpty() || ids.contains(each.id))
                .filter(each -> each.status.equals("APPROVED") && (each.quality.equals("GREEN") || each.quality.equals("UNKNOWN")))
                .skip((long) page * count)
                .limit(count)
                .toList();
    }

    private JsonNode read(Template template, Ask ask) {
        rules.access.toRead(ask.token, template.waba);
        return views.template.show(template, ask, ask.fields());
    }

    /** Documented: only APPROVED, REJECTED and PAUSED can be edited; it goes back to review. */
    private JsonNode edit(Template template, Ask ask) {
        rules.access.toManage(ask.token, template.waba);
        if (!List.of("APPROVED", "REJECTED", "PAUSED").contains(template.status)) {
            throw ErrorRow.TEMPLATE_CANNOT_CHANGE.refused();
        }
        rules.templates.checkEdit(template);
        String category = wantedCategory(template, ask.params());
        ArrayNode components = ask.params()
                .tree("components")
                .filter(JsonNode::isArray)
                .map(written -> prepared(template, category, written.asArray()))
                .orElse(template.components);
        template.category = category;
        template.components = components;
        details(template, ask.params());
        ask.effect(true);
        rules.templates.reviewAgain(template);
        return NumberCalls.success();
    }

    private ArrayNode prepared(Template template, String category, ArrayNode components) {
        return rules.templates.prepared(new Template.Name(template.name, template.language, category),
                template.parameterFormat.equals("NAMED"), components);
    }

    /** Documented: an approved template keeps its category. */
    private static String wantedCategory(Template template, Params params) {
        String wanted = params.has("category") ? category(params) : template.category;
        if (!wanted.equals(template.category) && template.status.equals("APPROVED")) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The category of an approved message template cannot be changed");
        }
        return wanted;
    }

    private static void details(Template template, Params params) {
        if (params.has("sub_category")) {
            template.subCategory = params.oneOf("sub_category", List.of("ORDER_DETAILS", "ORDER_STATUS", "RICH_ORDER_STATUS"));
        }
        if (params.has("message_send_ttl_seconds")) {
            template.timeToLiveSeconds = params.number("message_send_ttl_seconds", 0, -1, 2_592_000);
        }
        if (params.has("cta_url_link_tracking_opted_out")) {
            template.linkTrackingOff = params.flag("cta_url_link_tracking_opted_out");
        }
    }

    private JsonNode unpause(Template template, Ask ask) {
        rules.access.toManage(ask.token, template.waba);
        Optional<String> refused = rules.templateDecisions.unpause(template);
        if (refused.isEmpty()) {
            ask.effect(true);
            return NumberCalls.success();
        }
        if (world.switches.is(Switch.UNPAUSING_REFUSED_BY, "answer")) {
            return Json.object().put("success", false).put("reason", refused.get());
        }
        throw ErrorRow.INVALID_PARAMETER.saying("(#100) " + refused.get());
    }

    /** By Meta's SDK specs: one name in several languages, each made or edited. Assumed: the shape of the answer, as creating gives it. */
    private JsonNode upsert(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        Params params = ask.params();
        JsonNode components = params.tree("components").filter(JsonNode::isArray).orElseThrow(() -> Params.missing("components"));
        String name = params.required("name");
        params.required("languages");
        ObjectNode answer = Json.object();
        var data = answer.putArray("data");
        for (String language : params.list("languages")) {
            Template template = waba.templates.stream()
                    .filter(each -> each.name.equals(name) && each.language.equals(language))
                    .findFirst()
                    .orElse(null);
            if (template == null) {
                Template.Name named = new Template.Name(name, language, category(params));
                template = new Template(world.ids().template(), waba, named,
                        rules.templates.prepared(named, format(params).equals("NAMED"), components.asArray()));
                template.parameterFormat = format(params);
                details(template, params);
                rules.templates.create(template);
            } else {
                template.components = prepared(template, template.category, components.asArray());
                rules.templates.reviewAgain(template);
            }
            ask.effect(true);
            data.addObject().put("id", template.id).put("status", template.status).put("language", language);
        }
        return answer;
    }
}
