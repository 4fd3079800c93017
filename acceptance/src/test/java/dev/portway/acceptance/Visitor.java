package dev.portway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the console whose browser runs no script: follows links, fills in forms, keeps cookies. */
final class Visitor {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URI base;
    private final String language;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Visitor(Server server, String language) {
        this.base = URI.create("http://127.0.0.1:" + server.port());
        this.language = language;
    }

    /** A page as it came. */
    record Seen(int status, String path, String body) {

        /** The hidden fields of the form that changes something at this address. */
        Map<String, String> hidden(String action) {
            int start = body.indexOf("method=\"post\" action=\"" + action + "\"");
            if (start < 0) {
                throw new AssertionError("No form goes to " + action + " on " + path + ":\n" + body);
            }
            String form = body.substring(start, body.indexOf("</form>", start));
            return HIDDEN.matcher(form)
                    .results()
                    .collect(Collectors.toMap(found -> found.group(1), Visitor::value, (one, _) -> one, LinkedHashMap::new));
        }
    }

    private static String value(MatchResult found) {
        return found.group(2).replace("&#34;", "\"").replace("&lt;", "<").replace("&amp;", "&");
    }

    Visitor signedIn(String name, String password) {
        Seen in = fillIn(open("/sign-in"), "/sign-in", Map.of("username", name, "password", password));
        if (in.path().startsWith("/sign-in")) {
            throw new AssertionError("Not let in: " + in.path());
        }
        return this;
    }

    Seen open(String path) {
        return send(request(path).GET());
    }

    /** Sends a form of this page with what it hides and what is typed. */
    Seen fillIn(Seen page, String action, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(page.hidden(action));
        fields.putAll(typed);
        return post(action, fields);
    }

    /** Sends these fields and nothing else. */
    Seen post(String path, Map<String, String> fields) {
        String form = fields.entrySet()
                .stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT).header("Accept", "text/html").header("Accept-Language", language);
    }

    private Seen send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> came = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String query = came.uri().getRawQuery();
            return new Seen(came.statusCode(), came.uri().getPath() + (query == null ? "" : "?" + query), came.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
