package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import org.junit.jupiter.api.Test;

/** A number that an admin deleted, seen through Graph. */
class DeletedNumberTest extends SandboxTest {

    private Wire.Heard delete(String body) {
        return anyone.postJson("/sandbox/numbers/+5511987650002/deletion", body);
    }

    @Test
    @Assumed(because = "code 33 is documented for a deleted number, where it comes is not", settledBy = "reading the id of a number that was deleted; switch deleted-number-answers")
    void deletedNumber_answersAsTheSwitchSays() {
        Wire.Heard hindered = delete("{\"by\":\"615000000000003\"}");
        assertThat(hindered.status()).isEqualTo(409);
        assertThat(hindered.json().path("hindrance").asString()).isEqualTo("not-admin");
        assertThat(delete("{\"by\":\"615000000000001\"}").status()).isEqualTo(200);

        assertThat(source.get(READY).code()).isEqualTo("33");
        assertThat(source.get(SOURCE_WABA + "/phone_numbers?limit=100").body()).doesNotContain("106540352240002");
        choose("deleted-number-answers", "100/33");
        assertThat(source.get(READY).code()).isEqualTo("100/33");
        choose("deleted-number-answers", "readable");
        assertThat(source.get(READY + "?fields=status").json().path("status").asString()).isEqualTo("DELETED");
        assertThat(source.postJson(READY + "/register", "{\"messaging_product\":\"whatsapp\",\"pin\":\"135790\"}").code())
                .isEqualTo("100/33");
    }
}
