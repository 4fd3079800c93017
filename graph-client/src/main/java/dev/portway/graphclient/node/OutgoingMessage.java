package dev.portway.graphclient.node;

import org.jspecify.annotations.Nullable;

/** A message to send. A number in {@code to} has country code and digits only; a leading plus is dropped. */
public sealed interface OutgoingMessage {
    String to();

    /**
     * Free text: only within 24 hours of the customer's last message. Since 1 Oct 2026 it may cost money.
     *
     * @param body at most 4,096 characters. Source: Meta, "Text messages"
     */
    record Text(String to, String body) implements OutgoingMessage {
        public Text {
            to = digits(to);
            if (body.isBlank() || body.length() > 4_096) {
                throw new IllegalArgumentException("text must have 1 to 4,096 characters");
            }
        }
    }

    /** @param components values for the template's parameters, as a JSON list; null: it has none */
    record FromTemplate(String to, String name, String language, @Nullable String components) implements OutgoingMessage {
        public FromTemplate {
            to = digits(to);
            if (name.isBlank() || language.isBlank()) {
                throw new IllegalArgumentException("a template message needs the template's name and language");
            }
        }
    }

    private static String digits(String to) {
        String digits = to.startsWith("+") ? to.substring(1) : to;
        if (!digits.matches("[0-9]{5,20}")) {
            throw new IllegalArgumentException("recipient must be 5 to 20 digits, country code first");
        }
        return digits;
    }
}
