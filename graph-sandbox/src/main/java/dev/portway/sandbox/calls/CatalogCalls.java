package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.CATALOGS;
import static dev.portway.sandbox.wire.CallName.GROUPS;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.FieldSpec;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls on what hangs on a WABA or a number beside messages: catalogs and groups. Source: Meta's SDK specs of Apr 2026; selling products, 14 Nov
 * 2025; Groups API, 16 Jun 2026. Both are there as far as a move asks: which there are, connected to what.
 */
final class CatalogCalls {

    private static final int LONGEST_PAGE = 100;

    private static final NodeView<Catalog> CATALOG = new NodeView<Catalog>("ProductCatalog").text("id", Catalog::id)
            .text("name", Catalog::name)
            .unset("business", "product_count", "vertical", "is_catalog_segment", "feed_count")
            .unasked("id", "name");

    private record Catalog(String id, String name) {}

    private final World world;
    private final Rules rules;

    CatalogCalls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    List<Route<Waba>> wabaRoutes() {
        return List.of(new Route<>("GET", "product_catalogs", CATALOGS, this::connected),
                new Route<>("POST", "product_catalogs", CATALOGS, this::connect),
                new Route<>("DELETE", "product_catalogs", CATALOGS, this::disconnect));
    }

    List<Route<Business>> businessRoutes() {
        return List.of(new Route<>("GET", "owned_product_catalogs", CATALOGS, this::owned));
    }

    List<Route<NumberLink>> numberRoutes() {
        return List.of(new Route<>("GET", "groups", GROUPS, this::groups));
    }

    private Map<String, String> owned(Waba waba) {
        return Objects.requireNonNull(world.businesses.get(waba.ownerId)).catalogs;
    }

    private static ObjectNode shown(String id, Map<String, String> names) {
        return Json.object().put("id", id).put("name", names.getOrDefault(id, id));
    }

    private static JsonNode page(Collection<String> ids, Map<String, String> names, Ask ask) {
        List<FieldSpec> fields = ask.fields();
        List<Catalog> all = ids.stream().map(id -> new Catalog(id, names.getOrDefault(id, id))).toList();
        return Page.of(all, ask, LONGEST_PAGE, Catalog::id, each -> CATALOG.show(each, ask, fields));
    }

    private JsonNode connected(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        List<String> ids = waba.catalogId == null ? List.of() : List.of(waba.catalogId);
        return page(ids, owned(waba), ask);
    }

    /** Documented: one at most. Assumed: the refusal of a second one, and that it is its owner's. */
    private JsonNode connect(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        String id = ask.params().required("catalog_id");
        if (!owned(waba).containsKey(id)) {
            throw Access.missing("post", id);
        }
        if (waba.catalogId != null && !waba.catalogId.equals(id)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The WhatsApp Business account is already connected to a catalog");
        }
        ask.effect(waba.catalogId == null);
        waba.catalogId = id;
        return shown(id, owned(waba));
    }

    private JsonNode disconnect(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        String id = ask.params().required("catalog_id");
        if (!id.equals(waba.catalogId)) {
            throw Access.missing("delete", id);
        }
        waba.catalogId = null;
        ask.effect(true);
        return NumberCalls.success();
    }

    private JsonNode owned(Business business, Ask ask) {
        BusinessCalls.own(rules.access, business.id, ask);
        return page(business.catalogs.keySet(), business.catalogs, ask);
    }

    private JsonNode groups(NumberLink link, Ask ask) {
        rules.access.toMessage(ask.token, link.waba);
        ObjectNode all = Json.object();
        var list = all.putObject("data").putArray("groups");
        link.line.groups.forEach((id, subject) -> list.addObject().put("id", id).put("subject", subject));
        return all;
    }
}
