package dev.portway.graphclient.value;

/**
 * A number inside a WABA. Assumed: the same number has another id in another WABA, because Meta's reference calls this id the link between
 * number and WABA; one provider reports that the id stays. So it is read again after every move and never carried over.
 */
public record PhoneNumberId(String value) implements NodeId {
    public PhoneNumberId {
        Check.nodeId("phone number id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
