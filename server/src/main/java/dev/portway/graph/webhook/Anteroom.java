package dev.portway.graph.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/**
 * Where deliveries are held until it is known who sent them: the signature is over the whole body, so all of it is taken in before a word is believed.
 * Room is counted in bytes that came, not in requests, so that many who send slowly do not keep those of Graph out.
 */
final class Anteroom {
    /** Graph sends at most 3 MB. Source: Meta, "Create a webhook endpoint", 17 Jun 2026. */
    static final int MOST_BYTES = 3 * 1024 * 1024;
    /** For all that are held at once: thousands as Graph mostly sends them, ten of its largest. */
    static final int ROOM_BYTES = 32 * 1024 * 1024;
    private static final int PIECE_BYTES = 16 * 1024;
    /** Graph sends one in well under a second, and again later if we hang up. */
    private static final Duration SLOWEST = Duration.ofSeconds(15);

    private final Semaphore pieces;

    Anteroom(int roomBytes) {
        this.pieces = new Semaphore(roomBytes / PIECE_BYTES);
    }

    /** What the judge says of the whole body; or that it is too long, too slow, or that there is no room now. */
    HttpStatus hold(InputStream sent, Function<byte[], HttpStatus> judge) throws IOException {
        int taken = 0;
        long began = System.nanoTime();
        var body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE_BYTES];
        try {
            for (int read = sent.read(piece); read >= 0; read = sent.read(piece)) {
                body.write(piece, 0, read);
                if (body.size() > MOST_BYTES) {
                    return HttpStatus.CONTENT_TOO_LARGE;
                }
                if (System.nanoTime() - began > SLOWEST.toNanos()) {
                    return HttpStatus.REQUEST_TIMEOUT;
                }
                while (body.size() > taken * PIECE_BYTES) {
                    if (!pieces.tryAcquire()) {
                        return HttpStatus.SERVICE_UNAVAILABLE;
                    }
                    taken++;
                }
            }
            return judge.apply(body.toByteArray());
        } finally {
            pieces.release(taken);
        }
    }
}
