package dev.portway.sandbox.rules.notice;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Solution;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who hears of what. Documented: webhook overview (26 Jun 2026) and its reference pages; every app subscribed to the WABA receives each
 * event.
 */
public final class Notices {

    /** The reference's examples, whatever the template is like. */
    private static final String BADLY_FORMED = "Your template has parameters placed next to each other (like {{1}}{{2}}) without text or punctuation"
            + " between them.";
    private static final String BETTER_FORMED = "Separate parameters with descriptive text and ensure each parameter is clearly contextualized.";

    private final World world;
    private final Outbox outbox;

    public Notices(World world, Outbox outbox) {
        this.world = world;
        this.outbox = outbox;
    }

    /** What the owner did in WhatsApp Manager. Documented (security reference, 17 Jun 2026): setting a PIN by API is not a trigger. */
    public void security(NumberLink link, String event) {
        ObjectNode value = Json.object()
                .put("display_phone_number", link.line.digits)
                .put("event", event)
                .put("requester", link.waba.ownerId);
        tell(link.waba, "security", value);
    }

    /** A partner or app came or went. Documented: the entry's id is then the partner's portfolio. */
    public void account(Waba waba, String event, App app) {
        ObjectNode info = Json.object().put("waba_id", waba.id).put("owner_business_id", waba.ownerId);
        if (event.startsWith("PARTNER_APP")) {
            info.put("partner_app_id", app.id);
        }
        ObjectNode value = Json.object().put("event", event);
        value.set("waba_info", info);
        send(app, app.webhookUrl == null ? "" : app.webhookUrl, "account_update", envelope(app.businessId, "account_update", value));
    }

    /** A partner's portfolio came to, or left, a WABA; with the solution they share, when there is one. */
    public void partner(Waba waba, String event, App app, @Nullable Solution solution) {
        ObjectNode info = Json.object().put("waba_id", waba.id).put("owner_business_id", waba.ownerId);
        if (solution != null) {
            info.put("solution_id", solution.id);
            info.set("solution_partner_business_ids", Json.strings(List.of(solution.owner.businessId, solution.partner.businessId)));
        }
        ObjectNode value = Json.object().put("event", event);
        value.set("waba_info", info);
        send(app, app.webhookUrl == null ? "" : app.webhookUrl, "account_update", envelope(app.businessId, "account_update", value));
    }

    /** A number of the Business app was disconnected, with who did so and why. */
    public void disconnected(Waba waba, App app, ObjectNode info) {
        ObjectNode value = Json.object().put("event", "PARTNER_REMOVED");
        value.putObject("waba_info").put("waba_id", waba.id).put("owner_business_id", waba.ownerId);
        value.set("disconnection_info", info);
        send(app, app.webhookUrl == null ? "" : app.webhookUrl, "account_update", envelope(app.businessId, "account_update", value));
    }

    /** How a webhook about one number begins. */
    public ObjectNode about(NumberLink link) {
        ObjectNode value = Json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", link.line.digits).put("phone_number_id", link.id);
        return value;
    }

    /** What became of a solution. Documented: both partners hear of it, and the entry's id is the portfolio's. */
    public void solution(Solution solution, String event) {
        ObjectNode value = Json.object()
                .put("event", event)
                .put("solution_id", solution.id)
                .put("solution_status", solution.pending.equals("PENDING_DEACTIVATION") ? solution.pending : solution.status);
        for (App app : List.of(solution.owner, solution.partner)) {
            send(app, app.webhookUrl == null ? "" : app.webhookUrl, "partner_solutions",
                    envelope(app.businessId, "partner_solutions", value));
        }
    }

    /** The same event to every app subscribed to a WABA. */
    public void accountToAll(Waba waba, String event) {
        for (String appId : waba.subscriptions.keySet()) {
            App app = world.apps.get(appId);
            if (app != null) {
                account(waba, event, app);
            }
        }
    }

    public void templateStatus(Template template, String event, String reason) {
        templateStatus(template, event, reason, Json.object());
    }

    /**
     * What became of a template. Documented: disabled, it comes with the time; rejected for its format, with a reason and advice. Assumed: that the
     * time is a number, as the reference's table says and its syntax does not.
     *
     * @param other why it was paused or released; empty for everything else
     */
    public void templateStatus(Template template, String event, String reason, ObjectNode other) {
        ObjectNode value = named(template).put("event", event)
                .put("reason", reason)
                .put("message_template_category", template.category);
        if (event.equals("DISABLED")) {
            value.putObject("disable_info").put("disable_date", world.now().getEpochSecond());
        }
        if (!other.isEmpty()) {
            value.set("other_info", other);
        }
        if (event.equals("REJECTED") && reason.equals("INVALID_FORMAT")) {
            value.putObject("rejection_info").put("reason", BADLY_FORMED).put("recommendation", BETTER_FORMED);
        }
        tell(template.waba, "message_template_status_update", value);
    }

    private static ObjectNode named(Template template) {
        return Json.object()
                .put("message_template_id", Long.parseLong(template.id))
                .put("message_template_name", template.name)
                .put("message_template_language", template.language.replace('_', '-'));
    }

    public void templateQuality(Template template, String before) {
        tell(template.waba, "message_template_quality_update",
                named(template).put("previous_quality_score", before).put("new_quality_score", template.quality));
    }

    /** A template is of another category now. */
    public void templateCategory(Template template, String before) {
        tell(template.waba, "template_category_update",
                named(template).put("previous_category", before).put("new_category", template.category));
    }

    /** A template will be of another category. Documented: what is called the new category is the one it still has. */
    public void templateCategoryComing(Template template, String correct, Instant due) {
        tell(template.waba, "template_category_update",
                named(template).put("new_category", template.category)
                        .put("correct_category", correct)
                        .put("category_update_timestamp", due.getEpochSecond()));
    }

    /** Documented: ONBOARDING when a number is registered. Assumed: that a migration is one, because the limit becomes known there. */
    public void onboarded(NumberLink link, String limit) {
        ObjectNode value = Json.object()
                .put("display_phone_number", link.line.digits)
                .put("event", "ONBOARDING")
                .put("old_limit", "TIER_NOT_SET")
                .put("current_limit", limit)
                .put("max_daily_conversations_per_business", limit);
        tell(link.waba, "phone_number_quality_update", value);
    }

    public void name(NumberLink link, String decision) {
        ObjectNode value = Json.object()
                .put("display_phone_number", link.line.digits)
                .put("decision", decision)
                .put("requested_verified_name", link.newName == null ? link.verifiedName : link.newName)
                .putNull("rejection_reason");
        tell(link.waba, "phone_number_name_update", value);
    }

    /** What arrived at, or became of a message from, a number. Documented: only this field can be overridden per number. */
    public void messages(NumberLink link, String kind, ObjectNode item, ObjectNode more) {
        ObjectNode value = about(link);
        value.setAll(more);
        value.putArray(kind).add(item);
        link.waba.subscriptions
                .forEach((appId, override) -> tellOne(link.waba, appId, override(link, override), "messages", value));
    }

    /** Whether any app gets what concerns a number's messages. */
    public boolean isHeard(NumberLink link) {
        for (var subscription : link.waba.subscriptions.entrySet()) {
            App app = world.apps.get(subscription.getKey());
            if (app != null && hears(app, url(app, override(link, subscription.getValue())), "messages")) {
                return true;
            }
        }
        return false;
    }

    private static String override(NumberLink link, String ofWaba) {
        return link.webhookOverride.isEmpty() ? ofWaba : link.webhookOverride;
    }

    /** Documented (webhook overrides, 28 Jun 2026): what concerns templates, numbers and accounts goes to the app's own address always. */
    public void tell(Waba waba, String field, ObjectNode value) {
        waba.subscriptions.keySet().forEach(appId -> tellOne(waba, appId, "", field, value));
    }

    private void tellOne(Waba waba, String appId, String override, String field, ObjectNode value) {
        App app = world.apps.get(appId);
        if (app != null) {
            send(app, url(app, override), field, envelope(waba.id, field, value));
        }
    }

    private static String url(App app, String override) {
        return override.isEmpty() && app.webhookUrl != null ? app.webhookUrl : override;
    }

    private static boolean hears(App app, String url, String field) {
        return !url.isEmpty() && app.hears(field);
    }

    private void send(App app, String url, String field, ObjectNode body) {
        if (!hears(app, url, field)) {
            return;
        }
        Duration delay = Duration.ofMillis(world.switches.number(Switch.WEBHOOK_DELAY_MILLIS));
        world.after(delay, () -> outbox.post(new Outbox.Notice(app, url, field, body)));
    }

    private ObjectNode envelope(String entryId, String field, ObjectNode value) {
        ObjectNode change = Json.object().put("field", field);
        change.set("value", value.deepCopy());
        ObjectNode entry = Json.object().put("id", entryId).put("time", world.now().getEpochSecond());
        entry.putArray("changes").add(change);
        ObjectNode body = Json.object().put("object", "whatsapp_business_account");
        body.putArray("entry").add(entry);
        return body;
    }

    /** Remembers something in a WABA's activity log, which any app may read. */
    public void remember(Waba waba, String type, String actorId, String what) {
        waba.remember(new Waba.Activity(world.ids().other(), type, world.now(), "USER", actorId, what));
    }

    /** How logs name a number: its country code and last two digits. */
    public static String shortly(PhoneLine line) {
        return "+" + line.countryCode + "…" + line.digits.substring(line.digits.length() - 2);
    }
}
