package dev.portway.sandbox.world;

import java.util.Arrays;

/**
 * A file on its way to Graph in pieces, for what wants a handle: a template's header, a profile's picture.
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
    public byte[] content = {};
    /** What other calls name it by; empty until all of it is there. */
    public String handle = "";

    public Upload(String id, String appId, String type, int length) {
        this.id = id;
        this.appId = appId;
        this.type = type;
        this.length = length;
    }

    public void add(byte[] piece) {
        byte[] longer = Arrays.copyOf(content, content.length + piece.length);
        System.arraycopy(piece, 0, longer, content.length, piece.length);
        content = longer;
    }

    public boolean whole() {
        return content.length == length;
    }
}
