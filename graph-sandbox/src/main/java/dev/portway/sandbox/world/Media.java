package dev.portway.sandbox.world;

import java.time.Instant;

/** A file for messages of a number: uploaded for it, or sent to it by a person. It lives for a while and is asked for by its id. */
public final class Media {

    public final String id;
    /** Where it was uploaded, or arrived. */
    public final NumberLink link;
    /** Its MIME type, without parameters. */
    public final String type;
    public final Content content;
    public Instant at = Instant.EPOCH;
    /** A person sent it. */
    public boolean received;

    /** Holds the content, until it is forgotten. */
    public Media(String id, NumberLink link, String type, Content content) {
        this.id = id;
        this.link = link;
        this.type = type;
        this.content = content;
    }

    /** Lets go of the content. */
    public void forget() {
        content.release();
    }

    @Override
    public String toString() {
        return "Media[" + id + ", " + type + "]";
    }
}
