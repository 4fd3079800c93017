package dev.portway.sandbox.world;

/**
 * A file on its way to Graph in pieces, for what wants a handle: a template's header, a profile's picture. No call gives its bytes back, so they are
 * counted and not kept.
 *
 * <pre>
 * begun with its length ──pieces──▶ all there: it has a handle
 * </pre>
 */
public final class Upload {

    /** Begins with {@code upload:}. */
    public final String id;
    public final String appId;
    /** Its MIME type. */
    public final String type;
    /** In bytes, as it was announced. */
    public final int length;
    /** How many of its bytes are there. */
    public int arrived;
    /** What other calls name it by; empty until all of it is there. */
    public String handle = "";

    public Upload(String id, String appId, String type, int length) {
        this.id = id;
        this.appId = appId;
        this.type = type;
        this.length = length;
    }

    public boolean whole() {
        return arrived == length;
    }
}
