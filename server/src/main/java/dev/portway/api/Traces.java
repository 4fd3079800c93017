package dev.portway.api;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The id by which a problem that somebody was told is found in the log: the trace id of the header {@code traceparent} when the request brings one,
 * one of our own otherwise. Source: W3C, "Trace Context", 23 Nov 2021.
 */
final class Traces {
    private static final String KEPT = Traces.class.getName();
    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Traces() {}

    /** The same for all that is said about one request. */
    static String of(ServletRequest request) {
        if (request.getAttribute(KEPT) instanceof String kept) {
            return kept;
        }
        String trace = request instanceof HttpServletRequest http ? told(http) : random();
        request.setAttribute(KEPT, trace);
        return trace;
    }

    private static String told(HttpServletRequest request) {
        String parent = request.getHeader("traceparent");
        var found = PARENT.matcher(parent == null ? "" : parent);
        return found.matches() ? found.group(1) : random();
    }

    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
