package dev.portway.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ContentTest {

    private static Content arrived(byte[] bytes) throws IOException {
        try (Content.Arriving arriving = new Content.Arriving()) {
            arriving.write(bytes);
            return arriving.content();
        }
    }

    @Test
    void longOne_isGoneWithItsLastHolder() throws IOException {
        byte[] bytes = new byte[1_000_000];
        bytes[999_999] = 7;
        long before = Content.onDisk();
        Content content = arrived(bytes);
        assertThat(content.inMemory()).isFalse();

        assertThat(content.hold()).isTrue();
        content.release();
        assertThat(content.bytes()).isEqualTo(bytes);

        content.release();
        assertThat(Content.onDisk()).isLessThanOrEqualTo(before);
        assertThatThrownBy(content::bytes).isInstanceOf(UncheckedIOException.class);
        assertThat(content.hold()).isFalse();

        content.release();
        assertThat(Content.onDisk()).as("not given back twice").isNotNegative();
    }

    @Test
    void shortOne_takesNoDisk() throws IOException {
        long before = Content.onDisk();
        Content content = arrived(new byte[]{1, 2});
        assertThat(content.inMemory()).isTrue();
        assertThat(Content.onDisk()).isLessThanOrEqualTo(before);
        content.release();
        assertThat(content.bytes()).containsExactly(1, 2);
    }
}
