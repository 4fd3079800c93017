package dev.portway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the server is and which key it is spoken to with: what was given, else the environment, else what the service or the demo that runs on this
 * machine wrote down.
 *
 * @param key prints nothing
 */
record Address(String server, String key) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FILE = "cli.json";
    /** Names of this machine, written so that no name of another looks like them. */
    private static final String HERE = "localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]";
    private static final String STANDARD = "http://127.0.0.1:";
    private static final String STANDARD_PORT = "8420";

    static Address of(@Nullable String server, Map<String, String> environment, Texts texts) {
        JsonNode kept = kept(environment, texts);
        String here = kept.path("server").asString(STANDARD + environment.getOrDefault("PORTWAY_PORT", STANDARD_PORT).strip());
        String url = Optional.ofNullable(server)
                .or(() -> Optional.ofNullable(environment.get("PORTWAY_URL")))
                .orElse(here)
                .replaceAll("/+$", "");
        // A key is sent to nobody but the server it was written down for.
        String own = url.equals(here) ? kept.path("key").asString("") : "";
        return new Address(url, Optional.ofNullable(environment.get("PORTWAY_API_KEY")).orElse(own)).checked(texts);
    }

    /** Over plain http everybody on the way reads the key, so it goes no further than this machine. */
    private Address checked(Texts texts) {
        URI uri = uri(texts);
        boolean web = List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
        if (!web || uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new Told(Ended.USAGE, texts.say("no-address", "server", server));
        }
        if (uri.getScheme().equals("http") && !key.isEmpty() && !uri.getHost().matches(HERE)) {
            throw new Told(Ended.USAGE, texts.say("plain-http", "server", server));
        }
        return this;
    }

    private URI uri(Texts texts) {
        try {
            return new URI(server);
        } catch (URISyntaxException malformed) {
            throw new Told(Ended.USAGE, texts.say("no-address", "server", server));
        }
    }

    static Path folder(Map<String, String> environment) {
        String data = environment.get("PORTWAY_DATA");
        return data == null || data.isBlank() ? Path.of(System.getProperty("user.home"), ".portway") : Path.of(data);
    }

    private static JsonNode kept(Map<String, String> environment, Texts texts) {
        Path file = folder(environment).resolve(FILE);
        try {
            return Files.isReadable(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
        } catch (IOException | JacksonException unreadable) {
            throw new Told(Ended.USAGE, texts.say("unreadable", "file", file));
        }
    }

    /** For commands in another terminal. Readable by its owner alone. */
    void keep(Path folder) {
        try {
            Files.createDirectories(folder);
            OwnFile.write(folder.resolve(FILE), JSON.writeValueAsString(Map.of("server", server, "key", key)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What is written down there, if anything. */
    static Optional<Address> keptIn(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.isReadable(file)
                    ? Optional.of(JSON.readTree(Files.readString(file)))
                            .map(kept -> new Address(kept.path("server").asString(STANDARD + STANDARD_PORT), kept.path("key").asString("")))
                    : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Where it is gone, commands say that nobody answers at the usual address. */
    void forget(Path folder) {
        if (keptIn(folder).filter(this::equals).isPresent()) {
            folder.resolve(FILE).toFile().delete();
        }
    }

    @Override
    public String toString() {
        return "Address[" + server + "]";
    }
}
