package dev.portway.graphclient;

import dev.portway.graphclient.answer.Done;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.BusinessProfile;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.SendBy;
import java.util.List;

/** What people see about the business. Source: Meta, "Business profiles", 2026. */
public final class ProfileCalls {
    private static final String FIELDS = "about,address,description,email,profile_picture_url,websites,vertical";

    private final NumberLine number;

    ProfileCalls(GraphLine line) {
        this.number = new NumberLine(line);
    }

    public ReadResult<BusinessProfile> get(PhoneNumberId id) {
        return number.read(id, Call.get("/" + id + "/whatsapp_business_profile").with("fields", FIELDS), ProfileCalls::read);
    }

    /** Sets what is not null. */
    public EffectResult<Done> set(PhoneNumberId id, BusinessProfile profile, SendBy sendBy) {
        Call call = Call.post("/" + id + "/whatsapp_business_profile")
                .with("messaging_product", "whatsapp")
                .with("about", profile.about())
                .with("address", profile.address())
                .with("description", profile.description())
                .with("email", profile.email())
                .with("websites", profile.websites())
                .with("vertical", profile.vertical());
        return number.effect(id, call, sendBy, RegistrationCalls::success);
    }

    /** A list of one, or of none before anything was ever set. */
    private static BusinessProfile read(Fields json) {
        List<BusinessProfile> profiles = json.list("data", ProfileCalls::profile);
        if (profiles.isEmpty() && !json.isList("data")) {
            throw new NotUnderstood("no data");
        }
        return profiles.isEmpty() ? new BusinessProfile(null, null, null, null, null, null, null) : profiles.getFirst();
    }

    private static BusinessProfile profile(Fields json) {
        return new BusinessProfile(json.text("about"),
                json.text("address"),
                json.text("description"),
                json.text("email"),
                json.isList("websites") ? json.texts("websites") : null,
                json.text("vertical"),
                json.text("profile_picture_url"));
    }
}
