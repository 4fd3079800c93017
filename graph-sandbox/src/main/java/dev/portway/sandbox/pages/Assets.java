package dev.portway.sandbox.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The files that pages refer to. */
final class Assets {

    private static final Map<String, String> TYPES = Map.of("sandbox.css", "text/css; charset=UTF-8", "sandbox.js",
            "text/javascript; charset=UTF-8", "try.js", "text/javascript; charset=UTF-8", "signup.js", "text/javascript; charset=UTF-8",
            "sdk.js", "text/javascript; charset=UTF-8",
            "icon.svg", "image/svg+xml");

    private Assets() {}

    /** Empty when there is no file of this name. */
    static Optional<PageReply> named(String name) {
        return Optional.ofNullable(TYPES.get(name)).map(type -> PageReply.asset(type, read("/pages/" + name)));
    }

    private static String read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the sandbox lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
