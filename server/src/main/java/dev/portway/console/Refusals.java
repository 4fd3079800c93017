package dev.portway.console;

import dev.portway.intake.Rejected;
import dev.portway.migration.MigrationId;
import java.util.LinkedHashMap;
import java.util.List;

/** Why a form was not taken: one reason for each of its fields that is wrong, in the order of the form. */
record Refusals(List<Refusal> all) {
    static final Refusals NONE = new Refusals(List.of());

    Refusals {
        all = List.copyOf(all);
    }

    static Refusals of(List<Rejected> wrongs) {
        var first = new LinkedHashMap<String, Refusal>();
        wrongs.stream().map(Refusal::of).forEach(one -> first.putIfAbsent(one.field(), one));
        return new Refusals(List.copyOf(first.values()));
    }

    static Refusals busy(MigrationId by) {
        return new Refusals(List.of(Refusal.busy(by)));
    }

    boolean isAt(String name) {
        return all.stream().anyMatch(one -> one.isAt(name));
    }

    boolean isAnywhere() {
        return !all.isEmpty();
    }
}
