package dev.portway.sandbox.switches;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What nobody outside Meta knows, each with the value we took and why. Graph's answers follow them, so that a client can be tried under every
 * one.
 */
public final class Switches {

    /** Read with every call and seldom written: whoever reads waits for nobody. */
    private volatile Map<Switch, String> chosen = Map.of();

    public String get(Switch name) {
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
            var more = new EnumMap<Switch, String>(Switch.class);
            more.putAll(chosen);
            more.put(name, value);
            chosen = more;
        }
        return wrong;
    }

    public synchronized void reset() {
        chosen = Map.of();
    }

    /** All of them with their values, in the order of the table. */
    public List<Map.Entry<Switch, String>> all() {
        List<Map.Entry<Switch, String>> all = new ArrayList<>();
        for (Switch name : Switch.values()) {
            all.add(Map.entry(name, get(name)));
        }
        return all;
    }
}
