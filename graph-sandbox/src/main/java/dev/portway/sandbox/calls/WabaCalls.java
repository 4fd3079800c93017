package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.ACTIVITIES;
import static dev.portway.sandbox.wire.CallName.ADD_NUMBER;
import static dev.portway.sandbox.wire.CallName.LIST_NUMBERS;
import static dev.portway.sandbox.wire.CallName.LIST_SUBSCRIPTIONS;
import static dev.portway.sandbox.wire.CallName.READ_WABA;
import static dev.portway.sandbox.wire.CallName.SUBSCRIBE_APP;
import static dev.portway.sandbox.wire.CallName.SYSTEM_USERS;
import static dev.portway.sandbox.wire.CallName.UNSUBSCRIBE_APP;
import static dev.portway.sandbox.wire.CallName.UPDATE_WABA;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.rules.moving.Initiation;
import dev.portway.sandbox.rules.moving.Preverification;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.FieldSpec;
import dev.portway.sandbox.wire.Filtering;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.SystemUser;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls on a WABA, those on its templates apart. */
final class WabaCalls {

    private static final int LONGEST_PAGE = 100;

    private static final NodeView<Waba.Activity> ACTIVITY = new NodeView<Waba.Activity>("WhatsAppBusinessAccountActivity")
            .text("id", Waba.Activity::id)
            .text("activity_type", Waba.Activity::type)
            .text("timestamp", each -> Views.time(each.at()))
            .text("actor_type", Waba.Activity::actorType)
            .text("actor_id", Waba.Activity::actorId)
            .text("description", Waba.Activity::description)
            .unasked("id", "activity_type", "timestamp", "actor_type", "actor_id", "description");

    private final World world;
    private final Rules rules;
    private final Views views;

    WabaCalls(World world, Rules rules, Views views) {
        this.world = world;
        this.rules = rules;
        this.views = views;
    }

    List<Route<Waba>> routes() {
        return List.of(new Route<>("GET", "", READ_WABA, this::read), new Route<>("POST", "", UPDATE_WABA, this::update),
                new Route<>("GET", "phone_numbers", LIST_NUMBERS, this::listNumbers),
                new Route<>("POST", "phone_numbers", ADD_NUMBER, this::addNumber),
                new Route<>("GET", "subscribed_apps", LIST_SUBSCRIPTIONS, this::listSubscriptions),
                new Route<>("POST", "subscribed_apps", SUBSCRIBE_APP, this::subscribe),
                new Route<>("DELETE", "subscribed_apps", UNSUBSCRIBE_APP, this::unsubscribe),
                new Route<>("GET", "activities", ACTIVITIES, this::activities),
                new Route<>("GET", "system_users", SYSTEM_USERS, this::systemUsers));
    }

    private JsonNode read(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        return views.waba.show(waba, ask, ask.fields());
    }

    /** By Meta's SDK specs of Apr 2026: these three can be set. */
    private JsonNode update(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        Params params = ask.params();
        if (params.has("is_enabled_for_insights")) {
            waba.insights = params.flag("is_enabled_for_insights");
        }
        if (params.has("template_auto_archival_enabled")) {
            waba.autoArchival = params.flag("template_auto_archival_enabled");
        }
        if (params.has("disable_marketing_messages_on_cloud_api")) {
            waba.marketingOff = params.flag("disable_marketing_messages_on_cloud_api");
        }
        ask.effect(true);
        return Json.object().put("id", waba.id).put("success", true);
    }

    /** Documented ("manage system users", 16 Jun 2026), on the WABA; assumed: those of the caller's portfolio. */
    private JsonNode systemUsers(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        List<SystemUser> all = world.systemUsers.values().stream().filter(user -> user.businessId().equals(ask.token.businessId)).toList();
        return Page.of(all, ask, LONGEST_PAGE, SystemUser::id,
                user -> Json.object().put("id", user.id()).put("name", user.name()).put("role", user.role()));
    }

    private JsonNode listNumbers(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        List<FieldSpec> fields = ask.fields();
        List<NumberLink> all = rules.numbers.listed(waba)
                .stream()
                .filter(new Filtering(ask.params(), "account_mode", "messaging_limit_tier", "is_official_business_account")
                        .over(this::filtered))
                .sorted(order(ask.params()))
                .toList();
        return Page.of(all, ask, LONGEST_PAGE, link -> link.id, link -> views.number.show(link, ask, fields));
    }

    private JsonNode filtered(NumberLink link) {
        return Json.object()
                .put("account_mode", link.accountMode)
                .put("messaging_limit_tier", views.tier(link))
                .put("is_official_business_account", link.official);
    }

    private static final List<String> SORTS = List.of("creation_time.asc", "creation_time.desc", "creation_time_ascending",
            "creation_time_descending", "last_onboarded_time.asc", "last_onboarded_time.desc", "last_onboarded_time_ascending",
            "last_onboarded_time_descending");

    /** Documented: {@code creation_time.desc}; an older guide has {@code last_onboarded_time_ascending}. */
    private static Comparator<NumberLink> order(Params params) {
        String sort = params.has("sort") ? params.oneOf("sort", SORTS) : "creation_time.asc";
        Comparator<NumberLink> order = sort.startsWith("last_onboarded_time")
                ? Comparator.comparing(link -> link.registeredAt == null ? link.addedAt : link.registeredAt)
                : Comparator.comparing(link -> link.addedAt);
        return sort.contains("desc") ? order.reversed() : order;
    }

    private JsonNode addNumber(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        Params params = ask.params();
        if (params.has("preverified_id")) {
            return addPreverified(waba, ask);
        }
        String countryCode = params.matching("cc", "[1-9]\\d{0,2}", "a country calling code of 1 to 3 digits");
        String national = rules.numbers.national(countryCode,
                params.matching("phone_number", "\\d{4,15}", "a phone number of 4 to 15 digits"));
        if (params.flag("migrate_phone_number")) {
            Initiation.Initiated initiated = rules.initiation.initiate(waba, countryCode + national);
            ask.effect(initiated.isNew());
            return Json.object().put("id", initiated.link().id);
        }
        NumberLink added = rules.adding.add(waba, countryCode, national,
                params.text("verified_name").filter(name -> !name.isBlank()).orElseThrow(ErrorRow.NAME_MISSING::refused));
        ask.effect(true);
        return Json.object().put("id", added.id);
    }

    /** By Meta's SDK specs of Apr 2026; documented (pre-verified numbers, 14 Nov 2025) for who skips sign-up's page of numbers. */
    private JsonNode addPreverified(Waba waba, Ask ask) {
        PreverifiedNumber number = world.preverifiedNumbers.get(ask.params().required("preverified_id"));
        if (number == null || !Preverification.reaches(ask.token.businessId, number)) {
            throw Access.missing("post", ask.params().required("preverified_id"));
        }
        NumberLink claimed = rules.preverification.claim(number, waba);
        ask.params().text("verified_name").ifPresent(name -> claimed.verifiedName = name);
        ask.effect(true);
        return Json.object().put("id", claimed.id);
    }

    private JsonNode listSubscriptions(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        return subscriptions(waba, world);
    }

    static ObjectNode subscriptions(Waba waba, World world) {
        ObjectNode list = Json.object();
        ArrayNode data = list.putArray("data");
        waba.subscriptions.forEach((appId, override) -> {
            App app = world.apps.get(appId);
            ObjectNode one = data.addObject();
            one.putObject("whatsapp_business_api_data")
                    .put("id", appId)
                    .put("link", "https://www.facebook.com/games/?app_id=" + appId)
                    .put("name", app == null ? appId : app.name);
            if (!override.isEmpty()) {
                one.put("override_callback_uri", override);
            }
        });
        return list;
    }

    private JsonNode subscribe(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        String override = ask.params().text("override_callback_uri").orElse("");
        rules.subscriptions.checkOverride(waba, ask.token.app, override);
        ask.effect(rules.subscriptions.subscribe(waba, ask.token.app, override));
        return NumberCalls.success();
    }

    private JsonNode unsubscribe(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        ask.effect(rules.subscriptions.unsubscribe(waba, ask.token.app));
        return NumberCalls.success();
    }

    /** Assumed: as the OpenAPI file v23 describes it, the only place that has this edge. */
    private JsonNode activities(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        List<FieldSpec> fields = ask.fields();
        return Page.of(List.copyOf(waba.activities), ask, LONGEST_PAGE, Waba.Activity::id, each -> ACTIVITY.show(each, ask, fields));
    }
}
