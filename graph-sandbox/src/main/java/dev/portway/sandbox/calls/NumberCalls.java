package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.DEREGISTER;
import static dev.portway.sandbox.wire.CallName.PROFILE;
import static dev.portway.sandbox.wire.CallName.READ_NUMBER;
import static dev.portway.sandbox.wire.CallName.REGISTER;
import static dev.portway.sandbox.wire.CallName.REQUEST_CODE;
import static dev.portway.sandbox.wire.CallName.SEND_MESSAGE;
import static dev.portway.sandbox.wire.CallName.SET_PIN;
import static dev.portway.sandbox.wire.CallName.VERIFY_CODE;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.rules.message.Messaging;
import dev.portway.sandbox.rules.moving.Coexistence;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.CallName;
import dev.portway.sandbox.wire.FieldSpec;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls on a phone number id. */
final class NumberCalls {

    private final World world;
    private final Rules rules;
    private final Views views;

    NumberCalls(World world, Rules rules, Views views) {
        this.world = world;
        this.rules = rules;
        this.views = views;
    }

    List<Route<NumberLink>> routes() {
        return List.of(new Route<>("GET", "", READ_NUMBER, this::read), new Route<>("POST", "", SET_PIN, this::update),
                new Route<>("POST", "request_code", REQUEST_CODE, this::requestCode),
                new Route<>("POST", "verify_code", VERIFY_CODE, this::verifyCode),
                new Route<>("POST", "register", REGISTER, this::register),
                new Route<>("POST", "deregister", DEREGISTER, this::deregister),
                new Route<>("POST", "smb_app_data", CallName.SYNC_APP_DATA, this::syncAppData),
                new Route<>("GET", "whatsapp_business_profile", PROFILE, this::profile),
                new Route<>("POST", "whatsapp_business_profile", PROFILE, this::updateProfile),
                new Route<>("POST", "messages", SEND_MESSAGE, this::send));
    }

    static ObjectNode success() {
        return Json.object().put("success", true);
    }

    private JsonNode read(NumberLink link, Ask ask) {
        rules.access.toRead(ask.token, link.waba);
        if (link.state == NumberLink.State.MIGRATED && world.switches.is(Switch.SOURCE_NUMBER_AFTER_MOVE, "gone")) {
            throw Access.missing("get", link.id);
        }
        return views.number.show(link, ask, ask.fields());
    }

    /** Documented: one POST on the node serves PIN, name, webhook override and visibility. */
    private JsonNode update(NumberLink link, Ask ask) {
        rules.access.toManage(ask.token, link.waba);
        Params params = ask.params();
        if (params.has("pin")) {
            String pin = params.matching("pin", "\\d{6}", "a 6-digit number");
            rules.twoStep.setByApi(link.line, pin);
            ask.effect(true);
        }
        params.text("new_display_name").ifPresent(name -> {
            rules.decisions.askName(link, name);
            ask.effect(true);
        });
        params.tree("webhook_configuration").ifPresent(configuration -> {
            String url = Objects.requireNonNullElse(Json.text(configuration, "override_callback_uri"), "");
            rules.subscriptions.checkOverride(link.waba, ask.token.app, url);
            link.webhookOverride = url;
            ask.effect(true);
        });
        if (params.has("search_visibility")) {
            String visibility = params.oneOf("search_visibility", List.of("VISIBLE", "HIDDEN"));
            ask.effect(!visibility.equals(link.searchVisibility));
            link.searchVisibility = visibility;
        }
        params.text("username").filter(name -> !name.isBlank()).ifPresent(name -> {
            ask.effect(!name.equals(link.username));
            link.username = name;
        });
        return success();
    }

    private JsonNode requestCode(NumberLink link, Ask ask) {
        rules.access.toManage(ask.token, link.waba);
        String method = ask.params().oneOf("code_method", List.of("SMS", "VOICE"));
        String language = ask.params().matching("language", "[a-z]{2,3}([_-][A-Za-z]{2,4})?", "a locale such as en_US");
        rules.ownership.request(link, method, language);
        ask.effect(true);
        return success();
    }

    private JsonNode verifyCode(NumberLink link, Ask ask) {
        rules.access.toManage(ask.token, link.waba);
        // Documented: the hyphen of the SMS is to be left out.
        String code = ask.params().required("code");
        if (!code.matches("\\d{6}")) {
            throw ErrorRow.WRONG_CODE.refused();
        }
        rules.ownership.verify(link, code);
        ask.effect(true);
        return success();
    }

    private JsonNode register(NumberLink link, Ask ask) {
        rules.access.toMessage(ask.token, link.waba);
        whatsapp(ask);
        String pin = ask.params().matching("pin", "\\d{6}", "a 6-digit number");
        boolean pinKept = rules.registration.leavesPinAlone(link);
        boolean onPremises = link.registered() && link.platform.equals("ON_PREMISE");
        ask.effect(onPremises
                ? rules.registration.rehost(link, pin, ask.params().tree("backup").map(NumberCalls::whole).orElse(false))
                : rules.registration.register(link, pin));
        boolean tells = pinKept && !onPremises && world.switches.is(Switch.SILENT_REGISTER_ANSWER, "tells");
        return tells ? success().put("pin_reset", false) : success();
    }

    /** Documented: data and password, both. */
    private static boolean whole(JsonNode backup) {
        if (Json.text(backup, "data") == null || Json.text(backup, "password") == null) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The parameter backup must have data and password");
        }
        return true;
    }

    private JsonNode deregister(NumberLink link, Ask ask) {
        rules.access.toMessage(ask.token, link.waba);
        ask.effect(rules.registration.deregister(link));
        return success();
    }

    /** Documented: contacts and history of the Business app, each once. */
    private JsonNode syncAppData(NumberLink link, Ask ask) {
        rules.access.toMessage(ask.token, link.waba);
        whatsapp(ask);
        String id = rules.coexistence.sync(link, ask.params().oneOf("sync_type", List.of(Coexistence.CONTACTS, Coexistence.HISTORY)));
        ask.effect(true);
        return Json.object().put("messaging_product", "whatsapp").put("request_id", id);
    }

    private JsonNode profile(NumberLink link, Ask ask) {
        rules.access.toRead(ask.token, link.waba);
        ObjectNode list = Profile.list(link);
        List<FieldSpec> wanted = ask.fields();
        if (!wanted.isEmpty()) {
            ObjectNode only = (ObjectNode) NodeView.only(list.path("data").path(0), wanted);
            list.putArray("data").add(only.put("messaging_product", "whatsapp"));
        }
        return list;
    }

    private JsonNode updateProfile(NumberLink link, Ask ask) {
        rules.access.toManage(ask.token, link.waba);
        whatsapp(ask);
        Optional<String> picture = ask.params().text("profile_picture_handle");
        picture.ifPresent(rules.uploads::check);
        ask.effect(Profile.update(link, ask.params()));
        picture.ifPresent(handle -> ask.effect(Profile.show(link, handle)));
        return success();
    }

    private JsonNode send(NumberLink link, Ask ask) {
        rules.access.toMessage(ask.token, link.waba);
        whatsapp(ask);
        Params params = ask.params();
        if (params.text("status").orElse("").equals("read")) {
            params.required("message_id");
            rules.messaging.markRead(link);
            return success();
        }
        NumberLink sender = sender(link, ask);
        // Assumed: to counts where both are said.
        String userId = params.has("to") ? null : params.text("recipient").orElse(null);
        String to = userId == null ? params.required("to") : rules.messaging.person(sender, userId);
        String type = params.text("type").orElse("text");
        if (params.has("recipient_type")) {
            params.oneOf("recipient_type", List.of("individual", "group"));
        }
        String id = rules.messaging.send(sender, new Messaging.Message(to, type, params.tree(type).orElse(Json.object()),
                params.text("biz_opaque_callback_data").orElse(null), userId));
        ask.effect(true);
        ObjectNode sent = Json.object().put("messaging_product", "whatsapp");
        ObjectNode contact = sent.putArray("contacts").addObject();
        if (userId == null) {
            contact.put("input", to).put("wa_id", Digits.of(to));
        } else {
            contact.put("input", userId).put("user_id", userId);
        }
        ObjectNode message = sent.putArray("messages").addObject().put("id", id);
        if (type.equals("template")) {
            message.put("message_status", "accepted");
        }
        return sent;
    }

    /**
     * Which Messaging Account pays. Documented (messaging changes of the account model, 30 Jun 2026, beta): from phase 2 on it has to be named when
     * one app has several on a number. Assumed: the errors.
     */
    private NumberLink sender(NumberLink link, Ask ask) {
        Optional<String> named = ask.params().text("messaging_account_id").or(() -> ask.params().text("paid_messaging_account_id"));
        if (named.isEmpty() && link.line.links.size() == 1) {
            return link;
        }
        List<NumberLink> reached = rules.numbers.homes(link.line)
                .stream()
                .filter(each -> rules.access.shareOf(ask.token, each.waba).orElse(Waba.Share.READ) == Waba.Share.MANAGE)
                .toList();
        if (named.isEmpty()) {
            if (reached.size() > 1 && world.switches.number(Switch.ACCOUNT_MODEL_PHASE) >= 2) {
                throw ErrorRow.PARAMETER_MISSING.because("Parameter 'messaging_account_id' is mandatory for this phone number");
            }
            return link;
        }
        return reached.stream()
                .filter(each -> each.waba.id.equals(named.get()))
                .findFirst()
                .orElseThrow(() -> ErrorRow.PARAMETER_INVALID.because("Parameter 'messaging_account_id' is not of this phone number"));
    }

    private static void whatsapp(Ask ask) {
        ask.params().oneOf("messaging_product", List.of("whatsapp"));
    }
}
