package dev.portway.graphclient;

import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.Business;
import dev.portway.graphclient.node.BusinessUser;
import dev.portway.graphclient.node.BusinessVerification;
import dev.portway.graphclient.node.MessagingLimit;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.UserId;
import java.util.List;

/** Businesses and the WABAs they own or were given access to. */
public final class BusinessCalls {
    private static final List<String> FIELDS = List.of("id", "name", "verification_status", "whatsapp_business_manager_messaging_limit");

    private final GraphLine line;

    BusinessCalls(GraphLine line) {
        this.line = line;
    }

    public ReadResult<Business> get(BusinessId id) {
        return line.unknownFields().without(FIELDS, names -> line.read(Call.get("/" + id).with("fields", names), BusinessCalls::read));
    }

    /** At most 20 in a portfolio. Source: Meta, "WhatsApp Business accounts", 30 Oct 2025. */
    public ReadResult<Listing<Waba>> ownedWabas(BusinessId id) {
        return wabas("/" + id + "/owned_whatsapp_business_accounts");
    }

    /** Those of clients, shared with this business. */
    public ReadResult<Listing<Waba>> clientWabas(BusinessId id) {
        return wabas("/" + id + "/client_whatsapp_business_accounts");
    }

    /** Its people, system users left out. Refused to whoever is not of the business, partners included. */
    public ReadResult<Listing<BusinessUser>> people(BusinessId id) {
        return Pages.all(line, Call.get("/" + id + "/business_users").with("fields", "id,role"),
                json -> new BusinessUser(json.needed("id", UserId::new), json.open("role", BusinessUser.Role.class)));
    }

    private ReadResult<Listing<Waba>> wabas(String path) {
        return line.unknownFields()
                .without(WabaFields.IN_LISTS, names -> Pages.all(line, Call.get(path).with("fields", names), WabaFields::read));
    }

    private static Business read(Fields json) {
        return new Business(json.needed("id", BusinessId::new),
                json.text("name"),
                json.open("verification_status", BusinessVerification.class),
                json.open("whatsapp_business_manager_messaging_limit", MessagingLimit.class));
    }
}
