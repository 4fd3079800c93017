package dev.portway.admin;

import dev.portway.migration.fact.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets as they are handed to a command: asked one by one at a terminal, else lines of standard input. Never an argument, for the arguments of a
 * process are for everybody on the machine to read, and stay in the shell's history.
 *
 * <pre>
 * app-secret=…
 * system-token=…
 * </pre>
 */
final class SecretsGiven {

    private final Map<String, Secret> values;

    private SecretsGiven(Map<String, Secret> values) {
        this.values = values;
    }

    /** @param names as they stand before the {@code =} */
    static SecretsGiven read(Terminal terminal, List<String> names) {
        var asking = terminal.asking();
        var values = new LinkedHashMap<String, Secret>();
        if (asking == null) {
            terminal.lines().stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
                var equals = Math.max(0, line.indexOf('='));
                values.put(known(line.substring(0, equals).strip(), names), new Secret(line.substring(equals + 1).strip()));
            });
        } else {
            names.forEach(name -> values.put(name, asking.apply(name.replace('-', ' ') + " (empty: as it is): ")));
        }
        values.values().removeIf(secret -> secret.reveal().isBlank());
        return new SecretsGiven(values);
    }

    /** A line is never repeated to whoever wrote it: it may be a secret. */
    private static String known(String name, List<String> names) {
        if (!names.contains(name)) {
            throw new Refused("A line of standard input is not NAME=SECRET with one of the names " + String.join(", ", names));
        }
        return name;
    }

    Optional<Secret> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }
}
