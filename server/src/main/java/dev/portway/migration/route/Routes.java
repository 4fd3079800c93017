package dev.portway.migration.route;

import dev.portway.migration.Route;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes there are. */
public final class Routes {
    private static final Map<String, Route> BY_NAME = byName(List.of(Migrate.ROUTE, Signup.ROUTE, Join.ROUTE, Reshare.ROUTE, Intent.ROUTE,
            Currency.ROUTE, Add.ROUTE, Coexist.ROUTE, Reconnect.ROUTE, Hosting.ROUTE, PartnerChange.ROUTE, PortOut.ROUTE));

    private Routes() {}

    /** Meant where no other is named. */
    public static Route usual() {
        return Migrate.ROUTE;
    }

    public static Optional<Route> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Collection<Route> all() {
        return BY_NAME.values();
    }

    private static Map<String, Route> byName(List<Route> routes) {
        var named = new LinkedHashMap<String, Route>();
        routes.forEach(route -> named.put(route.name(), route));
        return named;
    }
}
