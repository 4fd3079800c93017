package dev.portway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps cookies, runs no scripts and follows no redirects. */
public final class Visitor {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern FORM = Pattern.compile("<form(?![^>]*method=\"get\")[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>",
            Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final URI base;
    private final Map<String, String> headers;
    public final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param headers sent with every request */
    public Visitor(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    public static Visitor ofSaoPaulo(URI base) {
        var visitor = new Visitor(base, Map.of("Accept-Language", "pt-BR"));
        visitor.cookies.put("portway_zone", "America/Sao_Paulo");
        return visitor;
    }

    /** What came back; {@code setCookies} as they were sent. */
    public record Answer(int status, String location, List<String> setCookies, String retryAfter, String body) {
        /** What a form of this page that changes something would send if nothing were typed. */
        public Map<String, String> form(String action) {
            Matcher forms = FORM.matcher(body);
            while (forms.find()) {
                if (forms.group(1).endsWith(action)) {
                    var fields = new LinkedHashMap<String, String>();
                    HIDDEN.matcher(forms.group(2)).results().forEach(field -> fields.put(field.group(1), field.group(2)));
                    return fields;
                }
            }
            throw new AssertionError("No form goes to " + action + " in " + body);
        }

        /** The path and query it sends the browser on to. */
        public String goesTo() {
            var to = URI.create(location);
            return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
        }

        public String setCookie(String name) {
            return setCookies.stream().filter(cookie -> cookie.startsWith(name + "=")).findFirst().orElse("");
        }
    }

    public Answer get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /** The fields as they are, from whosever page. */
    public Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(path, HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer postJson(String path, String body) {
        return send(path,
                HttpRequest.newBuilder().header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The fields with what the form of a page that was opened before hides. */
    public Answer fillIn(String path, Map<String, String> fields) {
        Map<String, String> all = get("/sign-in").form("/sign-in");
        all.putAll(fields);
        return post(path, all);
    }

    public Answer signIn(String name, String password) {
        return fillIn("/sign-in", Map.of("username", name, "password", password));
    }

    /** A stream that stays open. */
    public InputStream listen(String path) {
        return sent(path, HttpRequest.newBuilder().GET(), HttpResponse.BodyHandlers.ofInputStream()).body();
    }

    /** Another browser with the cookies of this one. */
    public Visitor copy() {
        var copy = new Visitor(base, headers);
        copy.cookies.putAll(cookies);
        return copy;
    }

    private Answer send(String path, HttpRequest.Builder request) {
        var answer = sent(path, request, HttpResponse.BodyHandlers.ofString());
        var set = answer.headers().allValues("Set-Cookie");
        set.forEach(this::keep);
        return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse(""), set,
                answer.headers().firstValue("Retry-After").orElse(""), answer.body());
    }

    private <T> HttpResponse<T> sent(String path, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        request.uri(URI.create(base + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet()
                    .stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
