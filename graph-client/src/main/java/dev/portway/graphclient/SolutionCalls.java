package dev.portway.graphclient;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.Listing;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.node.Solution;
import dev.portway.graphclient.node.Solution.PendingRequest;
import dev.portway.graphclient.node.SolutionIntent;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppId;
import dev.portway.graphclient.value.BusinessId;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.SolutionId;
import dev.portway.graphclient.value.SolutionIntentId;
import dev.portway.graphclient.value.WabaId;
import java.util.List;

/**
 * Multi-Partner Solutions, and proposals that a WABA goes to one or off one. Solutions of one Tech Provider only.
 *
 * <p>A proposal changes nothing by itself: an admin of the client accepts it in Business Suite. Nothing lists proposals, so a doubt about one
 * ends by proposing again (refused while the first is open) or by asking that admin what waits there.
 *
 * <p>Source: Meta, "Multi-Partner Solutions", 2026, and "Migrate WABAs among solutions", 21 May 2026.
 */
public final class SolutionCalls {
    private static final List<String> FIELDS = List.of("id", "name", "status", "status_for_pending_request", "owner_app");

    private final GraphLine line;

    SolutionCalls(GraphLine line) {
        this.line = line;
    }

    public ReadResult<Solution> get(SolutionId id) {
        return line.unknownFields().without(FIELDS, names -> line.read(Call.get("/" + id).with("fields", names), SolutionCalls::solution));
    }

    /** Those that serve a WABA; at most one of them is active. */
    public ReadResult<Listing<Solution>> of(WabaId waba) {
        return line.unknownFields()
                .without(FIELDS,
                        names -> Pages.all(line, Call.get("/" + waba + "/solutions").with("fields", names), SolutionCalls::solution));
    }

    /**
     * Proposes that a WABA goes to a solution: from another one its numbers go to a new WABA, from none it stays what it is. With a business
     * token of the Tech Provider, for both solutions.
     */
    public EffectResult<SolutionIntentId> propose(WabaId source, SolutionId to, SendBy sendBy) {
        return propose(Call.post(path(source)).with("solution_id", to), sendBy);
    }

    /**
     * Proposes that a WABA leaves its solution for this app alone. The client then has to pay by itself, or its templates fail.
     *
     * @param to the Tech Provider's own app, whose token makes the call
     */
    public EffectResult<SolutionIntentId> proposeLeaving(WabaId source, AppId to, SendBy sendBy) {
        return propose(Call.post(path(source)).with("app_id", to), sendBy);
    }

    /** How a proposal stands. Go on when it is accepted, and on nothing else. */
    public ReadResult<SolutionIntent> intent(SolutionIntentId id) {
        return line.read(Call.get("/" + id), SolutionCalls::intent);
    }

    /**
     * A token for all that this client shares with the solution, for the partner whose system token asks. Asking again harms nothing.
     *
     * <p>Meta's page shows a list with the token in it, its OpenAPI file the token alone. Both are read.
     */
    public ReadResult<AccessToken> clientToken(SolutionId id, BusinessId client) {
        return line.read(Call.get("/" + id + "/access_token").with("business_id", client), SolutionCalls::token);
    }

    private EffectResult<SolutionIntentId> propose(Call call, SendBy sendBy) {
        return line.effect(call, sendBy, json -> json.needed("id", SolutionIntentId::new));
    }

    private static String path(WabaId source) {
        return "/" + source + "/set_solution_migration_intent";
    }

    private static Solution solution(Fields json) {
        Fields owner = json.child("owner_app");
        return new Solution(json.needed("id", SolutionId::new),
                json.text("name"),
                json.open("status", Solution.Status.class),
                json.open("status_for_pending_request", PendingRequest.class),
                owner == null ? null : owner.value("id", AppId::new));
    }

    private static SolutionIntent intent(Fields json) {
        return new SolutionIntent(json.needed("id", SolutionIntentId::new),
                json.open("status", SolutionIntent.Status.class),
                json.child("solution", SolutionCalls::solution),
                json.child("destination_waba", WabaFields::read));
    }

    private static AccessToken token(Fields json) {
        if (json.has("access_token")) {
            return json.needed("access_token", AccessToken::new);
        }
        return json.list("data", each -> each.needed("access_token", AccessToken::new))
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotUnderstood("no access_token"));
    }
}
