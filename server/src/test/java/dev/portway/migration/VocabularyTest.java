package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.GeneratedDoc;
import dev.portway.migration.fact.AtSource;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.CloneState;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.IntentState;
import dev.portway.migration.fact.PartnerSeen;
import dev.portway.migration.fact.Payment;
import dev.portway.migration.fact.SignupFound;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.TwoStep;
import dev.portway.migration.route.Routes;
import dev.portway.problem.Party;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Names of steps, facts and acts are in stored rows. {@code vocabulary.txt} lists every one that was ever released: a rename keeps the old name in
 * {@code formerly}, a new one is added to the list.
 */
class VocabularyTest {
    @Test
    void everyNameEverUsed_isStillUnderstood() throws IOException {
        assertThat(known()).containsAll(committed());
    }

    @Test
    void everyNameInUse_isCommitted() throws IOException {
        var all = new TreeSet<>(committed());
        all.addAll(known());
        new GeneratedDoc("server/src/test/resources/vocabulary.txt").reads(String.join("\n", all) + "\n");
    }

    @Test
    void renamedStep_isMissed_unlessItKeepsItsFormerName() throws IOException {
        Route route = Routes.named("migrate").orElseThrow();
        var renamed = names(Renamed.withoutFormerName(route, "registered"));

        assertThat(committed().stream().filter(name -> name.startsWith("step migrate ")).filter(name -> !renamed.contains(name)))
                .containsExactly("step migrate registered");
        assertThat(names(Renamed.everyStep(route))).containsAll(names(route));
    }

    private static Set<String> known() {
        var names = new TreeSet<String>();
        Routes.all().forEach(route -> names.addAll(names(route)));
        Fact.all()
                .forEach(
                        fact -> Stream.concat(Stream.of(fact.name()), fact.formerly().stream()).forEach(name -> names.add("fact " + name)));
        Stream.concat(Arrays.stream(Act.values()).map(Act::name), Act.FORMERLY.keySet().stream()).forEach(name -> names.add("act " + name));
        names.addAll(words());
        return names;
    }

    private static Set<String> names(Route route) {
        return route.steps()
                .stream()
                .flatMap(Step::names)
                .map(step -> "step " + route.name() + " " + step)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Constants that are written into orders, facts and rows by their names. */
    private static Set<String> words() {
        return Stream.of(SourceAccess.class, Proving.class, Payment.class, TwoStep.class, CodeChoice.Method.class, Certainty.class,
                Finding.Verdict.class, Party.class, SignupFound.class, IntentState.class,
                CloneState.class, AtSource.class, PartnerSeen.class, Source.Kind.class, Ending.class, Attempt.Settled.class)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()).map(word -> "word " + type.getSimpleName() + " " + word.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> committed() throws IOException {
        try (var file = VocabularyTest.class.getResourceAsStream("/vocabulary.txt")) {
            return file == null
                    ? List.of()
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                            .filter(line -> !line.isBlank())
                            .toList();
        }
    }
}
