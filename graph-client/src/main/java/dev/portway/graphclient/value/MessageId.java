package dev.portway.graphclient.value;

/** A message as WhatsApp knows it: {@code wamid.…}, opaque. It stays valid when the number moves. Source: Meta, 26 Nov 2025. */
public record MessageId(String value) {
    public MessageId {
        Check.text("message id", value, 512);
    }

    @Override
    public String toString() {
        return value;
    }
}
