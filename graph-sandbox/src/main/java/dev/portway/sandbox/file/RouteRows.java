package dev.portway.sandbox.file;

import dev.portway.sandbox.world.CurrencyMigration;
import dev.portway.sandbox.world.Intent;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.Solution;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.WabaRequest;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Objects;

/** What stands between a number or a WABA and where it may go: solutions, intents, currency migrations, pre-verified numbers, requests. */
final class RouteRows {

    static final Rows<World, Solution> SOLUTIONS = new Rows<>("solutions", "Multi-Partner Solutions.",
            new Facts<Solution>().fixed("id", "", it -> it.id)
                    .fixed("name", "", it -> it.name)
                    .fixed("owner", "id of the app that asked for it", it -> it.owner.id)
                    .fixed("partner", "id of the app that was asked", it -> it.partner.id)
                    .oneOf("status", List.of("DRAFT", "INITIATED", "ACTIVE", "REJECTED", "DEACTIVATED"), it -> it.status,
                            (it, value) -> it.status = value)
                    .oneOf("pending", List.of("PENDING_ACTIVATION", "PENDING_DEACTIVATION", "NONE"), it -> it.pending,
                            (it, value) -> it.pending = value)
                    .texts("wabas", Shape.TEXTS, "ids of the WABAs in it", it -> it.wabaIds),
            (row, world) -> {
                Solution solution = new Solution(row.unique("id", world.solutions), row.text("name"), row.known("owner", world.apps),
                        row.known("partner", world.apps));
                solution.status = "ACTIVE";
                solution.pending = "NONE";
                world.solutions.put(solution.id, solution);
                return solution;
            }, (world, same) -> world.solutions.values());

    static final Rows<World, Intent> INTENTS = new Rows<>("intents", "Proposals that a client accepts or declines in Business Suite.",
            new Facts<Intent>().fixed("id", "", it -> it.id)
                    .fixed("kind", Shape.oneOf(List.of("TO_SOLUTION", "OFF_SOLUTION", "JOIN_SOLUTION")), "",
                            (it, w) -> Facts.text(it.kind.name()))
                    .fixed("waba", "the WABA it is about", it -> it.source.id)
                    .fixed("app", "id of the app that proposes it", it -> it.app.id)
                    .fixed("solution", Shape.TEXT, "left out when it leads off one",
                            (it, w) -> it.solution == null ? null : Facts.text(it.solution.id))
                    .oneOf("status", List.of("INITIATED", "ACCEPTED", "COMPLETED", "REJECTED"), it -> it.status,
                            (it, value) -> it.status = value)
                    .add("destination", Shape.TEXT, "id of the WABA it leads to, once it is accepted",
                            (it, w) -> it.destination == null ? null : Facts.text(it.destination.id),
                            (it, value, w) -> it.destination = w.wabas.get(value.stringValue()))
                    .time("createdAt", "", it -> it.createdAt, (it, value) -> it.createdAt = value),
            (row, world) -> {
                Waba source = row.known("waba", world.wabas);
                boolean to = row.value("solution").isPresent();
                Intent intent = new Intent(row.unique("id", world.intents),
                        row.oneOf("kind", Intent.Kind.class, to ? Intent.Kind.TO_SOLUTION : Intent.Kind.OFF_SOLUTION), source,
                        row.known("app", world.apps), to ? Objects.requireNonNull(row.known("solution", world.solutions)) : null);
                intent.createdAt = world.now();
                world.intents.put(intent.id, intent);
                return intent;
            }, (world, same) -> world.intents.values());

    static final Rows<World, CurrencyMigration> CURRENCY_MIGRATIONS = new Rows<>("currencyMigrations",
            "WABAs on their way to another currency, or to a line of credit.",
            new Facts<CurrencyMigration>().fixed("id", "", it -> it.id)
                    .fixed("waba", "the WABA it is about", it -> it.source.id)
                    .fixed("currency", "", it -> it.currency)
                    .fixed("creditLine", Shape.TEXT, "left out when a card goes on paying",
                            (it, w) -> it.creditLineId == null ? null : Facts.text(it.creditLineId))
                    .fixed("user", "id of who asked", it -> it.userId)
                    .oneOf("status", Words.CURRENCY_MIGRATION, it -> it.status, (it, value) -> it.status = value)
                    .add("destination", Shape.TEXT, "id of the WABA that was made for it",
                            (it, w) -> it.destination == null ? null : Facts.text(it.destination.id),
                            (it, value, w) -> it.destination = w.wabas.get(value.stringValue()))
                    .time("createdAt", "", it -> it.createdAt, (it, value) -> it.createdAt = value),
            (row, world) -> {
                boolean byLine = row.value("creditLine").isPresent();
                CurrencyMigration migration = new CurrencyMigration(row.unique("id", world.currencyMigrations),
                        row.known("waba", world.wabas),
                        new CurrencyMigration.Wish(row.text("currency"), byLine ? row.known("creditLine", world.creditLines).id() : null),
                        row.text("user"));
                migration.createdAt = world.now();
                world.currencyMigrations.put(migration.id, migration);
                return migration;
            }, (world, same) -> world.currencyMigrations.values());

    static final Rows<World, PreverifiedNumber> PREVERIFIED_NUMBERS = new Rows<>("preverifiedNumbers",
            "Numbers that a provider verifies before a client claims one.",
            new Facts<PreverifiedNumber>().fixed("id", "", it -> it.id)
                    .fixed("business", "id of the portfolio in whose pool it is", it -> it.businessId)
                    .fixed("number", "digits of a row of `numbers`", it -> it.line.digits)
                    .time("addedAt", "", it -> it.addedAt, (it, value) -> it.addedAt = value)
                    .time("verifiedAt", "", it -> it.verifiedAt, (it, value) -> it.verifiedAt = value)
                    .texts("partners", Shape.TEXTS, "ids of portfolios it is shared with", it -> it.partnerIds),
            (row, world) -> {
                PreverifiedNumber number = new PreverifiedNumber(row.unique("id", world.preverifiedNumbers),
                        row.known("business", world.businesses).id, row.known("number", world.lines));
                number.addedAt = world.now();
                world.preverifiedNumbers.put(number.id, number);
                return number;
            }, (world, same) -> world.preverifiedNumbers.values());

    static final Rows<World, WabaRequest> WABA_REQUESTS = new Rows<>("wabaRequests",
            "WABAs that a provider asks a client for.",
            new Facts<WabaRequest>().fixed("id", "", it -> it.id)
                    .fixed("app", "id of the provider's app", it -> it.app.id)
                    .fixed("client", "id of the portfolio that is asked", it -> it.clientId)
                    .fixed("name", "of the WABA", it -> it.name)
                    .oneOf("status", List.of("PENDING", "ACCEPTED", "DECLINED", "EXPIRED"), it -> it.status,
                            (it, value) -> it.status = value)
                    .textOrNone("waba", "id of the WABA that was made", it -> it.wabaId, (it, value) -> it.wabaId = value)
                    .time("createdAt", "", it -> it.createdAt, (it, value) -> it.createdAt = value),
            (row, world) -> {
                WabaRequest request = new WabaRequest(row.unique("id", world.wabaRequests), row.known("app", world.apps),
                        row.known("client", world.businesses).id, row.text("name"));
                request.createdAt = world.now();
                world.wabaRequests.put(request.id, request);
                return request;
            }, (world, same) -> world.wabaRequests.values());

    private RouteRows() {}
}
