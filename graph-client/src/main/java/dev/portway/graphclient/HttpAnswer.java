package dev.portway.graphclient;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer of HTTP, and how it reads from a connection that ends with it. What is not plainly an answer, whole, is an exception.
 *
 * @param cutOff there was more body than the limit
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record HttpAnswer(int status, HttpHeaders headers, byte[] body, boolean cutOff) {
    /** In bytes; the longest header of Graph's, its quotas, stays under 2,000. */
    private static final int LINE_LIMIT = 16_384;

    private static final int HEADER_LIMIT = 200;

    static HttpAnswer of(HttpResponse<BoundedBody.Received> response) {
        return new HttpAnswer(response.statusCode(), response.headers(), response.body().bytes(), response.body().cutOff());
    }

    static HttpAnswer read(InputStream in, int bodyLimit) throws IOException {
        int status = status(line(in));
        HttpHeaders headers = headers(in);
        while (status >= 100 && status < 200) {
            status = status(line(in));
            headers = headers(in);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean cutOff = status != 204 && status != 304 && !body(in, headers, body, bodyLimit);
        return new HttpAnswer(status, headers, body.toByteArray(), cutOff);
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new ProtocolException("no status line");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static HttpHeaders headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        int count = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || ++count > HEADER_LIMIT) {
                throw new ProtocolException("no header");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return HttpHeaders.of(headers, (name, value) -> true);
    }

    /** False: longer than the limit. */
    private static boolean body(InputStream in, HttpHeaders headers, ByteArrayOutputStream body, int limit) throws IOException {
        if (headers.firstValue("transfer-encoding").map(coding -> coding.equalsIgnoreCase("chunked")).orElse(false)) {
            return chunks(in, body, limit);
        }
        if (headers.firstValue("content-length").isPresent()) {
            return exactly(number(headers.firstValue("content-length").get(), 10), in, body, limit);
        }
        body.writeBytes(in.readNBytes(limit));
        return in.read() < 0;
    }

    private static boolean chunks(InputStream in, ByteArrayOutputStream body, int limit) throws IOException {
        while (true) {
            long size = number(line(in).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                return true;
            }
            if (!exactly(size, in, body, limit)) {
                return false;
            }
            if (!line(in).isEmpty()) {
                throw new ProtocolException("a chunk longer than it said");
            }
        }
    }

    private static boolean exactly(long length, InputStream in, ByteArrayOutputStream body, int limit) throws IOException {
        int room = limit - body.size();
        byte[] bytes = in.readNBytes((int) Math.min(length, room));
        body.writeBytes(bytes);
        if (bytes.length < Math.min(length, room)) {
            throw new EOFException("the answer was cut short");
        }
        return length <= room;
    }

    private static long number(String text, int radix) throws IOException {
        if (!text.matches(radix == 10 ? "[0-9]{1,15}" : "[0-9a-fA-F]{1,12}")) {
            throw new ProtocolException("no length");
        }
        return Long.parseLong(text, radix);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the answer was cut short");
            }
            if (line.size() == LINE_LIMIT) {
                throw new ProtocolException("a line too long");
            }
            line.write(c);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
