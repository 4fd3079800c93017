package dev.portway.sandbox.file;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.CurrencyMigration;
import dev.portway.sandbox.world.Flow;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** WABAs and their templates. */
final class WabaRows {

    static final Rows<World, Waba> WABAS = new Rows<>("wabas", "WhatsApp Business Accounts.", wabas(), (row, world) -> {
        Waba waba = new Waba(row.unique("id", world.wabas), row.text("name"), row.known("owner", world.businesses).id);
        waba.namespace = "sandbox_" + waba.id;
        checkPartners(row, world);
        world.wabas.put(waba.id, waba);
        return waba;
    }, (world, same) -> world.wabas.values());

    static final Rows<World, Template> TEMPLATES = new Rows<>("templates", "Message templates, one row per language.", templates(),
            WabaRows::template, (world, same) -> world.templates.values());

    static final Rows<World, Flow> FLOWS = new Rows<>("flows", "WhatsApp Flows.", new Facts<Flow>().fixed("id", "", it -> it.id)
            .fixed("waba", "", it -> it.waba.id)
            .text("name", "", it -> it.name, (it, value) -> it.name = value)
            .oneOf("status", List.of("DRAFT", "PUBLISHED", "DEPRECATED", "BLOCKED", "THROTTLED"), it -> it.status,
                    (it, value) -> it.status = value)
            .texts("categories", Shape.TEXTS, "", it -> it.categories)
            .text("endpoint", "", it -> it.endpoint, (it, value) -> it.endpoint = value)
            .text("content", "its JSON, as text", it -> it.content, (it, value) -> it.content = value)
            .time("updatedAt", "", it -> it.updatedAt, (it, value) -> it.updatedAt = value), (row, world) -> {
                Flow flow = new Flow(row.unique("id", world.flows), row.known("waba", world.wabas), row.text("name"));
                flow.updatedAt = world.now().minus(Duration.ofDays(60));
                world.flows.put(flow.id, flow);
                return flow;
            }, (world, same) -> world.flows.values());

    private WabaRows() {}

    private static Facts<Waba> wabas() {
        Facts<Waba> facts = new Facts<Waba>().fixed("id", "", it -> it.id)
                .fixed("name", "", it -> it.name)
                .fixed("owner", "id of the portfolio that owns it", it -> it.ownerId)
                .text("currency", "", it -> it.currency, (it, value) -> it.currency = value)
                .text("timezoneId", "Meta's number of a time zone", it -> it.timezoneId, (it, value) -> it.timezoneId = value)
                .text("country", "", it -> it.country, (it, value) -> it.country = value)
                .text("namespace", "", it -> it.namespace, (it, value) -> it.namespace = value)
                .oneOf("reviewStatus", Words.REVIEW, it -> it.reviewStatus, (it, value) -> it.reviewStatus = value)
                .oneOf("status", Words.WABA_STATUS, it -> it.status, (it, value) -> it.status = value)
                .oneOf("ownershipType", Words.OWNERSHIP, it -> it.ownershipType, (it, value) -> it.ownershipType = value)
                .oneOf("messagingFor", Words.MESSAGING_FOR, it -> it.messagingFor, (it, value) -> it.messagingFor = value)
                .textOrNone("fundingId", "payment method; none: it cannot send", it -> it.fundingId, (it, value) -> it.fundingId = value)
                .flag("mayAddNumbers", "", it -> it.mayAddNumbers, (it, value) -> it.mayAddNumbers = value)
                .oneOf("banState", Words.BAN, it -> it.banState, (it, value) -> it.banState = value)
                .texts("restrictions", Shape.someOf(Words.RESTRICTION), "restrictions in force", it -> it.restrictions)
                .flag("unshared", "taken from the provider whose line paid; it cannot send", it -> it.unshared,
                        (it, value) -> it.unshared = value)
                .time("unsharedAt", "", it -> it.unsharedAt, (it, value) -> it.unsharedAt = value)
                .time("paysFrom", "when the line shared last begins to pay; none: at once", it -> it.paysFrom,
                        (it, value) -> it.paysFrom = value)
                .textOrNone("purchaseOrder", "", it -> it.purchaseOrder, (it, value) -> it.purchaseOrder = value)
                .textOrNone("primaryLocation", "as the country", it -> it.primaryLocation, (it, value) -> it.primaryLocation = value)
                .textOrNone("catalogId", "the catalog it is connected to", it -> it.catalogId, (it, value) -> it.catalogId = value)
                .flag("insights", "", it -> it.insights, (it, value) -> it.insights = value)
                .flag("autoArchival", "", it -> it.autoArchival, (it, value) -> it.autoArchival = value)
                .flag("marketingOff", "marketing messages switched off on Cloud API", it -> it.marketingOff,
                        (it, value) -> it.marketingOff = value)
                .wholeOrNone("templateCap", "6,000 or 250, as the portfolio's standing gives", it -> it.templateCap,
                        (it, value) -> it.templateCap = value)
                .whole("callsBefore", "calls about it that each app made in the hour before its first one here", it -> it.callsBefore,
                        (it, value) -> it.callsBefore = value)
                .oneOf("migrationFails", List.of("NOWHERE", "WHILE_CLONING", "WHILE_MOVING"), it -> it.migrationFails.name(),
                        (it, value) -> it.migrationFails = CurrencyMigration.Fails.valueOf(value))
                .textOrNone("madeFrom", "the WABA that Meta made this one of", it -> it.madeFrom, (it, value) -> it.madeFrom = value)
                .time("createdAt", "", it -> it.createdAt, (it, value) -> it.createdAt = value);
        return addOthers(facts);
    }

    private static Facts<Waba> addOthers(Facts<Waba> facts) {
        return facts
                .add("partners", new Shape("an object of portfolio id to READ or MANAGE", WabaRows::shares),
                        "portfolios it is shared with", (it, world) -> partners(it), (it, value, world) -> {
                            it.partners.clear();
                            value.properties()
                                    .forEach(each -> it.partners.put(each.getKey(), Waba.Share.valueOf(each.getValue().stringValue())));
                        })
                .add("subscriptions",
                        new Shape("a list of app ids, or an object of app id to override address",
                                value -> Shape.TEXTS.fits().test(value) || Shape.TEXT_MAP.fits().test(value)),
                        "apps that receive its webhooks", (it, world) -> map(it.subscriptions), WabaRows::subscribe)
                .map("assignedUsers", "id of a system user to tasks with commas between", it -> it.assignedUsers)
                .add("blockedNames", Shape.TIME_MAP, "names of deleted templates, until when", (it, world) -> moments(it.blockedNames),
                        (it, value, world) -> value.properties()
                                .forEach(each -> it.blockedNames.put(each.getKey(),
                                        Shape.time(each.getValue().stringValue(), world.now()))))
                .times("creations", "when templates were created lately", it -> it.creations)
                .add("activities", Shape.LIST, "its activity log, newest first", (it, world) -> activities(it), WabaRows::remember);
    }

    private static boolean shares(JsonNode value) {
        return value.isObject() && value.valueStream().allMatch(share -> List.of("READ", "MANAGE").contains(share.asString("")));
    }

    private static void checkPartners(Row row, World world) {
        row.value("partners").filter(JsonNode::isObject).ifPresent(partners -> partners.propertyNames().forEach(id -> {
            if (!world.businesses.containsKey(id) && !row.problems().isLost(id)) {
                row.problems().add(row.place("partners") + " names '" + id + "', which the file does not declare");
            }
        }));
    }

    private static void subscribe(Waba waba, JsonNode value, World world) {
        waba.subscriptions.clear();
        if (value.isArray()) {
            value.forEach(app -> waba.subscriptions.put(app.stringValue(), ""));
        } else {
            value.properties().forEach(each -> waba.subscriptions.put(each.getKey(), each.getValue().stringValue()));
        }
    }

    private static ObjectNode partners(Waba waba) {
        ObjectNode partners = Json.object();
        waba.partners.forEach((business, share) -> partners.put(business, share.name()));
        return partners;
    }

    static ObjectNode map(Map<String, String> texts) {
        ObjectNode map = Json.object();
        texts.forEach(map::put);
        return map;
    }

    static ObjectNode moments(Map<String, Instant> times) {
        ObjectNode map = Json.object();
        times.forEach((name, at) -> map.put(name, at.toString()));
        return map;
    }

    private static ArrayNode activities(Waba waba) {
        ArrayNode all = Json.array();
        waba.activities.forEach(each -> all.addObject()
                .put("id", each.id())
                .put("type", each.type())
                .put("at", each.at().toString())
                .put("actorType", each.actorType())
                .put("actor", each.actorId())
                .put("description", each.description()));
        return all;
    }

    private static void remember(Waba waba, JsonNode value, World world) {
        waba.activities.clear();
        for (JsonNode each : value) {
            String at = each.path("at").asString("");
            if (Shape.TIME.fits().test(each.path("at"))) {
                waba.activities.addLast(new Waba.Activity(each.path("id").asString(""), each.path("type").asString(""),
                        Shape.time(at, world.now()), each.path("actorType").asString("USER"), each.path("actor").asString(""),
                        each.path("description").asString("")));
            }
        }
    }

    private static Facts<Template> templates() {
        return new Facts<Template>().fixed("id", Shape.TEXT, "digits", (it, w) -> Facts.text(it.id))
                .fixed("waba", "", it -> it.waba.id)
                .fixed("name", "", it -> it.name)
                .fixed("language", "", it -> it.language)
                .oneOf("category", Words.CATEGORY, it -> it.category, (it, value) -> it.category = value)
                .oneOfOrNone("previousCategory", Words.CATEGORY, it -> it.previousCategory, (it, value) -> it.previousCategory = value)
                .oneOfOrNone("correctCategory", Words.CATEGORY, it -> it.correctCategory, (it, value) -> it.correctCategory = value)
                .oneOfOrNone("subCategory", Words.SUB_CATEGORY, it -> it.subCategory, (it, value) -> it.subCategory = value)
                .oneOf("status", Words.TEMPLATE_STATUS, it -> it.status, (it, value) -> it.status = value)
                .oneOf("quality", Words.QUALITY, it -> it.quality, (it, value) -> it.quality = value)
                .time("qualityAt", "", it -> it.qualityAt, (it, value) -> it.qualityAt = value)
                .oneOf("rejectedReason", Words.REJECTED, it -> it.rejectedReason, (it, value) -> it.rejectedReason = value)
                .oneOf("parameterFormat", List.of("POSITIONAL", "NAMED"), it -> it.parameterFormat,
                        (it, value) -> it.parameterFormat = value)
                .wholeOrNone("timeToLiveSeconds", "", it -> it.timeToLiveSeconds, (it, value) -> it.timeToLiveSeconds = value)
                .textOrNone("libraryName", "", it -> it.libraryName, (it, value) -> it.libraryName = value)
                .flag("linkTrackingOff", "", it -> it.linkTrackingOff, (it, value) -> it.linkTrackingOff = value)
                .textOrNone("recheckReason", "a copy of it is rejected for this on its second look", it -> it.recheckReason,
                        (it, value) -> it.recheckReason = value)
                .textOrNone("copyFailure", "what copying it answers", it -> it.copyFailure, (it, value) -> it.copyFailure = value)
                .whole("pauses", "how often a low rating paused it; the third disables it", it -> it.pauses,
                        (it, value) -> it.pauses = value)
                .time("pausedUntil", "when a low rating's pause ends; left out, it ends by hand", it -> it.pausedUntil,
                        (it, value) -> it.pausedUntil = value)
                .time("pausedAt", "when pacing paused it; for five minutes it cannot be released", it -> it.pausedAt,
                        (it, value) -> it.pausedAt = value)
                .times("edits", "when it was edited lately", it -> it.edits)
                .time("createdAt", "", it -> it.createdAt, (it, value) -> it.createdAt = value)
                .add("components", Shape.LIST, "as Graph has them", (it, world) -> it.components,
                        (it, value, world) -> it.components = value.asArray());
    }

    private static Template template(Row row, World world) {
        Waba waba = row.known("waba", world.wabas);
        String id = row.unique("id", world.templates);
        if (!id.matches("\\d{1,18}")) {
            throw row.broken("id", "wants digits, because webhooks carry it as a number; not '" + id + "'");
        }
        Template template = new Template(id, waba,
                new Template.Name(row.text("name"), row.text("language"),
                        row.checked("category", Shape.oneOf(Words.CATEGORY)).stringValue()),
                Json.array());
        template.qualityAt = world.now().minus(Duration.ofDays(3));
        template.createdAt = world.now().minus(Duration.ofDays(90));
        world.add(template);
        return template;
    }
}
