package dev.portway.graphclient;

import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.value.Backup;
import dev.portway.graphclient.value.CodeLanguage;
import dev.portway.graphclient.value.CodeMethod;
import dev.portway.graphclient.value.NumberToAdd;
import dev.portway.graphclient.value.OwnershipCode;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.Pin;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What brings a number in, proves its ownership, starts and stops it. All of it has effects.
 *
 * <p>Source: Meta, "Migrate phone numbers among solution partners programmatically", 11 Sep 2026, and "Registration", 2026.
 */
public final class RegistrationCalls {
    private final GraphLine line;
    private final NumberLine number;

    RegistrationCalls(GraphLine line) {
        this.line = line;
        this.number = new NumberLine(line);
    }

    /**
     * Puts a number into a WABA, where it waits. When it moves, nothing changes at its source yet. It cannot be taken out again by API.
     *
     * @return the number's id in this WABA. Never assume that it is the one it had elsewhere
     */
    public EffectResult<PhoneNumberId> add(WabaId destination, NumberToAdd number, SendBy sendBy) {
        Call call = Call.post("/" + destination + "/phone_numbers")
                .with("cc", number.callingCode())
                .with("phone_number", number.nationalNumber())
                .with("migrate_phone_number", number.migrate() ? true : null)
                .with("verified_name", number.verifiedName());
        return line.effect(call, sendBy, json -> json.needed("id", PhoneNumberId::new));
    }

    /**
     * Has an ownership code sent. No field of Graph shows that one was: whoever holds the phone knows.
     *
     * <p>Meta publishes no limit. Observed: waits of an hour; the pages of Embedded Signup speak of about 12 hours.
     */
    public EffectResult<Done> requestCode(PhoneNumberId id, CodeMethod method, CodeLanguage language, SendBy sendBy) {
        Call call = Call.post("/" + id + "/request_code").with("code_method", method).with("language", language.value());
        return number.effect(id, call, sendBy, RegistrationCalls::success);
    }

    /** Proves ownership. A code works once and not for long: about 10 minutes, says Meta's OpenAPI file. */
    public EffectResult<Done> verifyCode(PhoneNumberId id, OwnershipCode code, SendBy sendBy) {
        return number.effect(id, Call.post("/" + id + "/verify_code").with("code", code), sendBy, RegistrationCalls::success);
    }

    /**
     * Makes the number live here; of a number that moves, the point of no return. At most 10 times per number in a moving 72 hours, then
     * 133016 for 72 hours.
     *
     * @param pin becomes the PIN, or must be it when two-step verification is on. The same PIN makes a repetition harmless
     */
    public EffectResult<Done> register(PhoneNumberId id, Pin pin, SendBy sendBy) {
        return number.effect(id, registering(id, pin), sendBy, RegistrationCalls::success);
    }

    /** The same for a number that lived on the On-Premises API: on the same id and in the same WABA, and without a code. */
    public EffectResult<Done> register(PhoneNumberId id, Pin pin, Backup backup, SendBy sendBy) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("data", backup.data());
        parts.put("password", backup.password());
        return number.effect(id, registering(id, pin).with("backup", parts), sendBy, RegistrationCalls::success);
    }

    /** Stops the number; it stays in the WABA. Counted as {@link #register}, apart. Any partner on the number can do it. */
    public EffectResult<Done> deregister(PhoneNumberId id, SendBy sendBy) {
        return number.effect(id, Call.post("/" + id + "/deregister"), sendBy, RegistrationCalls::success);
    }

    /** Sets or changes the PIN, and so turns two-step verification on. Nothing turns it off by API. */
    public EffectResult<Done> setPin(PhoneNumberId id, Pin pin, SendBy sendBy) {
        return number.effect(id, Call.post("/" + id).with("pin", pin), sendBy, RegistrationCalls::success);
    }

    private static Call registering(PhoneNumberId id, Pin pin) {
        return Call.post("/" + id + "/register").with("messaging_product", "whatsapp").with("pin", pin);
    }

    /** Anything but a plain true is not understood: an answer without it has not said that it was done. */
    static Done success(Fields json) {
        if (!Boolean.TRUE.equals(json.flag("success"))) {
            throw new NotUnderstood("no success");
        }
        return Done.DONE;
    }
}
