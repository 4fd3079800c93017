package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.BUSINESS_USERS;
import static dev.portway.sandbox.wire.CallName.LIST_WABAS;
import static dev.portway.sandbox.wire.CallName.READ_BUSINESS;
import static dev.portway.sandbox.wire.CallName.SYSTEM_USERS;
import static dev.portway.sandbox.wire.CallName.SYSTEM_USER_TOKEN;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.FieldSpec;
import dev.portway.sandbox.wire.Filtering;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Person;
import dev.portway.sandbox.world.SystemUser;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Calls on portfolios and who is in them. */
final class BusinessCalls {

    private static final int LONGEST_PAGE = 100;
    private static final List<String> ROLES = List.of("ADMIN", "EMPLOYEE", "ADMIN_SYSTEM_USER", "EMPLOYEE_SYSTEM_USER");

    private final World world;
    private final Rules rules;
    private final Views views;
    private final Exchange exchange;

    BusinessCalls(World world, Rules rules, Views views) {
        this.exchange = new Exchange(world, rules.access);
        this.world = world;
        this.rules = rules;
        this.views = views;
    }

    List<Route<Business>> routes() {
        return List.of(new Route<>("GET", "", READ_BUSINESS, this::read),
                new Route<>("GET", "owned_whatsapp_business_accounts", LIST_WABAS, (business, ask) -> list(business, ask, owned(business))),
                new Route<>("GET", "client_whatsapp_business_accounts", LIST_WABAS,
                        (business, ask) -> list(business, ask, shared(business))),
                new Route<>("GET", "system_users", SYSTEM_USERS, this::systemUsers),
                new Route<>("POST", "system_users", SYSTEM_USERS, this::addSystemUser),
                new Route<>("POST", "system_user_access_tokens", SYSTEM_USER_TOKEN, this::systemUserToken),
                new Route<>("GET", "business_users", BUSINESS_USERS, this::people));
    }

    List<Route<SystemUser>> systemUserRoutes() {
        return List.of(new Route<>("GET", "", SYSTEM_USERS, this::systemUser),
                new Route<>("GET", "assigned_whatsapp_business_accounts", LIST_WABAS, this::assigned));
    }

    /** A portfolio is seen by itself, and by partners of one of its WABAs. */
    private void mayRead(Business business, Ask ask) {
        boolean own = business.id.equals(ask.token.businessId);
        boolean partner = world.wabas.values()
                .stream()
                .anyMatch(waba -> waba.ownerId.equals(business.id) && rules.access.shareOf(ask.token, waba).isPresent());
        if (!own && !partner) {
            throw Access.missing("get", business.id);
        }
        rules.access.scope(ask.token, Access.BUSINESS, Access.MANAGEMENT);
    }

    private JsonNode read(Business business, Ask ask) {
        mayRead(business, ask);
        return views.business.show(business, ask, ask.fields());
    }

    private static Predicate<Waba> owned(Business business) {
        return waba -> waba.ownerId.equals(business.id);
    }

    private static Predicate<Waba> shared(Business business) {
        return waba -> waba.partners.containsKey(business.id);
    }

    /** Documented: {@code creation_time} in seconds, and the portfolios it is shared with. */
    private static JsonNode filtered(Waba waba) {
        return Json.object()
                .put("creation_time", waba.createdAt.getEpochSecond())
                .put("partners", String.join(",", waba.partners.keySet()));
    }

    /** Documented: {@code creation_time_ascending} and {@code …_descending}. */
    private static Comparator<Waba> order(Params params) {
        Comparator<Waba> order = Comparator.comparing(waba -> waba.createdAt);
        return params.text("sort").orElse("").contains("desc") ? order.reversed() : order;
    }

    private JsonNode list(Business business, Ask ask, Predicate<Waba> which) {
        mayRead(business, ask);
        List<FieldSpec> fields = ask.fields();
        Filtering filtering = new Filtering(ask.params(), "creation_time", "partners");
        List<Waba> all = world.wabas.values()
                .stream()
                .filter(which)
                .filter(waba -> rules.access.shareOf(ask.token, waba).isPresent())
                .filter(filtering.over(BusinessCalls::filtered))
                .sorted(order(ask.params()))
                .toList();
        return Page.of(all, ask, LONGEST_PAGE, waba -> waba.id, waba -> views.waba.show(waba, ask, fields));
    }

    /** Documented ("manage system users", 16 Jun 2026): id, name and role. */
    private JsonNode systemUsers(Business business, Ask ask) {
        own(rules.access, business.id, ask);
        List<SystemUser> all = world.systemUsers.values().stream().filter(user -> user.businessId().equals(business.id)).toList();
        return Page.of(all, ask, LONGEST_PAGE, SystemUser::id, user -> views.user.show(views.user(user), ask, fields(ask, "id,name,role")));
    }

    private static List<FieldSpec> fields(Ask ask, String standard) {
        return ask.fields().isEmpty() ? FieldSpec.parse(standard) : ask.fields();
    }

    private JsonNode people(Business business, Ask ask) {
        own(rules.access, business.id, ask);
        List<Person> all = world.people.values().stream().filter(person -> person.businessId().equals(business.id)).toList();
        return Page.of(all, ask, LONGEST_PAGE, Person::id,
                person -> views.user.show(views.user(person), ask, fields(ask, "id,name,business,role")));
    }

    private JsonNode addSystemUser(Business business, Ask ask) {
        own(rules.access, business.id, ask);
        admin(ask);
        String role = ask.params().has("role") ? ask.params().oneOf("role", ROLES) : "EMPLOYEE";
        SystemUser user = new SystemUser(world.ids().other(), ask.params().required("name"), business.id, role.replace("_SYSTEM_USER", ""));
        world.systemUsers.put(user.id(), user);
        ask.effect(true);
        return Json.object().put("id", user.id());
    }

    /** Assumed, as the page wants an admin's token: an employee is refused with code 200. */
    private void admin(Ask ask) {
        SystemUser caller = world.systemUsers.get(ask.token.userId);
        if (caller != null && caller.role().equals("EMPLOYEE")) {
            throw ErrorRow.WRITE_DENIED.refused();
        }
    }

    /** Documented: a new token for a system user, or with {@code fetch_only} the one it has; with 60 days of life when asked. */
    private JsonNode systemUserToken(Business business, Ask ask) {
        own(rules.access, business.id, ask);
        admin(ask);
        SystemUser user = world.systemUsers.get(ask.params().required("system_user_id"));
        if (user == null || !user.businessId().equals(business.id)) {
            throw Access.missing("post", ask.params().required("system_user_id"));
        }
        if (ask.params().flag("fetch_only")) {
            return world.tokens.values()
                    .stream()
                    .filter(token -> token.userId.equals(user.id()) && token.app == ask.token.app && !token.revoked)
                    .findFirst()
                    .map(token -> (JsonNode) Json.object().put("access_token", token.value))
                    .orElseThrow(() -> ErrorRow.INVALID_PARAMETER.saying("(#100) The system user has no access token for this app"));
        }
        Instant until = ask.params().flag("set_token_expires_in_60_days") ? world.now().plus(Duration.ofDays(60)) : null;
        Token token = exchange
                .issue(new Token("sandbox-system-", Token.Kind.SYSTEM_USER, ask.token.app, new Token.Holder(business.id, user.id()),
                        new Token.Grant(scopes(ask), Set.of(), world.now(), until)));
        ask.effect(true);
        return Json.object().put("access_token", token.value);
    }

    private static Set<String> scopes(Ask ask) {
        List<String> known = List.of(Access.MANAGEMENT, Access.MESSAGING, Access.BUSINESS);
        if (!ask.params().has("scope")) {
            return ask.token.scopes;
        }
        List<String> asked = ask.params().list("scope").stream().flatMap(scope -> Stream.of(scope.split("\\s*,\\s*"))).toList();
        return known.stream().filter(asked::contains).collect(Collectors.toSet());
    }

    private JsonNode systemUser(SystemUser user, Ask ask) {
        own(rules.access, user.businessId(), ask);
        return views.user.show(views.user(user), ask, ask.fields());
    }

    private JsonNode assigned(SystemUser user, Ask ask) {
        own(rules.access, user.businessId(), ask);
        List<FieldSpec> fields = ask.fields();
        List<Waba> all = world.wabas.values().stream().filter(waba -> waba.assignedUsers.containsKey(user.id())).toList();
        return Page.of(all, ask, LONGEST_PAGE, waba -> waba.id, waba -> views.waba.show(waba, ask, fields));
    }

    /** Its users, tokens and money are a portfolio's own. */
    static void own(Access access, String businessId, Ask ask) {
        if (!businessId.equals(ask.token.businessId)) {
            throw Access.missing("get", businessId);
        }
        access.scope(ask.token, Access.BUSINESS);
    }
}
