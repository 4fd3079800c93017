package dev.portway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whoever runs the service, at a shell of its machine: {@code ./portway} with what this build has made, on one data folder. */
record Operator(Path folder, Path data, int postgresPort) {

    /** The longest has PostgreSQL unpacked and a database made. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    static Operator of(Path folder) {
        return new Operator(folder, folder.resolve("data"), Started.freePort());
    }

    Said portway(String... arguments) {
        return given("", arguments);
    }

    /** With these lines on standard input, as from a script. */
    Said given(String lines, String... arguments) {
        try {
            Path in = Files.writeString(folder.resolve("given"), lines);
            Path err = folder.resolve("err");
            List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$0\" \"$@\" <'" + in + "' 2>'" + err + "'",
                    Repository.HOME.resolve("portway").toString()));
            command.addAll(List.of(arguments));
            Started started = Started.command("portway", folder, settings(), command);
            int exitCode = started.exitCode(LIMIT);
            return new Said(exitCode, started.output(), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> settings() {
        return Map.of("PORTWAY_BUILD", "off", "PORTWAY_JAVA_HOME", System.getProperty("java.home"), "PORTWAY_DATA", data.toString(),
                "PORTWAY_POSTGRES_PORT", String.valueOf(postgresPort), "LANG", "en_US.UTF-8");
    }

    /**
     * What came back.
     *
     * @param out what a script reads
     * @param err what is told to a person beside it
     */
    record Said(int exitCode, String out, String err) {}
}
