package dev.portway.graph.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class AnteroomTest {
    private static final int A_MEGABYTE = 1024 * 1024;

    private final Anteroom room = new Anteroom(2 * A_MEGABYTE);

    @Test
    void bodiesHeldAtOnce_haveOnlySoMuchRoom() {
        HttpStatus first = hold(A_MEGABYTE, () -> {
            assertThat(hold(A_MEGABYTE + 1, () -> HttpStatus.OK)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            return hold(A_MEGABYTE, () -> HttpStatus.UNAUTHORIZED);
        });

        assertThat(first).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void roomIsFreeAgain_howeverABodyWasJudged() {
        for (int i = 0; i < 5; i++) {
            assertThat(hold(2 * A_MEGABYTE, () -> HttpStatus.UNAUTHORIZED)).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(hold(2 * A_MEGABYTE + 1, () -> HttpStatus.OK)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    @Test
    void bodyWithoutEnd_isNotReadToItsEnd() {
        assertThat(hold(new Endless(), () -> HttpStatus.OK, new Anteroom(Anteroom.ROOM_BYTES))).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 'x';
        }
    }

    private interface Judge {
        HttpStatus judge();
    }

    private HttpStatus hold(int bytes, Judge judge) {
        return hold(new ByteArrayInputStream(new byte[bytes]), judge, room);
    }

    private static HttpStatus hold(InputStream sent, Judge judge, Anteroom room) {
        try {
            return room.hold(sent, _ -> judge.judge());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
