package dev.portway.sandbox.http;

import dev.portway.sandbox.refusal.ErrorRow;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A form of which the token is nobody's. A short one is answered as any call; of a long one no more is taken in than tells that it is long. */
final class Strangers extends FilterInputStream {

    private static final int MOST_BYTES = 256 * 1024;

    private int taken;

    Strangers(InputStream form) {
        super(form);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        int read = super.read(into, at, Math.min(most, MOST_BYTES + 1 - taken));
        taken += Math.max(0, read);
        if (taken > MOST_BYTES) {
            throw ErrorRow.TOKEN_MALFORMED.refused();
        }
        return read;
    }
}
