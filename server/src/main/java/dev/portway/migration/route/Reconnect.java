package dev.portway.migration.route;

import static dev.portway.migration.Ends.End.MAYBE;
import static dev.portway.migration.Ends.End.NAMED;
import static dev.portway.migration.Phase.CUTTING_OVER;
import static dev.portway.migration.Phase.PREPARING;
import static dev.portway.migration.Reaction.help;
import static dev.portway.migration.Reaction.holds;
import static dev.portway.migration.Route.between;
import static dev.portway.migration.Step.ask;
import static dev.portway.migration.Step.until;
import static dev.portway.migration.Step.watch;
import static dev.portway.migration.route.Drifting.nothingDrifted;
import static dev.portway.migration.route.Passages.*;

import dev.portway.migration.Act;
import dev.portway.migration.Doing.Span;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Reaction;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.View;
import dev.portway.migration.fact.AtSource;
import dev.portway.migration.fact.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The route {@code reconnect}: where nothing else leads, the number leaves its account or app for good and is added here as if it were new. What is lost
 * is accepted in somebody's own words before. Leaving is a person's act, and the point of no return.
 */
final class Reconnect {
    static final Route ROUTE = Route.of("reconnect",
            between(MAYBE, NAMED).checking(Must.ADD_A_NUMBER).needing(Term.DISPLAY_NAME).taking(Term.CREDIT_LINE, Term.LAST_PAID_MESSAGE),
            submitted(),
            checked(),
            snapshot(),
            nothingDrifted(),
            destination(),
            List.of(
                    ask("losses-accepted", PREPARING, Kind.ACCEPT_LOSSES, Fact.LOSSES_ACCEPTED),
                    until("quiet-long-enough", PREPARING, Reconnect::quiet)),
            window(),
            List.of(
                    watch("left", CUTTING_OVER, Act.READ_SOURCE_NUMBER, Fact.AT_SOURCE, Reconnect::whileLeaving).forEachNumber()
                            .refreshedBy(Fact.RECHECK_ASKED)
                            .pointOfNoReturn(),
                    until("forgotten-there", CUTTING_OVER, Reconnect::forgotten).forEachNumber()
                            .unless("number-added", view -> view.is(Fact.NUMBER_ADDED))),
            addedAsNew(CUTTING_OVER),
            ownership(),
            activated(),
            settled());

    /** Until then a number cannot be deleted in WhatsApp Manager. Source: Meta, "phone numbers", 27 Feb 2026. */
    private static final Duration UNPAID = Duration.ofDays(30);
    /** Until then Graph refuses to register it again, with 133015. Source: Meta, "Error codes", 18 Jun 2026. */
    private static final Duration FORGOTTEN_WITHIN = Duration.ofMinutes(5);

    private static Optional<Span> quiet(View view) {
        return view.value(Fact.LAST_PAID_MESSAGE).map(last -> Span.startingAt(last.plus(UNPAID)));
    }

    private static Reaction whileLeaving(AtSource seen, View view) {
        return switch (seen) {
            case GONE -> holds();
            case HERE -> help(Kind.LEAVE_SOURCE);
            case UNKNOWN -> view.is(Fact.LEFT_STATED) ? holds() : help(Kind.LEAVE_SOURCE);
        };
    }

    private static Optional<Span> forgotten(View view) {
        return view.migration()
                .facts()
                .seen(Fact.AT_SOURCE, view.number())
                .map(left -> Span.startingAt(left.at().plus(FORGOTTEN_WITHIN)));
    }

    private Reconnect() {}
}
