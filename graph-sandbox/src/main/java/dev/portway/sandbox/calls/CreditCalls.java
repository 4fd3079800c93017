package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.ATTACH_CREDIT;
import static dev.portway.sandbox.wire.CallName.LIST_CREDIT_LINES;
import static dev.portway.sandbox.wire.CallName.READ_CREDIT;
import static dev.portway.sandbox.wire.CallName.REVOKE_CREDIT;
import static dev.portway.sandbox.wire.CallName.SHARE_CREDIT;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.Allocation;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.CreditLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls on money: credit lines, and their shares. Money is its owner's only. Source: share and revoke credit lines, 2026; Meta's SDK specs. */
final class CreditCalls {

    private static final int LONGEST_PAGE = 100;

    private final World world;
    private final Rules rules;
    private final NodeView<CreditLine> line;
    private final NodeView<Allocation> allocation;

    CreditCalls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
        this.line = new NodeView<CreditLine>("ExtendedCredit").text("id", CreditLine::id)
                .text("legal_entity_name", CreditLine::legalEntityName)
                .flag("is_access_revoked", each -> false)
                .field("owner_business", (each, ask, spec) -> id(each.businessId()))
                .unset("allocated_amount", "balance", "credit_available", "credit_type", "max_balance", "online_max_balance",
                        "liable_biz_name", "owner_business_name", "partition_from", "receiving_credit_allocation_config")
                .edges(lineRoutes())
                .unasked("id", "legal_entity_name");
        this.allocation = new NodeView<Allocation>("ExtendedCreditAllocationConfig").text("id", Allocation::id)
                .text("request_status", Allocation::status)
                .field("receiving_credential", (each, ask, spec) -> id(each.fundingId()))
                .field("receiving_business", (each, ask, spec) -> id(each.receivingBusinessId()))
                .field("owning_credential", (each, ask, spec) -> id(each.creditLineId()))
                .field("owning_business", (each, ask, spec) -> id(owner(each)))
                .unset("currency_amount", "liability_type", "partition_type", "send_bill_to")
                .unasked("id", "request_status", "receiving_credential", "receiving_business");
    }

    private static JsonNode id(String id) {
        return Json.object().put("id", id);
    }

    private String owner(Allocation shared) {
        CreditLine of = world.creditLines.get(shared.creditLineId());
        return of == null ? "" : of.businessId();
    }

    List<Route<Business>> businessRoutes() {
        return List.of(new Route<>("GET", "extendedcredits", LIST_CREDIT_LINES, this::lines));
    }

    List<Route<CreditLine>> lineRoutes() {
        return List.of(new Route<>("GET", "", READ_CREDIT, this::read),
                new Route<>("POST", "whatsapp_credit_sharing_and_attach", ATTACH_CREDIT, this::shareAndAttach),
                new Route<>("POST", "whatsapp_credit_sharing", SHARE_CREDIT, this::share),
                new Route<>("POST", "whatsapp_credit_attach", ATTACH_CREDIT, this::attach),
                new Route<>("GET", "owning_credit_allocation_configs", READ_CREDIT, this::allocations));
    }

    List<Route<Allocation>> allocationRoutes() {
        return List.of(new Route<>("GET", "", READ_CREDIT, this::readAllocation), new Route<>("DELETE", "", REVOKE_CREDIT, this::revoke));
    }

    private JsonNode lines(Business business, Ask ask) {
        BusinessCalls.own(rules.access, business.id, ask);
        List<CreditLine> all = world.creditLines.values().stream().filter(each -> each.businessId().equals(business.id)).toList();
        return Page.of(all, ask, LONGEST_PAGE, CreditLine::id, each -> line.show(each, ask, ask.fields()));
    }

    private JsonNode read(CreditLine credit, Ask ask) {
        BusinessCalls.own(rules.access, credit.businessId(), ask);
        return line.show(credit, ask, ask.fields());
    }

    private Waba waba(Ask ask) {
        Waba waba = world.wabas.get(ask.params().required("waba_id"));
        if (waba == null) {
            throw Access.missing("post", ask.params().required("waba_id"));
        }
        rules.access.toManage(ask.token, waba);
        return waba;
    }

    private JsonNode shareAndAttach(CreditLine credit, Ask ask) {
        BusinessCalls.own(rules.access, credit.businessId(), ask);
        Waba waba = waba(ask);
        Allocation made = rules.credit.attach(credit, waba, ask.params().required("waba_currency"));
        ask.effect(true);
        return Json.object().put("allocation_config_id", made.id()).put("waba_id", waba.id);
    }

    private JsonNode share(CreditLine credit, Ask ask) {
        BusinessCalls.own(rules.access, credit.businessId(), ask);
        Business receiver = world.businesses.get(ask.params().required("receiving_business_id"));
        if (receiver == null) {
            throw Access.missing("post", ask.params().required("receiving_business_id"));
        }
        Allocation made = rules.credit.shared(credit, receiver.id).orElse(null);
        ask.effect(made == null);
        Allocation standing = made == null ? rules.credit.share(credit, receiver) : made;
        return Json.object().put("success", true).put("allocation_config_id", standing.id());
    }

    /** Documented: the second half of sharing and attaching, with the client's business token. Assumed: refused while nothing is shared. */
    private JsonNode attach(CreditLine credit, Ask ask) {
        Waba waba = waba(ask);
        if (rules.credit.shared(credit, waba.ownerId).isEmpty()) {
            throw Access.missing("post", credit.id());
        }
        Allocation made = rules.credit.attach(credit, waba, ask.params().required("waba_currency"));
        ask.effect(true);
        return Json.object().put("success", true).put("waba_id", waba.id).put("allocation_config_id", made.id());
    }

    private JsonNode allocations(CreditLine credit, Ask ask) {
        BusinessCalls.own(rules.access, credit.businessId(), ask);
        String receiver = ask.params().text("receiving_business_id").orElse("");
        List<Allocation> all = world.allocations.values()
                .stream()
                .filter(each -> each.creditLineId().equals(credit.id()))
                .filter(each -> receiver.isEmpty() || each.receivingBusinessId().equals(receiver))
                .toList();
        return Page.of(all, ask, LONGEST_PAGE, Allocation::id, each -> allocation.show(each, ask, ask.fields()));
    }

    private JsonNode readAllocation(Allocation shared, Ask ask) {
        BusinessCalls.own(rules.access, owner(shared), ask);
        return allocation.show(shared, ask, ask.fields());
    }

    private JsonNode revoke(Allocation shared, Ask ask) {
        BusinessCalls.own(rules.access, owner(shared), ask);
        ask.effect(rules.credit.revoke(shared));
        return NumberCalls.success();
    }
}
