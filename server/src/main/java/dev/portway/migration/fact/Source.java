package dev.portway.migration.fact;

/**
 * From whom something is known.
 *
 * @param kind the kind of witness
 * @param by who: a user, a key, an app; empty for Graph and Portway
 */
public record Source(Kind kind, String by) {
    public static final Source GRAPH = new Source(Kind.GRAPH, "");
    public static final Source PORTWAY = new Source(Kind.PORTWAY, "");

    /** Kinds of witnesses. */
    public enum Kind {
        GRAPH, WEBHOOK, PERSON, PORTWAY
    }

    public static Source person(String by) {
        return new Source(Kind.PERSON, by);
    }

    public static Source webhook(String app) {
        return new Source(Kind.WEBHOOK, app);
    }
}
