package dev.portway.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.world.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MultipartTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final Map<String, JsonNode> values = new HashMap<>();
    private final List<Content> files = new ArrayList<>();

    @AfterEach
    void release() {
        files.forEach(Content::release);
    }

    private void read(InputStream... pieces) throws IOException {
        Multipart.read(new SequenceInputStream(Collections.enumeration(List.of(pieces))), "multipart/form-data; boundary=x", values, files);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static InputStream file(String name, int length) {
        String head = "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"a\"\r\n\r\n";
        return new SequenceInputStream(Collections
                .enumeration(List.of(text(head), new ByteArrayInputStream(new byte[length]), text("\r\n"))));
    }

    private void refused(InputStream... pieces) {
        assertThatThrownBy(() -> read(pieces)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.refusal().row()).isEqualTo(ErrorRow.TOO_MUCH));
    }

    @Test
    void form_hasTenFilesAtMost() throws IOException {
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc\r\n";
        read(text(part.repeat(10) + "--x--\r\n"));
        assertThat(values).containsOnlyKeys("file");
        assertThat(files).as("with those that another replaced").hasSize(10);
        files.clear();
        refused(text(part.repeat(11) + "--x--\r\n"));
        assertThat(files).hasSize(10);
    }

    @Test
    void filesOfAForm_haveAHundredMegabytesTogether() throws IOException {
        read(file("a", 60 * MEGABYTE), file("b", 40 * MEGABYTE), text("--x--\r\n"));
        assertThat(files).extracting(Content::length).containsExactly(60 * MEGABYTE, 40 * MEGABYTE);
        release();
        files.clear();
        refused(file("a", 60 * MEGABYTE), file("b", 200_000), file("c", 41 * MEGABYTE), text("--x--\r\n"));
        assertThat(files).as("to be released by who asked").hasSize(2);
    }

    @Test
    void textBeforeTheFirstPart_hasAnEnd() throws IOException {
        read(text("for readers that know no forms\r\n"), file("a", 3), text("--x--\r\n"));
        assertThat(files).hasSize(1);
        refused(text("for readers that know no forms\r\n".repeat(100_000)), file("a", 3), text("--x--\r\n"));
    }
}
