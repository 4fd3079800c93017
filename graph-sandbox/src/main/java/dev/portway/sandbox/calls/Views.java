package dev.portway.sandbox.calls;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Person;
import dev.portway.sandbox.world.SystemUser;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How each kind of node is read. Source of fields: reference pages of 2025 and 2026, and Meta's SDK specs of Apr 2026. */
final class Views {

    private static final DateTimeFormatter GRAPH_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ").withZone(ZoneOffset.UTC);

    final NodeView<NumberLink> number;
    final NodeView<Waba> waba;
    final NodeView<Business> business;
    final NodeView<Template> template;
    final NodeView<App> app;
    final NodeView<User> user;

    private final World world;
    private final Rules rules;

    Views(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
        this.user = user();
        this.number = number();
        this.template = template();
        this.business = business();
        this.waba = waba();
        this.app = new NodeView<App>("Application").unset("category", "namespace")
                .text("id", each -> each.id)
                .text("name", each -> each.name)
                .text("link", each -> "https://www.facebook.com/games/?app_id=" + each.id)
                .field("business", (each, ask, spec) -> Json.object().put("id", each.businessId))
                .unasked("id", "name", "link");
    }

    /** Somebody with a token or an assignment: a system user, a person, or whoever sign-up made. */
    record User(String id, String name, String email, String role, String financePermission, String businessId) {}

    User user(SystemUser user) {
        return new User(user.id(), user.name(), "", user.role(), "", user.businessId());
    }

    User user(Person person) {
        return new User(person.id(), person.name(), person.email(), person.role(), person.financePermission(), person.businessId());
    }

    User user(Token token) {
        SystemUser system = world.systemUsers.get(token.userId);
        Person person = world.people.get(token.userId);
        if (system != null) {
            return user(system);
        }
        return person != null ? user(person) : new User(token.userId, token.app.name, "", "", "", token.businessId);
    }

    /** Documented: {@code client_business_id} of whom a business token was given for (Facebook Login for Business). */
    private NodeView<User> user() {
        return new NodeView<User>("User").text("id", User::id)
                .text("name", User::name)
                .text("email", each -> each.email().isEmpty() ? null : each.email())
                .text("role", each -> each.role().isEmpty() ? null : each.role())
                .text("finance_permission", each -> each.financePermission().isEmpty() ? null : each.financePermission())
                .field("client_business_id", (each, ask, spec) -> {
                    String client = Exchange.client(ask.token, world);
                    return client == null ? null : text(client);
                })
                .field("business", (each, ask, spec) -> Json.object().put("id", each.businessId()))
                .unasked("name", "id");
    }

    /** Documented: {@code 2023-08-22T19:05:53+0000}. */
    static String time(Instant instant) {
        return GRAPH_TIME.format(instant);
    }

    static JsonNode text(String value) {
        return Json.object().stringNode(value);
    }

    private NodeView<NumberLink> number() {
        NodeView<NumberLink> view = new NodeView<>("WhatsAppBusinessPhoneNumber");
        view.text("id", each -> each.id)
                .text("display_phone_number", each -> each.line.display)
                .text("verified_name", each -> each.verifiedName)
                .text("quality_rating", each -> each.quality)
                .text("code_verification_status", rules.numbers::codeStatus)
                .text("platform_type", each -> each.platform)
                .text("status", rules.numbers::status)
                .text("name_status", each -> each.nameStatus)
                .text("new_display_name", each -> each.newName)
                .text("new_name_status", each -> each.newNameStatus)
                .text("account_mode", each -> each.accountMode)
                .text("host_platform", each -> each.platform)
                .text("username", each -> each.username)
                .text("certificate", each -> each.hasCertificate ? "CmYKIg" + each.id : null)
                .text("search_visibility", each -> each.searchVisibility)
                .text("country_dial_code", each -> each.line.countryCode)
                .text("country_code", each -> each.line.countryCode.equals("55") ? "BR" : "US")
                .text("last_onboarded_time", each -> each.registeredAt == null ? null : time(each.registeredAt))
                .text("unified_cert_status", Views::certificate)
                .text("new_certificate", each -> each.hasCertificate && each.newNameStatus.equals("APPROVED") ? "CmYKIh" + each.id : null);
        view.unset("eligibility_for_api_business_global_search");
        view.flag("is_official_business_account", each -> each.official)
                .flag("is_preverified_number", each -> each.preverified)
                .flag("is_on_biz_app", each -> each.line.onBusinessApp);
        view.field("throughput", (each, ask, spec) -> Json.object().put("level", throughput(each)))
                .field("whatsapp_account",
                        (each, ask, spec) -> rules.accountIds.inEvents() ? Json.object().put("id", rules.accountIds.of(each.line)) : null)
                .field("is_pin_enabled", (each, ask, spec) -> pinField(each))
                .field("quality_score", (each, ask, spec) -> quality(each))
                .field("webhook_configuration", (each, ask, spec) -> webhooks(each, ask))
                .field("official_business_account",
                        (each, ask, spec) -> Json.object().put("oba_status", official(each)))
                // Documented as deprecated; seen left out of a v25 answer that had asked for both.
                .field("messaging_limit_tier", (each, ask, spec) -> ask.version < 24 ? text(tier(each)) : null)
                .field("whatsapp_business_manager_messaging_limit", (each, ask, spec) -> text(limit(each.waba)))
                .since(24, "whatsapp_business_manager_messaging_limit")
                .field("health_status", (each, ask, spec) -> HealthView.of(rules.health.of(each, ask.token.app)))
                .field("whatsapp_business_profile", (each, ask, spec) -> Profile.list(each))
                .field("conversational_automation", (each, ask, spec) -> each.automation.isEmpty() ? null : each.automation.deepCopy());
        return view.unasked("id", "verified_name", "display_phone_number", "quality_rating", "code_verification_status", "platform_type",
                "throughput", "webhook_configuration");
    }

    private @Nullable JsonNode pinField(NumberLink link) {
        boolean shown = world.switches.is(Switch.PIN_FIELD, "shown");
        return shown ? Json.object().booleanNode(link.line.twoStepOn()) : null;
    }

    private static String certificate(NumberLink link) {
        return link.certificateStatus != null
                ? link.certificateStatus
                : link.nameStatus.equals("APPROVED") ? "APPROVED" : "NAME_PENDING_REVIEW";
    }

    private static String throughput(NumberLink link) {
        return link.throughput != null ? link.throughput : link.registered() ? "STANDARD" : "NOT_APPLICABLE";
    }

    static String official(NumberLink link) {
        return link.officialStatus != null ? link.officialStatus : link.official ? "APPROVED" : "NOT_STARTED";
    }

    private static ObjectNode quality(NumberLink link) {
        ObjectNode score = Json.object().put("score", link.quality);
        if (!link.qualityReasons.isEmpty()) {
            score.set("reasons", Json.strings(link.qualityReasons));
        }
        return score;
    }

    /** The old field: the number's own limit. Assumed: where none is set, the portfolio's, in the same words. */
    String tier(NumberLink link) {
        return link.messagingLimit != null ? link.messagingLimit : limit(link.waba);
    }

    private String limit(Waba waba) {
        return rules.numbers.owner(waba).messagingLimit;
    }

    private static ObjectNode webhooks(NumberLink link, Ask ask) {
        ObjectNode webhooks = Json.object();
        if (!link.webhookOverride.isEmpty()) {
            webhooks.put("phone_number", link.webhookOverride);
        }
        String override = link.waba.subscriptions.getOrDefault(ask.token.app.id, "");
        if (!override.isEmpty()) {
            webhooks.put("whatsapp_business_account", override);
        }
        if (ask.token.app.webhookUrl != null) {
            webhooks.put("application", ask.token.app.webhookUrl);
        }
        return webhooks;
    }

    private NodeView<Waba> waba() {
        NodeView<Waba> view = new NodeView<>("WhatsAppBusinessAccount");
        view.text("id", each -> each.id)
                .text("name", each -> each.name)
                .text("timezone_id", each -> each.timezoneId)
                .text("message_template_namespace", each -> each.namespace)
                .text("currency", each -> each.currency)
                .text("country", each -> each.country)
                .text("account_review_status", each -> each.reviewStatus)
                .text("business_verification_status", each -> rules.numbers.owner(each).verification)
                .text("ownership_type", each -> each.ownershipType)
                .text("status", each -> each.status)
                .text("primary_funding_id", each -> each.fundingId)
                .text("primary_business_location", each -> each.primaryLocation == null ? each.country : each.primaryLocation)
                .text("purchase_order_number", each -> each.purchaseOrder)
                // A whole number by Meta's SDK specs of Apr 2026.
                .field("creation_time", (each, ask, spec) -> Json.object().numberNode(each.createdAt.getEpochSecond()));
        view.unset("marketing_messages_lite_api_status", "marketing_messages_onboarding_status",
                "auth_international_rate_eligibility", "linked_commerce_account", "analytics");
        view.flag("is_enabled_for_insights", each -> each.insights)
                .flag("is_shared_with_partners", each -> !each.partners.isEmpty())
                .flag("template_auto_archival_enabled", each -> each.autoArchival)
                .flag("disable_marketing_messages_on_cloud_api", each -> each.marketingOff);
        view.field("owner_business_info", (each, ask, spec) -> owner(each))
                .field("owner_business", (each, ask, spec) -> business.show(rules.numbers.owner(each), ask, spec.children()))
                .field("on_behalf_of_business_info",
                        (each, ask, spec) -> owner(each).put("status", each.messagingFor).put("type", each.ownershipType))
                .field("whatsapp_business_manager_messaging_limit", (each, ask, spec) -> text(limit(each)))
                .since(24, "whatsapp_business_manager_messaging_limit")
                .field("health_status", (each, ask, spec) -> HealthView.of(rules.health.of(each, ask.token.app)));
        return view.unasked("id", "name", "timezone_id", "message_template_namespace", "currency");
    }

    private ObjectNode owner(Waba waba) {
        Business owner = rules.numbers.owner(waba);
        return Json.object().put("name", owner.name).put("id", owner.id);
    }

    private static NodeView<Business> business() {
        return new NodeView<Business>("Business").text("id", each -> each.id)
                .text("name", each -> each.name)
                .text("verification_status", each -> each.verification)
                .text("created_time", each -> each.createdOn)
                .text("whatsapp_business_manager_messaging_limit", each -> each.messagingLimit)
                .unasked("id", "name");
    }

    private NodeView<Template> template() {
        NodeView<Template> view = new NodeView<>("WhatsAppMessageTemplate");
        view.text("id", each -> each.id)
                .text("name", each -> each.name)
                .text("language", each -> each.language)
                .text("category", each -> each.category)
                .text("previous_category", each -> each.previousCategory)
                .text("status", each -> each.status)
                .text("parameter_format", each -> each.parameterFormat)
                .text("rejected_reason", each -> each.rejectedReason);
        view.text("correct_category", each -> each.correctCategory)
                .text("sub_category", each -> each.subCategory)
                .text("library_template_name", each -> each.libraryName)
                .field("message_send_ttl_seconds",
                        (each, ask, spec) -> each.timeToLiveSeconds == null ? null : Json.object().numberNode(each.timeToLiveSeconds));
        view.field("components", (each, ask, spec) -> ComponentsView.of(each.components))
                .field("quality_score", (each, ask, spec) -> Json.object()
                        .put("score", each.quality)
                        .put("date",
                                each.qualityAt.getEpochSecond()))
                .field("cta_url_link_tracking_opted_out", (each, ask, spec) -> Json.object().booleanNode(each.linkTrackingOff))
                .field("health_status", (each, ask, spec) -> HealthView.of(rules.health.of(each, ask.token.app)));
        return view.unasked("id", "name", "language", "status", "category", "parameter_format", "components");
    }
}
