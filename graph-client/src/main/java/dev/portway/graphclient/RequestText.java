package dev.portway.graphclient;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a call is written in HTTP. The only place where secrets turn into text. */
final class RequestText {
    private final GraphConfig config;
    private final @Nullable GraphAccess access;
    private final @Nullable String proof;

    RequestText(GraphConfig config, @Nullable GraphAccess access, @Nullable String proof) {
        this.config = config;
        this.access = access;
        this.proof = proof;
    }

    URI address(Call call) {
        String query = call.inBody() ? "" : query(call.parameters());
        if (proof != null) {
            query += (query.isEmpty() ? "" : "&") + "appsecret_proof=" + proof;
        }
        return URI.create(config.baseUri() + "/" + config.version() + call.path() + (query.isEmpty() ? "" : "?" + query));
    }

    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", config.userAgent());
        headers.put("Accept", "application/json");
        if (access != null) {
            headers.put("Authorization", "Bearer " + access.token().reveal());
        }
        return headers;
    }

    /** The whole request as it goes over a connection of its own. Its body is never empty: {@code {}} at least. */
    byte[] bytes(Call call) {
        Map<String, Object> inBody = call.inBody() ? call.parameters() : Map.of();
        byte[] body = call.form() ? query(inBody).getBytes(StandardCharsets.UTF_8) : Json.bytes(inBody);
        URI address = address(call);
        StringBuilder head = new StringBuilder(call.method()).append(' ').append(address.getRawPath());
        if (address.getRawQuery() != null) {
            head.append('?').append(address.getRawQuery());
        }
        head.append(" HTTP/1.1\r\nHost: ").append(address.getRawAuthority()).append("\r\n");
        headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Type: ").append(call.form() ? "application/x-www-form-urlencoded" : "application/json");
        head.append("\r\nContent-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        return joined(head.toString().getBytes(StandardCharsets.US_ASCII), body);
    }

    private static byte[] joined(byte[] head, byte[] body) {
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private static String query(Map<String, Object> parameters) {
        return parameters.entrySet()
                .stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(Json.text(e.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
