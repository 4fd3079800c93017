package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Attempt;
import dev.portway.migration.Budget;
import dev.portway.migration.Desk;
import dev.portway.migration.Ending;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Next;
import dev.portway.migration.Outcome;
import dev.portway.migration.Person;
import dev.portway.migration.Proving;
import dev.portway.migration.SimulatedGraph.Mishap;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Told;
import dev.portway.migration.standing.Transitions;
import dev.portway.migration.standing.Withdrawal;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Tens of thousands of runs of all routes in which anything may go wrong at any call and anybody may say anything at any time. What must hold is asked
 * of the simulated Graph, never of the engine. A failure prints its seed; {@code -Dportway.seed=N} runs that one alone.
 */
class RandomRunsTest {
    private static final int RUNS = 20_000;
    private static final int LONGEST = 300;

    @Test
    void whateverGoesWrong_thePromisesHold() {
        long first = Long.getLong("portway.seed", 0);
        int runs = Long.getLong("portway.seed") == null ? RUNS : 1;
        int endings = 0;
        for (long seed = first; seed < first + runs; seed++) {
            var run = new RandomRun(seed);
            run.go();
            run.promises();
            endings += run.desk.migration.ending().isPresent() ? 1 : 0;
        }
        // Most must get somewhere, or the promises were kept by doing nothing.
        assertThat(endings).isGreaterThan(runs / 2);
    }

    private static final class RandomRun {
        private static final List<Problem> REFUSALS = List.of(Problems.GRAPH_UNAVAILABLE, Problems.RATE_LIMITED,
                Problems.NUMBER_IN_MAINTENANCE,
                Problems.CODE_NOT_AVAILABLE, Problems.REGISTER_BUDGET_SPENT, Problems.PIN_MISMATCH, Problems.NOT_VERIFIED,
                Problems.TWO_STEP_ON,
                Problems.TOKEN_INVALID, Problems.UNRECOGNISED, Problems.DIFFERENT_BUSINESS);

        /** What is answered now this way, now that. */
        private static final Set<Kind> BY_CHANCE = EnumSet.of(Kind.ENTER_CODE, Kind.CHOOSE_CODE, Kind.DECIDE_DOUBT, Kind.SCHEDULE,
                Kind.MEND,
                Kind.CONFIRM_TWO_STEP_OFF, Kind.SET_UP_PAYMENT);

        private static final Outcome TOO_LATE_TO_SEND = new Outcome.NotSent(Problems.GRAPH_UNREACHABLE, Duration.ZERO);

        /** On these the number is live whatever becomes of the migration. */
        private static final Set<String> WORKS_ANYWAY = Set.of("join", "coexist", "reshare");

        private final long seed;
        private final Random random;
        private final Desk desk;
        private final Person person;
        private int codesAskedFor;
        private Optional<Runnable> late = Optional.empty();

        RandomRun(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            var numbers = random.nextInt(4) == 0 ? List.of(Desk.NUMBER, Desk.SECOND) : List.of(Desk.NUMBER);
            this.desk = random.nextInt(3) > 0 ? RoutesTest.desk(any(RoutesTest.ROUTES)) : migrating(numbers);
            this.person = new Person(desk.graph);
            this.codesAskedFor = (int) desk.migration.order()
                    .numbers()
                    .stream()
                    .filter(number -> desk.migration.facts().value(Fact.CODE_CHOICE, number).isPresent())
                    .count();
        }

        private Desk migrating(List<PhoneNumber> numbers) {
            return new Desk(Desk.order(numbers, random.nextBoolean() ? SourceAccess.READ : SourceAccess.NONE,
                    random.nextBoolean() ? Proving.BEFORE_WINDOW : Proving.IN_WINDOW));
        }

        void go() {
            for (int step = 0; step < LONGEST && desk.migration.ending().isEmpty(); step++) {
                disturb();
                switch (desk.standing().next()) {
                    case Next.Call call when call.act().isEffect() && random.nextInt(20) == 0 -> cutOff(call);
                    case Next.Call call -> desk.once(call);
                    case Next.Wait(var until, _) -> desk.now = until;
                    case Next.Ask ask -> answer(ask);
                    case Next.Done _ -> desk.take(Transitions.finished(desk.migration, desk.now).orElseThrow());
                }
            }
        }

        private void disturb() {
            Act act = any(List.of(Act.values()));
            switch (random.nextInt(40)) {
                case 0, 1 -> desk.graph.mishaps.put(act, any(List.of(Mishap.values())));
                case 2 -> desk.graph.refuses.put(act, any(REFUSALS));
                case 3 -> toggleTwoStep();
                case 4 -> desk.graph.verified.clear();
                case 5 -> tell(Allowed.of(desk.migration, desk.now));
                case 6 -> desk.take(
                        Transitions.heard(desk.migration, List.of(Learned.that(Fact.HEARD, "security")), Source.webhook("1"), desk.now));
                case 8, 9, 10 -> {
                    late.ifPresent(Runnable::run);
                    late = Optional.empty();
                }
                case 7 -> desk.graph.lookShowsNothing = random.nextInt(4) == 0;
                default -> {
                }
            }
        }

        /** Its node is killed, and nobody hears what came of the call; or it was paused, and all hear it late. */
        private void cutOff(Next.Call call) {
            Attempt attempt = desk.begin(call);
            boolean arrives = random.nextBoolean();
            Outcome outcome = arrives ? desk.graph.carryOut(call, desk.migration, desk.now) : TOO_LATE_TO_SEND;
            if (arrives) {
                desk.graph.darken(call);
            }
            late = random.nextBoolean() ? Optional.of(() -> comesLate(call, attempt, outcome)) : Optional.empty();
        }

        private void comesLate(Next.Call call, Attempt attempt, Outcome outcome) {
            desk.take(Transitions.ended(desk.migration, attempt, outcome, desk.now));
            desk.graph.enlighten(call);
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private void toggleTwoStep() {
            if (!desk.graph.twoStepOn.remove(Desk.NUMBER) && random.nextBoolean()) {
                desk.graph.twoStepOn.add(Desk.NUMBER);
            }
        }

        private void answer(Next.Ask ask) {
            desk.graph.twoStepOn.clear();
            List<Action> offered = Allowed.of(desk.migration, desk.now);
            List<Action> answers = offered.stream().filter(ask.task().kind().answers()::contains).toList();
            if (answers.isEmpty() || random.nextInt(10) == 0) {
                desk.pass(Duration.ofHours(1 + random.nextInt(48)));
            } else if (!BY_CHANCE.contains(ask.task().kind())) {
                Person.Reply reply = person.reply(ask.task(), desk.migration);
                desk.tell(reply.action(), reply.input());
            } else {
                tell(answers);
            }
        }

        private void tell(List<Action> offered) {
            if (offered.isEmpty()) {
                return;
            }
            Action action = any(offered);
            if (action == Action.WITHDRAW && random.nextInt(4) > 0) {
                return;
            }
            truthfully(action);
            boolean accepted = desk.tell(action, input(action)) instanceof Told.Accepted;
            codesAskedFor += accepted && (action == Action.NEW_CODE || action == Action.CHOOSE_CODE) ? 1 : 0;
        }

        /** A person who decides a doubt has looked, and says what is so. */
        private void truthfully(Action action) {
            if (action == Action.IT_HAPPENED || action == Action.IT_DID_NOT) {
                desk.graph.inTheDark.clear();
            }
        }

        private Map<String, String> input(Action action) {
            return switch (action) {
                case ENTER_CODE -> Map.of("code", random.nextInt(5) == 0 ? "999999" : "123456");
                case STATE -> Map.of("check", asked(Kind.SET_UP_PAYMENT) ? "payment-at-destination" : "two-step-off");
                case CHOOSE_CODE -> Map.of("method", "VOICE", "language", "pt_BR");
                case SCHEDULE -> window();
                default -> Map.of();
            };
        }

        private boolean asked(Kind kind) {
            return desk.standing().next() instanceof Next.Ask ask && ask.task().kind() == kind;
        }

        private Map<String, String> window() {
            Instant opens = desk.now.plus(Duration.ofHours(random.nextInt(120)));
            return Map.of("opens", opens.toString(), "closes", opens.plus(Duration.ofHours(2)).toString());
        }

        void promises() {
            String which = "seed " + seed + ": " + desk.eventNames();
            assertThat(desk.graph.registersInTheDark).as("no register while another is in doubt, " + which).isZero();
            int codes = desk.graph.codesSent.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(codes).as("no code unasked, " + which).isLessThanOrEqualTo(codesAskedFor);
            desk.migration.order().numbers().forEach(number -> promises(number, which));
        }

        private void promises(PhoneNumber number, String which) {
            assertThat(mostWithin(desk.graph.registerTimes.getOrDefault(number, List.of()))).as("register budget, " + which)
                    .isLessThanOrEqualTo(10);
            boolean live = desk.graph.live.contains(number);
            desk.migration.ending().ifPresent(ending -> {
                boolean goes = desk.migration.route().name().equals("port-out");
                boolean stays = Set.of("partner-change", "port-out").contains(desk.migration.route().name());
                if (ending == Ending.COMPLETED) {
                    assertThat(goes ? desk.graph.others.left.contains(number) : live || stays).as("completed means live, " + which)
                            .isTrue();
                } else if (desk.migration.route().name().equals("add")) {
                    boolean saidNotToBe = desk.migration.facts().value(Fact.LAST_CALL_HAPPENED).filter(happened -> !happened).isPresent();
                    assertThat(!live || saidNotToBe || toldToStay(number)).as("what stays is told, " + which).isTrue();
                } else if (WORKS_ANYWAY.contains(desk.migration.route().name())) {
                    assertThat(desk.graph.registersSent).as("nothing is registered, " + which).isEmpty();
                } else if (!desk.migration.facts().is(Fact.LAST_CALL_HAPPENED)
                        && desk.migration.facts().value(Fact.LAST_CALL_HAPPENED).isEmpty()) {
                    assertThat(live).as(ending + " means nothing changed hands, " + which).isFalse();
                }
            });
        }

        private boolean toldToStay(PhoneNumber number) {
            return Withdrawal.of(desk.migration, desk.now)
                    .stays()
                    .stream()
                    .anyMatch(one -> one.words().equals("number-registered") && one.number().equals(Optional.of(number)));
        }

        private static int mostWithin(List<Instant> times) {
            return times.stream()
                    .mapToInt(from -> (int) times.stream()
                            .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(Budget.REGISTERS.window())))
                            .count())
                    .max()
                    .orElse(0);
        }
    }
}
