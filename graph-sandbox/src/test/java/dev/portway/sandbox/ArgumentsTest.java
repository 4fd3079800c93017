package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void commandLine_winsOverTheEnvironment() {
        Map<String, String> environment = Map.of("PORTWAY_SANDBOX_PORT", "9000", "PORTWAY_SANDBOX_WEBHOOK", "http://127.0.0.1:1/a");

        assertThat(Arguments.parse(new String[]{}, environment).options().port()).isEqualTo(9000);
        assertThat(Arguments.parse(new String[]{"--port", "0"}, environment).options())
                .isEqualTo(new SandboxOptions("127.0.0.1", 0, "default", "http://127.0.0.1:1/a", null));
    }

    @Test
    void env_printsShellAssignmentsWithoutStartingAnything() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = SandboxMain.run(new String[]{"env", "--port", "8499"}, stream(out), stream(new ByteArrayOutputStream()));

        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("GRAPH_BASE_URL='http://127.0.0.1:8499'", "WABA_ID='200000000000002'");
    }

    @Test
    void unknownArguments_endWithTwo() {
        for (String[] wrong : new String[][]{{"--prot", "1"}, {"--port"}, {"--port", "x"}, {"--port", "70000"}, {"--world", "atlantis"},
            {"--port", "0", "--scenario", "no-night"}, {"--port", "0", "--scenario", "/nowhere/at-all.json"}}) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            assertThat(SandboxMain.run(wrong, stream(new ByteArrayOutputStream()), stream(err))).isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("--help");
        }
    }

    @Test
    void scenario_isBegunAtOnce() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort().withScenario("bad-night"))) {
            assertThat(sandbox.stage().faults.standing()).hasSize(4);
        }
    }

    @Test
    void takenPort_isSaidPlainly() {
        try (Sandbox first = Sandbox.start(SandboxOptions.onFreePort())) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            int code = SandboxMain.run(new String[]{"--port", Integer.toString(first.uri().getPort())}, stream(new ByteArrayOutputStream()),
                    stream(err));

            assertThat(code).isEqualTo(3);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("Something listens on 127.0.0.1:" + first.uri().getPort(),
                    "another sandbox of yours");
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
