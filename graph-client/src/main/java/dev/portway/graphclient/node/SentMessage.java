package dev.portway.graphclient.node;

import dev.portway.graphclient.value.MessageId;
import dev.portway.graphclient.value.Open;
import org.jspecify.annotations.Nullable;

/**
 * Graph took a message. That is not delivery: a webhook tells what became of it.
 *
 * @param whatsAppId whom it goes to as WhatsApp knows them, which in Brazil, Mexico and Argentina may differ from what was dialled
 */
public record SentMessage(MessageId id, @Nullable String whatsAppId, @Nullable Open<Status> status) {
    public enum Status {
        ACCEPTED, HELD_FOR_QUALITY_ASSESSMENT, PAUSED
    }
}
