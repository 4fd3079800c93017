package dev.portway.sandbox.control;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The whole world as JSON, tokens and codes included: whoever may ask here owns the sandbox. */
final class WorldView {

    private final World world;
    private final Rules rules;

    WorldView(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    ObjectNode all() {
        ObjectNode all = Json.object().put("now", world.now().toString()).put("scheduled", world.scheduled());
        ObjectNode landmarks = all.putObject("landmarks");
        world.landmarks.forEach(landmarks::put);
        var businesses = all.putArray("businesses");
        world.businesses.values()
                .forEach(each -> businesses.addObject()
                        .put("id", each.id)
                        .put("name", each.name)
                        .put("verification", each.verification)
                        .put("messagingLimit", each.messagingLimit)
                        .put("phoneCap", each.phoneCap));
        var apps = all.putArray("apps");
        world.apps.values()
                .forEach(each -> apps.addObject()
                        .put("id", each.id)
                        .put("name", each.name)
                        .put("business", each.businessId)
                        .put("secret", each.secret)
                        .put("webhookUrl", each.webhookUrl)
                        .put("webhookVerifyToken", each.webhookVerifyToken)
                        .put("proofRequired", each.proofRequired)
                        .put("blocked", each.blocked));
        var tokens = all.putArray("tokens");
        world.tokens.values().forEach(each -> tokens.add(token(each)));
        var lines = all.putArray("creditLines");
        world.creditLines.values()
                .forEach(each -> lines.addObject()
                        .put("id", each.id())
                        .put("business", each.businessId())
                        .put("legalEntityName", each.legalEntityName()));
        var wabas = all.putArray("wabas");
        world.wabas.values().forEach(each -> wabas.add(waba(each)));
        var numbers = all.putArray("numbers");
        world.lines.values().forEach(each -> numbers.add(line(each)));
        var templates = all.putArray("templates");
        world.templates.values().forEach(each -> templates.add(template(each)));
        return all;
    }

    private ObjectNode token(Token token) {
        ObjectNode shown = Json.object()
                .put("value", token.value)
                .put("app", token.app.id)
                .put("business", token.businessId)
                .put("user", token.userId)
                .put("revoked", token.revoked)
                .put("expired", token.expired(world.now()));
        shown.set("scopes", Json.strings(token.scopes.stream().sorted().toList()));
        shown.set("wabas", Json.strings(token.wabaIds.stream().sorted().toList()));
        return shown;
    }

    private static ObjectNode waba(Waba waba) {
        ObjectNode shown = Json.object()
                .put("id", waba.id)
                .put("name", waba.name)
                .put("owner", waba.ownerId)
                .put("currency", waba.currency)
                .put("reviewStatus", waba.reviewStatus)
                .put("messagingFor", waba.messagingFor)
                .put("fundingId", waba.fundingId)
                .put("numbers", waba.links.size())
                .put("templates", waba.templates.size());
        ObjectNode partners = shown.putObject("partners");
        waba.partners.forEach((business, share) -> partners.put(business, share.name()));
        ObjectNode subscriptions = shown.putObject("subscriptions");
        waba.subscriptions.forEach(subscriptions::put);
        return shown;
    }

    ObjectNode line(PhoneLine line) {
        ObjectNode shown = Json.object()
                .put("number", "+" + line.digits)
                .put("display", line.display)
                .put("kind", line.kind.name())
                .put("trouble", line.trouble)
                .put("pin", line.pin)
                .put("twoStep", line.twoStepOn())
                .put("onBusinessApp", line.onBusinessApp)
                .put("inMaintenance", line.inMaintenance)
                .put("banned", line.banned)
                .put("pinComesBack", line.pinComesBack)
                .put("registersSpent", line.registers.size())
                .put("codeRequests", line.codeRequests.size())
                .put("registersBlockedUntil", text(line.registersBlockedUntil))
                .put("codesBlockedUntil", text(line.codesBlockedUntil));
        var links = shown.putArray("links");
        line.links.forEach(each -> links.add(link(each)));
        return shown;
    }

    private ObjectNode link(NumberLink link) {
        return Json.object()
                .put("id", link.id)
                .put("waba", link.waba.id)
                .put("state", link.state.name())
                .put("status", rules.numbers.status(link))
                .put("codeVerificationStatus", rules.numbers.codeStatus(link))
                .put("migrating", link.migrating)
                .put("verifiedName", link.verifiedName)
                .put("nameStatus", link.nameStatus)
                .put("newName", link.newName)
                .put("newNameStatus", link.newNameStatus)
                .put("quality", link.quality)
                .put("platform", link.platform)
                .put("accountMode", link.accountMode)
                .put("registeredAt", text(link.registeredAt));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static ObjectNode template(Template template) {
        return Json.object()
                .put("id", template.id)
                .put("waba", template.waba.id)
                .put("name", template.name)
                .put("language", template.language)
                .put("category", template.category)
                .put("status", template.status)
                .put("quality", template.quality)
                .put("rejectedReason", template.rejectedReason);
    }
}
