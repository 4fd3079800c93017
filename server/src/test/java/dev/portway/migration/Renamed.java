package dev.portway.migration;

import dev.portway.migration.standing.Standing;
import java.time.Instant;
import java.util.List;

/** A route whose steps have other names now, and keep their old ones in {@code formerly}. */
public final class Renamed {
    private static final String NOW = "renamed-";

    private Renamed() {}

    private static Migration everyStep(Migration migration) {
        return new Migration(migration.id(), migration.provider(), everyStep(migration.route()), migration.order(), migration.facts(),
                migration.attempts(), migration.moment(), migration.spendings(), migration.createdAt(), migration.ending());
    }

    static Route everyStep(Route route) {
        return new Route(route.name(), route.version(), route.asks(),
                route.steps().stream().map(step -> named(step, NOW + step.name()).formerly(step.name())).toList());
    }

    /** The step under another name, and nobody told which it had. */
    static Route withoutFormerName(Route route, String step) {
        List<Step> steps = route.steps().stream().map(one -> one.name().equals(step) ? named(one, NOW + step) : one).toList();
        return new Route(route.name(), route.version(), route.asks(), steps);
    }

    private static Step named(Step step, String name) {
        return new Step(name, step.phase(), step.doing(), step.terms());
    }

    /** Where the migration stands when every step has another name, by the name it had; empty once it ended. */
    public static String stepNow(Migration migration, Instant at) {
        return Standing.of(everyStep(migration), at).step().map(step -> step.name().substring(NOW.length())).orElse("");
    }
}
