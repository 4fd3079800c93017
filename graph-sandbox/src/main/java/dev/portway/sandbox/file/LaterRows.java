package dev.portway.sandbox.file;

import dev.portway.sandbox.time.Later;
import dev.portway.sandbox.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What will happen by itself. */
final class LaterRows {

    private static final List<String> KINDS = List.of("name-review", "template-review", "template-copy", "template-recheck",
            "template-rating", "template-unpause",
            "template-category",
            "unshared-lapse", "currency-migration", "request-lapse", "intent-lapse", "app-reconnection", "partner-ticket");

    static final Rows<World, Later> LATER = new Rows<>("later", "What will happen by itself: reviews, copies on their way, lapses.",
            new Facts<Later>().fixed("what", Shape.oneOf(KINDS), "", (it, w) -> Facts.text(it.what()))
                    .fixed("at", Shape.TIME, "", (it, w) -> Facts.moment(it.at()))
                    .fixed("about", Shape.TEXT_MAP, "ids and words of what it is about", (it, w) -> WabaRows.map(sorted(it.about()))),
            (row, world) -> {
                Map<String, String> about = new LinkedHashMap<>();
                row.checked("about", Shape.TEXT_MAP).properties().forEach(each -> about.put(each.getKey(), each.getValue().stringValue()));
                Later later = new Later(row.checked("what", Shape.oneOf(KINDS)).stringValue(),
                        Shape.time(row.checked("at", Shape.TIME).stringValue(), world.now()), about);
                world.later(later);
                return later;
            }, (world, same) -> world.laters());

    private LaterRows() {}

    private static Map<String, String> sorted(Map<String, String> about) {
        return new TreeMap<>(about);
    }
}
