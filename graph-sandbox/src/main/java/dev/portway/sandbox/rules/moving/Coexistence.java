package dev.portway.sandbox.rules.moving;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Hindrance;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.rules.number.Numbers;
import dev.portway.sandbox.rules.waba.NewWabas;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A number that lives in the WhatsApp Business app and on the platform at once.
 *
 * <p>Documented (onboarding Business app users, 4 Feb 2026; webhook references, 21 May 2026): sign-up makes the WABA, the number is registered
 * by it; contacts and history are asked for once each within 24 hours; the way out is in the app, and the partner hears of it.
 */
public final class Coexistence {

    /** What a provider may ask the app for. Their names are also those of the webhook fields. */
    public static final String CONTACTS = "smb_app_state_sync";
    public static final String HISTORY = "history";

    /** Documented: Nigeria and South Africa. */
    private static final List<String> NOT_SUPPORTED = List.of("234", "27");
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final List<String> REASONS = List.of("ACCOUNT_DISCONNECTED", "BUSINESS_DOWNGRADE", "CHANGE_NUMBER",
            "COMPANION_INACTIVITY", "PRIMARY_INACTIVITY", "USER_RE_REGISTERED");

    private final World world;
    private final Numbers numbers;
    private final Notices notices;
    private final NewWabas newWabas;

    public Coexistence(World world, Numbers numbers, NewWabas newWabas, Notices notices) {
        this.newWabas = newWabas;
        this.world = world;
        world.does("app-reconnection", later -> world.link(later.of("number"), later.of("waba")).ifPresent(this::reconnect));
        this.numbers = numbers;
        this.notices = notices;
    }

    /** The owner of a number connects it in sign-up: scans the code with the app, chooses whether to share the history. */
    public NumberLink connect(PhoneLine line, Business owner, App app, boolean sharesHistory) {
        Hindrance.NOT_ON_APP.unless(line.onBusinessApp);
        Hindrance.COUNTRY_NOT_SUPPORTED.unless(!NOT_SUPPORTED.contains(line.countryCode));
        Hindrance.ALREADY_CONNECTED.unless(numbers.home(line).isEmpty());
        Optional<NumberLink> before = offboarded(line, app);
        if (before.isEmpty()) {
            newWabas.check(owner);
        }
        line.sharesHistory = sharesHistory;
        NumberLink link = before.orElseGet(() -> fresh(line, owner));
        link.state = NumberLink.State.REGISTERED;
        link.registeredAt = world.now();
        link.verifiedAt = world.now();
        link.fromAppAt = world.now();
        link.contactsAskedAt = null;
        link.historyAskedAt = null;
        link.waba.partners.put(app.businessId, Waba.Share.MANAGE);
        notices.partner(link.waba, "PARTNER_ADDED", app, null);
        return link;
    }

    /** Assumed: who connects again with the same partner finds the WABA of before. */
    private static Optional<NumberLink> offboarded(PhoneLine line, App app) {
        return line.links.stream()
                .filter(link -> link.fromAppAt != null && link.state == NumberLink.State.DEREGISTERED)
                .filter(link -> app.businessId.equals(link.fromAppOf))
                .findFirst();
    }

    private NumberLink fresh(PhoneLine line, Business owner) {
        Waba waba = newWabas.make(owner, owner.name);
        NumberLink link = new NumberLink(world.ids().phoneNumber(), waba, line);
        link.verifiedName = owner.name;
        link.quality = "UNKNOWN";
        link.addedAt = world.now();
        world.add(link);
        return link;
    }

    /** A provider asks the app for its contacts or its history; returns the id of the request. */
    public String sync(NumberLink link, String type) {
        Instant since = link.fromAppAt;
        if (since == null || !link.registered()) {
            throw ErrorRow.NOT_FROM_APP.refused();
        }
        if ((type.equals(HISTORY) ? link.historyAskedAt : link.contactsAskedAt) != null) {
            throw ErrorRow.SYNC_ALREADY_ASKED.refused();
        }
        if (!world.now().isBefore(since.plus(WINDOW))) {
            throw ErrorRow.SYNC_TOO_LATE.refused();
        }
        if (type.equals(HISTORY)) {
            link.historyAskedAt = world.now();
            tellHistory(link);
        } else {
            link.contactsAskedAt = world.now();
            tellContacts(link, link.line.appContacts, "add");
        }
        return world.ids().text(22);
    }

    /** Documented: many contacts may come in one webhook; one that is removed comes without its name. */
    private void tellContacts(NumberLink link, Map<String, String> contacts, String action) {
        ObjectNode value = notices.about(link);
        ArrayNode all = value.putArray("state_sync");
        contacts.forEach((digits, name) -> {
            ObjectNode one = all.addObject().put("type", "contact");
            ObjectNode contact = one.putObject("contact");
            if (action.equals("add")) {
                contact.put("full_name", name).put("first_name", name.split(" ")[0]);
            }
            contact.put("phone_number", digits);
            one.put("action", action).putObject("metadata").put("timestamp", Long.toString(world.now().getEpochSecond()));
        });
        notices.tell(link.waba, CONTACTS, value);
    }

    /** Documented: three phases of 180 days, each in chunks; or one webhook that says that the business shares nothing. */
    private void tellHistory(NumberLink link) {
        if (!link.line.sharesHistory) {
            ObjectNode value = notices.about(link);
            ObjectNode error = value.putArray("history").addObject().putArray("errors").addObject();
            error.put("code", 2593109)
                    .put("title", "History sync is turned off by the business from the WhatsApp Business App")
                    .put("message", "History sync is turned off by the business from the WhatsApp Business App");
            error.putObject("error_data").put("details", "History sharing is turned off by the business");
            notices.tell(link.waba, HISTORY, value);
            return;
        }
        // Documented: a phase without messages has no webhook.
        int phases = link.line.appContacts.isEmpty() ? 0 : 3;
        for (int phase = 0; phase < phases; phase++) {
            ObjectNode value = notices.about(link);
            ObjectNode chunk = value.putArray("history").addObject();
            chunk.putObject("metadata").put("phase", phase).put("chunk_order", 1).put("progress", phase == 2 ? 100 : 34 * (phase + 1));
            threads(link, chunk.putArray("threads"), phase);
            notices.tell(link.waba, HISTORY, value);
        }
    }

    /** Assumed, for rehearsal: every contact wrote once in each phase. */
    private void threads(NumberLink link, ArrayNode threads, int phase) {
        long days = List.of(0L, 30L, 120L).get(phase);
        Instant at = world.now().minus(Duration.ofDays(days)).minus(Duration.ofHours(1));
        link.line.appContacts.forEach((digits, name) -> {
            ObjectNode message = threads.addObject().put("id", digits).putArray("messages").addObject();
            message.put("from", digits)
                    .put("id", world.ids().message())
                    .put("timestamp", Long.toString(at.getEpochSecond()))
                    .put("type", "text");
            message.putObject("text").put("body", "Olá!");
            message.putObject("history_context").put("status", "READ");
        });
    }

    /** The owner adds a contact in the app, or renames it; without a name, removes it. */
    public void contact(PhoneLine line, String digits, @Nullable String name) {
        if (name == null) {
            line.appContacts.remove(digits);
        } else {
            line.appContacts.put(digits, name);
        }
        connected(line).filter(link -> link.contactsAskedAt != null)
                .ifPresent(link -> tellContacts(link, Map.of(digits, name == null ? "" : name), name == null ? "remove" : "add"));
    }

    /** The owner writes to a person in the app: the partner gets an echo of it. */
    public String write(PhoneLine line, String to, String text) {
        Hindrance.NOT_ON_APP.unless(line.onBusinessApp);
        String id = world.ids().message();
        connected(line).ifPresent(link -> {
            ObjectNode value = notices.about(link);
            ObjectNode echo = value.putArray("message_echoes").addObject();
            echo.put("from", line.digits)
                    .put("to", to)
                    .put("id", id)
                    .put("timestamp", Long.toString(world.now().getEpochSecond()))
                    .put("type", "text");
            echo.putObject("text").put("body", text);
            notices.tell(link.waba, "smb_message_echoes", value);
        });
        return id;
    }

    private Optional<NumberLink> connected(PhoneLine line) {
        return numbers.home(line).filter(link -> link.fromAppAt != null);
    }

    /** The owner disconnects the partner in the app, or the app does so by itself, for one of the documented reasons. */
    public void disconnect(PhoneLine line, String reason) {
        if (!REASONS.contains(reason)) {
            throw new IllegalArgumentException("reason is one of " + REASONS);
        }
        NumberLink link = connected(line).orElseThrow(Hindrance.NOT_CONNECTED::hinders);
        boolean byUser = reason.equals("ACCOUNT_DISCONNECTED") || reason.equals("CHANGE_NUMBER") || reason.equals("USER_RE_REGISTERED");
        ObjectNode info = Json.object().put("reason", reason).put("initiated_by", byUser ? "USER" : "SYSTEM");
        partners(link).forEach(app -> notices.disconnected(link.waba, app, info));
        leave(link);
        partners(link).forEach(app -> {
            link.fromAppOf = app.businessId;
            link.waba.partners.remove(app.businessId);
            link.waba.subscriptions.remove(app.id);
        });
    }

    private void leave(NumberLink link) {
        link.state = world.switches.is(Switch.OFFBOARDED_NUMBER, "deleted") ? NumberLink.State.DELETED : NumberLink.State.DEREGISTERED;
    }

    private List<App> partners(NumberLink link) {
        return world.apps.values().stream().filter(app -> link.waba.partners.containsKey(app.businessId)).toList();
    }

    /**
     * The owner changes phones. Documented (reconnecting clients, 21 May 2026): the number is taken off and put back by itself; whoever connects
     * it to another partner meanwhile ends that.
     */
    public void changePhone(PhoneLine line) {
        NumberLink link = connected(line).orElseThrow(Hindrance.NOT_CONNECTED::hinders);
        notices.accountToAll(link.waba, "ACCOUNT_OFFBOARDED");
        link.state = NumberLink.State.DEREGISTERED;
        world.later(Duration.ofMinutes(world.switches.number(Switch.RECONNECTION_MINUTES)), "app-reconnection",
                Map.of("number", link.id, "waba", link.waba.id));
    }

    private void reconnect(NumberLink link) {
        if (link.state == NumberLink.State.DEREGISTERED && numbers.home(link.line).isEmpty()) {
            link.state = NumberLink.State.REGISTERED;
            notices.accountToAll(link.waba, "ACCOUNT_RECONNECTED");
        }
    }
}
