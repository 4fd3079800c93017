package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Phase.AUTHORIZING;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.route.Passages.*;

import dev.portway.migration.Route;
import dev.portway.migration.Term;

/** The route {@code add}: a number that is not on the platform at all is simply added. */
final class Add {
    static final Route ROUTE = Route.of("add",
            between(UNNAMED, NAMED).checking(Must.ADD_A_NUMBER).needing(Term.DISPLAY_NAME).taking(Term.CREDIT_LINE),
            submitted(),
            checked(),
            destination(),
            addedAsNew(AUTHORIZING),
            ownership(),
            activated(),
            working(Passages::lastRegistered));

    private Add() {}
}
