package dev.portway.console;

import dev.portway.account.SetUps.Change;
import dev.portway.account.SetUps.Part;
import dev.portway.account.SetUps.SetUp;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The form in which a provider says what it is at Meta.
 *
 * @param typed what stands in it: empty where it is left to the server
 * @param server what holds there
 * @param changes newest first
 * @param app the id of the provider's app at Meta; empty when none is known
 * @param tidings the last part of the key of what is told above the form; empty when nothing is
 */
record SetUpForm(Map<Part, String> typed, SetUp server, List<Change> changes, Optional<String> app, String tidings) {
    /** Nothing that is meant is longer. */
    private static final int LONGEST = 200;

    /** Those with a few words to choose from. */
    static final List<Part> CHOICES = List.of(Part.CREDIT_LINE, Part.SOLUTION, Part.SHARING);

    SetUpForm {
        typed = Map.copyOf(typed);
        changes = List.copyOf(changes);
    }

    static SetUpForm of(SetUp own, SetUp server, List<Change> changes, Optional<String> app) {
        var typed = new EnumMap<Part, String>(Part.class);
        Stream.of(Part.values()).forEach(part -> typed.put(part, own.get(part)));
        return new SetUpForm(typed, server, changes, app, "");
    }

    /** As it came. */
    SetUpForm with(Map<String, String> fields) {
        var all = new EnumMap<Part, String>(Part.class);
        Stream.of(Part.values()).forEach(part -> {
            String text = fields.getOrDefault(part.field(), "").strip();
            all.put(part, text.substring(0, Math.min(text.length(), LONGEST)));
        });
        return new SetUpForm(all, server, changes, app, tidings);
    }

    SetUpForm said(String told) {
        return new SetUpForm(typed, server, changes, app, told);
    }

    /** The version that the form was made from; one that nobody was shown is refused like an old one. */
    static int seen(Map<String, String> fields) {
        String version = fields.getOrDefault("version", "");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    int version() {
        return changes.isEmpty() ? 0 : changes.getFirst().version();
    }

    String get(Part part) {
        return typed.getOrDefault(part, "");
    }

    List<Part> wrong() {
        return Stream.of(Part.values()).filter(part -> !part.takes(get(part))).toList();
    }

    SetUp setUp() {
        return new SetUp(get(Part.SIGN_UP_CONFIG), get(Part.CREDIT_LINE), get(Part.SOLUTION), get(Part.SHARING));
    }

    static List<String> words(Part part) {
        return part == Part.SHARING ? List.of("offered", "not-offered") : List.of("yes", "no");
    }

    /** In the reader's words; empty: nobody says. */
    static String shown(Page page, Part part, String value) {
        return value.isEmpty() || part == Part.SIGN_UP_CONFIG ? value : page.say("set-up." + part.field() + "." + value);
    }

    /** What is so when the provider says nothing. */
    String asTheServer(Page page, Part part) {
        String value = shown(page, part, server.get(part));
        return value.isEmpty() ? page.say("set-up.server.open." + part.field()) : page.say("set-up.server", "value", value);
    }

    /** What a change said, what it left open left out. */
    static String line(Page page, SetUp setUp) {
        List<String> said = Stream.of(Part.values())
                .filter(part -> !setUp.get(part).isEmpty())
                .map(part -> page.say("set-up." + part.field() + ".short") + ": " + shown(page, part, setUp.get(part)))
                .toList();
        return said.isEmpty() ? page.say("set-up.all-server") : String.join(" · ", said);
    }
}
