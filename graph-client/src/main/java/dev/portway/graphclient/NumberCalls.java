package dev.portway.graphclient;

import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.Health;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.WabaId;
import java.util.ArrayList;
import java.util.List;

/** Numbers, as they are. Each read counts against the quota of the WABA. Source: Meta, "Rate limits", 2026. */
public final class NumberCalls {
    private final GraphLine line;

    NumberCalls(GraphLine line) {
        this.line = line;
    }

    /** One number, with every field that this version and this caller may see. */
    public ReadResult<BusinessPhoneNumber> get(PhoneNumberId id) {
        return get(id, NumberFields.ALL);
    }

    /** One number, with just these fields. {@code id} is always asked for. */
    public ReadResult<BusinessPhoneNumber> get(PhoneNumberId id, List<String> fields) {
        List<String> asked = new ArrayList<>(fields);
        if (!asked.contains("id")) {
            asked.add("id");
        }
        return line.unknownFields().without(asked, names -> line.read(Call.get("/" + id).with("fields", names), NumberFields::read));
    }

    /** All numbers of a WABA, without health, webhooks and automation. One call does for all migrations that wait on it. */
    public ReadResult<Listing<BusinessPhoneNumber>> of(WabaId waba) {
        return line.unknownFields()
                .without(NumberFields.IN_LISTS,
                        names -> Pages.all(line, Call.get("/" + waba + "/phone_numbers").with("fields", names), NumberFields::read));
    }

    /** Whether it can send, and what stands in the way. */
    public ReadResult<Health> health(PhoneNumberId id) {
        return line.read(Call.get("/" + id).with("fields", "health_status"), HealthFields::of);
    }
}
