package dev.portway.sandbox.world;

/** What a WABA pays with: its owner's card, or a share of a partner's credit line. */
public final class PaymentMethod {

    /** Whose money it is. */
    public enum Kind {
        CARD, CREDIT_LINE
    }

    public final String id;
    public final Kind kind;
    public final String businessId;
    /** False: expired, declined, or revoked. The WABA still names it, and nothing can be sent. */
    public boolean valid = true;

    public PaymentMethod(String id, Kind kind, String businessId) {
        this.id = id;
        this.kind = kind;
        this.businessId = businessId;
    }
}
