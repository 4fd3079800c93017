package dev.portway.sandbox.rules.waba;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.CurrencyMigration;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PaymentMethod;
import dev.portway.sandbox.world.SystemUser;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Another currency, or a line of credit instead of a card: a new WABA like the old one, then all its numbers, without a code and without
 * register.
 *
 * <p>Documented (change billing currency, 23 Jun 2026): the eight states and what may follow each; templates of every status, Flows, apps and
 * users are cloned; not for numbers of the Business app; card to line and line to line; the old WABA stays readable and sends no more.
 */
public final class CurrencyMigrations {

    private final World world;
    private final Credit credit;
    private final WabaClones clones;

    public CurrencyMigrations(World world, Credit credit, WabaClones clones) {
        this.world = world;
        this.credit = credit;
        this.clones = clones;
        world.does("currency-migration",
                later -> Optional.ofNullable(world.currencyMigrations.get(later.of("migration"))).ifPresent(this::look));
    }

    public CurrencyMigration begin(Waba source, CurrencyMigration.Wish wish, Token by) {
        if (!Credit.CURRENCIES.contains(wish.currency())) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param currency must be one of {" + String.join(", ", Credit.CURRENCIES) + "}");
        }
        // Assumed: one at a time.
        if (underWay(source)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) A migration of this WhatsApp Business account is already in progress");
        }
        CurrencyMigration migration = new CurrencyMigration(newId(), source, wish, by.userId);
        migration.createdAt = world.now();
        world.currencyMigrations.put(migration.id, migration);
        for (int third = 1; third <= 3; third++) {
            world.later(after(third), "currency-migration", Map.of("migration", migration.id));
        }
        return migration;
    }

    private String newId() {
        String id = "mig_" + world.ids().text(20);
        while (world.currencyMigrations.containsKey(id)) {
            id = "mig_" + world.ids().text(20);
        }
        return id;
    }

    public boolean underWay(Waba source) {
        return world.currencyMigrations.values().stream().anyMatch(each -> each.source == source && each.underWay());
    }

    /** Assumed: the steps come at equal distances. */
    private Duration after(int third) {
        return Duration.ofSeconds(world.switches.number(Switch.CURRENCY_CLONE_SECONDS)).multipliedBy(third).dividedBy(3);
    }

    private boolean due(CurrencyMigration migration, int third) {
        return !world.now().isBefore(migration.createdAt.plus(after(third)));
    }

    /** Goes as far as its time has come. */
    public void look(CurrencyMigration migration) {
        if (migration.status.equals("INITIATED") && due(migration, 1)) {
            migration.status = eligible(migration) ? "ACCEPTED" : "REJECTED";
        }
        if (migration.status.equals("ACCEPTED") && due(migration, 2)) {
            migration.status = "IN_PROGRESS";
        }
        if (migration.status.equals("IN_PROGRESS") && due(migration, 3)) {
            boolean fails = migration.source.migrationFails == CurrencyMigration.Fails.WHILE_CLONING;
            migration.status = fails ? "FAILED" : "READY_TO_COMPLETE";
            if (!fails) {
                cloneFor(migration);
            }
        }
    }

    /** Documented: REJECTED says that one of these did not hold. */
    private boolean eligible(CurrencyMigration migration) {
        Waba source = migration.source;
        SystemUser asker = world.systemUsers.get(migration.userId);
        boolean admin = asker == null || !asker.role().equals("EMPLOYEE");
        boolean onApp = source.links.stream().anyMatch(link -> !link.gone() && link.line.onBusinessApp);
        return admin && !onApp && clones.room(source) && source.reviewStatus.equals("APPROVED") && !source.disabled()
                && !migration.currency.equals(source.currency) && payable(migration);
    }

    private boolean payable(CurrencyMigration migration) {
        if (migration.creditLineId != null) {
            return world.creditLines.containsKey(migration.creditLineId);
        }
        Waba source = migration.source;
        PaymentMethod method = source.fundingId == null ? null : world.paymentMethods.get(source.fundingId);
        boolean byLine = method != null && method.kind == PaymentMethod.Kind.CREDIT_LINE;
        return !byLine && world.switches.is(Switch.CURRENCY_FROM_CARD_TO_CARD, "accepted");
    }

    private void cloneFor(CurrencyMigration migration) {
        Waba made = clones.of(migration.source, migration.currency);
        migration.destination = made;
        var line = migration.creditLineId == null ? null : world.creditLines.get(migration.creditLineId);
        if (line == null) {
            made.fundingId = migration.source.fundingId;
        } else {
            credit.attachUnchecked(line, made, migration.currency);
        }
    }

    /** Returns whether anything changed. Documented: safe to repeat after it failed. Assumed: and after it is complete, when nothing is left. */
    public boolean resume(CurrencyMigration migration) {
        look(migration);
        Waba destination = migration.destination;
        if (migration.status.equals("COMPLETED")) {
            return false;
        }
        if (!migration.canResume() || destination == null) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The migration cannot be resumed in status " + migration.status);
        }
        if (migration.source.migrationFails == CurrencyMigration.Fails.WHILE_MOVING) {
            migration.status = "FAILED_TO_COMPLETE";
            return true;
        }
        List<NumberLink> moving = migration.source.links.stream().filter(link -> !link.gone() && !inReview(link)).toList();
        boolean sameId = world.switches.is(Switch.CURRENCY_NUMBER_ID, "same");
        moving.forEach(link -> clones.move(link, destination, sameId ? link.id : world.ids().phoneNumber()));
        migration.source.mayAddNumbers = false;
        migration.status = "COMPLETED";
        return true;
    }

    /** Documented: numbers in manual review stay behind. Assumed: that a name under review is meant. */
    private static boolean inReview(NumberLink link) {
        return link.nameStatus.equals("PENDING_REVIEW") || link.newNameStatus.equals("PENDING_REVIEW");
    }
}
