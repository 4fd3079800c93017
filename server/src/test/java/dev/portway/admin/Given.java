package dev.portway.admin;

import dev.portway.database.Settings;
import dev.portway.database.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Commands as somebody gives them who runs a server on the database of a test, with the key in {@code folder}. */
record Given(TestDatabase database, Path folder) {

    record Ran(int exitCode, String out, String err) {}

    Ran run(String... arguments) {
        return withInput("", arguments);
    }

    Ran withInput(String input, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintWriter(out, true),
                new PrintWriter(err, true), null);
        var exitCode = new Commands(_ -> settings(), terminal).execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    Settings settings() {
        var address = database.address();
        return new Settings(folder, folder.resolve("key"), null, null, Duration.ZERO, address.jdbcUrl(), address.user(),
                address.password());
    }
}
