package dev.portway.console;

import dev.portway.console.migration.Tongues;
import dev.portway.intake.Asked;
import dev.portway.migration.Ends;
import dev.portway.migration.Field;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.route.Routes;
import dev.portway.words.Words;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new migration, as typed. Kept as it is, so that nobody types twice. The route says which of its parts are there.
 *
 * <pre>
 * route · number: one, or several with commas · terms.&lt;name&gt;
 * from · access: none, read, own · to
 * when: ready, window ── opens · closes (date and time in the reader's zone) · proving
 * method: SMS, VOICE, later ── language
 * prober · settling (ISO 8601) · start: now, draft
 * </pre>
 */
record NewMigration(Map<String, String> typed) {
    static final List<String> LANGUAGES = Tongues.OF_CODES;
    static final List<String> SETTLINGS = List.of("PT24H", "PT72H", "PT1H");
    /** Whoever rehearses wants to see the end of it. */
    static final List<String> SETTLINGS_OF_A_REHEARSAL = List.of("PT30S", "PT1H", "PT24H");
    static final List<String> ACCESSES = List.of("none", "read", "own");
    static final List<String> METHODS = List.of("SMS", "VOICE", "later");
    static final List<String> PROVINGS = List.of("before-window", "in-window");

    private static final Map<String, String> USUAL = Map.of("when", "ready", "proving", "before-window", "method", "SMS");
    /** What the route finder knows already, and what is kept when another way is taken. */
    static final List<String> IN_THE_ADDRESS = List.of("number", "to", "from", "access");
    private static final Pattern NUMBERS_APART = Pattern.compile("[,;\\n]+");
    /** Longer than anything that is meant. */
    private static final int LONGEST = 1_000;

    NewMigration {
        typed = Map.copyOf(typed);
    }

    /** Filled with what is usual, the code in the reader's own language. */
    static NewMigration empty(String route, Locale reader, boolean rehearsal) {
        var usual = new HashMap<>(USUAL);
        usual.put("route", route);
        usual.put("access", new NewMigration(usual).takes().usualAccess().name().toLowerCase(Locale.ROOT));
        usual.put("settling", (rehearsal ? SETTLINGS_OF_A_REHEARSAL : SETTLINGS).getFirst());
        usual.put("language", reader.getLanguage().equals("en") ? "en_US" : reader.toString());
        return new NewMigration(usual);
    }

    static NewMigration of(Map<String, String> fields) {
        var kept = new HashMap<String, String>();
        fields.forEach((name, value) -> kept.put(name, value.strip().substring(0, Math.min(value.strip().length(), LONGEST))));
        return new NewMigration(kept);
    }

    /** With what the route finder knows already. */
    NewMigration with(Map<String, String> known) {
        var filled = new HashMap<>(typed);
        of(known).typed().forEach((field, value) -> {
            if (IN_THE_ADDRESS.contains(field)) {
                filled.put(field, value);
            }
        });
        return new NewMigration(filled);
    }

    String get(String field) {
        return typed.getOrDefault(field, "");
    }

    boolean is(String field, String value) {
        return get(field).equals(value);
    }

    /** The one that is meant, or the usual one. */
    Route route() {
        return Routes.named(get("route")).orElseGet(Routes::usual);
    }

    /** Which WABAs are asked for. */
    Ends takes() {
        return route().asks().ends();
    }

    /** Whether an ownership code will be needed. */
    boolean isProved() {
        return has("code-chosen");
    }

    boolean has(String step) {
        return route().step(step).isPresent();
    }

    /** The key of what is promised of the number meanwhile: not every route has a provider that it stays in service at. */
    String promise(Words words) {
        String own = "new.promise." + route().name();
        return words.has(own) ? own : "new.promise";
    }

    /** What the route asks for besides, what it needs first. */
    List<Term> terms() {
        return Stream.concat(route().asks().needed().stream(), route().asks().taken().stream()).toList();
    }

    boolean needs(Term term) {
        return route().asks().needed().contains(term);
    }

    /** Whether something seldom needed was filled in, so that its part of the form stands open. */
    boolean isUnusual() {
        boolean usual = is("settling", SETTLINGS.getFirst()) || is("settling", SETTLINGS_OF_A_REHEARSAL.getFirst());
        return !get("prober").isEmpty() || !usual;
    }

    /** As it would be asked at the API. */
    Asked asked(ZoneId zone) {
        var from = takes().source() == Ends.End.UNNAMED ? null : new Asked.From(given("from"), given("access"));
        var to = takes().destination() == Ends.End.UNNAMED ? null : new Asked.To(given("to"));
        boolean later = is("method", "later") || !isProved();
        var code = later ? null : new Asked.Code(given("method"), given("language"));
        boolean window = is("when", "window");
        var span = window ? new Asked.Span(instant("opens", zone), instant("closes", zone)) : null;
        List<String> numbers = NUMBERS_APART.splitAsStream(get("number")).map(String::strip).toList();
        boolean several = numbers.size() > 1;
        return new Asked(route().name(), several ? null : get("number"), several ? numbers : null, from, to, code, span,
                window ? given("proving") : null, given("settling"), given("prober"), terms(zone), !is("start", "draft"));
    }

    private Map<String, String> terms(ZoneId zone) {
        var said = new LinkedHashMap<String, String>();
        for (Term term : terms()) {
            String name = "terms." + term.field().name();
            String value = term.field().form() == Field.Form.INSTANT ? instant(name, zone) : given(name);
            if (value != null) {
                said.put(term.field().name(), value);
            }
        }
        return said;
    }

    private @Nullable String given(String field) {
        return get(field).isEmpty() ? null : get(field);
    }

    /** A date and time of the reader's zone; what is none goes on as it is, to be refused by name. */
    private @Nullable String instant(String field, ZoneId zone) {
        try {
            return get(field).isEmpty() ? null : LocalDateTime.parse(get(field)).atZone(zone).toInstant().toString();
        } catch (DateTimeException malformed) {
            return get(field);
        }
    }
}
