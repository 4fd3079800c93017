package dev.portway.sandbox.junit;

import dev.portway.sandbox.json.Json;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A telephone with its number, and the person who holds it. */
public final class Phone {

    private final SandboxWorld world;
    private final String number;

    Phone(SandboxWorld world, String number) {
        this.world = world;
        this.number = number;
    }

    /**
     * An SMS, or a call in which a voice reads the text.
     *
     * @param kind {@code sms} or {@code voice}
     * @param code the six digits in it
     */
    public record Message(String kind, String language, String text, String code, Instant at) {

        private static Message of(JsonNode node) {
            return new Message(node.path("kind").asString(""), node.path("language").asString(""), node.path("text").asString(""),
                    node.path("code").asString(""), Instant.parse(node.path("at").asString()));
        }
    }

    /** What arrived, newest first. */
    public List<Message> inbox() {
        return world.ask("GET", path("phones") + "/inbox", Json.object()).path("messages").valueStream().map(Message::of).toList();
    }

    /** The six digits that arrived last. Refused when none has arrived. */
    public String code() {
        return inbox().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no code has arrived at " + number + "; was one requested, and can it arrive there?"))
                .code();
    }

    /** Its owner turns two-step verification off in WhatsApp Manager, and follows the link in the e-mail. */
    public void turnTwoStepOff() {
        world.ask("PUT", path("numbers") + "/two-step", Json.object().put("enabled", false));
    }

    /** Its owner turns two-step verification on in WhatsApp Manager. */
    public void turnTwoStepOn(String pin) {
        world.ask("PUT", path("numbers") + "/two-step", Json.object().put("enabled", true).put("pin", pin));
    }

    /** Another person writes to the number: it becomes a webhook, and opens the 24 hours in which everything may be answered. */
    public void receive(String from, String text) {
        world.ask("POST", path("phones") + "/messages", Json.object().put("from", from).put("text", text));
    }

    private String path(String of) {
        return of + "/" + number.replaceAll("\\D", "");
    }

    @Override
    public String toString() {
        return "the phone at " + world;
    }
}
