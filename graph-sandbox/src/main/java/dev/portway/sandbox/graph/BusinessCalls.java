package dev.portway.sandbox.graph;

import static dev.portway.sandbox.graph.CallName.ATTACH_CREDIT;
import static dev.portway.sandbox.graph.CallName.LIST_CREDIT_LINES;
import static dev.portway.sandbox.graph.CallName.LIST_WABAS;
import static dev.portway.sandbox.graph.CallName.READ_BUSINESS;
import static dev.portway.sandbox.graph.CallName.READ_CREDIT;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Access;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.Allocation;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.CreditLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Calls on portfolios and on money. */
final class BusinessCalls {

    private static final int LONGEST_PAGE = 100;

    private final World world;
    private final Rules rules;
    private final Views views;

    BusinessCalls(World world, Rules rules, Views views) {
        this.world = world;
        this.rules = rules;
        this.views = views;
    }

    List<Route<Business>> routes() {
        return List.of(new Route<>("GET", "", READ_BUSINESS, this::read),
                new Route<>("GET", "owned_whatsapp_business_accounts", LIST_WABAS, (business, ask) -> list(business, ask, owned(business))),
                new Route<>("GET", "client_whatsapp_business_accounts", LIST_WABAS,
                        (business, ask) -> list(business, ask, shared(business))),
                new Route<>("GET", "extendedcredits", LIST_CREDIT_LINES, this::creditLines));
    }

    List<Route<CreditLine>> creditRoutes() {
        return List.of(new Route<>("POST", "whatsapp_credit_sharing_and_attach", ATTACH_CREDIT, this::attach),
                new Route<>("GET", "owning_credit_allocation_configs", READ_CREDIT, this::allocations));
    }

    List<Route<Allocation>> allocationRoutes() {
        return List.of(new Route<>("GET", "", READ_CREDIT, (allocation, ask) -> shown(allocation)));
    }

    /** A portfolio is seen by itself, and by partners of one of its WABAs. */
    private void mayRead(Business business, Ask ask) {
        boolean own = business.id.equals(ask.token.businessId);
        boolean partner = world.wabas.values()
                .stream()
                .anyMatch(waba -> waba.ownerId.equals(business.id) && rules.access.shareOf(ask.token, waba).isPresent());
        if (!own && !partner) {
            throw Access.missing("get", business.id);
        }
        rules.access.scope(ask.token, Access.BUSINESS, Access.MANAGEMENT);
    }

    private JsonNode read(Business business, Ask ask) {
        mayRead(business, ask);
        return views.business.show(business, ask, ask.fields());
    }

    private static Predicate<Waba> owned(Business business) {
        return waba -> waba.ownerId.equals(business.id);
    }

    private static Predicate<Waba> shared(Business business) {
        return waba -> waba.partners.containsKey(business.id);
    }

    private JsonNode list(Business business, Ask ask, Predicate<Waba> which) {
        mayRead(business, ask);
        List<FieldSpec> fields = ask.fields();
        List<Waba> all = world.wabas.values()
                .stream()
                .filter(which)
                .filter(waba -> rules.access.shareOf(ask.token, waba).isPresent())
                .toList();
        return Page.of(all, ask, LONGEST_PAGE, waba -> waba.id, waba -> views.waba.show(waba, ask, fields));
    }

    private JsonNode creditLines(Business business, Ask ask) {
        own(business.id, ask);
        List<CreditLine> all = world.creditLines.values().stream().filter(line -> line.businessId().equals(business.id)).toList();
        return Page.of(all, ask, LONGEST_PAGE, CreditLine::id,
                line -> Json.object().put("id", line.id()).put("legal_entity_name", line.legalEntityName()));
    }

    /** Money is its owner's only. */
    private void own(String businessId, Ask ask) {
        if (!businessId.equals(ask.token.businessId)) {
            throw Access.missing("get", businessId);
        }
        rules.access.scope(ask.token, Access.BUSINESS);
    }

    private JsonNode attach(CreditLine line, Ask ask) {
        own(line.businessId(), ask);
        Waba waba = world.wabas.get(ask.params().required("waba_id"));
        if (waba == null) {
            throw Access.missing("post", ask.params().required("waba_id"));
        }
        rules.access.toManage(ask.token, waba);
        Allocation allocation = rules.credit.attach(line, waba, ask.params().required("waba_currency"));
        ask.effect(true);
        return Json.object().put("allocation_config_id", allocation.id()).put("waba_id", waba.id);
    }

    private JsonNode allocations(CreditLine line, Ask ask) {
        own(line.businessId(), ask);
        String receiver = ask.params().text("receiving_business_id").orElse("");
        List<Allocation> all = world.allocations.values()
                .stream()
                .filter(each -> each.creditLineId().equals(line.id()))
                .filter(each -> receiver.isEmpty() || each.receivingBusinessId().equals(receiver))
                .toList();
        return Page.of(all, ask, LONGEST_PAGE, Allocation::id, BusinessCalls::shown);
    }

    private static JsonNode shown(Allocation allocation) {
        var shown = Json.object().put("id", allocation.id()).put("waba_id", allocation.wabaId()).put("request_status", "APPROVED");
        shown.putObject("receiving_credential").put("id", allocation.fundingId());
        return shown;
    }
}
