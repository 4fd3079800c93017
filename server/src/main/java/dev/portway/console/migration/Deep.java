package dev.portway.console.migration;

import dev.portway.migration.Order;
import dev.portway.migration.WabaId;
import java.util.Optional;

/** Links to the very screen where something is done. */
final class Deep {
    private Deep() {}

    /** The link of the thing itself, else of its kind; empty when neither has one, or it needs a WABA that nobody here knows. */
    static Optional<Link> link(Voice voice, String thing, String kind, Order order) {
        return voice.find(thing + ".link", kind + ".link")
                .map(address -> filled(address, order))
                .filter(address -> address.startsWith("https://") && !address.contains("{"))
                .map(address -> new Link(address,
                        voice.find(thing + ".link.text", kind + ".link.text").orElseGet(() -> voice.say("migration.where"))));
    }

    private static String filled(String address, Order order) {
        String filled = address.replace("{destination}", order.destination().value()).replace("{waba}", order.destination().value());
        return order.source().map(WabaId::value).map(source -> filled.replace("{source}", source)).orElse(filled);
    }
}
