package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.PREVERIFIED;
import static dev.portway.sandbox.wire.CallName.REQUEST_CODE;
import static dev.portway.sandbox.wire.CallName.VERIFY_CODE;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.rules.moving.Preverification;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls on a provider's pool of verified numbers. Source: pre-verified phone numbers, 14 Nov 2025; Meta's SDK specs of Apr 2026. */
final class PreverifiedCalls {

    private static final int LONGEST_PAGE = 100;

    private final World world;
    private final Rules rules;
    private final NodeView<PreverifiedNumber> number;

    PreverifiedCalls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
        number = new NodeView<PreverifiedNumber>("WhatsAppBusinessPreVerifiedPhoneNumber").text("id", each -> each.id)
                .text("phone_number", each -> each.line.display)
                .text("code_verification_status", each -> rules.preverification.status(each))
                .text("code_verification_time", each -> time(each.verifiedAt))
                .text("verification_expiry_time", each -> time(rules.preverification.expiry(each)))
                .field("owner_business", (each, ask, spec) -> business(each.businessId))
                .edges(routes())
                .unasked("phone_number", "code_verification_status", "verification_expiry_time", "id");
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Views.time(at);
    }

    private JsonNode business(String id) {
        Business found = world.businesses.get(id);
        return Json.object().put("name", found == null ? id : found.name).put("id", id);
    }

    List<Route<Business>> businessRoutes() {
        return List.of(new Route<>("POST", "add_phone_numbers", PREVERIFIED, this::add),
                new Route<>("GET", "preverified_numbers", PREVERIFIED, this::list),
                new Route<>("POST", "share_preverified_numbers", PREVERIFIED, this::share),
                new Route<>("DELETE", "share_preverified_numbers", PREVERIFIED, this::unshare));
    }

    List<Route<PreverifiedNumber>> routes() {
        return List.of(new Route<>("GET", "", PREVERIFIED, this::read), new Route<>("DELETE", "", PREVERIFIED, this::delete),
                new Route<>("GET", "partners", PREVERIFIED, this::partners),
                new Route<>("POST", "request_code", REQUEST_CODE, this::requestCode),
                new Route<>("POST", "verify_code", VERIFY_CODE, this::verifyCode));
    }

    private JsonNode add(Business provider, Ask ask) {
        BusinessCalls.own(rules.access, provider.id, ask);
        PreverifiedNumber made = rules.preverification.add(provider,
                ask.params().matching("phone_number", "\\+?[\\d ().-]{5,25}", "a phone number with its country calling code"));
        ask.effect(true);
        return Json.object().put("id", made.id);
    }

    private JsonNode list(Business business, Ask ask) {
        BusinessCalls.own(rules.access, business.id, ask);
        String status = ask.params().text("code_verification_status").orElse("");
        String digits = Digits.of(ask.params().text("phone_number").orElse(""));
        List<PreverifiedNumber> all = rules.preverification.of(business)
                .stream()
                .filter(each -> status.isEmpty() || rules.preverification.status(each).equals(status))
                .filter(each -> digits.isEmpty() || each.line.digits.equals(digits))
                .toList();
        return Page.of(all, ask, LONGEST_PAGE, each -> each.id, each -> number.show(each, ask, ask.fields()));
    }

    private PreverifiedNumber asked(Business provider, Ask ask) {
        BusinessCalls.own(rules.access, provider.id, ask);
        PreverifiedNumber found = world.preverifiedNumbers.get(ask.params().required("preverified_id"));
        if (found == null || !found.businessId.equals(provider.id)) {
            throw Access.missing("post", ask.params().required("preverified_id"));
        }
        return found;
    }

    private JsonNode share(Business provider, Ask ask) {
        PreverifiedNumber asked = asked(provider, ask);
        String partner = ask.params().required("partner_business_id");
        if (!world.businesses.containsKey(partner)) {
            throw Access.missing("post", partner);
        }
        ask.effect(rules.preverification.share(asked, Objects.requireNonNull(world.businesses.get(partner))));
        return NumberCalls.success();
    }

    private JsonNode unshare(Business provider, Ask ask) {
        ask.effect(asked(provider, ask).partnerIds.remove(ask.params().required("partner_business_id")));
        return NumberCalls.success();
    }

    private void mayRead(PreverifiedNumber each, Ask ask) {
        if (!Preverification.reaches(ask.token.businessId, each)) {
            throw Access.missing("get", each.id);
        }
        rules.access.scope(ask.token, Access.BUSINESS);
    }

    private void mine(PreverifiedNumber each, Ask ask) {
        if (!each.businessId.equals(ask.token.businessId)) {
            throw Access.missing("post", each.id);
        }
        rules.access.scope(ask.token, Access.BUSINESS);
    }

    private JsonNode read(PreverifiedNumber each, Ask ask) {
        mayRead(each, ask);
        return number.show(each, ask, ask.fields());
    }

    private JsonNode delete(PreverifiedNumber each, Ask ask) {
        mine(each, ask);
        rules.preverification.delete(each);
        ask.effect(true);
        return NumberCalls.success();
    }

    private JsonNode partners(PreverifiedNumber each, Ask ask) {
        mayRead(each, ask);
        return Page.of(List.copyOf(each.partnerIds), ask, LONGEST_PAGE, id -> id, this::business);
    }

    private JsonNode requestCode(PreverifiedNumber each, Ask ask) {
        mine(each, ask);
        String method = ask.params().oneOf("code_method", List.of("SMS", "VOICE", "IVR"));
        String language = ask.params().matching("language", "[a-z]{2,3}([_-][A-Za-z]{2,4})?", "a locale such as en_US");
        rules.preverification.request(each, method, language);
        ask.effect(true);
        return NumberCalls.success();
    }

    private JsonNode verifyCode(PreverifiedNumber each, Ask ask) {
        mine(each, ask);
        String code = ask.params().required("code");
        if (!code.matches("\\d{6}")) {
            throw ErrorRow.WRONG_CODE.refused();
        }
        rules.preverification.verify(each, code);
        ask.effect(true);
        return NumberCalls.success();
    }
}
