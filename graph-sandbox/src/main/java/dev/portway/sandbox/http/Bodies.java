package dev.portway.sandbox.http;

import dev.portway.sandbox.rules.ErrorRow;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a request carries, with an end to it. */
final class Bodies {

    private Bodies() {}

    /** Refused as too much when it is longer than we take. */
    static byte[] read(ServerRequest request, int most) throws IOException {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw ErrorRow.TOO_MUCH.refused();
            }
            return body;
        } catch (DataReader.InsufficientDataAvailableException hungUp) {
            throw new CloseConnectionException("whoever called has hung up in the middle of a body", hungUp);
        } catch (NumberFormatException unreadable) {
            throw RequestException.builder()
                    .type(DirectHandler.EventType.BAD_REQUEST)
                    .status(Status.BAD_REQUEST_400)
                    .message("a chunk of the body has no length")
                    .setKeepAlive(false)
                    .build();
        }
    }

    /** Scheme, host and port as the caller used them. */
    static String origin(ServerRequest request) {
        String host = request.headers()
                .value(HeaderNames.create("X-Forwarded-Host"))
                .or(() -> request.headers().value(HeaderNames.HOST))
                .orElse(request.authority());
        String scheme = request.headers().value(HeaderNames.create("X-Forwarded-Proto")).filter("https"::equals).orElse("http");
        return scheme + "://" + host;
    }
}
