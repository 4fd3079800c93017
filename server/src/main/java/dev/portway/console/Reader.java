package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.account.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.util.WebUtils;

/**
 * Who looks at a page.
 *
 * @param caller empty before sign-in
 * @param scope what they may do; empty before they signed in with a password of their own, when nothing but {@code /password} is open
 * @param zone of their browser, as {@code portway.js} told it; UTC until then
 */
record Reader(Optional<Caller> caller, Optional<Scope> scope, ZoneId zone) {
    private static final String ZONE_COOKIE = "portway_zone";

    static Reader of(HttpServletRequest request) {
        Authentication let = SecurityContextHolder.getContext().getAuthentication();
        Optional<Caller> caller = let != null && let.getPrincipal() instanceof Caller known ? Optional.of(known) : Optional.empty();
        Optional<Scope> scope = let == null
                ? Optional.empty()
                : Stream.of(Scope.values())
                        .filter(one -> let.getAuthorities().stream().anyMatch(may -> one.word().equals(may.getAuthority())))
                        .max(Comparator.naturalOrder());
        return new Reader(caller, scope, zone(request));
    }

    boolean mayRead() {
        return may(Scope.READ);
    }

    boolean mayWrite() {
        return may(Scope.WRITE);
    }

    boolean maySetUp() {
        return may(Scope.ADMIN);
    }

    private boolean may(Scope what) {
        return scope.filter(held -> held.compareTo(what) >= 0).isPresent();
    }

    /** The sign-in name; empty before sign-in. */
    String name() {
        return caller.map(Caller::name).orElse("");
    }

    /** Stands for them in the header. */
    String initial() {
        return name().isEmpty() ? "" : name().substring(0, name().offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private static ZoneId zone(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, ZONE_COOKIE);
        try {
            return cookie == null ? ZoneOffset.UTC : ZoneId.of(cookie.getValue());
        } catch (DateTimeException nobodysZone) {
            return ZoneOffset.UTC;
        }
    }
}
