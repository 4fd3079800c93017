package dev.portway.sandbox.world;

import java.util.LinkedHashMap;
import java.util.Map;

/** A business portfolio: a provider's or a client's. */
public final class Business {

    public final String id;
    public String name;
    /** Graph's own words, in lower case: {@code verified}, {@code not_verified}, {@code pending}… */
    public String verification = "verified";
    /** Messaging limits are the portfolio's since 7 Oct 2025. */
    public String messagingLimit = "TIER_2K";
    /** How many numbers it may hold over all its WABAs. Documented: 2 while unverified, 20 once verified, more on request. */
    public int phoneCap = 20;
    /** Documented: 20 WABAs per portfolio. */
    public int wabaCap = 20;
    /** Catalogs of products it owns: id → name. */
    public final Map<String, String> catalogs = new LinkedHashMap<>();
    public String createdOn = "2023-04-11T12:00:00+0000";

    public Business(String id, String name) {
        this.id = id;
        this.name = name;
    }

    public boolean verified() {
        return verification.equals("verified");
    }
}
