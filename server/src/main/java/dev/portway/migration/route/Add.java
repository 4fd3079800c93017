package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Leaves.stays;
import static dev.portway.migration.Phase.AUTHORIZING;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.effect;
import static dev.portway.migration.route.Passages.*;

import dev.portway.migration.Act;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import java.util.List;

/** The route {@code add}: a number that is not on the platform at all is simply added. */
final class Add {
    static final Route ROUTE = Route.of("add",
            between(UNNAMED, NAMED).checking(Must.ADD_A_NUMBER).taking(Term.CREDIT_LINE, Term.DISPLAY_NAME),
            submitted(),
            checked(),
            destination(),
            List.of(effect("number-added", AUTHORIZING, Act.ADD_NEW_NUMBER, stays("number-listed")).forEachNumber()),
            ownership(),
            activated(),
            working(Passages::lastRegistered));

    private Add() {}
}
