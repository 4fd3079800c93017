package dev.portway.sandbox.switches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What nobody outside Meta knows, each with the value we took and why. Graph's answers follow them, so that a client can be tried under every
 * one.
 */
public final class Switches {

    private final Map<Switch, String> chosen = new LinkedHashMap<>();

    public synchronized String get(Switch name) {
        return chosen.getOrDefault(name, name.standard());
    }

    public int number(Switch name) {
        return Integer.parseInt(get(name));
    }

    public boolean is(Switch name, String value) {
        return get(name).equals(value);
    }

    /** Sets one. Returns why it cannot be, or nothing when it was. */
    public synchronized Optional<String> set(Switch name, String value) {
        Optional<String> wrong = name.wrong(value);
        if (wrong.isEmpty()) {
            chosen.put(name, value);
        }
        return wrong;
    }

    public synchronized void reset() {
        chosen.clear();
    }

    /** All of them with their values, in the order of the table. */
    public synchronized List<Map.Entry<Switch, String>> all() {
        List<Map.Entry<Switch, String>> all = new ArrayList<>();
        for (Switch name : Switch.values()) {
            all.add(Map.entry(name, get(name)));
        }
        return all;
    }
}
