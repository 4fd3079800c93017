package dev.portway.sandbox.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.sandbox.switches.Reasons;
import dev.portway.sandbox.switches.Switch;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of marks is up to date. Written anew with {@code -Dportway.docs=write}. */
class FidelityTest {

    /** Tests of the sandbox as a program: what they hold is nobody's but ours. */
    private static final Set<String> OURS = Set.of("ArgumentsTest", "BrokenConnectionsTest", "BudgetTest", "SandboxClockTest",
            "ControlTest", "CrowdTest",
            "ErrorDocumentTest", "FaultsTest",
            "LargeWorldTest", "PagesTest",
            "ReadmeTest",
            "SandboxTest", "PendingTest", "PlayedWorldTest", "ScenariosTest", "WorldsTest", "WorldFileTest", "WorldDocumentTest",
            "BrokenFilesTest",
            "WorldTest", "ScheduleTest", "JsonTest",
            "BodyTest", "FieldSpecTest", "FidelityTest", "DiskTest", "ContentTest", "MultipartTest", "ReasonsTest", "SlowClientsTest");

    private final FidelityPage page = new FidelityPage(suites());

    @Test
    void page_saysWhatTheMarksSay() throws IOException {
        Path file = Path.of(Objects.requireNonNull(System.getProperty("portway.home"))).resolve("docs/sandbox-fidelity.md");
        if ("write".equals(System.getProperty("portway.docs"))) {
            Files.writeString(file, page.text());
        }
        assertThat(file).as("bring it up to date with -Dportway.docs=write").hasContent(page.text());
    }

    @Test
    void newBehaviour_saysHowSurelyItIsGraphs() {
        assertThat(page.unmarked()).isEmpty();
    }

    @Test
    void everyGuess_saysWhatWouldSettleIt() {
        assertThat(Switch.values()).allSatisfy(each -> {
            assertThat(Reasons.in("en").reason(each)).as(each.key()).isNotBlank();
            assertThat(Reasons.in("en").settledBy(each)).as(each.key()).isNotBlank();
        });
        assertThat(page.guessesNobodyCanSettle()).isEmpty();
    }

    @Test
    void twoMarks_areRefused() {
        assertThatThrownBy(() -> new FidelityPage(List.of(Undecided.class))).hasMessageContaining("more than one mark");
    }

    /** A suite whose author could not decide. */
    static final class Undecided {

        @Observed(where = "here")
        @Assumed(because = "there", settledBy = "nothing")
        void number_isBoth() {}
    }

    private static List<Class<?>> suites() {
        try {
            Path root = Path.of(FidelityTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(each -> root.relativize(each).toString())
                        .filter(each -> each.endsWith("Test.class"))
                        .map(each -> each.replace(".class", "").replace('/', '.').replace('\\', '.'))
                        .filter(each -> !OURS.contains(each.substring(each.lastIndexOf('.') + 1)))
                        .sorted()
                        .<Class<?>>map(FidelityTest::load)
                        .toList();
            }
        } catch (IOException | URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, FidelityTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
