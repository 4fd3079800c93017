package dev.portway.asset;

import dev.portway.asset.Assets.Fate;
import dev.portway.asset.Assets.TemplateLine;
import dev.portway.graphclient.node.Template;
import java.util.Optional;
import java.util.Set;

/** What becomes of a template. Pure. */
final class Fates {
    /** Copied by themselves: green ones. By the early call also those without a rating. Source: Meta, "template migration", 14 Nov 2025. */
    private static final Set<String> TRAVELS = Set.of("GREEN", "UNKNOWN", "");
    private static final Set<String> LOST = Set.of("REJECTED", "DISABLED", "DELETED", "PENDING_DELETION");

    private Fates() {}

    static TemplateLine judged(TemplateLine line, Optional<Template> there, boolean stillCopying) {
        Optional<String> status = there.map(one -> one.status() == null ? "" : one.status().text());
        return new TemplateLine(line.name(), line.language(), line.category(), line.before(), line.quality(), line.sourceId(), status,
                there.map(one -> one.id().value()), fate(travels(line), status, stillCopying));
    }

    private static Fate fate(boolean travels, Optional<String> status, boolean stillCopying) {
        if (status.filter("APPROVED"::equals).isPresent()) {
            return Fate.CARRIED;
        }
        if (status.isPresent()) {
            return LOST.contains(status.get()) ? Fate.FAILED : Fate.PENDING;
        }
        if (!travels) {
            return Fate.STAYED;
        }
        return stillCopying ? Fate.PENDING : Fate.FAILED;
    }

    private static boolean travels(TemplateLine line) {
        return line.before().equals("APPROVED") && TRAVELS.contains(line.quality());
    }
}
