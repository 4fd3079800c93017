package dev.portway.graphclient;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.value.AppDataSync;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.SyncRequestId;

/** Numbers that live in the WhatsApp Business app too. Source: Meta, "Onboarding WhatsApp Business app users", 2026. */
public final class CoexistenceCalls {
    private final NumberLine number;

    CoexistenceCalls(GraphLine line) {
        this.number = new NumberLine(line);
    }

    /**
     * Asks the app for its contacts or its history, which come by webhook. Within 24 hours of sign-up (then 2593108), each once: to ask again
     * the client has to leave and sign up again. Subscribe first, or nobody hears.
     *
     * <p>After a doubt ask again: 2593107 says that the first time counted.
     */
    public EffectResult<SyncRequestId> sync(PhoneNumberId id, AppDataSync what, SendBy sendBy) {
        Call call = Call.post("/" + id + "/smb_app_data").with("messaging_product", "whatsapp").with("sync_type", what.wireName());
        return number.effect(id, call, sendBy, json -> json.needed("request_id", SyncRequestId::new));
    }
}
