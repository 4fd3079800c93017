package dev.portway.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.GeneratedDoc;
import dev.portway.graph.meaning.ErrorRow;
import dev.portway.graph.meaning.ErrorRows;
import dev.portway.migration.fact.Statement;
import dev.portway.problem.Problems;
import dev.portway.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about checks says what the catalogue says. */
class ChecksDocTest {
    private static final Words ENGLISH = Words.of("words", Locale.ENGLISH);

    @Test
    void checks_areListedAsTheyAre() {
        new GeneratedDoc("docs/checks.md").part("checks", table() + "\n" + remedies());
    }

    private static String table() {
        return "| Check | What must be so | Read from | Whose move | What Meta would say later | Not seen |\n|---|---|---|---|---|---|\n"
                + checks().map(ChecksDocTest::row).collect(Collectors.joining());
    }

    private static String row(Check check) {
        return "| `" + check.id() + "` | " + ENGLISH.say("check." + check.id() + ".title") + " | `" + check.read().call() + "`: "
                + check.read().fields() + " | " + check.owner().word() + " | [`" + check.protectsFrom().code() + "`](errors.md) | "
                + without(check) + " |\n";
    }

    private static String without(Check check) {
        return switch (check.without()) {
            case STATED -> "asked, and *stated*";
            case LEARNT -> "unknown, learnt by trying";
            case UNKNOWN -> "unknown; only warns anyway";
            case WELCOME -> "unknown, or *stated* by whoever knows; only warns anyway";
        };
    }

    private static String remedies() {
        return "| Check | What to do |\n|---|---|\n"
                + checks().map(check -> "| `" + check.id() + "` | " + ENGLISH.say("check." + check.id() + ".remedy") + " |\n")
                        .collect(Collectors.joining());
    }

    @Test
    void whatAPersonMayState_isWhatTheHeartKeeps() {
        List<String> stated = checks().filter(check -> Set.of(Without.STATED, Without.WELCOME).contains(check.without()))
                .map(Check::id)
                .sorted()
                .toList();

        assertThat(stated).isEqualTo(Statement.checks());
    }

    /** What a check saw tells what an error means: of the problem that the check would have spared us. */
    @Test
    void checksThatAreEvidence_protectFromWhatTheyAreEvidenceOf() {
        for (ErrorRow row : ErrorRows.ALL) {
            for (String id : row.checks()) {
                Check check = Check.named(id).orElseThrow(() -> new AssertionError("no check is named " + id));
                assertThat(List.of(row.problem(), Problems.NAME_NOT_APPROVED)).as(id + " and " + row.problem())
                        .contains(check.protectsFrom());
            }
        }
    }

    private static Stream<Check> checks() {
        return Arrays.stream(Check.values());
    }
}
