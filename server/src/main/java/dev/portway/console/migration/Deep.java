package dev.portway.console.migration;

import dev.portway.migration.Migration;
import dev.portway.migration.fact.WabaId;
import java.util.Optional;

/** Links to the very screen where something is done. */
final class Deep {
    private Deep() {}

    /** The link of the thing itself, else of its kind; empty when neither has one, or it needs a WABA that nobody here knows. */
    static Optional<Link> link(Voice voice, String thing, String kind, Migration migration) {
        return voice.find(thing + ".link", kind + ".link")
                .map(address -> filled(address, migration))
                .filter(address -> address.startsWith("https://") && !address.contains("{"))
                .map(address -> new Link(address,
                        voice.find(thing + ".link.text", kind + ".link.text").orElseGet(() -> voice.say("migration.where"))));
    }

    private static String filled(String address, Migration migration) {
        String filled = migration.destination()
                .map(WabaId::value)
                .map(to -> address.replace("{destination}", to).replace("{waba}", to))
                .orElse(address);
        return migration.order().source().map(WabaId::value).map(source -> filled.replace("{source}", source)).orElse(filled);
    }
}
