package dev.portway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the server is and which key it is spoken to with: what was given, else the environment, else what the last demo wrote down.
 *
 * @param key prints nothing
 */
record Address(String server, String key) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STANDARD = "http://127.0.0.1:8420";

    static Address of(@Nullable String server, Map<String, String> environment) {
        JsonNode kept = kept(environment);
        String url = Optional.ofNullable(server)
                .or(() -> Optional.ofNullable(environment.get("PORTWAY_URL")))
                .orElse(kept.path("server").asString(STANDARD));
        String key = Optional.ofNullable(environment.get("PORTWAY_KEY")).orElse(kept.path("key").asString(""));
        return new Address(url.replaceAll("/+$", ""), key);
    }

    static Path folder(Map<String, String> environment) {
        String data = environment.get("PORTWAY_DATA");
        return data == null || data.isBlank() ? Path.of(System.getProperty("user.home"), ".portway") : Path.of(data);
    }

    private static JsonNode kept(Map<String, String> environment) {
        Path file = folder(environment).resolve("cli.json");
        try {
            return Files.isReadable(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
        } catch (IOException | JacksonException unreadable) {
            throw new Told(Ended.USAGE, file + " cannot be read. Remove it, or set PORTWAY_URL and PORTWAY_KEY.");
        }
    }

    /** For commands in another terminal. Readable by its owner alone. */
    void keep(Path folder) {
        try {
            Files.createDirectories(folder);
            OwnFile.write(folder.resolve("cli.json"), JSON.writeValueAsString(Map.of("server", server, "key", key)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public String toString() {
        return "Address[" + server + "]";
    }
}
