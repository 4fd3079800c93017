package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole move, troubles included, with secrets that are known here; then everything the server wrote or said is read for them. */
class SecretsTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<String> SECRET_FILES = List.of("key", "password", "superuser-password");

    @TempDir
    Path folder;

    @Test
    void wholeMove_leavesNoSecretInLogsAnswersOrTables() throws IOException {
        try (Rehearsed rehearsed = Rehearsed.start(folder)) {
            Map<String, String> secrets = secrets(rehearsed);
            Said said;
            try (Server server = talkative(rehearsed)) {
                deliveriesTo(server, rehearsed);
                said = new Said(moved(server, rehearsed) + refusals(server, rehearsed), server);
            }
            String everything = said.answers() + said.server().process().output();
            String pin = pin(rehearsed);
            assertThat(pin).matches("[0-9]{6}");
            secrets.forEach((what, secret) -> assertThat(everything.contains(secret)).as(what + " in logs or answers").isFalse());
            assertThat(Pattern.compile("(?<![0-9.])" + pin + "(?![0-9])").matcher(everything).find()).as("the PIN").isFalse();
            assertThat(everything).as("what is read here was written").contains("INFO").contains("completed");
            noSecretInFiles(said.server().data(), secrets);
        }
    }

    private record Said(String answers, Server server) {}

    private static Map<String, String> secrets(Rehearsed rehearsed) {
        var secrets = new LinkedHashMap<String, String>();
        for (String name : List.of("graphToken", "sourceToken", "appSecret", "sourceAppSecret", "webhookVerifyToken")) {
            secrets.put(name, rehearsed.env().path(name).asString());
        }
        secrets.put("the API key", rehearsed.key().substring("pk_acceptance12_".length()));
        return secrets;
    }

    private Server talkative(Rehearsed rehearsed) {
        return Server.start(folder, Map.of("PORTWAY_BOOTSTRAP", rehearsed.bootstrap().toString(), "PORTWAY_HEARTBEAT", "1s",
                "LOGGING_LEVEL_DEV_PORTWAY", "TRACE", "LOGGING_LEVEL_ROOT", "INFO"));
    }

    private static void deliveriesTo(Server server, Rehearsed rehearsed) {
        String app = rehearsed.env().path("appId").asString();
        rehearsed.sandbox()
                .http()
                .put("/sandbox/apps/" + app + "/webhook", Map.of("url", "http://127.0.0.1:" + server.port() + "/webhooks/" + app,
                        "verifyToken", rehearsed.env().path("webhookVerifyToken").asString(), "handshake", true));
    }

    /** With a failure of Graph on the way, which is told about too. */
    private static String moved(Server server, Rehearsed rehearsed) {
        rehearsed.sandbox().http().post("/sandbox/faults", Map.of("call", "read-waba", "kind", "http-500", "times", 1));
        rehearsed.twoStepOff();
        String id = rehearsed.placed(server);
        rehearsed.untilAsked(server, id, "enter-code");
        rehearsed.enterCode(server, id);
        server.process()
                .until("it completes", LIMIT, () -> rehearsed.migration(server, id).path("status").asString().equals("completed"));
        Http caller = rehearsed.asKeyHolder(server);
        return Stream.of("", "/events", "/report").map(part -> caller.get("/v1/migrations/" + id + part).body()).reduce("", String::concat)
                + caller.get("/metrics").body();
    }

    /** What is said to those who send secrets where they do not belong. */
    private static String refusals(Server server, Rehearsed rehearsed) {
        Http caller = rehearsed.asKeyHolder(server);
        String token = rehearsed.env().path("graphToken").asString();
        server.http().with("Authorization", "Bearer " + token).get("/v1/migrations");
        server.http().with("Authorization", "Bearer " + rehearsed.key() + "x").get("/v1/migrations");
        server.http().with("X-Hub-Signature-256", token).post("/webhooks/1", Map.of("token", token));
        return caller.get("/v1/migrations/none").body();
    }

    private static String pin(Rehearsed rehearsed) {
        String digits = rehearsed.number().substring(1);
        return rehearsed.sandbox()
                .http()
                .get("/sandbox/world")
                .json()
                .findParents("pin")
                .stream()
                .filter(line -> line.toString().contains(digits))
                .map(line -> line.path("pin").asString(""))
                .findFirst()
                .orElseThrow();
    }

    /** The tables, indexes and write-ahead log as they lie on disk, and PostgreSQL's own log. */
    private static void noSecretInFiles(Path data, Map<String, String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (SECRET_FILES.contains(file.getFileName().toString()) || file.toString().contains("binaries-")) {
                    continue;
                }
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                secrets.forEach((what, secret) -> assertThat(bytes.contains(secret)).as(what + " in " + file)
                        .isFalse());
            }
        }
    }
}
