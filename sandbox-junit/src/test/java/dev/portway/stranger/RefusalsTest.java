package dev.portway.stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.portway.sandbox.junit.Sandbox;
import dev.portway.sandbox.junit.Sandbox.Life;
import dev.portway.sandbox.junit.SandboxWorld;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What cannot be had says so, and what there is instead. */
class RefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UnknownWorld   | there is no world 'atlantis'; there are default, empty",
        "NoFile         | there is no world file /dev/portway/stranger/nowhere.json on the class path",
        "BrokenFile     | world file: shops is unknown",
        "WrongField     | @Sandbox wants a field of type SandboxWorld",
        "StaticOfMethod | is static and cannot have a world for each method",
        "BeforeMethod   | where no method runs, as in BeforeAll, there is no world for each method",
        "LessThanAll    | the world at http"})
    void misuse_isToldPlainly(String test, String why) throws ClassNotFoundException {
        Class<?> misused = Class.forName(RefusalsTest.class.getName() + "$" + test);
        Event failed = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(misused))
                .execute()
                .allEvents()
                .failed()
                .stream()
                .findFirst()
                .orElseThrow();

        assertThat(told(failed)).contains(why);
    }

    /** The messages of what was thrown and of its causes. */
    private static String told(Event failed) {
        StringBuilder all = new StringBuilder();
        Throwable next = failed.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
        while (next != null) {
            all.append(next.getMessage()).append('\n');
            next = next.getCause();
        }
        return all.toString();
    }

    @Sandbox(world = "atlantis")
    static class UnknownWorld {

        @Test
        void test(SandboxWorld sandbox) {
            assertThat(sandbox).isNotNull();
        }
    }

    static class NoFile {

        @Test
        void test(@Sandbox(world = "nowhere.json") SandboxWorld sandbox) {
            assertThat(sandbox).isNotNull();
        }
    }

    static class BrokenFile {

        @Test
        void test(@Sandbox(world = "broken.json") SandboxWorld sandbox) {
            assertThat(sandbox).isNotNull();
        }
    }

    static class WrongField {

        @Sandbox
        String world = "";

        @Test
        void test() {
            assertThat(world).isNotNull();
        }
    }

    static class StaticOfMethod {

        @Sandbox(per = Life.METHOD)
        static SandboxWorld world;

        @Test
        void test() {
            assertThat(world).isNotNull();
        }
    }

    static class BeforeMethod {

        @BeforeAll
        static void before(@Sandbox(per = Life.METHOD) SandboxWorld sandbox) {
            assertThat(sandbox).isNotNull();
        }

        @Test
        void test() {
            assertThat(this).isNotNull();
        }
    }

    static class LessThanAll {

        @Test
        void test(@Sandbox(world = "/dev/portway/stranger/nothing.json") SandboxWorld sandbox) {
            assertThat(sandbox.phoneNumberId()).isEmpty();
        }
    }
}
