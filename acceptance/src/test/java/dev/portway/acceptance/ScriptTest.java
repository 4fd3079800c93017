package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The {@code portway} script, with a Maven and a JDK that only pretend. */
class ScriptTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Checkout checkout;

    @BeforeEach
    void copy() {
        checkout = Checkout.in(folder);
    }

    @ParameterizedTest
    @CsvSource({"migrat, migrate", "serv, serve", "sandobx, sandbox", "tset, test", "--versoin, --version", "dctor, doctor"})
    void misspelling_getsTheNearestWord(String given, String meant) {
        Checkout.Ran ran = checkout.portway(given);

        assertThat(ran.output()).contains("'" + given + "'").contains("Did you mean '" + meant + "'?");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(checkout.builds()).isZero();
    }

    @Test
    void somethingElseEntirely_getsTheList() {
        Checkout.Ran ran = checkout.portway("xyzzy");

        assertThat(ran.output()).contains("demo serve sandbox").doesNotContain("Did you mean");
        assertThat(ran.exitCode()).isEqualTo(2);
    }

    @Test
    void help_needsNeitherJdkNorBuild() {
        checkout.jdk(17);

        assertThat(checkout.portway("--help").output()).contains("./portway demo");
        assertThat(checkout.portway("--version").output()).matches("Portway \\d+\\.\\d+\\.\\d+.*\\s");
        assertThat(checkout.builds()).isZero();
    }

    @Test
    void start_buildsOnlyWhatChanged() {
        checkout.portway("list");
        checkout.portway("list");
        assertThat(checkout.builds()).isEqualTo(1);

        checkout.write("server/src/main/java/A.java", "class A { }").portway("list");
        assertThat(checkout.builds()).isEqualTo(2);

        checkout.write("server/src/main/java/B.java", "class B {}").portway("list");
        checkout.delete("server/src/main/java/B.java");
        checkout.portway("list");
        assertThat(checkout.builds()).isEqualTo(4);

        checkout.delete("cli/target/cli.jar");
        checkout.portway("list");
        assertThat(checkout.builds()).isEqualTo(5);

        checkout.write("server/src/test/java/ATest.java", "class ATest {}").portway("list");
        assertThat(checkout.builds()).isEqualTo(5);
    }

    @Test
    void arguments_arriveAsTheyWereGiven() {
        Checkout.Ran ran = checkout.portway("migrate", "+55 11 91234-5678", "", "--from=*");

        assertThat(ran.output().lines()).endsWith("-jar", checkout.home() + "/cli/target/cli.jar", "migrate", "+55 11 91234-5678", "",
                "--from=*");
    }

    /** Java writes question marks for ✔ and ã where the language is not installed. */
    @ParameterizedTest
    @CsvSource({"pt_BR.UTF-8, true", "xx_XX.utf8, true", "pt_BR.ISO-8859-1, false", "C, false"})
    void terminalOfUtf8_isWrittenToInUtf8(String language, boolean utf8) {
        try (Started started = checkout.start(Map.of("LC_ALL", language), "list")) {
            assertThat(started.exitCode(LIMIT)).isZero();
            assertThat(started.output().contains("-Dstdout.encoding=UTF-8\n-Dstderr.encoding=UTF-8\n")).isEqualTo(utf8);
        }
    }

    @Test
    void twoStartsAtOnce_buildOnce() {
        checkout.maven("sleep 2");

        try (Started one = checkout.start(Map.of(), "list"); Started other = checkout.start(Map.of(), "list")) {
            assertThat(one.exitCode(LIMIT)).isZero();
            assertThat(other.exitCode(LIMIT)).isZero();
            assertThat(one.output() + other.output()).contains("waiting for it");
        }
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void lockOfABuildThatDied_isTakenOver() {
        // No process has this id: it is above what any kernel gives out.
        checkout.write(".portway-build/lock/owner", "99999999");

        assertThat(checkout.portway("list").exitCode()).isZero();
        assertThat(checkout.builds()).isEqualTo(1);
    }

    @Test
    void failedBuild_saysWhyAndIsTriedAgain() {
        checkout.maven("echo '[ERROR] Server.java:[3,7] cannot find symbol'; exit 1");

        Checkout.Ran ran = checkout.portway("serve");

        assertThat(ran.output()).contains("The build failed").contains("Server.java:[3,7] cannot find symbol");
        assertThat(ran.exitCode()).isEqualTo(1);
        checkout.maven("");
        assertThat(checkout.portway("serve").exitCode()).isZero();
    }

    @Test
    void stopping_stopsTheBuildToo() {
        checkout.maven("echo $$ >maven.pid; exec sleep 60");
        Path pid = checkout.home().resolve("maven.pid");

        Started portway = checkout.start(Map.of(), "serve").until("Maven runs", LIMIT, () -> Files.exists(pid) && !read(pid).isBlank());
        portway.close();

        Await.until("Maven is gone", LIMIT,
                () -> ProcessHandle.of(Long.parseLong(read(pid).strip())).filter(ProcessHandle::isAlive).isEmpty());
        assertThat(checkout.home().resolve(".portway-build/lock")).doesNotExist();
        assertThat(portway.output()).contains("Stopped.");
    }

    @Test
    void buildOff_startsWhatIsThereOrSaysSo() {
        try (Started started = checkout.start(Map.of("PORTWAY_BUILD", "off"), "serve")) {
            assertThat(started.exitCode(LIMIT)).isEqualTo(1);
            assertThat(started.output()).contains("PORTWAY_BUILD=off");
        }
        checkout.write("server/target/server.jar", "");
        try (Started started = checkout.start(Map.of("PORTWAY_BUILD", "off"), "serve")) {
            assertThat(started.exitCode(LIMIT)).isZero();
        }
        assertThat(checkout.builds()).isZero();
    }

    /** Java complains of a folder that is not there, into what a shell is to evaluate. */
    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void archiveOfClasses_isKeptWhereThereIsAFolderForIt(boolean inTheWay, boolean kept) {
        checkout.write("graph-sandbox/target/graph-sandbox.jar", "");
        if (inTheWay) {
            checkout.write(".portway-build", "a file");
        }

        try (Started started = checkout.start(Map.of("PORTWAY_BUILD", "off"), "sandbox", "env")) {
            assertThat(started.exitCode(LIMIT)).isZero();
            assertThat(started.output().contains("-XX:+AutoCreateSharedArchive")).isEqualTo(kept);
        }
        assertThat(Files.isDirectory(checkout.home().resolve(".portway-build"))).isEqualTo(kept);
    }

    @Test
    void namedJdkThatIsTooOld_isRefused() {
        checkout.jdk(17);

        Checkout.Ran ran = checkout.portway("serve");

        assertThat(ran.output()).contains("PORTWAY_JAVA_HOME").contains("JDK 17").contains("25 or newer");
        assertThat(ran.exitCode()).isEqualTo(1);
    }

    @Test
    void machineWithoutJdk25_saysWhatToInstall() {
        checkout.jdk(17);

        Checkout.Ran old = checkout.shell("jdk_candidates() { echo '" + checkout.jdk() + "'; }; find_jdk");
        assertThat(old.output()).contains("The newest one found here is JDK 17, in " + checkout.jdk()).contains("Temurin 25");
        assertThat(old.exitCode()).isEqualTo(1);

        Checkout.Ran none = checkout.shell("jdk_candidates() { echo /nowhere; }; find_jdk");
        assertThat(none.output()).contains("None was found here").contains("Temurin 25");
    }

    @Test
    void tests_endWithCountsOfAllModules() {
        checkout.maven(reports());

        List<String> lines = checkout.portway("test").output().lines().toList();

        assertThat(lines).last().isEqualTo("6 passed, 0 failed, 1 skipped");
    }

    @Test
    void noSkips_makesASkippedTestAFailure() {
        checkout.maven(reports());

        Checkout.Ran ran = checkout.portway("test", "--no-skips");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output()).contains("b.BTest.one: no Chromium").endsWith("6 passed, 0 failed, 1 skipped\n");
    }

    @Test
    void failedTest_isNamedAndFailsTheRun() {
        checkout.maven(
                """
                        mkdir -p server/target/surefire-reports
                        echo '<testsuite name="a.ATest" tests="2" errors="0" skipped="0" failures="1">' >server/target/surefire-reports/TEST-a.ATest.xml
                        echo '[ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in a.ATest'
                        echo '[ERROR] Failures: '
                        echo '[ERROR]   ATest.two:7 expected: 1 but was: 2'
                        echo '[ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0'
                        exit 1""");

        Checkout.Ran ran = checkout.portway("test");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output()).contains("FAILED")
                .contains("ATest.two:7 expected: 1 but was: 2")
                .endsWith("1 passed, 1 failed, 0 skipped\n");
    }

    @Test
    void buildThatFailsWithoutAFailedTest_saysSoInItsLastLine() {
        checkout.maven(reports() + "echo '[ERROR] Used undeclared dependencies found'\nexit 1");

        Checkout.Ran ran = checkout.portway("test");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.output()).endsWith("6 passed, 0 failed, 1 skipped; the build failed all the same\n");
    }

    @Test
    void noTestAtAll_isAFailure() {
        assertThat(checkout.portway("test").exitCode()).isEqualTo(1);
    }

    /** Leaves reports as Surefire does: two modules, seven tests, one of them skipped. */
    private static String reports() {
        return Stream.of("server", "cli").map(module -> "mkdir -p " + module + "/target/surefire-reports\n").reduce("", String::concat)
                + """
                        echo '<testsuite name="a.ATest" time="0.1" tests="5" errors="0" skipped="0" failures="0">' >server/target/surefire-reports/TEST-a.ATest.xml
                        cat >cli/target/surefire-reports/TEST-b.BTest.xml <<'XML'
                        <testsuite name="b.BTest" time="0.1" tests="2" errors="0" skipped="1" failures="0">
                          <testcase name="one" classname="b.BTest" time="0.0">
                            <skipped message="no Chromium"/>
                        XML
                        """;
    }

    private static String read(Path file) {
        return Repository.read(file);
    }
}
