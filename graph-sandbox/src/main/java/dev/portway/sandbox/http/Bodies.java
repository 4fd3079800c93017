package dev.portway.sandbox.http;

import dev.portway.sandbox.refusal.ErrorRow;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a request carries, with an end to it. */
final class Bodies {

    private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");
    private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");

    private static final int PIECE_BYTES = 64 * 1024;

    private Bodies() {}

    /** Refused as too much when it is longer than we take. */
    static byte[] read(ServerRequest request, int most) throws IOException {
        long said = request.headers().contentLength().orElse(most);
        return reading(request, in -> {
            // No more room than is said to be needed: what reads with an end makes room for thousands of bytes at once.
            byte[] body = in.readNBytes((int) Math.min(said, most) + 1);
            if (body.length > most) {
                throw ErrorRow.TOO_MUCH.refused();
            }
            return body;
        });
    }

    /** How long it is, of a body that nobody reads. Refused as too much as soon as it is longer than we take. */
    static int count(ServerRequest request, int most) throws IOException {
        return reading(request, in -> {
            var piece = new byte[PIECE_BYTES];
            int length = 0;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                length += read;
                if (length > most) {
                    throw ErrorRow.TOO_MUCH.refused();
                }
            }
            return length;
        });
    }

    /** Takes in the body as it comes. */
    interface Reader<T> {
        T read(InputStream body) throws IOException;
    }

    static <T> T reading(ServerRequest request, Reader<T> reader) throws IOException {
        if (!request.content().hasEntity()) {
            Guest.isHeard();
            return reader.read(InputStream.nullInputStream());
        }
        try (InputStream in = request.content().inputStream()) {
            T read = reader.read(in);
            Guest.isHeard();
            return read;
        } catch (DataReader.InsufficientDataAvailableException | NumberFormatException broken) {
            // Whoever called has hung up in the middle of it, or sent a chunk without a length: nothing more can be read, nor be answered.
            throw new CloseConnectionException("the body breaks off", broken);
        }
    }

    /** Scheme, host and port as the caller used them. */
    static String origin(ServerRequest request) {
        String host = request.headers()
                .value(FORWARDED_HOST)
                .or(() -> request.headers().value(HeaderNames.HOST))
                .orElse(request.authority());
        String scheme = request.headers().value(FORWARDED_PROTO).filter("https"::equals).orElse("http");
        return scheme + "://" + host;
    }
}
