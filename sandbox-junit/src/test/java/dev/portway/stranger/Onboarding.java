package dev.portway.stranger;

import dev.portway.sandbox.junit.SandboxWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The code that somebody tests with a sandbox: it knows an address and a token, and nothing of any sandbox. */
record Onboarding(URI graph, String version, String token) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    static Onboarding of(SandboxWorld sandbox) {
        return new Onboarding(sandbox.graph(), sandbox.version(), sandbox.token());
    }

    /** The id of the number at the WABA. */
    String begin(String wabaId, String number) {
        String id = post(wabaId + "/phone_numbers", "{\"cc\":\"55\",\"phone_number\":\"" + number.substring(3)
                + "\",\"migrate_phone_number\":true}").path("id").asString();
        post(id + "/request_code", "{\"code_method\":\"SMS\",\"language\":\"pt_BR\"}");
        return id;
    }

    void finish(String id, String code) {
        post(id + "/verify_code", "{\"code\":\"" + code + "\"}");
        post(id + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"148392\"}");
    }

    String status(String id) {
        return send(HttpRequest.newBuilder(address(id + "?fields=status")).GET()).path("status").asString();
    }

    JsonNode post(String path, String json) {
        return send(HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private URI address(String path) {
        return URI.create(graph + "/" + version + "/" + path);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() != 200) {
                JsonNode error = body.path("error");
                throw new IllegalStateException(error.path("code").asInt() + "/" + error.path("error_subcode").asInt());
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
