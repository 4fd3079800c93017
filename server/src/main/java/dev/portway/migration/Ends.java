package dev.portway.migration;

/**
 * What an order of a route says about the two ends of the way.
 *
 * @param source the WABA the numbers come from
 * @param destination the WABA they go to
 */
public record Ends(End source, End destination) {
    /** Whether an order names it. */
    public enum End {
        /** It must. */
        NAMED,
        /** It may: nobody here need know it. */
        MAYBE,
        /** It cannot: it is found out on the way, or there is none. */
        UNNAMED
    }
}
