package dev.portway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser, as far as the console's doors are concerned: it keeps cookies, follows nothing, and comes from an address. */
final class Browsing {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final String address;
    final Map<String, String> cookies = new LinkedHashMap<>();

    Browsing(URI base, String address) {
        this.base = base;
        this.address = address;
    }

    /** What came back; {@code setCookies} as they were sent. */
    record Answer(int status, String location, List<String> setCookies, String body) {

        /** The path and query it sends the browser on to. */
        String goesTo() {
            var to = URI.create(location);
            return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
        }

        String setCookie(String name) {
            return setCookies.stream().filter(cookie -> cookie.startsWith(name + "=")).findFirst().orElse("");
        }
    }

    Answer get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    /** A form of a page that was opened before. */
    Answer post(String path, Map<String, String> fields) {
        var field = CSRF.matcher(get("/sign-in").body());
        assertThat(field.find()).as("the form has a token").isTrue();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", field.group(1));
        return postAsItIs(path, all);
    }

    /** A form of somebody else's page: it knows no token. */
    Answer postAsItIs(String path, Map<String, String> fields) {
        var body = fields.entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(path, HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer signIn(String name, String password) {
        return post("/sign-in", Map.of("username", name, "password", password));
    }

    /** Another browser with the cookies of this one. */
    Browsing copy() {
        var copy = new Browsing(base, address);
        copy.cookies.putAll(cookies);
        return copy;
    }

    private Answer send(String path, HttpRequest.Builder request) {
        request.uri(URI.create(base + path)).timeout(Duration.ofSeconds(30)).header("X-Forwarded-For", address);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet()
                    .stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var set = answer.headers().allValues("Set-Cookie");
            set.forEach(this::keep);
            return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse(""), set, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        var pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
