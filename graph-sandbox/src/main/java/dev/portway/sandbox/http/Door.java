package dev.portway.sandbox.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps other people's web pages away from {@code /sandbox}. Somebody's browser reaches this machine, so a page from anywhere could send forms
 * here, or, by a name of its own that it lets lead to this machine, read and write as if it were ours. So what changes something must come
 * from our own pages or from no browser, and a name must be one that cannot lead elsewhere first.
 */
final class Door {

    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD");

    /** The name that it was told to listen on, which counts as its own. */
    private final String host;

    Door(String host) {
        this.host = host;
    }

    /** Why a request may not come in; empty when it may. */
    Optional<String> refusal(ServerRequest request) {
        String asked = request.headers().value(HeaderNames.HOST).orElse("");
        if (!ours(asked)) {
            return Optional
                    .of("This sandbox does not go by the name '" + asked + "'. Use its address, or start it with --host " + name(asked)
                            + ".");
        }
        return HARMLESS.contains(request.prologue().method().text()) || fromHere(request, asked)
                ? Optional.empty()
                : Optional.of("Only this sandbox's own pages may change it from a browser.");
    }

    /** An address, a name without a dot, or one below {@code localhost}: nobody outside can let those lead anywhere. */
    private boolean ours(String asked) {
        String name = name(asked);
        return name.isEmpty() || name.startsWith("[") || name.matches("[0-9.]+") || !name.contains(".") || name.endsWith(".localhost")
                || name.equals(host);
    }

    private static String name(String authority) {
        return authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    }

    /** Documented (Fetch): a browser says where a request that changes something comes from. Programs say nothing. */
    private static boolean fromHere(ServerRequest request, String asked) {
        Optional<String> origin = request.headers().value(HeaderNames.ORIGIN);
        if (origin.isEmpty()) {
            return request.headers().value(FETCH_SITE).filter(site -> !site.equals("same-origin") && !site.equals("none")).isEmpty();
        }
        String authority = authority(origin.get());
        return authority.equals(asked) || request.headers().value(FORWARDED_HOST).filter(authority::equals).isPresent();
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
