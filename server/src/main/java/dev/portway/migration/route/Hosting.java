package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Leaves.nothing;
import static dev.portway.migration.Phase.PREPARING;
import static dev.portway.migration.Reaction.backTo;
import static dev.portway.migration.Reaction.holds;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.ask;
import static dev.portway.migration.Step.watch;
import static dev.portway.migration.route.Drifting.nothingDrifted;
import static dev.portway.migration.route.Drifting.stillNothingDrifted;
import static dev.portway.migration.route.Passages.*;

import dev.portway.migration.Act;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Route;
import dev.portway.migration.Step;
import dev.portway.migration.Term;
import dev.portway.migration.fact.Fact;
import dev.portway.problem.Problems;
import java.util.List;

/**
 * The route {@code hosting}: a number left over On-Premises comes to Cloud API in the same WABA, with the backup its old host exported. On-Premises ended on
 * 23 Oct 2025, so this is for leftovers alone.
 */
final class Hosting {
    static final Route ROUTE = Route.of("hosting", between(UNNAMED, NAMED).checking(Must.RESTORE_A_NUMBER).taking(Term.CREDIT_LINE),
            submitted(),
            checked(),
            nothingDrifted(),
            destination(),
            numberThere(),
            List.of(ask("backup-given", PREPARING, Kind.GIVE_BACKUP, Fact.BACKUP).forEachNumber()),
            window(),
            List.of(stillNothingDrifted(Act.REGISTER), pinChosen(), registered(nothing()).pointOfNoReturn()
                    .on(Problems.PIN_MISMATCH, backTo("backup-given", Fact.BACKUP, Fact.PIN, Fact.PIN_CHOSEN))),
            working(Passages::lastRegistered));

    /** It is listed in the WABA already: only where it is hosted changes. */
    private static List<Step> numberThere() {
        return List.of(watch("number-there", PREPARING, Act.LIST_NUMBERS, Fact.LISTED_HERE,
                (listed, _) -> listed ? holds() : mend(Problems.NOT_FOUND)).forEachNumber().refreshedBy(Fact.RECHECK_ASKED));
    }

    private Hosting() {}
}
