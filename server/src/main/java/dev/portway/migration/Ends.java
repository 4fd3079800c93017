package dev.portway.migration;

import dev.portway.migration.fact.SourceAccess;

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

    /** What may be seen of the source where an order does not say: who must name it has it. */
    public SourceAccess usualAccess() {
        return source == End.NAMED ? SourceAccess.OWN : SourceAccess.NONE;
    }
}
