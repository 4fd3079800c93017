package dev.portway.sandbox.pages;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back to the browser. */
public record PageReply(int status, String contentType, String body, Map<String, String> headers) {

    /** Only our own files; no page of another site may show ours in a frame. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public PageReply {
        headers = Map.copyOf(headers);
    }

    static PageReply page(int status, Tag html) {
        String text = "<!DOCTYPE html>\n" + html.written();
        return new PageReply(status, "text/html; charset=UTF-8", text, Map.of("content-security-policy",
                POLICY, "x-content-type-options", "nosniff", "referrer-policy", "same-origin", "cache-control", "no-store"));
    }

    static PageReply seeOther(String where) {
        return new PageReply(303, "text/plain; charset=UTF-8", "", Map.of("location", where, "cache-control", "no-store"));
    }

    static PageReply asset(String contentType, String body) {
        return new PageReply(200, contentType, body, Map.of("cache-control", "no-cache", "x-content-type-options", "nosniff"));
    }

    static PageReply nothing() {
        return new PageReply(404, "text/plain; charset=UTF-8", "There is nothing here.", Map.of());
    }

    PageReply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new PageReply(status, contentType, body, more);
    }
}
