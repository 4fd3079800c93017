package dev.portway.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** JSON over HTTP: Portway's API, and in the demo the sandbox's control surface. */
final class Api {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Address address;
    private final Texts texts;

    Api(Address address, Texts texts) {
        this.address = address;
        this.texts = texts;
    }

    Address address() {
        return address;
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send(request(path).PUT(json(body)));
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send(request(path).header("Idempotency-Key", UUID.randomUUID().toString()).POST(json(body)));
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    JsonNode act(JsonNode migration, String action, Map<String, ?> input) {
        return post("/v1/migrations/" + migration.path("id").asString() + "/actions/" + action, input);
    }

    JsonNode migration(String id) {
        return get("/v1/migrations/" + id);
    }

    /** A file, as it is. */
    byte[] file(String path) {
        return answer(request(path).GET());
    }

    boolean answers(String path) {
        try {
            return http.send(request(path).timeout(Duration.ofSeconds(5)).GET().build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException ended) {
            throw interrupted(texts);
        }
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(address.server() + path))
                .timeout(ANSWERS_WITHIN)
                .header("Content-Type", "application/json")
                .header("Accept-Language", texts.tag());
        return address.key().isEmpty() ? builder : builder.header("Authorization", "Bearer " + address.key());
    }

    private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private JsonNode send(HttpRequest.Builder builder) {
        return read(answer(builder));
    }

    private byte[] answer(HttpRequest.Builder builder) {
        try {
            HttpResponse<byte[]> answer = http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 400) {
                throw new Told(Ended.FAILED, refusal(answer.statusCode(), read(answer.body())), answer.statusCode() == 503);
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new Told(Ended.UNREACHABLE, texts.say("unreachable", "server", address.server()));
        } catch (InterruptedException ended) {
            throw interrupted(texts);
        }
    }

    private JsonNode read(byte[] body) {
        try {
            return new String(body, StandardCharsets.UTF_8).isBlank() ? JSON.createObjectNode() : plain(JSON.readTree(body));
        } catch (JacksonException notOurs) {
            throw new Told(Ended.UNREACHABLE, texts.say("not-portway", "server", address.server()));
        }
    }

    /** Without what ends a line or gives a terminal orders: some of it strangers typed, and it stands beside our own words and signs. */
    static JsonNode plain(JsonNode node) {
        return switch (node) {
            case StringNode text -> StringNode.valueOf(Screen.inOneLine(text.asString()));
            case ArrayNode list -> JSON.createArrayNode().addAll(list.valueStream().map(Api::plain).toList());
            case ObjectNode object -> {
                var plain = JSON.createObjectNode();
                object.properties().forEach(field -> plain.set(Screen.inOneLine(field.getKey()), plain(field.getValue())));
                yield plain;
            }
            default -> node;
        };
    }

    /** As the server words it, which alone knows what it refused. */
    private String refusal(int status, JsonNode body) {
        int seconds = body.path("retryAfterSeconds").asInt(0);
        String helps = seconds > 0 ? texts.say("again-in", "seconds", seconds) : body.path("remedy").asString("");
        String said = Stream.of(body.path("title").asString(""), body.path("detail").asString(""), helps)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> part.matches(".*[.!?]") ? part : part + ".")
                .collect(Collectors.joining(" "));
        String told = said.isEmpty() ? texts.say("answered", "status", status) : said;
        return status == 401 ? texts.say("key-refused", "said", told, "file", Address.folder(System.getenv()).resolve("cli.json")) : told;
    }

    static Told interrupted(Texts texts) {
        Thread.currentThread().interrupt();
        return new Told(Ended.INTERRUPTED, texts.say("interrupted"));
    }
}
