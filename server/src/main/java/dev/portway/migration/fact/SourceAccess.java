package dev.portway.migration.fact;

/** What this provider may see of the WABA the number comes from. Every route has a good way without it. */
public enum SourceAccess {
    NONE,
    /** The client shares it or gave a token: reading, snapshot, early template copy. */
    READ,
    /** It is this provider's own: sending from it too. */
    OWN
}
