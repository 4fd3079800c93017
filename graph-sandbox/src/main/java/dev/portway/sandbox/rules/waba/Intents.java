package dev.portway.sandbox.rules.waba;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Hindrance;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.rules.access.Admins;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Intent;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Person;
import dev.portway.sandbox.world.Solution;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Migration intents: a Tech Provider proposes where a client's WABA goes, the client accepts in Business Suite, then its numbers are added and
 * registered at the destination without a code.
 *
 * <p>Documented (migrating WABAs among solutions, 21 May 2026; off solutions, 30 Jun 2026; adding a WABA to a solution): both solutions are of
 * one portfolio, the destination solution is active, two-step verification is off; a new WABA of the same client, or for a join the same one.
 */
public final class Intents {

    private static final Duration LIFE = Duration.ofDays(90);

    private final World world;
    private final Solutions solutions;
    private final WabaClones clones;
    private final Notices notices;

    public Intents(World world, Solutions solutions, WabaClones clones, Notices notices) {
        this.clones = clones;
        this.world = world;
        world.does("intent-lapse", later -> Optional.ofNullable(world.intents.get(later.of("intent"))).ifPresent(this::look));
        this.solutions = solutions;
        this.notices = notices;
    }

    /**
     * Proposes a destination.
     *
     * @param to the solution it leads into; null when it leads off one
     */
    public Intent propose(Waba source, App by, @Nullable Solution to) {
        if (source.ownershipType.equals("ON_BEHALF_OF")) {
            throw refusal(ErrorRow.NOT_VALID_FOR_INTENT);
        }
        if (unfinishedOf(source).isPresent()) {
            throw refusal(ErrorRow.TAGGED_FOR_OTHER);
        }
        Optional<Solution> now = solutions.activeOf(source);
        Intent.Kind kind = to == null ? Intent.Kind.OFF_SOLUTION : now.isPresent() ? Intent.Kind.TO_SOLUTION : Intent.Kind.JOIN_SOLUTION;
        if (!fits(kind, by, now, to)) {
            throw refusal(ErrorRow.NOT_VALID_FOR_INTENT);
        }
        Intent intent = new Intent(world.ids().other(), kind, source, by, to);
        intent.createdAt = world.now();
        world.intents.put(intent.id, intent);
        world.later(LIFE, "intent-lapse", Map.of("intent", intent.id));
        return intent;
    }

    /** Documented: the portfolio behind both solutions is the same, which is the proposer's, and the destination is active. */
    private static boolean fits(Intent.Kind kind, App by, Optional<Solution> now, @Nullable Solution to) {
        boolean fromOurs = now.map(solution -> ours(solution, by)).orElse(kind == Intent.Kind.JOIN_SOLUTION);
        boolean toOurs = to == null || (to.active() && ours(to, by) && now.filter(solution -> solution == to).isEmpty());
        return fromOurs && toOurs;
    }

    private static boolean ours(Solution solution, App by) {
        return Stream.of(solution.owner, solution.partner).anyMatch(app -> app.businessId.equals(by.businessId));
    }

    /** The documented rows are of the on-behalf-of model, see the switch. */
    public Refused refusal(ErrorRow row) {
        return world.switches.is(Switch.INTENT_REFUSALS, "100")
                ? ErrorRow.INVALID_PARAMETER.saying("(#100) " + row.userMessage())
                : row.refused();
    }

    private Optional<Intent> unfinishedOf(Waba source) {
        return world.intents.values().stream().filter(intent -> intent.source == source && unfinished(intent)).findFirst();
    }

    private boolean unfinished(Intent intent) {
        look(intent);
        return intent.open() || intent.status.equals("ACCEPTED");
    }

    /** Whether numbers go this way without a code. */
    public boolean moves(Waba from, Waba to) {
        return accepted(from, to).isPresent();
    }

    /** Documented: a client that leaves a solution pays for itself, and may do so later. */
    public boolean paysLater(Waba from, Waba to) {
        return accepted(from, to).filter(intent -> intent.kind == Intent.Kind.OFF_SOLUTION).isPresent();
    }

    private Optional<Intent> accepted(Waba from, Waba to) {
        return world.intents.values().stream().filter(intent -> intent.moves(from, to)).findFirst();
    }

    /** An admin accepts it at Business settings, Requests, Received. Null stands for an admin whom the world does not name. */
    public void accept(Intent intent, @Nullable Person by) {
        check(intent, by);
        if (intent.kind != Intent.Kind.JOIN_SOLUTION) {
            clones.checkRoom(intent.source);
        }
        approve(intent);
    }

    /** An admin declines it there. */
    public void decline(Intent intent, @Nullable Person by) {
        check(intent, by);
        intent.status = "REJECTED";
    }

    private void check(Intent intent, @Nullable Person by) {
        look(intent);
        if (!intent.open()) {
            throw Hindrance.NOT_OPEN.hinders("it is " + intent.status);
        }
        Admins.check(by, intent.source.ownerId);
    }

    /** Lets happen what its age brings. */
    public void look(Intent intent) {
        if (!world.now().isBefore(intent.createdAt.plus(LIFE))) {
            lapse(intent);
        }
    }

    /** Documented: after 90 days a join is accepted by itself. Assumed: what becomes of the others, see the switch. */
    public void lapse(Intent intent) {
        if (!intent.open()) {
            return;
        }
        if (intent.kind == Intent.Kind.JOIN_SOLUTION) {
            approve(intent);
        } else if (world.switches.is(Switch.INTENT_AFTER_90_DAYS, "rejected")) {
            intent.status = "REJECTED";
        }
    }

    private void approve(Intent intent) {
        Waba destination = intent.kind == Intent.Kind.JOIN_SOLUTION ? intent.source : clones.empty(intent.source);
        intent.destination = destination;
        intent.status = intent.kind == Intent.Kind.JOIN_SOLUTION ? "COMPLETED" : "ACCEPTED";
        List<App> partners = intent.solution == null ? List.of(intent.app) : List.of(intent.solution.owner, intent.solution.partner);
        partners.forEach(app -> destination.partners.put(app.businessId, Waba.Share.MANAGE));
        if (intent.solution != null) {
            intent.solution.wabaIds.add(destination.id);
        }
        partners.forEach(app -> notices.partner(destination, "PARTNER_ADDED", app, intent.solution));
    }

    /** A number was registered: an intent is complete when none is left behind. */
    public void registered(NumberLink link) {
        world.intents.values()
                .stream()
                .filter(intent -> intent.status.equals("ACCEPTED") && intent.destination == link.waba)
                .filter(intent -> intent.source.links.stream().allMatch(NumberLink::gone))
                .forEach(intent -> intent.status = "COMPLETED");
    }
}
