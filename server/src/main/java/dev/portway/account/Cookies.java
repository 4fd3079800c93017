package dev.portway.account;

import dev.portway.migration.fact.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that a browser carries for us: scripts cannot read them.
 *
 * @param alwaysSecure browsers come by https, though we are reached by http behind a proxy
 */
record Cookies(boolean alwaysSecure) {

    /** How long a browser keeps one. */
    static final int UNTIL_CLOSED = -1;

    static final int NOT_AT_ALL = 0;

    private static final String HOST_ONLY = "__Host-";

    /** Behind TLS, so that no other host of our domain can set it. Source: RFC 6265bis, section 4.1.3.2. */
    String named(String name) {
        return alwaysSecure ? HOST_ONLY + name : name;
    }

    Optional<Secret> find(HttpServletRequest request, String name) {
        return findAs(request, named(name));
    }

    /** Whichever way it was set: for what gives nobody a right. */
    static Optional<Secret> findEither(HttpServletRequest request, String name) {
        return findAs(request, HOST_ONLY + name).or(() -> findAs(request, name));
    }

    private static Optional<Secret> findAs(HttpServletRequest request, String name) {
        Cookie @Nullable [] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name) && !cookie.getValue().isEmpty())
                        .findFirst()
                        .map(cookie -> new Secret(cookie.getValue()));
    }

    /** What a cookie is called, holds, and how long. */
    record Baked(String name, Secret value, int maxAgeSeconds) {}

    /** Other sites' forms do not send it; a link from elsewhere does, so that people stay signed in who come by one. */
    void set(Baked baked, HttpServletRequest request, HttpServletResponse response) {
        var cookie = new Cookie(named(baked.name()), baked.value().reveal());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(alwaysSecure || request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(baked.maxAgeSeconds());
        response.addCookie(cookie);
    }
}
