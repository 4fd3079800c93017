package dev.portway.sandbox.world;

/** One WABA's share of a credit line; {@code status} in the words of {@code request_status}. */
public record Allocation(String id, String creditLineId, String wabaId, String receivingBusinessId, String fundingId, String currency,
        String status) {

    /** The same, revoked. Documented: its request status then reads DELETED. */
    public Allocation revoked() {
        return new Allocation(id, creditLineId, wabaId, receivingBusinessId, fundingId, currency, "DELETED");
    }
}
