package dev.portway.sandbox.rules.message;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.rules.number.Numbers;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.Content;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.Media;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages out and in, as far as continuity needs them: accepted or refused, followed by status webhooks.
 *
 * <p>Documented: messages reference (2026) and the error page. Assumed: which refusals come with the answer and which by webhook; payment and
 * window problems are told by webhook, as their examples are.
 */
public final class Messaging {

    private static final Set<String> TYPES = Set.of("text", "template", "image", "audio", "video", "document", "sticker", "location",
            "contacts", "interactive", "reaction");
    private static final Set<String> FILES = Set.of("image", "audio", "video", "document", "sticker");
    private static final List<String> STATUSES = List.of("sent", "delivered", "read");

    /** In digits, with the country calling code; no number anywhere has fewer. */
    private static final int SHORTEST_NUMBER = 7;
    private static final Duration WINDOW = Duration.ofHours(24);
    /** Far more people than a rehearsal has. */
    private static final int MOST_WINDOWS = 10_000;

    private final World world;
    private final UserIds userIds;
    private final PairLimit pairs = new PairLimit();
    private final FlowMessages flows;
    private final Throughput throughput;
    private final Pricing pricing;
    private final Numbers numbers;
    private final Notices notices;
    private final MediaFiles media;

    public Messaging(World world, Numbers numbers, Notices notices, MediaFiles media) {
        this.media = media;
        this.world = world;
        this.numbers = numbers;
        this.notices = notices;
        this.pricing = new Pricing(world);
        this.userIds = new UserIds(world);
        this.flows = new FlowMessages(world);
        this.throughput = new Throughput(world);
        world.counts(pairs::forget);
    }

    /**
     * What a caller asks to be sent.
     *
     * @param content what the parameter named like the type holds; empty when there is none
     * @param callbackData what every status of it brings back; null when there is none
     * @param userId by which the recipient was named; null when by number
     */
    public record Message(String to, String type, JsonNode content, @Nullable String callbackData, @Nullable String userId) {}

    /**
     * A message that was accepted.
     *
     * @param to in digits
     */
    private record Sent(NumberLink link, String id, String to, Pricing.Price price, @Nullable String callbackData) {}

    /** Documented: the same call, with a status, tells the person that a message of theirs was read. */
    public void markRead(NumberLink link) {
        checkSender(link);
    }

    /** The number of whoever has this business-scoped user id. Assumed: how Graph refuses one that it never gave this portfolio. */
    public String person(NumberLink link, String userId) {
        return userIds.person(link, userId).orElseThrow(() -> ErrorRow.PARAMETER_INVALID.because("Recipient user id is not valid"));
    }

    /** Returns the message's id once it is accepted. */
    public String send(NumberLink link, Message message) {
        checkSender(link);
        String to = Digits.of(message.to());
        if (!throughput.spend(link)) {
            throw ErrorRow.THROUGHPUT_REACHED.refused();
        }
        if (to.equals(link.line.digits)) {
            throw ErrorRow.RECIPIENT_IS_SENDER.refused();
        }
        if (!TYPES.contains(message.type())) {
            throw ErrorRow.MESSAGE_TYPE_UNKNOWN.refused();
        }
        // Assumed: the words of both details; the page has the codes.
        if (message.content().isEmpty()) {
            throw ErrorRow.PARAMETER_MISSING.because("Parameter '" + message.type() + "' is mandatory for type '" + message.type() + "'");
        }
        if (to.length() < SHORTEST_NUMBER) {
            throw ErrorRow.PARAMETER_INVALID.because("Recipient phone number is not valid");
        }
        MessageChecks.check(message.type(), message.content());
        Template template = message.type().equals("template") ? template(link.waba, message.content()) : null;
        if (message.userId() != null && template != null && template.category.equals("AUTHENTICATION")) {
            throw ErrorRow.RECIPIENT_NOT_SUPPORTED.refused();
        }
        if (FILES.contains(message.type())) {
            checkFile(link, message);
        }
        if (!pairs.spend(link, to, world.now(), world.switches.number(Switch.MESSAGES_TO_ONE_AT_ONCE))) {
            throw ErrorRow.PAIR_LIMITED.refused();
        }
        flows.spend(message.type(), message.content(), template);
        String id = world.ids().message();
        Pricing.Price price = pricing.of(link.line, template, windowOpen(link.line, to));
        follow(new Sent(link, id, to, price, message.callbackData()), template);
        return id;
    }

    /** Documented: by id or by link. Assumed: a link is not looked at, because no sandbox should fetch what it is told to. */
    private void checkFile(NumberLink link, Message message) {
        String id = Json.text(message.content(), "id");
        if (id != null) {
            media.check(link, message.type(), id);
        } else if (Json.text(message.content(), "link") == null) {
            throw ErrorRow.PARAMETER_MISSING.because("Parameter '" + message.type() + "' needs an id or a link");
        }
    }

    private void checkSender(NumberLink link) {
        if (!link.registered()) {
            throw ErrorRow.NOT_REGISTERED.refused();
        }
        if (link.line.banned || link.waba.disabled()) {
            throw ErrorRow.ACCOUNT_LOCKED.refused();
        }
        if (link.line.inMaintenance) {
            throw ErrorRow.ACCOUNT_IN_MAINTENANCE.refused();
        }
        if (!numbers.status(link).equals("CONNECTED")) {
            throw ErrorRow.CERTIFICATE_PROBLEM.refused();
        }
    }

    private static Template template(Waba waba, JsonNode wanted) {
        String name = Json.text(wanted, "name");
        String language = Json.text(wanted.path("language"), "code");
        Template template = waba.templates.stream()
                .filter(each -> each.name.equals(name) && each.language.equals(language))
                .findFirst()
                .orElseThrow(ErrorRow.TEMPLATE_MISSING::refused);
        switch (template.status) {
            case "APPROVED" -> TemplateParameters.check(template, wanted);
            case "PAUSED" -> throw ErrorRow.TEMPLATE_PAUSED.refused();
            case "DISABLED" -> throw ErrorRow.TEMPLATE_DISABLED.refused();
            default -> throw ErrorRow.TEMPLATE_MISSING.refused();
        }
        return template;
    }

    private void follow(Sent sent, @Nullable Template template) {
        ErrorRow failure = failure(sent, template);
        if (failure != null) {
            world.after(pace(), () -> tell(sent, () -> failed(status(sent, "failed"), failure)));
            return;
        }
        pricing.count(sent.link().line, sent.price());
        becomes(STATUSES, sent);
    }

    /** One after the other, so that no more than one of a message waits at a time. */
    private void becomes(List<String> statuses, Sent sent) {
        if (!statuses.isEmpty()) {
            world.after(pace(), () -> {
                tell(sent, () -> priced(status(sent, statuses.getFirst()), statuses.getFirst(), sent.price()));
                becomes(statuses.subList(1, statuses.size()), sent);
            });
        }
    }

    private Duration pace() {
        return Duration.ofMillis(world.switches.number(Switch.MESSAGE_STATUS_MILLIS));
    }

    /** Written only when somebody listens. */
    private void tell(Sent sent, Supplier<ObjectNode> status) {
        if (notices.isHeard(sent.link())) {
            notices.messages(sent.link(), "statuses", status.get(), Json.object());
        }
    }

    /** Assumed: without a way to pay, what is free is sent all the same. */
    private @Nullable ErrorRow failure(Sent sent, @Nullable Template template) {
        Waba waba = sent.link().waba;
        if (numbers.waitsForLine(waba) || (sent.price().billable() && !numbers.pays(waba))) {
            return ErrorRow.PAYMENT_ISSUE;
        }
        if (template == null && !windowOpen(sent.link().line, sent.to())) {
            return ErrorRow.WINDOW_CLOSED;
        }
        return sent.to().endsWith("0000000") ? ErrorRow.UNDELIVERABLE : null;
    }

    /** Documented: free messages for 24 hours after the person last wrote. The world's testers have always just written. */
    private boolean windowOpen(PhoneLine line, String person) {
        Instant last = line.openWindows.get(person);
        return world.testers.contains(person) || (last != null && world.now().isBefore(last.plus(WINDOW)));
    }

    private ObjectNode status(Sent sent, String name) {
        ObjectNode status = Json.object()
                .put("id", sent.id())
                .put("status", name)
                .put("timestamp", Long.toString(world.now().getEpochSecond()))
                .put("recipient_id", sent.to())
                .put("recipient_user_id", UserIds.of(sent.link(), sent.to()));
        return sent.callbackData() == null ? status : status.put("biz_opaque_callback_data", sent.callbackData());
    }

    private static ObjectNode failed(ObjectNode status, ErrorRow row) {
        ObjectNode error = Json.object()
                .put("code", row.code())
                .put("title", row.message().replaceFirst("^\\(#\\d+\\) ", ""))
                .put("message", row.message().replaceFirst("^\\(#\\d+\\) ", ""))
                .put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/");
        error.putObject("error_data").put("details", row.refusal().details());
        status.putArray("errors").add(error);
        return status;
    }

    /** Documented: pricing comes with "sent" and one of the others. */
    private static ObjectNode priced(ObjectNode status, String name, Pricing.Price price) {
        if (!name.equals("read")) {
            status.putObject("pricing")
                    .put("billable", price.billable())
                    .put("pricing_model", "PMP")
                    .put("type", price.type())
                    .put("category", price.category());
        }
        return status;
    }

    /** A person writes to a number; whoever is subscribed where it is registered receives it, and the 24-hour window opens. */
    public String receive(PhoneLine to, String from, String text) {
        return receive(to, from, home -> {
            ObjectNode message = Json.object().put("type", "text");
            message.putObject("text").put("body", text);
            return message;
        });
    }

    /** The same with a picture. Documented (image messages webhook): type, hash in Base64, id; the link that may come too is left out. */
    public String receivePicture(PhoneLine to, String from, byte[] png) {
        return receive(to, from, home -> {
            Media file = media.receive(home, "image/png", Content.of(png));
            ObjectNode message = Json.object().put("type", "image");
            message.putObject("image")
                    .put("mime_type", file.type)
                    .put("sha256", Base64.getEncoder().encodeToString(file.content.sha256()))
                    .put("id", file.id);
            return message;
        });
    }

    private String receive(PhoneLine to, String from, Function<NumberLink, ObjectNode> content) {
        List<NumberLink> homes = numbers.homes(to);
        if (homes.isEmpty()) {
            throw ErrorRow.NOT_REGISTERED.refused();
        }
        if (to.openWindows.size() >= MOST_WINDOWS) {
            to.openWindows.clear();
        }
        to.openWindows.put(from, world.now());
        throughput.count(to);
        String id = world.ids().message();
        // Documented (multi-solution conversations): all partners of a number receive.
        homes.forEach(home -> {
            ObjectNode message = Json.object()
                    .put("from", from)
                    .put("from_user_id", UserIds.of(home, from))
                    .put("id", id)
                    .put("timestamp", Long.toString(world.now().getEpochSecond()));
            message.setAll(content.apply(home));
            notices.messages(home, "messages", message, contacts(home, from));
        });
        return id;
    }

    private static ObjectNode contacts(NumberLink home, String from) {
        ObjectNode contacts = Json.object();
        ObjectNode contact = contacts.putArray("contacts").addObject().put("wa_id", from).put("user_id", UserIds.of(home, from));
        contact.putObject("profile").put("name", "Sandbox " + from.substring(Math.max(0, from.length() - 4)));
        return contacts;
    }
}
