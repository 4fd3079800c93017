package dev.portway.sandbox.wire;

import dev.portway.sandbox.world.Media;
import java.util.Collections;
import java.util.Map;

/** What goes back over the wire, or that nothing does. */
public sealed interface GraphReply {

    /** An answer. */
    public record Answer(int status, String contentType, String body, Map<String, String> headers) implements GraphReply {

        public Answer {
            headers = Collections.unmodifiableMap(headers);
        }
    }

    /** A file, as it was uploaded. */
    public record File(Media media, Map<String, String> headers) implements GraphReply {

        public File {
            headers = Collections.unmodifiableMap(headers);
        }
    }

    /** The connection is closed without an answer. */
    public record Nothing() implements GraphReply {}
}
