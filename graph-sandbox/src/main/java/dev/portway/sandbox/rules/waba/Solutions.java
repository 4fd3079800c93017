package dev.portway.sandbox.rules.waba;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.notice.Notices;

import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Solution;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Optional;

/**
 * Multi-Partner Solutions: asked for by one app, accepted by another. Documented: multi-partner solutions (21 May 2026) and the
 * partner_solutions webhook.
 */
public final class Solutions {

    private final World world;
    private final Notices notices;

    public Solutions(World world, Notices notices) {
        this.world = world;
        this.notices = notices;
    }

    public Solution create(App owner, App partner, String name) {
        if (owner == partner) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param partner_app_id must be the id of another app");
        }
        Solution solution = new Solution(world.ids().other(), name, owner, partner);
        world.solutions.put(solution.id, solution);
        notices.solution(solution, "SOLUTION_CREATED");
        return solution;
    }

    public List<Solution> of(App app) {
        return world.solutions.values().stream().filter(solution -> solution.has(app)).toList();
    }

    public List<Solution> of(Waba waba) {
        return world.solutions.values().stream().filter(solution -> solution.wabaIds.contains(waba.id)).toList();
    }

    public Optional<Solution> activeOf(Waba waba) {
        return of(waba).stream().filter(Solution::active).findFirst();
    }

    public void accept(Solution solution, App by) {
        answer(solution, by, "INITIATED", "ACTIVE");
    }

    public void reject(Solution solution, App by) {
        answer(solution, by, "INITIATED", "REJECTED");
    }

    private void answer(Solution solution, App by, String from, String to) {
        mustBe(by == solution.partner && solution.status.equals(from), solution);
        to(solution, to, "NONE");
    }

    /** Documented: either asks, the other one answers. */
    public void askDeactivation(Solution solution, App by) {
        mustBe(solution.has(by) && solution.active() && solution.pending.equals("NONE"), solution);
        to(solution, "ACTIVE", "PENDING_DEACTIVATION");
    }

    public void acceptDeactivation(Solution solution, App by) {
        mustBe(solution.has(by) && solution.pending.equals("PENDING_DEACTIVATION"), solution);
        to(solution, "DEACTIVATED", "NONE");
    }

    public void rejectDeactivation(Solution solution, App by) {
        mustBe(solution.has(by) && solution.pending.equals("PENDING_DEACTIVATION"), solution);
        to(solution, "ACTIVE", "NONE");
    }

    /** Assumed: the words. */
    private static void mustBe(boolean fits, Solution solution) {
        if (!fits) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The solution is " + solution.status + " (" + solution.pending
                    + ") and does not allow this request");
        }
    }

    private void to(Solution solution, String status, String pending) {
        solution.status = status;
        solution.pending = pending;
        notices.solution(solution, "SOLUTION_UPDATED");
    }
}
