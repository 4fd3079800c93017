package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.SimulatedGraph.Mishap;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Tens of thousands of runs of the route in which anything may go wrong at any call and anybody may say anything at any time. What must hold is asked
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

        private static final Outcome TOO_LATE_TO_SEND = new Outcome.NotSent(Problems.GRAPH_UNREACHABLE, Duration.ZERO);

        private final long seed;
        private final Random random;
        private final Desk desk;
        private int codesAskedFor = 1;
        private Optional<Runnable> late = Optional.empty();

        RandomRun(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            var numbers = random.nextInt(4) == 0 ? List.of(Desk.NUMBER, Desk.SECOND) : List.of(Desk.NUMBER);
            this.desk = new Desk(Desk.order(numbers, random.nextBoolean() ? SourceAccess.READ : SourceAccess.NONE,
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
                case STATE -> Map.of("check", "two-step-off");
                case CHOOSE_CODE -> Map.of("method", "VOICE", "language", "pt_BR");
                case SCHEDULE -> window();
                default -> Map.of();
            };
        }

        private Map<String, String> window() {
            Instant opens = desk.now.plus(Duration.ofHours(random.nextInt(120)));
            return Map.of("opens", opens.toString(), "closes", opens.plus(Duration.ofHours(2)).toString());
        }

        void promises() {
            String which = "seed " + seed + ": " + desk.eventNames();
            assertThat(desk.graph.registersInTheDark).as("no register while another is in doubt, " + which).isZero();
            int numbers = desk.migration.order().numbers().size();
            int codes = desk.graph.codesSent.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(codes).as("no code unasked, " + which).isLessThanOrEqualTo(codesAskedFor + numbers - 1);
            desk.migration.order().numbers().forEach(number -> promises(number, which));
        }

        private void promises(PhoneNumber number, String which) {
            assertThat(mostWithin(desk.graph.registerTimes.getOrDefault(number, List.of()))).as("register budget, " + which)
                    .isLessThanOrEqualTo(10);
            boolean live = desk.graph.live.contains(number);
            desk.migration.ending().ifPresent(ending -> {
                if (ending == Ending.COMPLETED) {
                    assertThat(live).as("completed means live, " + which).isTrue();
                } else if (!desk.migration.facts().is(Fact.LAST_CALL_HAPPENED)
                        && desk.migration.facts().value(Fact.LAST_CALL_HAPPENED).isEmpty()) {
                    assertThat(live).as(ending + " means nothing changed hands, " + which).isFalse();
                }
            });
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
