package dev.portway.intake;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.portway.migration.Ends;
import dev.portway.migration.Order;
import dev.portway.migration.Proving;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Reach;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.fact.Window;
import dev.portway.migration.route.Routes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request means: strings become values here, or are refused by name. */
public final class Understanding {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    /** Mexico gave up the 1 before mobile numbers in 2019; numbers on WhatsApp from before then kept it, and Graph shows it. */
    private static final String MEXICAN_MOBILE_OF_OLD = "\\+521[2-9][0-9]{9}";

    private final Asked asked;

    public Understanding(Asked asked) {
        this.asked = asked;
    }

    public Route route() {
        String name = asked.route();
        return name == null
                ? Routes.usual()
                : Routes.named(name).orElseThrow(() -> new Rejected(Wrong.ROUTE_UNKNOWN, Map.of("route", name, "routes", all())));
    }

    private static String all() {
        return Routes.all().stream().map(Route::name).collect(Collectors.joining(", "));
    }

    public Order order() {
        List<PhoneNumber> numbers = numbers();
        Optional<WabaId> source = source();
        Optional<WabaId> destination = destination();
        apart(source, destination);
        sourceNamed(source);
        fitted(numbers);
        probedByAnother(numbers);
        return new Order(numbers, source, access(), destination, proving(), settling(), Order.PATIENCE, prober());
    }

    /** All that is wrong with it, in the order a form asks for it: the other methods stop at the first. */
    public List<Rejected> wrongs(Instant now) {
        var found = new LinkedHashMap<String, Rejected>();
        Stream.<Runnable>of(this::route, this::numbers, this::destination, this::source, () -> apart(source(), destination()),
                () -> sourceNamed(source()), () -> fitted(numbers()), this::terms, this::coded, this::opens, this::closes,
                () -> holdAgainst(now), this::proving, this::prober,
                () -> probedByAnother(numbers()),
                this::settling).forEach(part -> {
                    try {
                        part.run();
                    } catch (Rejected rejected) {
                        found.putIfAbsent(rejected.wrong() + " " + rejected.about().get("field"), rejected);
                    }
                });
        return List.copyOf(found.values());
    }

    private Optional<WabaId> source() {
        return end("from.waba", Optional.ofNullable(asked.from()).map(Asked.From::waba), route().asks().ends().source());
    }

    private Optional<WabaId> destination() {
        return end("to.waba", Optional.ofNullable(asked.to()).map(Asked.To::waba), route().asks().ends().destination());
    }

    /** A WABA where the route wants one named, and none where it finds its own. */
    private Optional<WabaId> end(String field, Optional<String> typed, Ends.End end) {
        if (end == Ends.End.UNNAMED && typed.isPresent()) {
            throw notTaken(field);
        }
        return end == Ends.End.NAMED
                ? Optional.of(parsed(field, typed.orElse(null), WabaId::new))
                : typed.map(waba -> parsed(field, waba, WabaId::new));
    }

    private Rejected notTaken(String field) {
        return new Rejected(Wrong.NOT_TAKEN, Map.of("field", field, "route", route().name()));
    }

    /** What only some routes take is refused where it would be dropped. */
    private void fitted(List<PhoneNumber> numbers) {
        if (route().asks().oneNumber() && numbers.size() > 1) {
            throw notTaken("numbers");
        }
        if (asked.window() != null && !route().hasWindow()) {
            throw notTaken("window");
        }
    }

    private static void apart(Optional<WabaId> source, Optional<WabaId> destination) {
        if (source.isPresent() && source.equals(destination)) {
            throw new Rejected(Wrong.SAME_WABA);
        }
    }

    /** To read at the source one has to know which account it is. */
    private void sourceNamed(Optional<WabaId> source) {
        if (source.isEmpty() && access() != SourceAccess.NONE) {
            throw Rejected.field(Wrong.FIELD_MISSING, "from.waba");
        }
    }

    private Optional<PhoneNumber> prober() {
        return Optional.ofNullable(asked.prober()).map(number -> number("prober", number));
    }

    /** A number cannot write to itself. */
    private void probedByAnother(List<PhoneNumber> numbers) {
        if (prober().filter(numbers::contains).isPresent()) {
            throw Rejected.field(Wrong.PROBER_MOVES, "prober");
        }
    }

    private Optional<CodeChoice> coded() {
        return Optional.ofNullable(asked.code()).map(Understanding::choice);
    }

    private Optional<Instant> opens() {
        return Optional.ofNullable(asked.window()).map(span -> parsed("window.opens", span.opens(), Instant::parse));
    }

    private Optional<Instant> closes() {
        return Optional.ofNullable(asked.window()).map(span -> parsed("window.closes", span.closes(), Instant::parse));
    }

    /** What is already known when it is placed. */
    public List<Learned<?>> said() {
        var said = new ArrayList<Learned<?>>();
        Optional.ofNullable(asked.window()).map(Understanding::window).ifPresent(window -> said.add(Learned.that(Fact.WINDOW, window)));
        coded()
                .ifPresent(choice -> numbers().forEach(
                        number -> said.add(Learned.that(Fact.CODE_CHOICE, number, choice))));
        said.addAll(terms());
        if (Boolean.TRUE.equals(asked.submit())) {
            said.add(Learned.that(Fact.SUBMITTED, true));
        }
        return said;
    }

    /** What the route needs to know beyond numbers and WABAs. */
    private List<Learned<?>> terms() {
        Map<String, String> typed = Optional.ofNullable(asked.terms()).orElse(Map.of());
        Route.Asks asks = route().asks();
        asks.needed().stream().map(term -> term.field().name()).filter(name -> !typed.containsKey(name)).findFirst().ifPresent(name -> {
            throw Rejected.field(Wrong.FIELD_MISSING, "terms." + name);
        });
        return typed.entrySet().stream().<Learned<?>>map(one -> term(asks, one.getKey(), one.getValue())).toList();
    }

    private Learned<?> term(Route.Asks asks, String name, @Nullable String value) {
        Term term = Stream.concat(asks.needed().stream(), asks.taken().stream())
                .filter(one -> one.field().name().equals(name))
                .findFirst()
                .orElseThrow(() -> notTaken("terms." + name));
        if (value == null || value.isBlank()) {
            throw Rejected.field(Wrong.FIELD_MISSING, "terms." + name);
        }
        return term.says(value).orElseThrow(() -> Rejected.field(Wrong.FIELD_MALFORMED, "terms." + name));
    }

    /** Refuses a window that is behind the server's clock, and any time so far from it that a year is wrong. */
    public void holdAgainst(Instant now) {
        termsMeant(now);
        Optional.ofNullable(asked.window())
                .map(Understanding::window)
                .filter(window -> !window.canBeMeant(now))
                .ifPresent(window -> {
                    throw new Rejected(Wrong.WINDOW_OVER, Map.of("opens", window.opens(), "closes", window.closes(), "now", now));
                });
    }

    /** Refuses a partner that the provider does not have, and says which it has. */
    public void holdAgainst(List<String> partners) {
        said().stream()
                .filter(one -> one.fact().equals(Fact.PARTNER) && !partners.contains(String.valueOf(one.value())))
                .findFirst()
                .ifPresent(_ -> {
                    throw new Rejected(Wrong.PARTNER_NOT_FOUND,
                            Map.of("field", "terms." + Term.PARTNER.field().name(), "partners", String.join(", ", partners)));
                });
    }

    private void termsMeant(Instant now) {
        Map<String, String> typed = Optional.ofNullable(asked.terms()).orElse(Map.of());
        Stream.of(Term.values())
                .map(term -> Map.entry(term, Optional.ofNullable(typed.get(term.field().name())).orElse("")))
                .filter(term -> term.getKey().isTooFar(term.getValue(), now))
                .findFirst()
                .ifPresent(term -> {
                    Reach reach = Reach.at(now);
                    throw new Rejected(Wrong.TIME_TOO_FAR, Map.of("field", "terms." + term.getKey().field().name(),
                            "earliest", reach.earliest(), "latest", reach.latest()));
                });
    }

    private List<PhoneNumber> numbers() {
        boolean one = asked.number() != null;
        if (one == (asked.numbers() != null)) {
            throw Rejected.field(one ? Wrong.FIELD_MALFORMED : Wrong.FIELD_MISSING, one ? "numbers" : "number");
        }
        List<String> typed = asked.numbers() == null ? List.of(Optional.ofNullable(asked.number()).orElse("")) : asked.numbers();
        if (typed.isEmpty() || typed.size() > Order.MOST_NUMBERS) {
            throw new Rejected(Wrong.TOO_MANY_NUMBERS, Map.of("limit", Order.MOST_NUMBERS));
        }
        List<PhoneNumber> numbers = typed.stream().map(text -> number(one ? "number" : "numbers", text)).toList();
        if (numbers.stream().map(PhoneNumber::line).distinct().count() < numbers.size()) {
            throw new Rejected(Wrong.NUMBER_TWICE);
        }
        return numbers;
    }

    /**
     * A number somebody typed, in E.164. One that no telephone can have is refused, and so is one that would have to be rewritten: a trunk zero, an
     * extension, letters. Which digits are a number's is said by people and by Graph, never guessed here.
     */
    public static PhoneNumber number(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            throw Rejected.field(Wrong.FIELD_MISSING, field);
        }
        try {
            var parsed = PHONES.parse(typed, null);
            var number = new PhoneNumber(PHONES.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164));
            if (!PHONES.isPossibleNumber(parsed) && !number.e164().matches(MEXICAN_MOBILE_OF_OLD)) {
                throw Rejected.field(Wrong.NUMBER_IMPOSSIBLE, field);
            }
            if (!PhoneNumberUtil.normalizeDigitsOnly(typed).equals(number.digits())) {
                throw new Rejected(Wrong.NUMBER_UNCLEAR, Map.of("field", field, "number", number.e164()));
            }
            // The library finds a number in any text.
            if (!typed.strip().matches("\\+[0-9 ()./-]+")) {
                throw Rejected.field(Wrong.NUMBER_IMPOSSIBLE, field);
            }
            return number;
        } catch (NumberParseException | IllegalArgumentException notANumber) {
            throw Rejected.field(Wrong.NUMBER_IMPOSSIBLE, field);
        }
    }

    private SourceAccess access() {
        return Optional.ofNullable(asked.from())
                .map(Asked.From::access)
                .map(word -> parsed("from.access", word, text -> SourceAccess.valueOf(constant(text))))
                .orElseGet(route().asks().ends()::usualAccess);
    }

    private Proving proving() {
        return parsed("proving", Optional.ofNullable(asked.proving()).orElse("before-window"), text -> Proving.valueOf(constant(text)));
    }

    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private Duration settling() {
        Duration settling = asked.settling() == null ? Order.SETTLING : parsed("settling", asked.settling(), Duration::parse);
        if (settling.isNegative() || settling.compareTo(Order.LONGEST_SETTLING) > 0) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, "settling");
        }
        return settling;
    }

    private static Window window(Asked.Span span) {
        Instant opens = parsed("window.opens", span.opens(), Instant::parse);
        Instant closes = parsed("window.closes", span.closes(), Instant::parse);
        try {
            return new Window(opens, closes);
        } catch (DateTimeException | IllegalArgumentException tooShort) {
            throw new Rejected(Wrong.WINDOW_IMPOSSIBLE, Map.of("minutes", Window.SHORTEST.toMinutes()));
        }
    }

    private static CodeChoice choice(Asked.Code code) {
        var method = parsed("code.method", Optional.ofNullable(code.method()).orElse("SMS"), CodeChoice.Method::valueOf);
        String language = Optional.ofNullable(code.language()).orElse("en_US");
        return parsed("code.language", language, text -> new CodeChoice(method, text));
    }

    static <T> T parsed(String field, @Nullable String text, Function<String, T> parse) {
        if (text == null || text.isBlank()) {
            throw Rejected.field(Wrong.FIELD_MISSING, field);
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, field);
        }
    }
}
