package dev.portway.account;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Who is not let in at the API is told so by RFC 9457. */
final class Refusals {

    private Refusals() {}

    static void noKey(HttpServletResponse response) throws IOException {
        write(response, 401, "key-missing", "No API key",
                "Send Authorization: Bearer and an API key. `./portway key create` makes one.");
    }

    /** Unknown, changed and revoked keys are told apart to nobody. */
    static void unknownKey(HttpServletResponse response) throws IOException {
        write(response, 401, "key-unknown", "API key not in force", "The API key is not known here, or was revoked.");
    }

    static void scope(HttpServletResponse response) throws IOException {
        write(response, 403, "key-scope", "API key may not do this",
                "The scope of the API key does not cover this. A key may have read, write or admin.");
    }

    private static void write(HttpServletResponse response, int status, String code, String title, String detail) throws IOException {
        response.setStatus(status);
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"portway\"");
        }
        response.setContentType("application/problem+json");
        response.getOutputStream().write("""
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}
                """.formatted(title, status, detail, code).getBytes(StandardCharsets.UTF_8));
    }
}
