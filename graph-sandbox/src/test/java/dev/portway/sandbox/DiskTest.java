package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.world.Content;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What long files take of the disk. */
class DiskTest extends SandboxTest {

    private static Wire.Heard upload(Wire by, String type, byte[] content) {
        String form = "--x\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: " + type + "\r\n\r\n"
                + new String(content, StandardCharsets.ISO_8859_1) + "\r\n--x--\r\n";
        return by.postBytes("/v26.0/106540352240009/media", "multipart/form-data; boundary=x", form.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Only what is stored takes any of the disk, and no longer than it is there. */
    @Test
    void disk_isGivenBackByWhatIsRefusedDeletedOverAndReset() {
        long before = Content.onDisk();
        byte[] pdf = new byte[1_000_000];
        assertThat(upload(destination, "audio/wav", pdf).status()).isEqualTo(400);
        assertThat(upload(new Wire(sandbox, "nobody"), "application/pdf", pdf).status()).isEqualTo(401);
        assertThat(Content.onDisk()).as("refused").isLessThanOrEqualTo(before);

        String id = upload(destination, "application/pdf", pdf).json().path("id").asString();
        assertThat(destination.delete("/v26.0/" + id).status()).isEqualTo(200);
        assertThat(Content.onDisk()).as("deleted").isLessThanOrEqualTo(before);

        upload(destination, "application/pdf", pdf);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"P31D\"}");
        upload(destination, "image/png", new byte[10]);
        assertThat(Content.onDisk()).as("over").isLessThanOrEqualTo(before);

        upload(destination, "application/pdf", pdf);
        anyone.postJson("/sandbox/reset", "{}");
        assertThat(Content.onDisk()).as("reset").isLessThanOrEqualTo(before);

        upload(destination, "application/pdf", pdf);
        sandbox.close();
        assertThat(Content.onDisk()).as("closed").isLessThanOrEqualTo(before);
    }
}
