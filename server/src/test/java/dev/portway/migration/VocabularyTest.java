package dev.portway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.GeneratedDoc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

    private static Set<String> known() {
        var names = new TreeSet<String>();
        Routes.all()
                .forEach(route -> route.steps()
                        .stream()
                        .flatMap(Step::names)
                        .forEach(step -> names.add("step " + route.name() + " " + step)));
        Fact.all()
                .forEach(
                        fact -> Stream.concat(Stream.of(fact.name()), fact.formerly().stream()).forEach(name -> names.add("fact " + name)));
        Arrays.stream(Act.values()).forEach(act -> names.add("act " + act.name()));
        return names;
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
