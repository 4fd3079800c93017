package dev.portway.sandbox.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What pages are put together from. */
final class Parts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private Parts() {}

    static Tag head(Visit visit, String title, String lead) {
        return Tag.of("div", "head").add(Tag.of("h1").say(visit.say(title)), Tag.of("p", "lead", visit.say(lead)));
    }

    static Tag card(String id, String title) {
        return Tag.of("section", "card").set("id", id).add(Tag.of("h2").say(title));
    }

    /** Renewed in place while the page is open. */
    static Tag live(Tag tag) {
        return tag.flag("data-live", true);
    }

    /** A word of Graph's with a colour that says how good it is. */
    static Tag pill(String word, Tone tone) {
        return Tag.of("span", "pill", word).set("data-tone", tone.name().toLowerCase(Locale.ROOT));
    }

    /** How good something is. */
    enum Tone {
        GOOD, WARN, BAD, CALM, PLAIN
    }

    static Tag time(Instant at) {
        return Tag.of("time").set("datetime", at.toString()).say(TIME.format(at));
    }

    static Tag dayAndTime(Instant at) {
        return Tag.of("time").set("datetime", at.toString()).say(DAY_AND_TIME.format(at) + " UTC");
    }

    /** A form to a page of this world, and what it asks for. */
    static Tag form(Visit visit, String page, String asks) {
        return Tag.of("form").set("method", "post").set("action", visit.at(page)).add(hidden("do", asks));
    }

    static Tag hidden(String name, String value) {
        return Tag.of("input").set("type", "hidden").set("name", name).set("value", value);
    }

    static Tag button(String text, String classes) {
        return Tag.of("button", "button " + classes, text).set("type", "submit");
    }

    /** A labelled text field. */
    static Tag field(String id, String name, String label) {
        return Tag.of("div", "field")
                .add(Tag.of("label").set("for", id).say(label), Tag.of("input").set("id", id).set("name", name).set("autocomplete", "off"));
    }

    static Tag choice(String value, String text, boolean chosen) {
        return Tag.of("option").set("value", value).flag("selected", chosen).say(text);
    }

    static Tag row(String name, Tag value) {
        return Tag.of("div").add(Tag.of("dt").say(name), Tag.of("dd").add(value));
    }

    static Tag row(String name, String value) {
        return row(name, Tag.of("span").say(value));
    }
}
