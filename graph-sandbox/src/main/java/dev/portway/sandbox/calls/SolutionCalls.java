package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.READ_INTENT;
import static dev.portway.sandbox.wire.CallName.SET_INTENT;
import static dev.portway.sandbox.wire.CallName.SOLUTION;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Intent;
import dev.portway.sandbox.world.Solution;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls on Multi-Partner Solutions and migration intents. Source: multi-partner solutions, and migrating WABAs among solutions, 2026. */
final class SolutionCalls {

    private static final int LONGEST_PAGE = 100;
    private static final List<String> PERMISSIONS = List.of("MESSAGING");

    private final World world;
    private final Rules rules;
    private final Exchange exchange;
    private final NodeView<Solution> solution;
    private final NodeView<Intent> intent;

    SolutionCalls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
        this.exchange = new Exchange(world, rules.access);
        solution = new NodeView<Solution>("WhatsAppBusinessSolution").text("id", each -> each.id)
                .text("name", each -> each.name)
                .text("status", each -> each.status)
                .text("status_for_pending_request", each -> each.pending)
                .field("owner_app", (each, ask, spec) -> app(each.owner))
                .field("owner_permissions", (each, ask, spec) -> Json.strings(PERMISSIONS))
                .unasked("name", "status", "status_for_pending_request", "id");
        intent = new NodeView<Intent>("WhatsAppBusinessSolutionMigrationIntent").text("id", each -> each.id)
                .text("status", each -> each.status)
                .field("solution", (each, ask, spec) -> each.solution == null ? null : solution.show(each.solution, ask, spec.children()))
                .field("destination_waba",
                        (each, ask, spec) -> each.destination == null ? null : waba(each.destination).put("business_type", "ent"))
                .unasked("solution", "status", "destination_waba", "id");
    }

    private static JsonNode app(App app) {
        return Json.object().put("name", app.name).put("id", app.id);
    }

    static ObjectNode waba(Waba waba) {
        return Json.object()
                .put("id", waba.id)
                .put("name", waba.name)
                .put("currency", waba.currency)
                .put("timezone_id", waba.timezoneId)
                .put("message_template_namespace", waba.namespace);
    }

    List<Route<App>> appRoutes() {
        return List.of(new Route<>("POST", "whatsapp_business_solution", SOLUTION, this::create),
                new Route<>("GET", "whatsapp_business_solutions", SOLUTION, this::list));
    }

    List<Route<Waba>> wabaRoutes() {
        return List.of(new Route<>("POST", "set_solution_migration_intent", SET_INTENT, this::propose),
                new Route<>("POST", "set_obo_mobility_intent", SET_INTENT, this::proposeLeftover),
                new Route<>("GET", "solutions", SOLUTION, this::ofWaba));
    }

    List<Route<Solution>> solutionRoutes() {
        return List.of(new Route<>("GET", "", SOLUTION, this::read), new Route<>("GET", "access_token", SOLUTION, this::token),
                answer("accept", rules.solutions::accept), answer("reject", rules.solutions::reject),
                answer("send_deactivation_request", rules.solutions::askDeactivation),
                answer("accept_deactivation_request", rules.solutions::acceptDeactivation),
                answer("reject_deactivation_request", rules.solutions::rejectDeactivation));
    }

    List<Route<Intent>> intentRoutes() {
        return List.of(new Route<>("GET", "", READ_INTENT, this::readIntent));
    }

    private JsonNode create(App owner, Ask ask) {
        if (owner != ask.token.app) {
            throw Access.missing("post", owner.id);
        }
        App partner = world.apps.get(ask.params().required("partner_app_id"));
        if (partner == null) {
            throw Access.missing("post", ask.params().required("partner_app_id"));
        }
        ask.params().listOf("owner_permissions", PERMISSIONS);
        ask.params().listOf("partner_permissions", PERMISSIONS);
        Solution made = rules.solutions.create(owner, partner, ask.params().required("solution_name"));
        ask.effect(true);
        return Json.object().put("solution_id", made.id);
    }

    private JsonNode list(App app, Ask ask) {
        if (app != ask.token.app) {
            throw Access.missing("get", app.id);
        }
        return Page.of(rules.solutions.of(app), ask, LONGEST_PAGE, each -> each.id, each -> solution.show(each, ask, ask.fields()));
    }

    private JsonNode ofWaba(Waba waba, Ask ask) {
        rules.access.toRead(ask.token, waba);
        return Page.of(rules.solutions.of(waba), ask, LONGEST_PAGE, each -> each.id, each -> solution.show(each, ask, ask.fields()));
    }

    private static void mine(Solution solution, Ask ask, String verb) {
        if (!solution.has(ask.token.app)) {
            throw Access.missing(verb, solution.id);
        }
    }

    private JsonNode read(Solution solution, Ask ask) {
        mine(solution, ask, "get");
        return this.solution.show(solution, ask, ask.fields());
    }

    private static Route<Solution> answer(String edge, BiConsumer<Solution, App> rule) {
        return new Route<>("POST", edge, SOLUTION, (solution, ask) -> {
            mine(solution, ask, "post");
            rule.accept(solution, ask.token.app);
            ask.effect(true);
            return NumberCalls.success();
        });
    }

    /** Documented: a partner's token for one client of a solution. */
    private JsonNode token(Solution solution, Ask ask) {
        mine(solution, ask, "get");
        String client = ask.params().required("business_id");
        Set<String> wabas = Set.copyOf(solution.wabaIds.stream()
                .filter(id -> world.wabas.containsKey(id) && world.wabas.get(id).ownerId.equals(client))
                .toList());
        if (wabas.isEmpty()) {
            throw Access.missing("get", client);
        }
        Token made = exchange.issue(new Token("sandbox-business-", Token.Kind.SYSTEM_USER, ask.token.app,
                new Token.Holder(ask.token.businessId, world.ids().other()),
                new Token.Grant(Set.of(Access.MANAGEMENT, Access.MESSAGING), wabas, world.now(), null)));
        ObjectNode reply = Json.object();
        reply.putArray("data").addObject().put("access_token", made.value);
        return reply;
    }

    private JsonNode propose(Waba source, Ask ask) {
        rules.access.toManage(ask.token, source);
        boolean to = ask.params().has("solution_id");
        if (to == ask.params().has("app_id")) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Exactly one of solution_id and app_id must be given");
        }
        if (!to && !ask.token.app.id.equals(ask.params().required("app_id"))) {
            throw Access.missing("post", ask.params().required("app_id"));
        }
        return proposed(source, ask, to ? solutionAsked(ask) : null);
    }

    /** By Meta's SDK specs of Apr 2026; the on-behalf-of model has ended, so there is no WABA left for which it fits. */
    private JsonNode proposeLeftover(Waba source, Ask ask) {
        rules.access.toManage(ask.token, source);
        solutionAsked(ask);
        throw rules.intents.refusal(ErrorRow.NOT_VALID_FOR_INTENT);
    }

    private Solution solutionAsked(Ask ask) {
        Solution found = world.solutions.get(ask.params().required("solution_id"));
        if (found == null || !found.has(ask.token.app)) {
            throw Access.missing("post", ask.params().required("solution_id"));
        }
        return found;
    }

    private JsonNode proposed(Waba source, Ask ask, @Nullable Solution to) {
        Intent made = rules.intents.propose(source, ask.token.app, to);
        ask.effect(true);
        return Json.object().put("id", made.id);
    }

    /** Documented: also the partner of the destination, with the token it was given for the client. Assumed: nobody else. */
    private boolean mayRead(Intent each, Token token) {
        Waba destination = each.destination;
        return rules.access.shareOf(token, each.source).isPresent()
                || (destination != null && rules.access.shareOf(token, destination).isPresent())
                || (each.solution != null && each.solution.has(token.app));
    }

    private JsonNode readIntent(Intent each, Ask ask) {
        if (!mayRead(each, ask.token)) {
            throw Access.missing("get", each.id);
        }
        rules.access.scope(ask.token, Access.MANAGEMENT);
        rules.intents.look(each);
        return intent.show(each, ask, ask.fields());
    }
}
