package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.MAYBE;
import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Leaves.stays;
import static dev.portway.migration.Phase.PREPARING;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.route.Drifting.nothingDrifted;
import static dev.portway.migration.route.Passages.*;

import dev.portway.migration.Act;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.fact.SourceAccess;
import java.util.List;

/**
 * The route {@code migrate}: a number that is registered at another provider or WABA of the same business moves into a destination WABA that is
 * there, approved, paid and subscribed. Nothing changes for the source before {@code register} succeeds at the destination.
 */
final class Migrate {
    static final Route ROUTE = Route.of("migrate", between(MAYBE, NAMED).checking(Must.MOVE_A_NUMBER).taking(Term.CREDIT_LINE),
            submitted(),
            checked(),
            snapshot(),
            nothingDrifted(),
            destination(),
            List.of(effect("templates-copied", PREPARING, Act.COPY_TEMPLATES, stays("templates-copied"))
                    .unless("no-source-access", view -> view.access() == SourceAccess.NONE)),
            windowFirst(),
            notTooEarly(),
            initiated(),
            ownership(),
            window(),
            cutover(),
            settled());

    private Migrate() {}
}
