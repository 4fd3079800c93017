package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.AUTOMATION;
import static dev.portway.sandbox.wire.CallName.COMMERCE_SETTINGS;
import static dev.portway.sandbox.wire.CallName.OFFICIAL_ACCOUNT;
import static dev.portway.sandbox.wire.CallName.SETTINGS;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings of a phone number. Source: settings and local storage pages (v21 and later), the OpenAPI file v23 for shapes. */
final class SettingsCalls {

    /** Documented regions of local storage. */
    private static final List<String> REGIONS = List.of("AU", "ID", "IN", "JP", "SG", "KR", "DE", "CH", "GB", "BR", "BH", "ZA", "AE", "CA");
    private static final List<String> STORAGE = List.of("IN_COUNTRY_STORAGE_ENABLED", "IN_COUNTRY_STORAGE_DISABLED");
    /** Documented: one feature in each call. */
    private static final List<String> FEATURES = List.of("storage_configuration", "calling", "user_identity_change", "payload_encryption");

    private final World world;
    private final Rules rules;

    SettingsCalls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    List<Route<NumberLink>> routes() {
        return List.of(new Route<>("GET", "settings", SETTINGS, this::settings), new Route<>("POST", "settings", SETTINGS, this::set),
                new Route<>("GET", "whatsapp_commerce_settings", COMMERCE_SETTINGS, this::commerce),
                new Route<>("POST", "whatsapp_commerce_settings", COMMERCE_SETTINGS, this::setCommerce),
                new Route<>("POST", "conversational_automation", AUTOMATION, this::automate),
                new Route<>("GET", "official_business_account", OFFICIAL_ACCOUNT, this::official));
    }

    private JsonNode settings(NumberLink link, Ask ask) {
        rules.access.toRead(ask.token, link.waba);
        ObjectNode shown = link.settings.deepCopy();
        ObjectNode storage = shown.putObject("storage_configuration").put("status", word(link.storage));
        if (link.storageRegion != null) {
            storage.put("data_localization_region", link.storageRegion);
        }
        return shown;
    }

    private String word(String status) {
        return world.switches.is(Switch.SETTINGS_WORDS, "lower-case") ? status.toLowerCase(Locale.ROOT) : status;
    }

    private JsonNode set(NumberLink link, Ask ask) {
        rules.access.toManage(ask.token, link.waba);
        List<String> given = FEATURES.stream().filter(ask.params()::has).toList();
        if (given.size() != 1) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Exactly one of {" + String.join(", ", FEATURES) + "} must be given");
        }
        JsonNode value = ask.params().tree(given.getFirst()).filter(JsonNode::isObject).orElseThrow(() -> Params.missing(given.getFirst()));
        if (given.getFirst().equals("storage_configuration")) {
            store(link, value);
        } else {
            link.settings.set(given.getFirst(), value);
        }
        ask.effect(true);
        return NumberCalls.success();
    }

    /** Documented: only while the number is not registered. Assumed: the error. */
    private static void store(NumberLink link, JsonNode value) {
        String status = value.path("status").asString("").toUpperCase(Locale.ROOT);
        String region = value.path("data_localization_region").asString("").toUpperCase(Locale.ROOT);
        if (!STORAGE.contains(status)) {
            throw ErrorRow.INVALID_PARAMETER
                    .saying("(#100) Param storage_configuration[status] must be one of {" + String.join(", ", STORAGE) + "}");
        }
        boolean on = status.equals("IN_COUNTRY_STORAGE_ENABLED");
        if (on && !REGIONS.contains(region)) {
            throw ErrorRow.INVALID_PARAMETER
                    .saying("(#100) Param storage_configuration[data_localization_region] must be one of {" + String.join(", ", REGIONS)
                            + "}");
        }
        if (link.registered()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Storage can be configured only while the phone number is not registered");
        }
        link.storage = status;
        link.storageRegion = on ? region : null;
    }

    private JsonNode commerce(NumberLink link, Ask ask) {
        rules.access.toRead(ask.token, link.waba);
        ObjectNode list = Json.object();
        list.putArray("data")
                .addObject()
                .put("id", link.id)
                .put("is_cart_enabled", link.cartEnabled)
                .put("is_catalog_visible", link.catalogVisible);
        return list;
    }

    private JsonNode setCommerce(NumberLink link, Ask ask) {
        rules.access.toManage(ask.token, link.waba);
        if (ask.params().has("is_cart_enabled")) {
            link.cartEnabled = ask.params().flag("is_cart_enabled");
        }
        if (ask.params().has("is_catalog_visible")) {
            link.catalogVisible = ask.params().flag("is_catalog_visible");
        }
        ask.effect(true);
        return NumberCalls.success();
    }

    private JsonNode automate(NumberLink link, Ask ask) {
        rules.access.toManage(ask.token, link.waba);
        if (ask.params().has("enable_welcome_message")) {
            link.automation.put("enable_welcome_message", ask.params().flag("enable_welcome_message"));
        }
        for (String list : List.of("prompts", "commands")) {
            ask.params().tree(list).filter(JsonNode::isArray).ifPresent(value -> link.automation.set(list, value));
        }
        ask.effect(true);
        return NumberCalls.success();
    }

    private JsonNode official(NumberLink link, Ask ask) {
        rules.access.toRead(ask.token, link.waba);
        return Json.object().put("id", link.id).put("oba_status", Views.official(link));
    }
}
