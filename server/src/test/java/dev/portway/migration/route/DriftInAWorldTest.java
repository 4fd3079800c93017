package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Action;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Drift.Difference;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.History;
import dev.portway.migration.standing.Told;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With the server's own hands in a world of the sandbox: something changes after the check, and the migration holds with what was and what is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftInAWorldTest {
    private static final String NUMBER = "numbers/+5511987650002";
    private static final String TEMPLATE = "templates/1689556908100001";

    private final WorldJourneys journeys = new WorldJourneys("drift");

    @AfterAll
    void close() {
        journeys.close();
    }

    private WorldJourney waitingForSomebody() {
        WorldJourney one = journeys.migrateWithTemplates().stoppingAt(Kind.CHOOSE_CODE);
        assertThat(one.goes()).isEqualTo("CLIENT choose-code ");
        return one;
    }

    private static List<String> told(WorldJourney one) {
        return one.desk().migration.facts()
                .value(Fact.DRIFT)
                .orElseThrow()
                .differences()
                .stream()
                .map(difference -> difference.check() + ": " + difference.was() + " -> " + difference.is())
                .toList();
    }

    private static Consumer<WorldPeople> put(String path, Map<String, ?> values) {
        return people -> people.put(path, values);
    }

    static Stream<Arguments> undone() {
        return Stream.of(
                Arguments.of("two-step comes back", put(NUMBER + "/two-step", Map.of("enabled", true)),
                        put(NUMBER + "/two-step", Map.of("enabled", false)), "CLIENT clear-the-way two-step-off",
                        "two-step-off: off -> on"),
                Arguments.of("a new name is filed",
                        put(NUMBER, Map.of("newName", "Padaria Nova", "newNameStatus", "PENDING_REVIEW")),
                        put(NUMBER, Map.of("newNameStatus", "NONE")), "ORIGIN clear-the-way display-name-approved",
                        "display-name-approved: APPROVED -> APPROVED, change: PENDING_REVIEW"),
                Arguments.of("a template is switched off", put(TEMPLATE, Map.of("status", "DISABLED")),
                        put(TEMPLATE, Map.of("status", "APPROVED")), "PROVIDER look-at-drift ", "templates: APPROVED -> DISABLED"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("undone")
    void whatChanged_holdsIt_untilItIsAsItWas(String what, Consumer<WorldPeople> change, Consumer<WorldPeople> undo, String task,
            String told) {
        WorldJourney one = waitingForSomebody().meanwhile(change).stoppingAt(Kind.CLEAR_THE_WAY).stoppingAt(Kind.LOOK_AT_DRIFT);

        assertThat(one.goesOn()).isEqualTo(task);
        assertThat(told(one)).containsExactly(told);
        assertThat(one.registers()).isZero();

        assertThat(History.latest(one.desk().migration.facts()).stream().filter(finding -> task.endsWith(finding.check())))
                .as("what the check itself saw is not what was seen last")
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Finding.Verdict.FAILS));

        assertThat(one.putRight(undo).goingOnAt(Kind.CHOOSE_CODE).goesOn()).isEqualTo("completed");
        assertThat(told(one)).isEmpty();
    }

    @Test
    void templateThatIsEdited_isLetPass_andALaterOneIsAskedAgain() {
        WorldJourney one = waitingForSomebody().stoppingAt(Kind.LOOK_AT_DRIFT).meanwhile(edit("Another text"));
        assertThat(one.goesOn()).isEqualTo("PROVIDER look-at-drift ");
        assertThat(told(one)).containsExactly("templates: APPROVED -> edited");
        accept(one);
        assertThat(one.goesOn()).isEqualTo("CLIENT choose-code ");

        one.meanwhile(put("templates/1689556908100004", Map.of("status", "PAUSED")));

        assertThat(one.goesOn()).isEqualTo("PROVIDER look-at-drift ");
        accept(one);
        assertThat(one.goingOnAt(Kind.CHOOSE_CODE).goesOn()).isEqualTo("completed");
        assertThat(one.registers()).isEqualTo(1);
    }

    @Test
    void sourceThatCannotBeRead_hasNotDrifted() {
        WorldJourney one = journeys.migrateWithoutAccess();

        one.completes();

        assertThat(one.desk().migration.facts().value(Fact.DRIFT).map(Drift::differences)).contains(List.<Difference>of());
    }

    private static void accept(WorldJourney one) {
        String mark = one.desk().migration.facts().value(Fact.DRIFT).orElseThrow().mark();
        assertThat(one.desk().tell(Action.ACCEPT_DRIFT, Map.of("mark", mark))).isInstanceOf(Told.Accepted.class);
    }

    private static Consumer<WorldPeople> edit(String text) {
        return put(TEMPLATE, Map.of("components", List.of(Map.of("type", "BODY", "text", text))));
    }
}
