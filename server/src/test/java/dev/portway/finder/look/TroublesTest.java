package dev.portway.finder.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.account.SetUps;
import dev.portway.finder.Day;
import dev.portway.finder.Need;
import dev.portway.finder.Ranking;
import dev.portway.finder.Topic;
import dev.portway.finder.Value;
import dev.portway.finder.Way;
import dev.portway.graph.GivenLines;
import dev.portway.graph.GraphLines;
import dev.portway.graph.Quota;
import dev.portway.graphclient.GraphAccess;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.GraphConfig;
import dev.portway.graphclient.answer.GraphResult;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.GraphVersion;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Facts;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.preflight.Check;
import dev.portway.preflight.Glance;
import dev.portway.preflight.Preflight;
import dev.portway.problem.Problems;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import dev.portway.sandbox.fault.Faults;
import dev.portway.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The world {@code troubles}: for each of its numbers the route finder and the checks name the route, the problem, whose move it is and what helps, as
 * the world says a careful expert would; none missed, none invented.
 */
class TroublesTest {
    private static final ProviderId PROVIDER = new ProviderId("rota");
    private static final String DESTINATION = "200000000000002";
    private static final Sandbox SANDBOX = Sandbox.start(new SandboxOptions("127.0.0.1", 0, "troubles", null, null));
    /** What somebody says who brings a number over, where Graph shows nothing. */
    private static final Map<Topic, Value> ANSWERS = Map.of(Topic.WISH, Value.COME, Topic.PLACE, Value.ON_CLOUD, Topic.PORTFOLIO,
            Value.SAME_PORTFOLIO, Topic.DESTINATION, Value.NO_DESTINATION, Topic.APP, Value.KEEP_APP);
    private static final List<String> MIGRATE = Routes.named("migrate").orElseThrow().asks().checks();
    /** A glance reads no apps, and knows no order that brings a credit line. */
    private static final Set<String> LEFT_TO_THE_CHECKS = Set.of("alone-at-source: client", "no-other-line: client",
            "callback-reachable: provider", "calls-left: provider", "app-subscribed: portway");
    private static final String TOKEN = "sandbox-token-destination";
    /** Checks that no number here fails, and why. */
    private static final Map<Check, String> ELSEWHERE = Map.of(
            Check.NUMBER_FORMAT, "a typed number fails it, not one of the world: see below",
            Check.REGISTERS_LEFT, "what Portway itself has spent, which no world knows",
            Check.CODES_LEFT, "the same",
            Check.NO_BAN_ANNOUNCED, "only webhooks tell it, and they come to a migration under way",
            Check.ADMIN_KNOWN, "a provider's token is refused, and then it is unknown",
            Check.TEMPLATE_CAPACITY,
            "it takes hundreds of templates; what is shown of the account whose own cap is lower does not tell it");
    private static final Words ENGLISH = Words.of("words", Locale.ENGLISH);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /**
     * A number of the world, and what the world says of it.
     *
     * @param known what the order says beyond number and accounts
     * @param token what the provider asks Graph with
     * @param asks the first question that Graph leaves open, the wish being known; empty: none
     */
    record Case(String trouble, PhoneNumber number, Glance.Where where, String route, List<String> problems, String asks, String later,
            Facts known, String token) {
        @Override
        public String toString() {
            return trouble;
        }
    }

    static Stream<Case> cases() {
        return world().path("numbers").valueStream().map(TroublesTest::of);
    }

    private static JsonNode world() {
        var mapper = JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
        try (InputStream file = Objects.requireNonNull(Sandbox.class.getResourceAsStream("/worlds/troubles.json"))) {
            return mapper.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Case of(JsonNode number) {
        JsonNode expects = number.path("expects");
        var digits = new PhoneNumber("+" + number.path("countryCode").asString() + number.path("national").asString());
        var from = new WabaId(expects.path("from").asString(number.path("links").path(0).path("waba").asString()));
        Optional<WabaId> to = Optional.of(expects.path("to").asString(DESTINATION)).filter(id -> !id.equals("none")).map(WabaId::new);
        List<String> checks = list(expects.path("problem"));
        List<String> owners = list(expects.path("owner"));
        assertThat(list(expects.path("remedy"))).isEqualTo(checks.stream().map(check -> "check." + check + ".remedy").toList());
        var problems = new ArrayList<String>();
        for (int i = 0; i < checks.size(); i++) {
            problems.add(checks.get(i) + ": " + owners.get(i));
        }
        return new Case(number.path("trouble").asString(), digits, new Glance.Where(digits, Optional.of(from), SourceAccess.READ, to),
                expects.path("route").asString(""), problems, expects.path("asks").asString(""), expects.path("later").asString(""),
                known(expects.path("line").asString("")), expects.path("token").asString(TOKEN));
    }

    /** What the order says beyond number and accounts. */
    private static Facts known(String line) {
        return line.isEmpty()
                ? Facts.NONE
                : Facts.NONE.with(List.of(Learned.that(Fact.CREDIT_LINE, line)), 1, Instant.EPOCH, Source.PORTWAY);
    }

    private static List<String> list(JsonNode words) {
        return words.asString("").isEmpty() ? List.of() : List.of(words.asString().split(", "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void routeProblemOwnerAndRemedy_areThoseThatTheWorldStates(Case given) {
        var search = new RouteSearch(Glance.over(lines(given.token()), Clock.systemUTC()),
                new SetUp(_ -> new SetUps.SetUp("", "yes", "no", "not-offered")),
                Clock.systemUTC());
        var answers = new EnumMap<Topic, Value>(Map.of(Topic.WISH, Value.COME));
        var asked = new ArrayList<String>();
        Found found = find(search, given, answers);
        while (found.ranking().outcome() instanceof Ranking.Ask(Topic topic)) {
            asked.add(topic.word());
            answers.put(topic, Objects.requireNonNull(ANSWERS.get(topic), topic.word()));
            found = find(search, given, answers);
        }

        assertThat(found.ranking().outcome() instanceof Ranking.Best(Way way) ? way.word() : "none").isEqualTo(given.route());
        Set<String> glanced = sorted(given.problems().stream().filter(problem -> !LEFT_TO_THE_CHECKS.contains(problem)).toList());
        assertThat(given.where().destination().isPresent() ? problems(given) : problems(found.troubles()))
                .isEqualTo(given.where().destination().isPresent() ? sorted(given.problems()) : glanced);
        assertThat(problems(found.troubles())).as("the finder sees what the checks see").isEqualTo(glanced);
        assertThat(given.problems()).as("what the best way waits for is among it").containsAll(waitsFor(found));
        assertThat(given.problems()).allMatch(problem -> ENGLISH.has("check." + problem.replaceFirst(":.*", "") + ".remedy"));
        assertThat(given.asks().isEmpty() || asked.getFirst().equals(given.asks())).isTrue();
        assertThat(asked.isEmpty()).as("asked " + asked).isEqualTo(given.asks().isEmpty() && given.where().destination().isPresent());
        assertThat(given.later().isEmpty() || Problems.find(given.later()).isPresent()).isTrue();
    }

    @Test
    void everyNumber_saysWhatIsExpected() {
        assertThat(cases()).hasSize(63).allSatisfy(one -> assertThat(one.route()).as(one.trouble()).isNotEmpty());
    }

    /** Whatever a check can find wrong is a number of this world, or named with the reason why not. */
    @Test
    void everyCheck_failsForSomeNumber_orSaysWhyForNone() {
        Set<String> failing = cases().flatMap(one -> one.problems().stream())
                .map(problem -> problem.replaceFirst(":.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> elsewhere = ELSEWHERE.keySet().stream().map(Check::id).collect(Collectors.toSet());

        assertThat(failing).doesNotContainAnyElementsOf(elsewhere);
        assertThat(Stream.concat(failing.stream(), elsewhere.stream())).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Check.values()).map(Check::id).toList());
    }

    /** An older number, typed with today's ninth digit: named before anybody is asked where it is. */
    @Test
    void ninthDigitTooMany_isNamed() {
        var typed = new PhoneNumber("+5531987650015");
        var given = new Case("", typed, new Glance.Where(typed, Optional.of(new WabaId("200000000000001")), SourceAccess.READ,
                Optional.of(new WabaId(DESTINATION))), "", List.of(), "", "", Facts.NONE, TOKEN);
        var search = new RouteSearch(Glance.over(lines(), Clock.systemUTC()), new SetUp(_ -> new SetUps.SetUp("", "", "no", "")),
                Clock.systemUTC());

        assertThat(problems(find(search, given, Map.of(Topic.WISH, Value.COME)).troubles())).containsExactly("number-format: provider");
    }

    /** Nobody is told that a number is nowhere because Graph was in trouble, and what was not seen is looked for again. */
    @Test
    void whatGraphCouldNotShow_staysUnknown_andIsNotRemembered() {
        Case given = cases().filter(one -> one.trouble().equals("none")).findFirst().orElseThrow();
        var search = new RouteSearch(Glance.over(lines(), Clock.systemUTC()), new SetUp(_ -> new SetUps.SetUp("", "", "no", "")),
                Clock.systemUTC());
        SANDBOX.stage().faults.order(new Faults.Order("list-numbers", "http-503", null, 1, 1_000, Duration.ZERO));

        Found blind = find(search, given, Map.of(Topic.WISH, Value.COME));
        SANDBOX.stage().reset();
        Found seen = find(search, given, Map.of(Topic.WISH, Value.COME));

        assertThat(blind.passing()).isTrue();
        assertThat(blind.ranking().outcome()).isEqualTo(new Ranking.Ask(Topic.PLACE));
        assertThat(seen.passing()).isFalse();
        assertThat(seen.ranking().outcome()).isEqualTo(new Ranking.Best(Way.MIGRATE));
    }

    /** Two minutes: the questions of one person, not the state of another day. */
    @Test
    void whatWasSeen_isRememberedForAFewQuestions() {
        Case given = cases().filter(one -> one.trouble().equals("none")).findFirst().orElseThrow();
        Instant[] now = {Instant.parse("2026-11-21T12:00:00Z")};
        InstantSource clock = () -> now[0];
        var search = new RouteSearch(Glance.over(lines(), clock), new SetUp(_ -> new SetUps.SetUp("", "", "no", "")), clock);
        SANDBOX.stage().reset();

        find(search, given, Map.of());
        int first = reads();
        find(search, given, Map.of(Topic.WISH, Value.COME));
        assertThat(reads()).isEqualTo(first);
        now[0] = now[0].plus(Duration.ofMinutes(3));
        find(search, given, Map.of(Topic.WISH, Value.COME));
        assertThat(reads()).isEqualTo(2 * first);
    }

    private static int reads() {
        return SANDBOX.stage().calls.find(_ -> true).size();
    }

    private static Found find(RouteSearch search, Case given, Map<Topic, Value> answers) {
        return search.find(PROVIDER,
                new Inquiry(given.where(), answers, Set.of(), Optional.empty(), Day.of(Clock.systemUTC().instant(), ZoneOffset.UTC)));
    }

    /** By the checks of an order, as whoever places one sees them. */
    private static Set<String> problems(Case given) {
        var order = new Order(List.of(given.number()), given.where().source(), SourceAccess.READ, given.where().destination(),
                Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE, Optional.empty());
        return switch (Preflight.over(lines(given.token()), Clock.systemUTC())
                .check(new Preflight.Question(PROVIDER, order, MIGRATE, given.known(), Spendings.NONE))) {
            case Preflight.Result.Looked looked -> problems(looked.findings().all());
            case Preflight.Result.Blind(var why, _) -> throw new AssertionError("blind: " + why);
        };
    }

    private static Set<String> problems(List<Finding> findings) {
        return findings.stream()
                .filter(one -> one.verdict() == Verdict.FAILS || one.verdict() == Verdict.WARNS)
                .map(one -> one.check() + ": " + one.owner().word())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> sorted(List<String> problems) {
        return new TreeSet<>(problems);
    }

    private static List<String> waitsFor(Found found) {
        return found.ranking().outcome() instanceof Ranking.Best
                ? found.ranking()
                        .ways()
                        .getFirst()
                        .needs()
                        .stream()
                        .filter(Need::unmet)
                        .map(need -> need.check() + ": " + need.owner().word())
                        .toList()
                : List.of();
    }

    private static GivenLines lines() {
        return lines(TOKEN);
    }

    /** With the login of the app that the token is of; what is asked in the name of the usual app is left out, for it has no webhooks in this world. */
    private static GivenLines lines(String token) {
        JsonNode app = app(token);
        GraphClient graph = GraphClient.open(GraphConfig.of(URI.create(SANDBOX.uri().toString()), GraphVersion.CURRENT),
                GraphAccess.of(new AccessToken(token), new AppSecret(app.path("secret").asString())));
        String id = app.path("id").asString();
        var login = new GraphLines.AppLogin(new AppId(id), new AppSecret(app.path("secret").asString()));
        return new GivenLines(graph, graph, Optional.of(id), (_, _) -> new Open(), Optional.of(login).filter(_ -> app.has("webhookUrl")));
    }

    private static JsonNode app(String token) {
        JsonNode world = world();
        String app = named(world.path("tokens"), "value", token).path("app").asString();
        return named(world.path("apps"), "id", app);
    }

    private static JsonNode named(JsonNode rows, String key, String value) {
        return rows.valueStream().filter(row -> row.path(key).asString().equals(value)).findFirst().orElseThrow();
    }

    /** Nothing is counted here. */
    private record Open() implements Quota {
        @Override
        public Optional<Duration> take(int calls) {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> closedFor() {
            return Optional.empty();
        }

        @Override
        public <R extends GraphResult<?>> R heard(R result) {
            return result;
        }
    }
}
