package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.acceptance.Way.Case;
import dev.portway.acceptance.Way.Whose;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route to its end in started processes: some ordered and answered over the API, the others at a shell, where each task is answered by a command of
 * its own. What people do at Meta is done at the sandbox's controls.
 */
class EveryRouteTest {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    /** Ordered and answered at a shell. */
    private static final Set<Way> AT_A_SHELL = EnumSet.of(Way.MIGRATE, Way.TO_SOLUTION, Way.CURRENCY, Way.ADD, Way.HOSTING,
            Way.PARTNER_CHANGE, Way.PORT_OUT);
    /** On these a number becomes live here by our register. */
    private static final Set<Way> REGISTERING = EnumSet.of(Way.MIGRATE, Way.SIGNUP, Way.TO_SOLUTION, Way.ADD, Way.RECONNECT, Way.HOSTING);
    /** One waits for a day on which credit lines are shared, and then for the first of a month. */
    private static final int MONTHS = 2;

    @TempDir
    static Path folder;

    private static TwoProviders here;

    @BeforeAll
    static void start() {
        here = TwoProviders.start(folder, Stream.of(Way.values()).map(way -> way.at(0)).toList());
    }

    @AfterAll
    static void stop() {
        here.close();
    }

    @Test
    void everyRoute_completes_fromTheApiAndFromTheCommandLine() {
        var walk = new Walk(here);
        try (Server server = here.server(Whose.CEDRO, 0)) {
            cases(Whose.CEDRO).forEach(one -> atAShell(one, server));
        }
        try (Server server = here.server(Whose.ROTA, 0)) {
            cases(Whose.ROTA).filter(one -> !AT_A_SHELL.contains(one.way())).forEach(one -> walk.begin(one, server));
            cases(Whose.ROTA).filter(one -> AT_A_SHELL.contains(one.way())).forEach(one -> atAShell(one, server));
            walk.until(server, "all have ended, or wait for a day to come", LIMIT, state -> state.ended() || state.waitsForTheClock());
        }
        for (int months = 1; months <= MONTHS && !walk.haveEnded(); months++) {
            try (Server server = here.server(Whose.ROTA, months)) {
                walk.until(server, "all have ended, or wait for another month", LIMIT, state -> state.ended() || state.waitsForTheClock());
            }
        }
        assertThat(walk.ends()).containsOnlyKeys(walk.cases()).allSatisfy((_, status) -> assertThat(status).isEqualTo("completed"));
        for (Way way : Way.values()) {
            assertThat(here.sandbox().calls("register", "&effect=true&number=" + way.at(0).numbers().getFirst().substring(1)))
                    .as("registers of " + way)
                    .hasSize(REGISTERING.contains(way) ? 1 : 0);
        }
    }

    private static Stream<Case> cases(Whose provider) {
        return here.cases().stream().filter(one -> one.way().provider() == provider);
    }

    /** As a script would: orders, then answers task after task until it has ended. */
    private static void atAShell(Case one, Server server) {
        Operator.Said ordered = here.operator().portway(command(one).toArray(String[]::new));
        assertThat(ordered.exitCode()).as("%s waits for somebody: %s %s", one, ordered.out(), ordered.err()).isIn(0, 3);
        String id = new JsonMapper().readTree(ordered.out()).path("id").asString("");
        assertThat(id).as(ordered.out()).startsWith("mig_");
        var people = new Everybody(here.sandbox(), here.sandbox().env().path("appId").asString());
        JsonNode migration = here.migration(one, id, server);
        var answered = new ArrayList<String>();
        while (!Walk.State.of(migration).ended()) {
            assertThat(answered).as("%s never ends: %s", one, migration).hasSizeLessThan(20);
            Everybody.Reply reply = people.reply(one, migration).orElseThrow(() -> new AssertionError(one + " stands: " + id));
            Operator.Said said = here.operator().given(lines(reply), "answer", id, reply.action(), "--more", "--json");
            answered.add(reply.action() + ": " + said.exitCode() + " " + said.err());
            migration = settled(one, id, server);
        }
        assertThat(here.operator().portway("show", id).exitCode()).as("%s %s", one, answered).isZero();
        assertThat(migration.path("status").asString()).as("%s %s", one, answered).isEqualTo("completed");
    }

    /** When it asks the next, or has ended. */
    private static JsonNode settled(Case one, String id, Server server) {
        server.process().until(one + " asks or has ended", LIMIT, () -> {
            Walk.State state = Walk.State.of(here.migration(one, id, server));
            return state.ended() || state.asks();
        });
        return here.migration(one, id, server);
    }

    private static String lines(Everybody.Reply reply) {
        return String.join("\n", reply.input().entrySet().stream().map(field -> field.getKey() + "=" + field.getValue()).toList()) + "\n";
    }

    private static List<String> command(Case one) {
        var words = new ArrayList<String>();
        switch (one.way()) {
            case PARTNER_CHANGE -> words.addAll(List.of("partner-change", "--partner", "aurora"));
            case PORT_OUT -> words.add("port-out");
            default -> {
                words.addAll(List.of("migrate", "--route", one.way().route(), "--settling", "PT1S"));
                one.destination().ifPresent(waba -> words.addAll(List.of("--to", waba)));
                if (one.source().isPresent()) {
                    words.addAll(List.of("--access", "own"));
                }
                new LinkedHashMap<>(one.way().terms()).forEach((term, value) -> words.addAll(List.of("--term", term + "=" + value)));
            }
        }
        one.source().ifPresent(waba -> words.addAll(List.of("--from", waba)));
        words.addAll(List.of("--yes", "--json"));
        words.addAll(one.numbers());
        return words;
    }

    /** Each route there is has a page's heading of its own. */
    @Test
    void everyRoute_isAmongThem() {
        assertThat(Repository.read(Path.of("docs/routes.md")).lines().filter(line -> line.startsWith("## `")))
                .isNotEmpty()
                .allSatisfy(heading -> assertThat(Stream.of(Way.values()).map(Way::route)).contains(heading.split("`")[1]));
    }
}
