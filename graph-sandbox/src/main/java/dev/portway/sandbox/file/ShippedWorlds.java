package dev.portway.sandbox.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The worlds that come along. */
public final class ShippedWorlds {

    /** Name → what it is for. */
    private static final SequencedMap<String, String> ABOUT = about();

    private ShippedWorlds() {}

    private static SequencedMap<String, String> about() {
        SequencedMap<String, String> about = new LinkedHashMap<>();
        about.put("default", "one client between two providers; a number for each common problem");
        about.put("empty", "two providers, one client, two WABAs with nothing in them");
        about.put("troubles", "one number, WABA, token or template for each known problem");
        about.put("brazil", "ninth-digit cases, landlines, Portuguese names and templates");
        about.put("routes", "a number or WABA for each way a number can change hands");
        about.put("agency", "200 numbers in 12 WABAs of 12 clients, and 12 WABAs to move them to");
        about.put("large", "10,000 numbers and 60,000 templates in 50 WABAs");
        return about;
    }

    public static Map<String, String> all() {
        return Map.copyOf(ABOUT);
    }

    /** Names in the order in which they are told. */
    public static Iterable<String> names() {
        return ABOUT.keySet();
    }

    public static String about(String name) {
        return ABOUT.getOrDefault(name, "");
    }

    /** Refused by name when there is none. */
    public static WorldStart named(String name) {
        return switch (name) {
            case "agency" -> new CrowdedWorld(12, 200, 480);
            case "large" -> new CrowdedWorld(50, 10_000, 60_000);
            default -> file(name);
        };
    }

    static WorldFile file(String name) {
        if (!ABOUT.containsKey(name)) {
            throw new IllegalArgumentException("there is no world '" + name + "'; there are " + String.join(", ", ABOUT.keySet()));
        }
        try (InputStream in = ShippedWorlds.class.getResourceAsStream("/worlds/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the world " + name + " was not packed");
            }
            return WorldFile.trusted(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
