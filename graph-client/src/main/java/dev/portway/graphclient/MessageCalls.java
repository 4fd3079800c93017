package dev.portway.graphclient;

import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.node.OutgoingMessage;
import dev.portway.graphclient.node.OutgoingMessage.FromTemplate;
import dev.portway.graphclient.node.OutgoingMessage.Text;
import dev.portway.graphclient.node.SentMessage;
import dev.portway.graphclient.value.MessageId;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.SendBy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Messages out: to probe a number, not to run a campaign. Source: Meta, "Messages", 2026. */
public final class MessageCalls {
    private final NumberLine number;

    MessageCalls(GraphLine line) {
        this.number = new NumberLine(line);
    }

    /** An answer means taken, not delivered. A doubt cannot be looked at: a webhook with the message's status ends it, or nothing does. */
    public EffectResult<SentMessage> send(PhoneNumberId from, OutgoingMessage message, SendBy sendBy) {
        Call call = Call.post("/" + from + "/messages")
                .with("messaging_product", "whatsapp")
                .with("recipient_type", "individual")
                .with("to", new Personal(message.to()));
        return number.effect(from, switch (message) {
            case Text text -> call.with("type", "text").with("text", new Personal(Map.of("body", text.body())));
            case FromTemplate template -> call.with("type", "template").with("template", template(template));
        }, sendBy, MessageCalls::sent);
    }

    private static Map<String, Object> template(FromTemplate template) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", template.name());
        json.put("language", Map.of("code", template.language()));
        if (template.components() != null) {
            json.put("components", new Personal(components(template.components())));
        }
        return json;
    }

    private static JsonNode components(String text) {
        JsonNode components = Json.parse(text);
        if (components == null || !components.isArray()) {
            throw new IllegalArgumentException("components of a template message must be a JSON list");
        }
        return components;
    }

    private static SentMessage sent(Fields json) {
        List<SentMessage> messages = json.list("messages",
                message -> new SentMessage(message.needed("id", MessageId::new),
                        null,
                        message.open("message_status", SentMessage.Status.class)));
        if (messages.isEmpty()) {
            throw new NotUnderstood("no messages");
        }
        SentMessage first = messages.getFirst();
        return json.list("contacts", contact -> contact)
                .stream()
                .findFirst()
                .map(contact -> new SentMessage(first.id(), contact.text("wa_id"), first.status()))
                .orElse(first);
    }
}
