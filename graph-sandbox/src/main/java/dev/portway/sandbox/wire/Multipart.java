package dev.portway.sandbox.wire;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.world.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a multipart form as it comes: files go where their bytes are kept, and no more of them is in memory than a piece. */
final class Multipart {

    /** The largest file that Meta takes, of any kind; here all files of a form together. */
    private static final int LARGEST_FILES_BYTES = 100 * 1024 * 1024;
    /** Ours: of all texts of a form together. */
    private static final int LARGEST_TEXTS_BYTES = 4 * 1024 * 1024;
    /** Of a part; and of what comes before the first. */
    private static final int LONGEST_HEAD_BYTES = 16 * 1024;
    private static final int MOST_PARTS = 1000;
    /** No call wants more than one. */
    private static final int MOST_FILES = 10;

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern PART_NAME = Pattern.compile("(?i)(?<![a-z])name=\"?([^\";\\r\\n]*)\"?");
    /** A part with this is a file: any bytes, kept as they are. */
    private static final Pattern FILE = Pattern.compile("(?i)filename=");
    private static final Pattern PART_TYPE = Pattern.compile("(?im)^content-type:\\s*(\\S[^\\r\\n]*)");
    private static final byte[] HEAD_ENDS = {'\r', '\n', '\r', '\n'};

    private final InputStream in;
    private final List<Content> files;
    private long fileBytes;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;

    private Multipart(InputStream in, List<Content> files) {
        this.in = in;
        this.files = files;
    }

    /**
     * What is cut off in the middle of a part ends with it, as clients that forget the last boundary have it. Whatever comes of the form, all files
     * that were kept are in {@code files}, also those that another of the same name replaced.
     */
    static void read(InputStream in, String contentType, Map<String, JsonNode> into, List<Content> files) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) A multipart body needs a boundary");
        }
        String line = "--" + boundary.group(1);
        byte[] first = line.getBytes(StandardCharsets.ISO_8859_1);
        new Multipart(in, files).parts(first, ("\r\n" + line).getBytes(StandardCharsets.ISO_8859_1), into);
    }

    private void parts(byte[] first, byte[] next, Map<String, JsonNode> into) throws IOException {
        boolean more = until(first, new Limited(LONGEST_HEAD_BYTES));
        int texts = 0;
        for (int part = 0; more; part++) {
            ByteArrayOutputStream head = new Limited(LONGEST_HEAD_BYTES);
            if (!until(HEAD_ENDS, head)) {
                return;
            }
            if (part >= MOST_PARTS) {
                throw ErrorRow.TOO_MUCH.refused();
            }
            String said = head.toString(StandardCharsets.ISO_8859_1);
            Matcher name = PART_NAME.matcher(said);
            if (name.find() && FILE.matcher(said).find()) {
                more = file(name.group(1), said, next, into);
            } else {
                ByteArrayOutputStream text = new Limited(LARGEST_TEXTS_BYTES - texts);
                more = until(next, text);
                texts += text.size();
                if (name.hasMatch()) {
                    Body.putText(name.group(1), Body.utf8(text.toByteArray()), into);
                }
            }
        }
    }

    private boolean file(String name, String head, byte[] next, Map<String, JsonNode> into) throws IOException {
        if (files.size() >= MOST_FILES) {
            throw ErrorRow.TOO_MUCH.refused();
        }
        try (Content.Arriving file = new Content.Arriving()) {
            boolean more = until(next, new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[]{(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int at, int count) throws IOException {
                    if (fileBytes > LARGEST_FILES_BYTES) {
                        throw ErrorRow.TOO_MUCH.refused();
                    }
                    file.write(bytes, at, count);
                    fileBytes += count;
                }
            });
            Content content = file.content();
            files.add(content);
            into.put(name, JsonNodeFactory.instance.pojoNode(content));
            Matcher type = PART_TYPE.matcher(head);
            if (type.find()) {
                into.put(name + Body.TYPE, JsonNodeFactory.instance.stringNode(type.group(1)));
            }
            return more;
        } catch (Content.NoRoom full) {
            throw ErrorRow.SERVICE_UNAVAILABLE.saying("Service temporarily unavailable: " + full.getMessage());
        }
    }

    /** Passes on what comes before {@code end}, and goes past it. Returns whether it was there. */
    private boolean until(byte[] end, OutputStream sink) throws IOException {
        while (true) {
            int at = indexOf(end);
            if (at >= 0) {
                sink.write(buffer, from, at - from);
                from = at + end.length;
                return true;
            }
            int certain = Math.max(0, to - from - end.length + 1);
            sink.write(buffer, from, certain);
            from += certain;
            if (!fill()) {
                sink.write(buffer, from, to - from);
                from = to;
                return false;
            }
        }
    }

    private int indexOf(byte[] wanted) {
        for (int i = from; i <= to - wanted.length; i++) {
            int j = 0;
            while (j < wanted.length && buffer[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length) {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read > 0;
    }

    /** Refuses more than it is made for. */
    private static final class Limited extends ByteArrayOutputStream {
        private final int most;

        Limited(int most) {
            this.most = most;
        }

        @Override
        public synchronized void write(byte[] bytes, int at, int length) {
            if (size() + length > most) {
                throw ErrorRow.TOO_MUCH.refused();
            }
            super.write(bytes, at, length);
        }
    }
}
