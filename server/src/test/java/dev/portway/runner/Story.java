package dev.portway.runner;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Answer;
import dev.portway.migration.HumanTask;
import dev.portway.migration.Journal;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.Person;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.Route;
import dev.portway.migration.Run;
import dev.portway.migration.SimulatedGraph;
import dev.portway.migration.Wishes;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Told;
import dev.portway.problem.Problems;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One migration from its first step to its end, with what its rows are at each stand. The database's clock is moved by hand. */
final class Story {
    private static final ProviderId HERE = new ProviderId("here");
    private static final PhoneNumber NUMBER = new PhoneNumber("+5511987650001");
    private static final Source ANA = Source.person("ana");
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final JdbcClient sql;
    private final Migrations migrations;
    private final Desk desk;
    private final Journal journal;
    private final Stored stored;
    final SimulatedGraph graph = new SimulatedGraph();
    private final Person person = new Person(graph);

    private final List<Stored.Line> lines = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private Map<String, JsonNode> rows = new HashMap<>();
    private MigrationId id = new MigrationId("mig_00000000000000000000");
    private Instant now = START;

    Story(JdbcClient sql, Migrations migrations, Desk desk, Journal journal) {
        this.sql = sql;
        this.migrations = migrations;
        this.desk = desk;
        this.journal = journal;
        this.stored = new Stored(sql);
    }

    /** Every story there is, by its name. */
    static List<String> names() {
        return Stream.concat(
                Stream.of("window", "in-window", "two-numbers", "register-lost", "register-refused", "withdrawn", "failed"),
                Routes.all().stream().map(Route::name)).toList();
    }

    List<Stored.Line> tell(String name) {
        setClock();
        switch (name) {
            case "window" -> whole(order(1, Proving.BEFORE_WINDOW), true);
            case "in-window" -> whole(order(1, Proving.IN_WINDOW), true);
            case "two-numbers" -> whole(order(2, Proving.BEFORE_WINDOW), false);
            case "register-lost" -> {
                graph.mishaps.put(Act.REGISTER, SimulatedGraph.Mishap.LOST_AFTER);
                graph.mishaps.put(Act.REQUEST_CODE, SimulatedGraph.Mishap.LOST_AFTER);
                whole(order(1, Proving.BEFORE_WINDOW), false);
            }
            case "register-refused" -> {
                graph.refuse(Act.REGISTER, Problems.REGISTER_BUDGET_SPENT);
                graph.refuse(Act.VERIFY_CODE, Problems.WRONG_CODE);
                whole(order(1, Proving.BEFORE_WINDOW), false);
            }
            case "withdrawn" -> {
                place(order(1, Proving.BEFORE_WINDOW));
                carry(HumanTask.Kind.ENTER_CODE);
                say(Action.WITHDRAW, Map.of());
                carry(HumanTask.Kind.ENTER_CODE);
            }
            case "failed" -> {
                graph.refuse(Act.ADD_NUMBER, Problems.DIFFERENT_BUSINESS);
                whole(order(1, Proving.BEFORE_WINDOW), false);
            }
            default -> ofRoute(Routes.named(name).orElseThrow());
        }
        return List.copyOf(lines);
    }

    /** With all that an order of it can say, so that it stands at every step. It begins on a day on which no credit line can be shared. */
    private void ofRoute(Route route) {
        now = Instant.parse("2026-11-29T12:00:00Z");
        setClock();
        Order order = Wishes.order(route, List.of(NUMBER), Optional.of(new PhoneNumber("+5511987650009")));
        var card = ((Desk.Placed.New) desk.place(HERE, route, order, Wishes.all(route), ANA)).card();
        id = card.migration().id();
        graph.prepare(card.migration());
        if (route.name().equals("signup")) {
            graph.leaveTheNumberOut();
        }
        if (route.asksFor(Act.ADD_NEW_NUMBER)) {
            graph.refuse(Act.ADD_NEW_NUMBER, Problems.NAME_MISSING);
        }
        if (route.hasWindow()) {
            say(Action.SCHEDULE, Map.of("opens", "2026-12-28T23:58:30Z", "closes", "2026-12-30T04:00:00Z"));
        }
        carry(HumanTask.Kind.DECIDE_DOUBT);
    }

    private static Order order(int numbers, Proving proving) {
        var all = List.of(new PhoneNumber("+5511987650001"), new PhoneNumber("+5511987650002")).subList(0, numbers);
        return new Order(all, Optional.of(new WabaId("100001")), SourceAccess.OWN, Optional.of(new WabaId("200002")), proving,
                Order.SETTLING,
                Order.PATIENCE, Optional.of(new PhoneNumber("+5511987650009")));
    }

    private void whole(Order order, boolean window) {
        place(order);
        if (window) {
            say(Action.SCHEDULE, Map.of("opens", "2026-11-25T02:00:00Z", "closes", "2026-11-25T04:00:00Z"));
        }
        carry(HumanTask.Kind.DECIDE_DOUBT);
    }

    private void place(Order order) {
        id = ((Desk.Placed.New) desk.place(HERE, Routes.named("migrate").orElseThrow(), order, List.of(), ANA)).card().migration().id();
    }

    private void say(Action action, Map<String, String> input) {
        if (!(desk.tell(HERE, id, action, input, ANA).orElseThrow() instanceof Told.Accepted)) {
            throw new AssertionError(action + " is not taken");
        }
    }

    /** Until it ended, or this is asked. */
    private void carry(HumanTask.Kind stop) {
        var run = new Run("node", migrations.take(id, "node").orElseThrow());
        for (int steps = 0; steps < 500; steps++) {
            Desk.Card card = desk.find(HERE, id).orElseThrow();
            now = card.now();
            note(card.migration());
            switch (card.standing().next()) {
                case Next.Call call -> call(run, call);
                case Next.Wait(var until, _) -> pass(Duration.between(now, until));
                case Next.Ask(var task, _, _, _) when task.kind() == stop -> {
                    return;
                }
                case Next.Ask(var task, _, _, _) -> answer(task, card.migration());
                case Next.Done _ when card.migration().ending().isPresent() -> {
                    return;
                }
                case Next.Done _ -> journal.begin(id, run);
            }
        }
        throw new AssertionError("It never ends");
    }

    private void call(Run run, Next.Call call) {
        var turn = journal.begin(id, run).orElseThrow();
        if (call.act().isEffect()) {
            note(turn.migration());
        }
        pass(Duration.ofMillis(250));
        journal.end(id, run, turn, Answer.of(graph.carryOut(call, turn.migration(), now)));
    }

    private void answer(HumanTask task, Migration migration) {
        pass(Duration.ofMinutes(1));
        Person.Reply reply = person.reply(task, migration);
        say(reply.action(), reply.input());
    }

    private void pass(Duration time) {
        now = now.plus(time);
        setClock();
    }

    private void setClock() {
        sql.sql("update test_clock set at = ?").param(Timestamp.from(now)).update();
    }

    /** Writes down where it stands, once for each step, number and kind of what is next. */
    private void note(Migration migration) {
        var stand = Stored.Stand.of(migration, now);
        if (told.add(stand.step() + stand.number() + stand.status() + stand.next().replaceAll("(until|by|again) .*", ""))) {
            Map<String, JsonNode> after = stored.rows(id.value());
            lines.addAll(Stored.difference(rows, after));
            lines.add(new Stored.Line(null, null, stand));
            rows = after;
        }
    }
}
