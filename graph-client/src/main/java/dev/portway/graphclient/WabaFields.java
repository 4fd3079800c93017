package dev.portway.graphclient;

import dev.portway.graphclient.node.BusinessVerification;
import dev.portway.graphclient.node.MessagingLimit;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.node.Waba.OnBehalfOf;
import dev.portway.graphclient.node.Waba.Owner;
import dev.portway.graphclient.node.Waba.Ownership;
import dev.portway.graphclient.node.Waba.OwnershipType;
import dev.portway.graphclient.node.Waba.Payment;
import dev.portway.graphclient.node.Waba.Review;
import dev.portway.graphclient.node.Waba.ReviewStatus;
import dev.portway.graphclient.node.Waba.Settings;
import dev.portway.graphclient.node.Waba.Status;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.WabaId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A WABA's fields: which to ask for, and how they read. */
final class WabaFields {
    static final List<String> IN_LISTS = List.of("id",
            "name",
            "currency",
            "timezone_id",
            "country",
            "account_review_status",
            "business_verification_status",
            "status",
            "ownership_type",
            "owner_business_info",
            "is_shared_with_partners",
            "primary_funding_id");

    static final List<String> ALL = List.of("id",
            "name",
            "currency",
            "timezone_id",
            "country",
            "primary_business_location",
            "creation_time",
            "message_template_namespace",
            "whatsapp_business_manager_messaging_limit",
            "account_review_status",
            "business_verification_status",
            "status",
            "ownership_type",
            "owner_business_info",
            "on_behalf_of_business_info",
            "is_shared_with_partners",
            "primary_funding_id",
            "purchase_order_number",
            "is_enabled_for_insights",
            "template_auto_archival_enabled",
            "disable_marketing_messages_on_cloud_api",
            "marketing_messages_lite_api_status",
            "marketing_messages_onboarding_status",
            "auth_international_rate_eligibility",
            "linked_commerce_account",
            "health_status");

    private WabaFields() {}

    static Waba read(Fields json) {
        return new Waba(json.needed("id", WabaId::new),
                json.text("name"),
                json.text("currency"),
                json.text("timezone_id"),
                json.text("country"),
                json.text("primary_business_location"),
                json.time("creation_time"),
                json.text("message_template_namespace"),
                json.open("whatsapp_business_manager_messaging_limit", MessagingLimit.class),
                new Review(json.open("account_review_status", ReviewStatus.class),
                        json.open("business_verification_status", BusinessVerification.class),
                        json.open("status", Status.class)),
                ownership(json),
                new Payment(json.text("primary_funding_id"), json.text("purchase_order_number")),
                settings(json),
                json.child("health_status", HealthFields::read));
    }

    private static Ownership ownership(Fields json) {
        return new Ownership(json.open("ownership_type", OwnershipType.class),
                json.child("owner_business_info", owner -> new Owner(owner.value("id", BusinessId::new), owner.text("name"))),
                json.child("on_behalf_of_business_info", WabaFields::onBehalfOf),
                json.flag("is_shared_with_partners"));
    }

    private static OnBehalfOf onBehalfOf(Fields json) {
        return new OnBehalfOf(json.text("id"), json.text("name"), json.text("status"), json.text("type"));
    }

    private static Settings settings(Fields json) {
        return new Settings(json.flag("is_enabled_for_insights"),
                json.flag("template_auto_archival_enabled"),
                json.flag("disable_marketing_messages_on_cloud_api"),
                json.text("marketing_messages_lite_api_status"),
                json.text("marketing_messages_onboarding_status"),
                textOrJson(json, "auth_international_rate_eligibility"),
                textOrJson(json, "linked_commerce_account"));
    }

    private static @Nullable String textOrJson(Fields json, String name) {
        String text = json.text(name);
        return text == null ? json.json(name) : text;
    }
}
