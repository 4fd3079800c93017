package dev.portway.sandbox.pages;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The phones behind the numbers: what they receive, calls that ring until somebody answers, and people who write to them. */
final class PhonesPage implements Page {

    /** More on one page would help nobody; the search finds the others. */
    private static final int PHONES_SHOWN = 60;
    private static final int MESSAGES_SHOWN = 3;

    @Override
    public String name() {
        return "phones";
    }

    @Override
    public List<Tag> show(Visit visit) {
        String wanted = visit.request().query().getOrDefault("q", "").strip();
        List<PhoneLine> found = found(visit.stage().world, wanted).toList();
        Tag cards = Tag.of("div", "cards").add(found.stream().limit(PHONES_SHOWN).map(line -> card(visit, line)));
        Tag rest = found.size() > PHONES_SHOWN
                ? Tag.of("p", "muted", visit.say("phones.more", found.size() - PHONES_SHOWN))
                : Tag.of("p", "muted", found.isEmpty() ? visit.say("phones.none") : "");
        return List.of(Parts.head(visit, "phones", "phones.lead"), search(visit, wanted), cards, rest);
    }

    private static Stream<PhoneLine> found(World world, String wanted) {
        String digits = Digits.of(wanted);
        String words = wanted.toLowerCase(Locale.ROOT);
        return world.lines.values()
                .stream()
                .filter(line -> wanted.isEmpty() || (!digits.isEmpty() && line.digits.contains(digits))
                        || line.links.stream().anyMatch(link -> link.verifiedName.toLowerCase(Locale.ROOT).contains(words)));
    }

    private static Tag search(Visit visit, String wanted) {
        return Tag.of("form", "filters")
                .set("method", "get")
                .set("action", visit.at("phones"))
                .set("role", "search")
                .add(Tag.of("div", "field")
                        .add(Tag.of("label").set("for", "q").say(visit.say("phones.search")),
                                Tag.of("input").set("id", "q").set("name", "q").set("type", "search").set("value", wanted)),
                        Parts.button(visit.say("search"), ""));
    }

    private static Tag card(Visit visit, PhoneLine line) {
        boolean over = line.trouble.isEmpty() || line.trouble.equals("none") || (line.trouble.equals("two-step-on") && !line.twoStepOn());
        String trouble = over ? "none" : line.trouble;
        Tag inbox = Parts.live(Tag.of("div", "inbox").set("id", "inbox-" + line.digits).set("aria-live", "polite"));
        return Tag.of("section", "card phone")
                .set("id", "line-" + line.digits)
                .add(Tag.of("div", "row spread")
                        .add(Tag.of("h2", "number", line.display),
                                Parts.pill(visit.say("trouble." + trouble), over ? Parts.Tone.GOOD : Parts.Tone.WARN)),
                        links(visit, line), inbox.add(messages(visit, line)).add(lock(visit, line)), write(visit, line));
    }

    private static Tag links(Visit visit, PhoneLine line) {
        Tag list = Tag.of("ul", "links muted small");
        for (NumberLink link : line.links) {
            list.add(Tag.of("li").say(visit.say("state." + link.state) + " " + visit.say("where") + " " + link.waba.name));
        }
        return list;
    }

    private static Stream<Tag> messages(Visit visit, PhoneLine line) {
        return line.inbox.isEmpty()
                ? Stream.of(Tag.of("p", "muted small", visit.say("inbox.empty")))
                : line.inbox.stream()
                        .limit(MESSAGES_SHOWN)
                        .map(message -> message.kind().equals("voice")
                                ? call(visit, message)
                                : sms(visit, message));
    }

    private static Tag sms(Visit visit, PhoneLine.PhoneMessage message) {
        return Tag.of("div", "message")
                .add(Tag.of("b").set("aria-label", visit.say("code")).say(hyphenated(message.code())),
                        Tag.of("p").set("lang", message.language().replace('_', '-')).say(message.text()), about(visit, message));
    }

    /** Rings until it is answered; then the browser says what the voice says, and it can be read. Without scripts it can be read only. */
    private static Tag call(Visit visit, PhoneLine.PhoneMessage message) {
        return Tag.of("details", "message call")
                .set("id", "call-" + message.id())
                .set("data-say", message.text())
                .set("data-tongue", message.language().replace('_', '-'))
                .add(Tag.of("summary")
                        .add(Tag.of("span", "ring").set("aria-hidden", "true").say("☎"),
                                Tag.of("span", "ringing", visit.say("call.ringing")),
                                Tag.of("span", "button primary answer", visit.say("call.answer")),
                                Tag.of("span", "answered", visit.say("call.answered"))),
                        Tag.of("b").set("aria-label", visit.say("code")).say(hyphenated(message.code())),
                        Tag.of("p").set("lang", message.language().replace('_', '-')).say(message.text()),
                        Tag.of("button", "button again", visit.say("call.again")).set("type", "button").set("hidden", "hidden"),
                        about(visit, message));
    }

    private static Tag about(Visit visit, PhoneLine.PhoneMessage message) {
        return Tag.of("p", "muted small", visit.say("message." + message.kind()) + " ").add(Parts.time(message.at()));
    }

    /** As an SMS shows it; a world file may have anything there. */
    private static String hyphenated(String code) {
        return code.matches("\\d{6}") ? code.substring(0, 3) + "-" + code.substring(3) : code;
    }

    /** Documented: only a person can turn it off, in WhatsApp Manager. This button is that person, with the e-mail link already followed, or set a PIN there. */
    private static Tag lock(Visit visit, PhoneLine line) {
        boolean on = line.twoStepOn();
        return Parts.form(visit, "phones", on ? "two-step-off" : "two-step-on")
                .set("class", "lock")
                .add(Parts.hidden("number", line.digits), Parts.hidden("q", visit.request().query().getOrDefault("q", "")),
                        Tag.of("span", "small", visit.say(on ? "twoStep.on" : "twoStep.off")),
                        Parts.button(visit.say(on ? "twoStep.turnOff" : "twoStep.turnOn"), "").set("title", visit.say("twoStep.stands")));
    }

    private static Tag write(Visit visit, PhoneLine line) {
        if (visit.stage().rules.numbers.home(line).isEmpty()) {
            return Tag.of("span").flag("hidden", true);
        }
        String id = "from-" + line.digits;
        String text = "text-" + line.digits;
        String tester = visit.stage().world.testers.stream().findFirst().map(digits -> "+" + digits).orElse("");
        Tag from = Tag.of("div", "field")
                .add(Tag.of("label").set("for", id).say(visit.say("write.from")),
                        Tag.of("input")
                                .set("id", id)
                                .set("name", "from")
                                .set("inputmode", "tel")
                                .set("value", tester)
                                .flag("required", true));
        return Tag.of("details", "fold")
                .set("id", "write-" + line.digits)
                .add(Tag.of("summary").say(visit.say("write")),
                        Parts.form(visit, "phones", "write")
                                .set("class", "stack")
                                .add(Parts.hidden("number", line.digits), from,
                                        Parts.field(text, "text", visit.say("write.text")),
                                        Parts.button(visit.say("write.send"), "primary")));
    }

    @Override
    public Outcome act(Visit visit) {
        String number = visit.field("number");
        String wanted = visit.field("q").replaceAll("[^0-9A-Za-z]", "");
        String back = wanted.isEmpty() ? "phones" : "phones?q=" + wanted;
        if (visit.field("do").startsWith("two-step-")) {
            boolean on = visit.field("do").equals("two-step-on");
            return Controls.ask(visit, "PUT numbers/" + number + "/two-step", Json.object().put("enabled", on), back);
        }
        return Controls.ask(visit, "POST phones/" + number + "/messages",
                Json.object().put("from", visit.field("from")).put("text", visit.field("text")), back);
    }
}
