package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Ends.End.UNNAMED;
import static dev.portway.migration.Phase.CUTTING_OVER;
import static dev.portway.migration.Phase.PREPARING;
import static dev.portway.migration.Phase.SETTLING;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.ask;
import static dev.portway.migration.Step.until;
import static dev.portway.migration.route.Drifting.nothingDrifted;
import static dev.portway.migration.route.Passages.*;
import static dev.portway.migration.route.SigningUp.numberGranted;
import static dev.portway.migration.route.SigningUp.signedUp;

import dev.portway.migration.Doing.Span;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.View;
import dev.portway.migration.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * The route {@code reshare}: the WABA stays as it is, with all its numbers, and changes its partner. The client's click on unshare is the point of no
 * return: from then on nobody can send until the first of the month after our credit line was shared. So the day is agreed before, and the way is
 * walked without a pause.
 */
final class Reshare {
    static final Route ROUTE = Route.of("reshare", between(UNNAMED, NAMED).checking(Must.CONNECT_A_WABA).needing(Term.CREDIT_LINE),
            submitted(),
            checked(),
            nothingDrifted(),
            List.of(until("sharing-open", PREPARING, Reshare::open),
                    ask("pause-agreed", PREPARING, Kind.AGREE_PAUSE, Fact.PAUSE_AGREED)),
            window(),
            List.of(ask("unshared", CUTTING_OVER, Kind.UNSHARE, Fact.UNSHARED).pointOfNoReturn()),
            signedUp(),
            List.of(until("sharing-still-open", CUTTING_OVER, Reshare::open)
                    .unless("credit-line-attached", view -> view.is(Fact.CREDIT_LINE_ATTACHED))),
            destination(),
            numberGranted(),
            List.of(until("sending-resumed", SETTLING, Reshare::paid)),
            working(since(Fact.CREDIT_LINE_ATTACHED)));

    private static Optional<Span> open(View view) {
        return Optional.of(Span.startingAt(SharingDays.openFrom(view.now())));
    }

    private static Optional<Span> paid(View view) {
        return since(Fact.CREDIT_LINE_ATTACHED).apply(view).map(at -> Span.startingAt(SharingDays.sendsFrom(at)));
    }

    private Reshare() {}
}
