package dev.portway.graphclient;

import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.CreditAllocation;
import dev.portway.graphclient.node.CreditLine;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.CreditAllocationId;
import dev.portway.graphclient.value.CreditLineId;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import java.util.Currency;

/**
 * Who pays. Needs a system token of the partner whose line it is, but {@link #attach}, which takes the client's.
 *
 * <p>Attaching fixes currency and time zone of the WABA for good and begins liability. Sharing is refused on the last 3 and first 4 days of a
 * month. Source: Meta, "Share and revoke credit lines", 2026, and "WABAs among solution partners", 4 Nov 2025.
 */
public final class CreditCalls {
    private final GraphLine line;

    CreditCalls(GraphLine line) {
        this.line = line;
    }

    public ReadResult<Listing<CreditLine>> linesOf(BusinessId partner) {
        return Pages.all(line,
                Call.get("/" + partner + "/extendedcredits").with("fields", "id,legal_entity_name"),
                json -> new CreditLine(json.needed("id", CreditLineId::new), json.text("legal_entity_name")));
    }

    /** Shares with the WABA's business and attaches to the WABA, at once. After a doubt {@link #allocations} and the WABA's funding id tell. */
    public EffectResult<CreditAllocationId> shareAndAttach(CreditLineId credit, WabaId waba, Currency currency, SendBy sendBy) {
        return attach("/" + credit + "/whatsapp_credit_sharing_and_attach", waba, currency, sendBy);
    }

    /** The first half alone: the client's business may use the line. */
    public EffectResult<CreditAllocationId> share(CreditLineId credit, BusinessId client, SendBy sendBy) {
        Call call = Call.post("/" + credit + "/whatsapp_credit_sharing").with("receiving_business_id", client);
        return line.effect(call, sendBy, CreditCalls::allocationId);
    }

    /** The second half alone, with a token of the client's business. */
    public EffectResult<CreditAllocationId> attach(CreditLineId credit, WabaId waba, Currency currency, SendBy sendBy) {
        return attach("/" + credit + "/whatsapp_credit_attach", waba, currency, sendBy);
    }

    /** To compare with the WABA's {@code primary_funding_id}: equal once attached. */
    public ReadResult<CreditAllocation> allocation(CreditAllocationId id) {
        return line.read(Call.get("/" + id).with("fields", "id,receiving_credential{id},request_status"), CreditCalls::allocation);
    }

    /** What of a line was given to that client. */
    public ReadResult<Listing<CreditAllocation>> allocations(CreditLineId credit, BusinessId client) {
        Call call = Call.get("/" + credit + "/owning_credit_allocation_configs")
                .with("receiving_business_id", client)
                .with("fields", "id,receiving_credential{id},request_status");
        return Pages.all(line, call, CreditCalls::allocation);
    }

    /** Takes a share back. May be repeated; {@link #allocation} then says {@code DELETED}. */
    public EffectResult<Done> revoke(CreditAllocationId id, SendBy sendBy) {
        return line.effect(Call.delete("/" + id), sendBy, RegistrationCalls::success);
    }

    private EffectResult<CreditAllocationId> attach(String path, WabaId waba, Currency currency, SendBy sendBy) {
        Call call = Call.post(path).with("waba_id", waba).with("waba_currency", currency.getCurrencyCode());
        return line.effect(call, sendBy, CreditCalls::allocationId);
    }

    private static CreditAllocationId allocationId(Fields json) {
        return json.needed("allocation_config_id", CreditAllocationId::new);
    }

    private static CreditAllocation allocation(Fields json) {
        Fields receiving = json.child("receiving_credential");
        return new CreditAllocation(json.needed("id", CreditAllocationId::new),
                receiving == null ? null : receiving.text("id"),
                json.text("request_status"));
    }
}
