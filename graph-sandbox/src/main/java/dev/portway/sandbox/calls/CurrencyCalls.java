package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.CURRENCY_MIGRATION;
import static dev.portway.sandbox.wire.CallName.READ_CURRENCY_MIGRATION;
import static dev.portway.sandbox.wire.CallName.RESUME_MIGRATION;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.CurrencyMigration;
import dev.portway.sandbox.world.Waba;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The Currency Migration API. Source: change billing currency, 23 Jun 2026. */
final class CurrencyCalls {

    private final Rules rules;
    private final NodeView<CurrencyMigration> migration = new NodeView<CurrencyMigration>("WhatsAppBusinessAccountMigration")
            .text("status", each -> each.status)
            .field("destination_waba", (each, ask, spec) -> each.destination == null ? null : SolutionCalls.waba(each.destination))
            .text("id", each -> each.id)
            .unasked("status", "destination_waba", "id");

    CurrencyCalls(Rules rules) {
        this.rules = rules;
    }

    List<Route<Waba>> wabaRoutes() {
        return List.of(new Route<>("POST", "set_payment_method_migration_intent", CURRENCY_MIGRATION, this::begin));
    }

    List<Route<CurrencyMigration>> routes() {
        return List.of(new Route<>("GET", "", READ_CURRENCY_MIGRATION, this::read),
                new Route<>("POST", "resume_migration", RESUME_MIGRATION, this::resume));
    }

    /** Documented: both permissions. */
    private void mayMigrate(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        rules.access.toMessage(ask.token, waba);
    }

    private JsonNode begin(Waba waba, Ask ask) {
        mayMigrate(waba, ask);
        CurrencyMigration begun = rules.currencyMigrations.begin(waba,
                new CurrencyMigration.Wish(ask.params().required("currency"), ask.params().text("extended_credit_id").orElse(null)),
                ask.token);
        ask.effect(true);
        return Json.object().put("migration_id", begun.id).put("migration_status", begun.status);
    }

    private JsonNode read(CurrencyMigration each, Ask ask) {
        if (rules.access.shareOf(ask.token, each.source).isEmpty()) {
            throw Access.missing("get", each.id);
        }
        rules.access.scope(ask.token, Access.MANAGEMENT);
        rules.currencyMigrations.look(each);
        return migration.show(each, ask, ask.fields());
    }

    private JsonNode resume(CurrencyMigration each, Ask ask) {
        mayMigrate(each.source, ask);
        ask.effect(rules.currencyMigrations.resume(each));
        return migration.show(each, ask, ask.fields());
    }
}
