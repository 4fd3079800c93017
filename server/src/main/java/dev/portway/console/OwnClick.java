package dev.portway.console;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page was asked for by somebody who clicked in the console or typed its address. A page of somebody else can send a browser here with our
 * cookies, which go along when a whole page is opened; it cannot make the browser say that it was us.
 */
final class OwnClick {
    private OwnClick() {}

    /** Documented (Fetch Metadata): not said over plain http to another machine; there a page of ours is still known by its Referer. */
    static boolean is(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Site"))
                .map(site -> site.equals("same-origin") || site.equals("none"))
                .orElseGet(() -> cameFromHere(request));
    }

    private static boolean cameFromHere(HttpServletRequest request) {
        String before = authority(request.getHeader("Referer"));
        return !before.isEmpty() && Stream.of("Host", "X-Forwarded-Host")
                .flatMap(name -> Stream.ofNullable(request.getHeader(name)))
                .anyMatch(before::equals);
    }

    private static String authority(@Nullable String address) {
        try {
            return address == null ? "" : Optional.ofNullable(URI.create(address).getRawAuthority()).orElse("");
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
