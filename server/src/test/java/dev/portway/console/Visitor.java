package dev.portway.console;

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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that speaks Portuguese, runs no scripts and follows no redirects. */
final class Visitor {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>(Map.of("portway_zone", "America/Sao_Paulo"));

    Visitor(URI base) {
        this.base = base;
    }

    record Answer(int status, String location, String body) {
        /** What a form of this page would send if nothing were typed. */
        Map<String, String> form(String action) {
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
    }

    Visitor signIn(String name, String password) {
        Map<String, String> form = get("/sign-in").form("/sign-in");
        form.put("username", name);
        form.put("password", password);
        post("/sign-in", form);
        return this;
    }

    Answer get(String path) {
        return send(path, HttpRequest.newBuilder().GET());
    }

    Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(path, HttpRequest.newBuilder()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer postJson(String path, String body) {
        return send(path,
                HttpRequest.newBuilder().header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A stream that stays open. */
    InputStream listen(String path) {
        try {
            return CLIENT.send(request(path, HttpRequest.newBuilder().GET()), HttpResponse.BodyHandlers.ofInputStream()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String path, HttpRequest.Builder request) {
        String carried = cookies.entrySet()
                .stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return request.uri(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Cookie", carried)
                .header("Accept-Language", "pt-BR")
                .build();
    }

    private Answer send(String path, HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request(path, request), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        cookies.put(pair[0], pair[1]);
    }
}
