package dev.portway.graphclient;

import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessPhoneNumber.AccountMode;
import dev.portway.graphclient.node.BusinessPhoneNumber.CertificateStatus;
import dev.portway.graphclient.node.BusinessPhoneNumber.CodeVerification;
import dev.portway.graphclient.node.BusinessPhoneNumber.DisplayName;
import dev.portway.graphclient.node.BusinessPhoneNumber.NameStatus;
import dev.portway.graphclient.node.BusinessPhoneNumber.OfficialStatus;
import dev.portway.graphclient.node.BusinessPhoneNumber.Platform;
import dev.portway.graphclient.node.BusinessPhoneNumber.Quality;
import dev.portway.graphclient.node.BusinessPhoneNumber.QualityScore;
import dev.portway.graphclient.node.BusinessPhoneNumber.Registration;
import dev.portway.graphclient.node.BusinessPhoneNumber.SearchVisibility;
import dev.portway.graphclient.node.BusinessPhoneNumber.Standing;
import dev.portway.graphclient.node.BusinessPhoneNumber.Status;
import dev.portway.graphclient.node.BusinessPhoneNumber.Throughput;
import dev.portway.graphclient.node.BusinessPhoneNumber.Visibility;
import dev.portway.graphclient.node.MessagingLimit;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.PhoneNumberId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number's fields: which to ask for, and how they read. */
final class NumberFields {
    /** What lists are asked for: no field that costs Graph a look elsewhere. */
    static final List<String> IN_LISTS = List.of("id",
            "display_phone_number",
            "country_code",
            "country_dial_code",
            "verified_name",
            "name_status",
            "new_display_name",
            "new_name_status",
            "certificate",
            "new_certificate",
            "status",
            "code_verification_status",
            "is_pin_enabled",
            "platform_type",
            "host_platform",
            "account_mode",
            "is_on_biz_app",
            "is_preverified_number",
            "last_onboarded_time",
            "unified_cert_status",
            "quality_rating",
            "quality_score",
            "whatsapp_business_manager_messaging_limit",
            "messaging_limit_tier",
            "throughput",
            "is_official_business_account",
            "official_business_account{oba_status}",
            "search_visibility",
            "username",
            "eligibility_for_api_business_global_search");

    static final List<String> ALL = with(IN_LISTS, "webhook_configuration", "conversational_automation", "health_status");

    private NumberFields() {}

    static BusinessPhoneNumber read(Fields json) {
        return new BusinessPhoneNumber(json.needed("id", PhoneNumberId::new),
                json.text("display_phone_number"),
                json.text("country_code"),
                json.text("country_dial_code"),
                displayName(json),
                registration(json),
                standing(json),
                visibility(json),
                json.json("webhook_configuration"),
                json.json("conversational_automation"),
                json.child("health_status", HealthFields::read));
    }

    private static DisplayName displayName(Fields json) {
        return new DisplayName(json.text("verified_name"),
                json.open("name_status", NameStatus.class),
                json.text("new_display_name"),
                json.open("new_name_status", NameStatus.class),
                json.text("certificate"),
                json.text("new_certificate"));
    }

    private static Registration registration(Fields json) {
        return new Registration(json.open("status", Status.class),
                json.open("code_verification_status", CodeVerification.class),
                json.flag("is_pin_enabled"),
                json.open("platform_type", Platform.class),
                json.open("host_platform", Platform.class),
                json.open("account_mode", AccountMode.class),
                json.flag("is_on_biz_app"),
                json.flag("is_preverified_number"),
                json.time("last_onboarded_time"),
                json.open("unified_cert_status", CertificateStatus.class));
    }

    private static Standing standing(Fields json) {
        return new Standing(json.open("quality_rating", Quality.class),
                json.child("quality_score", NumberFields::qualityScore),
                json.open("whatsapp_business_manager_messaging_limit", MessagingLimit.class),
                json.open("messaging_limit_tier", MessagingLimit.class),
                openIn(json, "throughput", "level", Throughput.class),
                json.flag("is_official_business_account"),
                openIn(json, "official_business_account", "oba_status", OfficialStatus.class));
    }

    private static Visibility visibility(Fields json) {
        return new Visibility(json.open("search_visibility", SearchVisibility.class),
                json.text("username"),
                json.text("eligibility_for_api_business_global_search"));
    }

    private static @Nullable QualityScore qualityScore(Fields json) {
        Open<Quality> score = json.open("score", Quality.class);
        return score == null ? null : new QualityScore(score, json.time("date"), json.texts("reasons"));
    }

    private static <E extends Enum<E>> @Nullable Open<E> openIn(Fields json, String object, String name, Class<E> type) {
        Fields child = json.child(object);
        return child == null ? null : child.open(name, type);
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
