package dev.portway.migration.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Attempt;
import dev.portway.migration.Doing;
import dev.portway.migration.Doubt;
import dev.portway.migration.Ending;
import dev.portway.migration.HumanTask;
import dev.portway.migration.Leaves;
import dev.portway.migration.Next;
import dev.portway.migration.Phase;
import dev.portway.migration.Route;
import dev.portway.migration.Status;
import dev.portway.migration.Step;
import dev.portway.migration.Term;
import dev.portway.migration.fact.AtSource;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.CloneState;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.IntentState;
import dev.portway.migration.fact.PartnerSeen;
import dev.portway.migration.fact.SignupFound;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.route.Routes;
import dev.portway.preflight.Check;
import dev.portway.problem.Party;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever the heart has a name for has a text in every language: nobody is shown {@code two-step-still-off}. */
class WordsTest {
    static final List<Locale> LANGUAGES = Words.LANGUAGES;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void routes_haveWords(Locale language) {
        for (Route route : Routes.all()) {
            spoken(language, "route." + route.name(), "route." + route.name() + ".about");
            route.steps().forEach(step -> {
                step.names().forEach(name -> spoken(language, "step." + name, "step." + name + ".to-do"));
                step.terms().unless().forEach(unless -> spoken(language, "skipped." + unless.reason()));
                if (step.doing() instanceof Doing.Effect(_, Leaves leaves)) {
                    left(step, leaves).ifPresent(words -> spoken(language, "stays." + words));
                }
            });
        }
    }

    private static Optional<String> left(Step step, Leaves leaves) {
        return switch (leaves) {
            case Leaves.Undo _ -> Optional.of(step.name());
            case Leaves.Stays(String words) -> Optional.of(words);
            case Leaves.Nothing _ -> Optional.empty();
        };
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void closedLists_haveWords(Locale language) {
        each(language, "status.", Status.values());
        each(language, "phase.", Phase.values());
        each(language, "ending.", Ending.values());
        each(language, "party.", Party.values());
        each(language, "waiting.", Next.Waiting.values());
        each(language, "state.", Timeline.State.values());
        each(language, "verdict.", Finding.Verdict.values());
        each(language, "certainty.", Certainty.values());
        each(language, "source.", Source.Kind.values());
        each(language, "settled.", Attempt.Settled.values());
        each(language, "act.", Act.values());
        Fact.all().forEach(fact -> spoken(language, "fact." + fact.name()));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void tasks_sayWhatToDo(Locale language) {
        each(language, "task.", ".title", HumanTask.Kind.values());
        each(language, "task.", ".do", HumanTask.Kind.values());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void actions_haveWords(Locale language) {
        each(language, "action.", Action.values());
        Arrays.stream(Action.values())
                .flatMap(action -> action.fields().stream())
                .forEach(field -> {
                    spoken(language, "field." + field.name(), "field." + field.name() + ".hint");
                    boolean ofChecks = field.name().equals("check"); // those are called what the checks are called
                    field.oneOf()
                            .forEach(one -> spoken(language, ofChecks ? "check." + one + ".title" : "field." + field.name() + "." + one));
                });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void problems_sayWhatTheyMeanAndWhatHelps(Locale language) {
        Problems.all()
                .stream()
                .map(Problem::code)
                .forEach(code -> spoken(language, "problem." + code + ".title", "problem." + code + ".meaning",
                        "problem." + code + ".remedy"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void checks_sayWhatMustBeTrueAndWhatHelps(Locale language) {
        Arrays.stream(Check.values())
                .map(Check::id)
                .forEach(check -> spoken(language, "check." + check + ".title", "check." + check + ".unmet",
                        "check." + check + ".remedy"));
        each(language, "unseen.", Unseen.values());
    }

    /** Whoever waits for a code that never comes should have heard of it before, and hears of it then. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void carriersThatBlockWhatComesFromAbroad_areNamedWhereACodeIsAwaited(Locale language) {
        Words words = Words.of("words", language);
        String abroad = Map.of("en", "from abroad", "pt", "do exterior", "es", "del extranjero").get(language.getLanguage());

        assertThat(List.of("check.code-reachable.remedy", "check.call-answered.remedy", "task.choose-code.do",
                "problem.code-not-available.remedy")).allSatisfy(key -> assertThat(words.say(key)).contains(abroad));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void events_haveWords(Locale language) {
        Stream.of("created", "status-changed", "heard", "withdrawal-overtaken", Reminders.SOURCE_ENDS_SOON, "guest-link-made",
                "guest-link-opened",
                "guest-link-answered",
                "guest-link-revoked").forEach(name -> spoken(language, "event." + name));
        each(language, "event.", Ending.values());
        each(language, "event.", "-told", Action.values());
        LookEnd.NEWS.values().forEach(name -> spoken(language, "event." + name));
        Arrays.stream(Act.values()).filter(Act::isEffect).forEach(act -> {
            spoken(language, "event." + act.establishes().name());
            Stream.of("-refused", "-in-doubt").forEach(end -> spoken(language, "event." + act.word() + end));
            if (act.doubt() instanceof Doubt.Look) {
                Stream.of("-found-done", "-found-undone", "-still-in-doubt").forEach(end -> spoken(language, "event." + act.word() + end));
            }
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void terms_haveWords(Locale language) {
        Arrays.stream(Term.values()).map(Term::field).forEach(field -> {
            spoken(language, "field." + field.name(), "field." + field.name() + ".hint");
            field.oneOf().forEach(one -> spoken(language, "field." + field.name() + "." + one));
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void whatIsSeen_hasWords(Locale language) {
        Stream.of(SignupFound.values(), IntentState.values(), CloneState.values(), AtSource.values(), PartnerSeen.values())
                .forEach(words -> each(language, "saw.", words));
    }

    private static void each(Locale language, String before, Enum<?>[] all) {
        each(language, before, "", all);
    }

    private static void each(Locale language, String before, String after, Enum<?>[] all) {
        Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(word -> spoken(language, before + word + after));
    }

    private static void spoken(Locale language, String... keys) {
        Words words = Words.of("words", language);
        assertThat(Arrays.stream(keys).filter(key -> !words.has(key)).collect(Collectors.toList())).as("texts missing in " + language)
                .isEmpty();
    }
}
