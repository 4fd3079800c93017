package dev.portway.graphclient;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.CurrencyMigration;
import dev.portway.graphclient.node.CurrencyMigration.Status;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.graphclient.value.CurrencyMigrationId;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import java.util.Currency;

/**
 * A WABA billed in another currency, or by a line of credit instead of a card: a copy of the WABA, then all its numbers there, without a code and
 * without {@code register}. Not for numbers of the Business app, and never from a line back to a card.
 *
 * <p>Needs a user who is admin of the source, and a token with both WhatsApp permissions. Source: Meta, "Change billing currency", 23 Jun 2026.
 */
public final class CurrencyCalls {
    private final GraphLine line;

    CurrencyCalls(GraphLine line) {
        this.line = line;
    }

    /**
     * Begins to copy; nothing changes for the source, except that its templates keep their status while it lasts. Whether the conditions hold is
     * told by the status, later.
     *
     * <p>Nothing lists what was begun. After a doubt begin again: Assumed, because the page is silent: a second one is refused while the first
     * is under way.
     */
    public EffectResult<CurrencyMigration> begin(WabaId source, Currency currency, SendBy sendBy) {
        return begin(to(source, currency), sendBy);
    }

    /**
     * The same, with another payment method.
     *
     * @param credit what the copy is paid from; a line is in USD whatever the currency of the WABA
     */
    public EffectResult<CurrencyMigration> begin(WabaId source, Currency currency, CreditLineId credit, SendBy sendBy) {
        return begin(to(source, currency).with("extended_credit_id", credit), sendBy);
    }

    public ReadResult<CurrencyMigration> get(CurrencyMigrationId id) {
        return line.read(Call.get("/" + id), CurrencyCalls::migration);
    }

    /**
     * Moves all numbers to the copy: the point of no return. Only when {@link Status#READY_TO_COMPLETE}, and again after
     * {@link Status#FAILED_TO_COMPLETE}, which Meta calls safe. After a doubt {@link #get} tells.
     *
     * @return how it stands then. An answer does not mean that the numbers are there: it may say that they are not
     */
    public EffectResult<CurrencyMigration> resume(CurrencyMigrationId id, SendBy sendBy) {
        return line.effect(Call.post("/" + id + "/resume_migration"), sendBy, CurrencyCalls::migration);
    }

    private EffectResult<CurrencyMigration> begin(Call call, SendBy sendBy) {
        return line.effect(call,
                sendBy,
                json -> new CurrencyMigration(json.needed("migration_id", CurrencyMigrationId::new),
                        json.open("migration_status", Status.class),
                        null));
    }

    private static Call to(WabaId source, Currency currency) {
        return Call.post("/" + source + "/set_payment_method_migration_intent").with("currency", currency.getCurrencyCode());
    }

    private static CurrencyMigration migration(Fields json) {
        return new CurrencyMigration(json.needed("id", CurrencyMigrationId::new),
                json.open("status", Status.class),
                json.child("destination_waba", WabaFields::read));
    }
}
