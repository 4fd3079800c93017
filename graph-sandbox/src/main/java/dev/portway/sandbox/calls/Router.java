package dev.portway.sandbox.calls;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.wire.CallName;
import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.wire.Target;
import dev.portway.sandbox.world.Allocation;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.CreditLine;
import dev.portway.sandbox.world.CurrencyMigration;
import dev.portway.sandbox.world.Flow;
import dev.portway.sandbox.world.Intent;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.Solution;
import dev.portway.sandbox.world.SystemUser;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Upload;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a request is about: the node by its id, the call by method and edge. */
public final class Router {

    private final World world;
    private final Rules rules;
    private final AppCalls apps;
    private final Exchange exchange;
    private final List<Route<NumberLink>> numberRoutes;
    private final List<Route<Waba>> wabaRoutes;
    private final List<Route<Template>> templateRoutes;
    private final List<Route<Flow>> flowRoutes;
    private final List<Route<Business>> businessRoutes;
    private final List<Route<SystemUser>> systemUserRoutes;
    private final List<Route<App>> appRoutes;
    private final List<Route<CreditLine>> creditRoutes;
    private final List<Route<Allocation>> allocationRoutes;
    private final List<Route<Solution>> solutionRoutes;
    private final List<Route<Intent>> intentRoutes;
    private final List<Route<CurrencyMigration>> currencyRoutes;
    private final List<Route<PreverifiedNumber>> preverifiedRoutes;
    private final MediaCalls media;
    private final List<Route<Upload>> uploadRoutes;

    public Router(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
        Views views = new Views(world, rules);
        BusinessCalls businesses = new BusinessCalls(world, rules, views);
        TemplateCalls templates = new TemplateCalls(world, rules, views);
        apps = new AppCalls(world, rules, views);
        exchange = new Exchange(world, rules.access);
        FlowCalls flows = new FlowCalls(world, rules);
        CreditCalls credit = new CreditCalls(world, rules);
        CurrencyCalls currencies = new CurrencyCalls(rules);
        SolutionCalls solutions = new SolutionCalls(world, rules);
        media = new MediaCalls(world, rules);
        CatalogCalls catalogs = new CatalogCalls(world, rules);
        UploadCalls uploads = new UploadCalls(rules);
        uploadRoutes = uploads.routes();
        numberRoutes = Stream
                .of(new NumberCalls(world, rules, views).routes(), new SettingsCalls(world, rules).routes(),
                        new QrCalls(world, rules).routes(), media.numberRoutes(), catalogs.numberRoutes())
                .flatMap(List::stream)
                .toList();
        wabaRoutes = Stream
                .of(new WabaCalls(world, rules, views).routes(), templates.wabaRoutes(), flows.wabaRoutes(), solutions.wabaRoutes(),
                        currencies.wabaRoutes(), new AssignedUserCalls(world, rules, views).wabaRoutes(), catalogs.wabaRoutes())
                .flatMap(List::stream)
                .toList();
        templateRoutes = templates.routes();
        flowRoutes = flows.routes();
        PreverifiedCalls preverified = new PreverifiedCalls(world, rules);
        businessRoutes = Stream.of(businesses.routes(), credit.businessRoutes(), preverified.businessRoutes(), catalogs.businessRoutes())
                .flatMap(List::stream)
                .toList();
        preverifiedRoutes = preverified.routes();
        systemUserRoutes = businesses.systemUserRoutes();
        creditRoutes = credit.lineRoutes();
        allocationRoutes = credit.allocationRoutes();
        solutionRoutes = solutions.solutionRoutes();
        currencyRoutes = currencies.routes();
        intentRoutes = solutions.intentRoutes();
        appRoutes = Stream.of(apps.routes(), solutions.appRoutes(), uploads.appRoutes()).flatMap(List::stream).toList();
        views.number.edges(numberRoutes);
        views.waba.edges(wabaRoutes);
        views.business.edges(businessRoutes);
        views.app.edges(appRoutes);
        views.user.edges(systemUserRoutes, user -> world.systemUsers.get(user.id()));
    }

    public Target find(GraphRequest request) {
        List<String> segments = request.segments();
        if (!request.asksExistingVersion(world.now())) {
            return unknownPath("/" + String.join("/", segments));
        }
        if (segments.isEmpty() || (segments.size() > 2 && !thirdIsKnown(segments))) {
            return unknownPath(request.path());
        }
        if (segments.equals(MediaCalls.LINKS) && request.method().equals("GET")) {
            return media.download();
        }
        String id = who(segments.getFirst(), segments.size() > 1, request.token());
        String edge = segments.size() > 1 ? segments.get(1) : "";
        if (id.equals("debug_token") && request.method().equals("GET")) {
            return Target.of(CallName.DEBUG_TOKEN, apps::debugToken);
        }
        if (id.equals("me") && edge.isEmpty() && request.method().equals("GET")) {
            return Target.of(CallName.READ_SELF, apps::self);
        }
        if (id.equals("app") && edge.isEmpty() && request.method().equals("GET")) {
            return Target.of(CallName.READ_APP, apps::ownApp);
        }
        List<NumberLink> links = rules.accountIds.links(id, request.method().equals("GET") && edge.isEmpty());
        if (!links.isEmpty()) {
            return number(request, links, edge);
        }
        Waba waba = world.wabas.get(id);
        if (waba != null) {
            return waba(request, waba, edge);
        }
        return other(request, id, edge);
    }

    /** One edge has items of its own, which are named after it. */
    private static boolean thirdIsKnown(List<String> segments) {
        return segments.size() == 3 && segments.get(1).equals(QrCalls.EDGE);
    }

    /** {@code me} stands for whose token it is, also before an edge. */
    private String who(String id, boolean edge, @Nullable String tokenValue) {
        return id.equals("me") && edge && tokenValue != null ? rules.access.find(tokenValue).map(token -> token.userId).orElse(id) : id;
    }

    private Target number(GraphRequest request, List<NumberLink> links, String edge) {
        NumberLink link = meant(links, request.token());
        if (link.state == NumberLink.State.DELETED) {
            Optional<Target> gone = deleted(link, request);
            if (gone.isPresent()) {
                return gone.get();
            }
        }
        Route<NumberLink> route = pick(numberRoutes, request, edge);
        if (route == null) {
            return noEdge(request, edge, "WhatsAppBusinessPhoneNumber");
        }
        return Target.of(refine(route.call(), request), link, ask -> route.handler().answer(link, ask));
    }

    /** A deleted number can at most be read. Assumed: what else it answers, see the switch. */
    private Optional<Target> deleted(NumberLink link, GraphRequest request) {
        String answer = world.switches.get(Switch.DELETED_NUMBER_ANSWERS);
        boolean asked = request.method().equals("GET");
        return switch (answer) {
            case "100/33" -> Optional.of(noNode(request, link.id));
            case "readable" -> asked ? Optional.empty() : Optional.of(noNode(request, link.id));
            default -> Optional.of(Target.of(CallName.READ_NUMBER, link, ask -> {
                rules.access.toRead(ask.token, link.waba);
                throw ErrorRow.NUMBER_DELETED.refused();
            }));
        };
    }

    /** Where source and destination share an id, each caller means the newest link that is theirs to change. */
    private NumberLink meant(List<NumberLink> links, @Nullable String tokenValue) {
        if (links.size() == 1) {
            return links.getFirst();
        }
        return Optional.ofNullable(tokenValue)
                .flatMap(rules.access::find)
                .flatMap(token -> links.reversed()
                        .stream()
                        .filter(link -> rules.access.shareOf(token, link.waba).orElse(Waba.Share.READ) == Waba.Share.MANAGE)
                        .findFirst())
                .orElse(links.getFirst());
    }

    private static CallName refine(CallName call, GraphRequest request) {
        if (call == CallName.READ_NUMBER && request.params().text("fields").orElse("").equals("health_status")) {
            return CallName.HEALTH;
        }
        if (call == CallName.SET_PIN && !request.params().has("pin")) {
            return CallName.UPDATE_NUMBER;
        }
        return call;
    }

    private Target waba(GraphRequest request, Waba waba, String edge) {
        Route<Waba> route = pick(wabaRoutes, request, edge);
        if (route == null) {
            return noEdge(request, edge, "WhatsAppBusinessAccount");
        }
        String digits = route.call() == CallName.ADD_NUMBER ? addedNumber(request.params()) : null;
        return new Target(route.call(), waba, digits, ask -> route.handler().answer(waba, ask));
    }

    private @Nullable String addedNumber(Params params) {
        String countryCode = params.text("cc").orElse("");
        String digits = countryCode + rules.numbers.national(countryCode, params.text("phone_number").orElse(""));
        return rules.numbers.called(digits).map((PhoneLine line) -> line.digits).orElse(digits.matches("\\d{5,17}") ? digits : null);
    }

    private Target other(GraphRequest request, String id, String edge) {
        return Stream
                .of(on(templateRoutes, world.templates.get(id), request, edge, "WhatsAppMessageTemplate"),
                        on(flowRoutes, world.flows.get(id), request, edge, "WhatsAppFlow"),
                        on(businessRoutes, world.businesses.get(id), request, edge, "Business"),
                        on(appRoutes, world.apps.get(id), request, edge, "Application"),
                        on(systemUserRoutes, world.systemUsers.get(id), request, edge, "SystemUser"),
                        on(creditRoutes, world.creditLines.get(id), request, edge, "ExtendedCredit"),
                        on(allocationRoutes, world.allocations.get(id), request, edge, "ExtendedCreditAllocationConfig"),
                        on(solutionRoutes, world.solutions.get(id), request, edge, "WhatsAppBusinessSolution"),
                        on(intentRoutes, world.intents.get(id), request, edge, "WhatsAppBusinessSolutionMigrationIntent"),
                        on(currencyRoutes, world.currencyMigrations.get(id), request, edge, "WhatsAppBusinessAccountMigration"),
                        on(preverifiedRoutes, world.preverifiedNumbers.get(id), request, edge, "WhatsAppBusinessPreVerifiedPhoneNumber"),
                        on(media.routes(), world.media.get(id), request, edge, "WhatsAppMedia"),
                        on(uploadRoutes, world.uploads.get(id), request, edge, "UploadSession"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> id.matches("\\d+") ? noNode(request, id) : unknownPath(request.path()));
    }

    private static <T> Optional<Target> on(List<Route<T>> routes, @Nullable T node, GraphRequest request, String edge, String type) {
        if (node == null) {
            return Optional.empty();
        }
        Route<T> route = pick(routes, request, edge);
        if (route == null) {
            return Optional.of(noEdge(request, edge, type));
        }
        Waba waba = node instanceof Template template ? template.waba : null;
        return Optional.of(new Target(route.call(), waba, null, ask -> route.handler().answer(node, ask)));
    }

    private static <T> @Nullable Route<T> pick(List<Route<T>> routes, GraphRequest request, String edge) {
        for (Route<T> route : routes) {
            if (route.edge().equals(edge) && route.method().equals(request.method())) {
                return route;
            }
        }
        return null;
    }

    /** Observed: what Graph says of an edge it does not know. Here it may also be one that is not modelled; the log of calls tells. */
    private static Target noEdge(GraphRequest request, String edge, String type) {
        return Target.of(CallName.UNMODELLED, ask -> {
            if (request.method().equals("GET")) {
                throw ErrorRow.MISSING_FIELD.saying("(#100) Tried accessing nonexisting field (" + edge + ") on node type (" + type + ")");
            }
            throw Access.missing(request.method().toLowerCase(Locale.ROOT), request.segments().getFirst());
        });
    }

    private static Target noNode(GraphRequest request, String id) {
        return Target.of(CallName.UNMODELLED, ask -> {
            throw Access.missing(request.method().toLowerCase(Locale.ROOT), id);
        });
    }

    /** Observed: where the version is none, the rest of the path is what is unknown. */
    private static Target unknownPath(String components) {
        return Target.of(CallName.UNMODELLED, ask -> {
            String shortened = components.length() > 200 ? components.substring(0, 200) : components;
            throw ErrorRow.UNKNOWN_PATH.saying("Unknown path components: " + shortened);
        });
    }

    public Exchange exchange() {
        return exchange;
    }
}
