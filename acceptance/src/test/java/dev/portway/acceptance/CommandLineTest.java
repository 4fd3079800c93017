package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line shows and writes of a migration, from its own process through a started server. */
class CommandLineTest {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Rehearsed rehearsed;
    private Server server;

    @BeforeEach
    void start() {
        rehearsed = Rehearsed.start(folder);
        rehearsed.twoStepOff();
        server = rehearsed.server();
    }

    @AfterEach
    void stop() {
        server.close();
        rehearsed.close();
    }

    /** One whose checks could see nothing of the source at first, and now can. */
    private String granted() {
        String waba = rehearsed.env().path("sourceWabaId").asString();
        Http.Answer placed = rehearsed.asKeyHolder(server)
                .post("/v1/migrations", Map.of("number", rehearsed.number(), "from", Map.of("waba", waba, "access", "none"), "to",
                        Map.of("waba", rehearsed.env().path("wabaId").asString()), "code", Map.of("method", "SMS", "language", "pt_BR"),
                        "submit", true));
        String id = placed.json().path("id").asString();
        rehearsed.untilAsked(server, id, "clear-the-way");
        rehearsed.asKeyHolder(server)
                .post("/v1/migrations/" + id + "/actions/grant-source",
                        Map.of("source-token", rehearsed.env().path("sourceToken").asString()));
        rehearsed.untilAsked(server, id, "enter-code");
        return id;
    }

    private String portway(int ended, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--lang", "pt-BR"));
        var environment = Map.of("PORTWAY_URL", "http://127.0.0.1:" + server.port(), "PORTWAY_API_KEY", rehearsed.key());
        try (Started command = Started.jar("cli", folder, environment, all.toArray(String[]::new))) {
            assertThat(command.exitCode(LIMIT)).as(command.output()).isEqualTo(ended);
            return command.output();
        }
    }

    @Test
    void whatChangedSinceThen_isShown_andWhatIsKnownIsWrittenToAFile() throws IOException {
        String id = granted();

        assertThat(portway(0, "show", id, "--since", "yesterday")).contains("O que mudou desde", "confirmação em duas etapas");
        assertThat(portway(0, "show", id, "--since", "PT0S")).contains("As verificações dizem o mesmo");
        assertThat(portway(2, "show", id, "--since", "amanhã")).contains("Não é um momento no passado: amanhã");

        Path file = folder.resolve("taken-along.zip");
        assertThat(portway(0, "export", id, "--out", file.toString())).contains(file.toString());
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
        assertThat(portway(1, "export", "mig_00000000000000000000", "--out", file.toString())).contains("migração");
    }
}
