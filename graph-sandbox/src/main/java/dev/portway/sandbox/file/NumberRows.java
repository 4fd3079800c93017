package dev.portway.sandbox.file;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Telephone numbers, and what they are at each WABA. */
final class NumberRows {

    static final Rows<PhoneLine, NumberLink> LINKS = new Rows<>("links", "The number at one WABA: what Graph calls a phone number id.",
            links(), NumberRows::link, (line, world) -> line.links);

    static final Rows<World, PhoneLine> NUMBERS = new Rows<World, PhoneLine>("numbers", "Telephone numbers.", numbers(), (row, world) -> {
        String countryCode = row.text("countryCode");
        String national = row.text("national");
        if (!(countryCode + national).matches("\\d{5,17}")) {
            throw row.broken("national", "wants digits that make 5 to 17 with the country code, not '" + national + "'");
        }
        if (world.lines.containsKey(countryCode + national)) {
            throw row.broken("national", "is '" + national + "' again; another row has that number already");
        }
        PhoneLine line = new PhoneLine(countryCode, national, row.text("display", "+" + countryCode + " " + national));
        world.lines.put(line.digits, line);
        return line;
    }, (world, same) -> world.lines.values()).with(LINKS);

    private NumberRows() {}

    private static Facts<PhoneLine> numbers() {
        return new Facts<PhoneLine>().fixed("countryCode", "digits without a plus", it -> it.countryCode)
                .fixed("national", "the other digits", it -> it.national)
                .text("display", "as Graph shows it", it -> it.display, (it, value) -> it.display = value)
                .oneOf("kind", List.of("MOBILE", "LANDLINE", "VOIP", "TOLL_FREE", "IVR"), it -> it.kind.name(),
                        (it, value) -> it.kind = PhoneLine.Kind.valueOf(value))
                .text("trouble", "which known problem it stands for", it -> it.trouble, (it, value) -> it.trouble = value)
                .map("expects",
                        "what a careful expert answers who is asked to bring it elsewhere: `route`, `problem`, `owner`, `remedy`; Graph knows nothing of it",
                        it -> it.expects)
                .textOrNone("pin", "two-step PIN; none: two-step verification is off", it -> it.pin, (it, value) -> it.pin = value)
                .flag("offAsked", "its owner pressed the button that turns two-step verification off, and has not followed the link",
                        it -> it.offAsked, (it, value) -> it.offAsked = value)
                .flag("onBusinessApp", "in use with the WhatsApp Business app", it -> it.onBusinessApp,
                        (it, value) -> it.onBusinessApp = value)
                .flag("sharesHistory", "its owner lets a partner have the history of the app", it -> it.sharesHistory,
                        (it, value) -> it.sharesHistory = value)
                .map("appContacts", "contacts in the app: digits to name", it -> it.appContacts)
                .map("groups", "groups it has made: id to subject", it -> it.groups)
                .textOrNone("accountId", "its WhatsApp Business account in the new account model", it -> it.accountId,
                        (it, value) -> it.accountId = value)
                .flag("onMessenger", "in use with WhatsApp Messenger; it cannot be added", it -> it.onMessenger,
                        (it, value) -> it.onMessenger = value)
                .flag("inMaintenance", "", it -> it.inMaintenance, (it, value) -> it.inMaintenance = value)
                .flag("banned", "", it -> it.banned, (it, value) -> it.banned = value)
                .flag("pinComesBack", "its old provider sets a PIN again once ownership is proved elsewhere", it -> it.pinComesBack,
                        (it, value) -> it.pinComesBack = value)
                .time("deletedAt", "deleted then; for five minutes it cannot be registered", it -> it.deletedAt,
                        (it, value) -> it.deletedAt = value)
                .time("lastPaidAt", "when a paid message was last sent; within 30 days of it the number cannot be deleted",
                        it -> it.lastPaidAt,
                        (it, value) -> it.lastPaidAt = value)
                .text("serviceMonth", "of which month, such as `2026-11`, the next counts", it -> it.serviceMonth,
                        (it, value) -> it.serviceMonth = value)
                .whole("serviceMessages", "sent in that month; a thousand are free", it -> it.serviceMessages,
                        (it, value) -> it.serviceMessages = value)
                .times("codeRequests", "when codes were asked for", it -> it.codeRequests)
                .times("wrongCodes", "when wrong codes were entered", it -> it.wrongCodes)
                .time("codesBlockedUntil", "", it -> it.codesBlockedUntil, (it, value) -> it.codesBlockedUntil = value)
                .times("registers", "when it was registered or tried to be", it -> it.registers)
                .time("registersBlockedUntil", "", it -> it.registersBlockedUntil, (it, value) -> it.registersBlockedUntil = value)
                .times("deregisters", "", it -> it.deregisters)
                .time("deregistersBlockedUntil", "", it -> it.deregistersBlockedUntil, (it, value) -> it.deregistersBlockedUntil = value)
                .times("wrongPins", "when wrong PINs were entered", it -> it.wrongPins)
                .time("pinsBlockedUntil", "", it -> it.pinsBlockedUntil, (it, value) -> it.pinsBlockedUntil = value)
                .add("openWindows", Shape.TIME_MAP, "who wrote when, for the 24-hour window",
                        (it, world) -> it.openWindows.isEmpty() ? null : WabaRows.moments(it.openWindows),
                        (it, value, world) -> value.properties()
                                .forEach(each -> it.openWindows.put(each.getKey(), Shape.time(each.getValue().stringValue(), world.now()))))
                .add("code", Shape.OBJECT, "the ownership code that was sent last", (it, world) -> code(it), NumberRows::setCode)
                .add("inbox", Shape.LIST, "what the phone received, newest first", (it, world) -> it.inbox.isEmpty() ? null : inbox(it),
                        NumberRows::fillInbox);
    }

    private static @Nullable JsonNode code(PhoneLine line) {
        return line.code == null
                ? null
                : Json.object()
                        .put("digits", line.code.digits())
                        .put("link", line.code.linkId())
                        .put("expiresAt", line.code.expiresAt().toString());
    }

    private static void setCode(PhoneLine line, JsonNode value, World world) {
        if (Shape.TIME.fits().test(value.path("expiresAt"))) {
            line.code = new PhoneLine.OwnershipCode(value.path("digits").asString(""), value.path("link").asString(""),
                    Shape.time(value.path("expiresAt").stringValue(), world.now()));
        }
    }

    static ArrayNode inbox(PhoneLine line) {
        ArrayNode all = Json.array();
        line.inbox.forEach(each -> all.addObject()
                .put("id", each.id())
                .put("kind", each.kind())
                .put("language", each.language())
                .put("text", each.text())
                .put("code", each.code())
                .put("at", each.at().toString()));
        return all;
    }

    private static void fillInbox(PhoneLine line, JsonNode value, World world) {
        line.inbox.clear();
        for (JsonNode each : value) {
            if (Shape.TIME.fits().test(each.path("at"))) {
                line.inbox.addLast(new PhoneLine.PhoneMessage(each.path("id").asString(""), each.path("kind").asString("sms"),
                        each.path("language").asString("en_US"), each.path("text").asString(""), each.path("code").asString(""),
                        Shape.time(each.path("at").stringValue(), world.now())));
            }
        }
    }

    private static Facts<NumberLink> links() {
        return LinkFacts.addSettings(LinkFacts.all());
    }

    private static NumberLink link(Row row, World world) {
        Row number = row.outer();
        PhoneLine line = world.lines.get(number.text("countryCode") + number.text("national"));
        String id = row.text("id");
        if (line == null) {
            throw row.broken("id", "stands in no number");
        }
        if (world.links(id).stream().anyMatch(other -> other.line != line)) {
            throw row.broken("id", "is '" + id + "' again; another number has it already");
        }
        NumberLink link = new NumberLink(id, row.known("waba", world.wabas), line);
        link.state = row.oneOf("state", NumberLink.State.class, NumberLink.State.REGISTERED);
        Instant added = world.now().minus(Duration.ofDays(Math.max(1, 400L - world.lines.size())));
        link.addedAt = added;
        boolean odd = row.value("oddStatus").filter(value -> !value.isNull()).isPresent();
        if (link.state != NumberLink.State.ADDED && !odd) {
            link.verifiedAt = added;
            link.registeredAt = link.state == NumberLink.State.VERIFIED ? null : added.plus(Duration.ofMinutes(5));
            link.hasCertificate = link.state != NumberLink.State.VERIFIED;
        }
        world.add(link);
        return link;
    }
}
