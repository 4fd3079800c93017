package dev.portway.console.migration;

import dev.portway.migration.HumanTask;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.Fact;
import java.util.Map;

/** What the provider says that is still open, where a client is asked to settle it. */
final class Owed {
    private Owed() {}

    /** With what is asked; as it is where the provider said nothing, or something else is asked. */
    static String beside(String asked, HumanTask.Kind kind, Voice voice, Migration migration) {
        return migration.facts()
                .value(Fact.OPEN_INVOICES)
                .filter(_ -> kind == HumanTask.Kind.SETTLE_INVOICES)
                .map(open -> voice.say("invoices.open", Map.of("open", open)) + " " + asked)
                .orElse(asked);
    }
}
