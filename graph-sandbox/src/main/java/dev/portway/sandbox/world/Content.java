package dev.portway.sandbox.world;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds, and never changes. A short one stays in memory. A longer one lies in the folder for temporary files without a name there, and
 * is gone once its last holder lets go of it, or with the process. Who takes it in is its first holder.
 */
public final class Content {

    /** Longer ones leave memory: a rehearsal with pictures needs no disk, one with films no heap. */
    private static final int IN_MEMORY_BYTES = 256 * 1024;
    /** Of all worlds and all that is arriving together; far above what a rehearsal sends. */
    private static final long MOST_ON_DISK_BYTES = 2L * 1024 * 1024 * 1024;
    private static final int PIECE_BYTES = 64 * 1024;
    private static final AtomicLong ON_DISK = new AtomicLong();
    private static final Cleaner GONE = Cleaner.create();

    /** A file cannot be kept: the disk, or our share of it, is full. */
    public static final class NoRoom extends IOException {
        NoRoom(String why, @Nullable IOException cause) {
            super(why, cause);
        }
    }

    private final byte[] beginning;
    /** All of it; null when the beginning is all. */
    private final @Nullable FileChannel file;
    private final int length;
    private final byte[] sha256;
    /** Gives back its share of the disk, once; for a holder that forgot to let go, too. Null when it stays in memory. */
    private final Cleaner.@Nullable Cleanable share;
    private int holders = 1;

    private Content(byte[] beginning, @Nullable FileChannel file, int length, byte[] sha256) {
        this.beginning = beginning;
        this.file = file;
        this.length = length;
        this.sha256 = sha256;
        this.share = file == null ? null : GONE.register(this, () -> ON_DISK.addAndGet(-length));
    }

    public static Content of(byte[] bytes) {
        byte[] own = bytes.clone();
        return new Content(own, null, own.length, digest().digest(own));
    }

    /** How much of the disk the files of all worlds take, with those that are arriving. */
    public static long onDisk() {
        return ON_DISK.get();
    }

    /** One more holds it, until it lets go. Returns whether there is anything left to hold. */
    public synchronized boolean hold() {
        if (holders > 0) {
            holders++;
        }
        return holders > 0;
    }

    /** One holder less: to be called once by each. After the last one's, what does not stay in memory cannot be read again. */
    public synchronized void release() {
        if (holders == 0 || --holders > 0 || file == null || share == null) {
            return;
        }
        share.clean();
        try {
            file.close();
        } catch (IOException unclosed) {
            // It has no name and nobody reads it: it is gone with the process at the latest.
        }
    }

    public int length() {
        return length;
    }

    public boolean inMemory() {
        return file == null;
    }

    public byte[] sha256() {
        return sha256.clone();
    }

    /** Its first bytes; fewer when it has no more. */
    public byte[] beginning(int most) {
        return Arrays.copyOf(beginning, Math.min(most, beginning.length));
    }

    /** All of it at once. */
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    private InputStream open() {
        return file == null ? new ByteArrayInputStream(beginning) : new Reading(file, length);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Content[" + length + " bytes]";
    }

    /** Reads by position, so that many may read at once. */
    private static final class Reading extends InputStream {
        private final FileChannel file;
        private final int end;
        private int at;

        Reading(FileChannel file, int end) {
            this.file = file;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (at >= end) {
                return -1;
            }
            int read = file.read(ByteBuffer.wrap(into, from, Math.min(most, end - at)), at);
            at += Math.max(0, read);
            return read;
        }

        @Override
        public int available() {
            return end - at;
        }
    }

    /** Takes a file as it comes. To be closed, whether it came whole or not. */
    public static final class Arriving extends OutputStream {
        private final MessageDigest digest = digest();
        private byte[] beginning = new byte[PIECE_BYTES];
        private @Nullable FileChannel file;
        private int length;
        private int onDisk;
        private boolean kept;

        @Override
        public void write(int one) throws IOException {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int at, int count) throws IOException {
            digest.update(from, at, count);
            int room = Math.min(count, IN_MEMORY_BYTES - Math.min(length, IN_MEMORY_BYTES));
            if (length + room > beginning.length) {
                beginning = Arrays.copyOf(beginning, Math.min(IN_MEMORY_BYTES, Math.max(beginning.length * 2, length + room)));
            }
            if (room > 0) {
                System.arraycopy(from, at, beginning, length, room);
            }
            if (room < count && file == null) {
                file = nameless();
                keep(file, ByteBuffer.wrap(beginning, 0, length + room));
                keep(file, ByteBuffer.wrap(from, at + room, count - room));
            } else if (file != null) {
                keep(file, ByteBuffer.wrap(from, at, count));
            }
            length += count;
        }

        public int length() {
            return length;
        }

        /** What came. */
        public Content content() {
            kept = true;
            return new Content(file == null ? Arrays.copyOf(beginning, length) : Arrays.copyOf(beginning, PIECE_BYTES), file, length,
                    digest.digest());
        }

        @Override
        public void close() throws IOException {
            if (!kept && file != null) {
                ON_DISK.addAndGet(-onDisk);
                file.close();
            }
        }

        private void keep(FileChannel to, ByteBuffer bytes) throws NoRoom {
            int count = bytes.remaining();
            onDisk += count;
            if (ON_DISK.addAndGet(count) > MOST_ON_DISK_BYTES) {
                throw new NoRoom("the files of this sandbox may take 2 GB together", null);
            }
            try {
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
            } catch (IOException full) {
                throw new NoRoom("a file cannot be written to the folder for temporary files", full);
            }
        }

        /** Its name is taken away at once, so nothing is left behind however the process ends; its space is free once nobody holds it. */
        private static FileChannel nameless() throws NoRoom {
            try {
                Path path = Files.createTempFile("graph-sandbox-", ".file");
                return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException refused) {
                throw new NoRoom("no file can be made in the folder for temporary files", refused);
            }
        }
    }
}
