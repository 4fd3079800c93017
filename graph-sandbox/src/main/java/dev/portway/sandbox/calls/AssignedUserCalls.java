package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.ASSIGNED_USERS;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.FieldSpec;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Who may do what on a WABA. Source: Meta's SDK specs of Apr 2026; the OpenAPI file v23 for the fields. */
final class AssignedUserCalls {

    private static final int LONGEST_PAGE = 100;
    /** By Meta's SDK specs of Apr 2026, and in the second line by its pages. */
    private static final List<String> TASKS = List.of("MANAGE", "DEVELOP", "MANAGE_TEMPLATES", "MANAGE_PHONE", "VIEW_COST",
            "MANAGE_EXTENSIONS", "VIEW_PHONE_ASSETS", "MANAGE_PHONE_ASSETS", "VIEW_TEMPLATES", "MESSAGING",
            "VIEW_INSIGHTS", "RECEIVE_INCOMING_MESSAGES", "MANAGE_BILLING", "MANAGE_USERS", "FULL_CONTROL");

    private final World world;
    private final Rules rules;
    private final Views views;
    private final NodeView<Assigned> assigned = new NodeView<Assigned>("AssignedUser").text("id", each -> each.user().id())
            .text("name", each -> each.user().name())
            .field("business", (each, ask, spec) -> business(each.user().businessId()))
            .text("user_type", this::type)
            .field("tasks", (each, ask, spec) -> Json.strings(each.tasks()))
            .unasked("id", "name", "tasks");

    private record Assigned(Views.User user, List<String> tasks) {}

    AssignedUserCalls(World world, Rules rules, Views views) {
        this.world = world;
        this.rules = rules;
        this.views = views;
    }

    List<Route<Waba>> wabaRoutes() {
        return List.of(new Route<>("GET", "assigned_users", ASSIGNED_USERS, this::list),
                new Route<>("POST", "assigned_users", ASSIGNED_USERS, this::assign),
                new Route<>("DELETE", "assigned_users", ASSIGNED_USERS, this::remove));
    }

    private JsonNode business(String id) {
        Business of = world.businesses.get(id);
        return Json.object().put("id", id).put("name", of == null ? id : of.name);
    }

    private String type(Assigned each) {
        return world.systemUsers.containsKey(each.user().id()) ? "SYSTEM_USER" : "BUSINESS_USER";
    }

    private JsonNode list(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        String business = ask.params().required("business");
        List<FieldSpec> fields = ask.fields();
        List<Assigned> all = waba.assignedUsers.entrySet()
                .stream()
                .flatMap(each -> user(each.getKey()).map(user -> new Assigned(user, List.of(each.getValue().split(",")))).stream())
                .filter(each -> each.user().businessId().equals(business))
                .toList();
        return Page.of(all, ask, LONGEST_PAGE, each -> each.user().id(), each -> assigned.show(each, ask, fields));
    }

    private Optional<Views.User> user(String id) {
        return Optional.ofNullable(world.systemUsers.get(id))
                .map(views::user)
                .or(() -> Optional.ofNullable(world.people.get(id)).map(views::user));
    }

    private JsonNode assign(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        String user = ask.params().required("user");
        List<String> wanted = ask.params().listOf("tasks", TASKS);
        if (wanted.isEmpty()) {
            throw Params.missing("tasks");
        }
        if (!world.systemUsers.containsKey(user) && !world.people.containsKey(user)) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param user must be a valid business-scoped user");
        }
        String tasks = String.join(",", wanted);
        ask.effect(!tasks.equals(waba.assignedUsers.put(user, tasks)));
        return NumberCalls.success();
    }

    private JsonNode remove(Waba waba, Ask ask) {
        rules.access.toManage(ask.token, waba);
        ask.effect(waba.assignedUsers.remove(ask.params().required("user")) != null);
        return NumberCalls.success();
    }
}
