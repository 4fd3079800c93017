package dev.portway.migration;

import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Standing;
import dev.portway.migration.standing.Told;
import dev.portway.migration.standing.Transitions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One migration, carried along its route against a simulated Graph, with a clock that is set by hand. What a runner does, without its database. */
public final class Desk {
    public static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    public static final PhoneNumber NUMBER = new PhoneNumber("+5511987654321");
    public static final PhoneNumber SECOND = new PhoneNumber("+5511987654322");
    public static final Source ANA = Source.person("ana");

    /** Who carries acts out. */
    public interface Outside {
        Outcome carryOut(Next.Call call, Migration migration, Instant now);
    }

    public final SimulatedGraph graph = new SimulatedGraph();
    private final Outside outside;
    public final List<Event> events = new ArrayList<>();
    public Migration migration;
    public Instant now = START;

    public Desk(Order order) {
        this("migrate", new ProviderId("here"), order, said(order), null);
    }

    /** @param outside null: the simulated one */
    public Desk(String route, ProviderId provider, Order order, List<Learned<?>> said, @Nullable Outside outside) {
        this.outside = outside == null ? graph::carryOut : outside;
        migration = Transitions
                .created(
                        Migration.asked(new MigrationId("mig_00000000000000000000"), provider,
                                Routes.named(route).orElseThrow(), order, now),
                        said, ANA, now)
                .migration();
    }

    /** An order of any route, with as much as it needs, and not yet submitted. */
    public static Desk on(Route route, List<Learned<?>> said) {
        return new Desk(route.name(), new ProviderId("here"), Wishes.order(route, List.of(NUMBER, SECOND), Optional.empty()), said, null);
    }

    /** Goes to its end, with somebody who does whatever is asked. */
    public Next.Done goWith(Person person) {
        for (int asked = 0; asked < 60; asked++) {
            switch (goUntilAsked()) {
                case Next.Ask ask -> reply(person.reply(ask.task(), migration));
                case Next.Done done -> {
                    return done;
                }
                default -> throw new AssertionError("It neither asks nor ends: " + standing());
            }
        }
        throw new AssertionError("It asks for ever: " + standing());
    }

    public void reply(Person.Reply reply) {
        if (!(tell(reply.action(), reply.input()) instanceof Told.Accepted)) {
            throw new AssertionError(reply + " is not taken: " + standing());
        }
    }

    public static Desk oneNumber() {
        return new Desk(order(List.of(NUMBER), SourceAccess.READ, Proving.BEFORE_WINDOW));
    }

    public static Order order(List<PhoneNumber> numbers, SourceAccess access, Proving proving) {
        return new Order(numbers, access == SourceAccess.NONE ? Optional.empty() : Optional.of(new WabaId("100001")), access,
                Optional.of(new WabaId("200002")), proving,
                Order.SETTLING, Order.PATIENCE, Optional.empty());
    }

    private static List<Learned<?>> said(Order order) {
        var said = new ArrayList<Learned<?>>();
        said.add(Learned.that(Fact.SUBMITTED, true));
        order.numbers().forEach(number -> said.add(Learned.that(Fact.CODE_CHOICE, number, new CodeChoice(CodeChoice.Method.SMS, "pt_BR"))));
        return said;
    }

    public Standing standing() {
        return Standing.of(migration, now);
    }

    public String step() {
        return standing().step().map(Step::name).orElse("ended");
    }

    /** Goes on until it must wait, and says for what. */
    public Next go() {
        for (int steps = 0; steps < 1000; steps++) {
            Next next = standing().next();
            switch (next) {
                case Next.Call call -> once(call);
                case Next.Done _ when migration.ending().isEmpty() -> take(Transitions.finished(migration, now).orElseThrow());
                default -> {
                    return next;
                }
            }
        }
        throw new AssertionError("It never waits: " + standing() + " " + migration.attempts());
    }

    /** Makes one call, whatever comes of it. */
    public void once(Next.Call call) {
        var begun = Transitions.begun(migration, call, now, now.plusSeconds(60));
        migration = begun.migration();
        now = now.plusMillis(100);
        Outcome outcome = outside.carryOut(call, migration, now);
        take(Transitions.ended(migration, begun.attempt(), outcome, now));
    }

    /** Writes a call down, and leaves open what comes of it: its node is gone, or stands still. */
    public Attempt begin(Next.Call call) {
        var begun = Transitions.begun(migration, call, now, now.plusSeconds(60));
        migration = begun.migration();
        return begun.attempt();
    }

    /** Goes on until this act is next. */
    public Next.Call goUntilCalled(Act act) {
        for (int steps = 0; steps < 1000; steps++) {
            switch (standing().next()) {
                case Next.Call call when call.act() == act -> {
                    return call;
                }
                case Next.Call call -> once(call);
                case Next.Wait(var until, _) -> now = until;
                default -> throw new AssertionError("It stops before " + act + ": " + standing());
            }
        }
        throw new AssertionError("It never calls " + act + ": " + standing());
    }

    /** Goes on, whatever it waits for in time, until a person is needed or it ended. */
    public Next goUntilAsked() {
        for (int waits = 0; waits < 200; waits++) {
            Next next = go();
            if (!(next instanceof Next.Wait wait)) {
                return next;
            }
            now = wait.until();
        }
        throw new AssertionError("It waits for ever: " + standing());
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public void take(Change change) {
        migration = change.migration();
        events.addAll(change.events());
    }

    public Told tell(Action action, Map<String, String> input) {
        Told told = Transitions.told(migration, action, input, ANA, now);
        if (told instanceof Told.Accepted(var change)) {
            take(change);
        }
        return told;
    }

    public Next tellThenGo(Action action) {
        tell(action, Map.of());
        return goUntilAsked();
    }

    public void enterCode(String code) {
        if (!(tell(Action.ENTER_CODE, Map.of("code", code)) instanceof Told.Accepted)) {
            throw new AssertionError("The code is not taken: " + standing());
        }
    }

    public List<String> eventNames() {
        return events.stream().map(Event::name).toList();
    }
}
