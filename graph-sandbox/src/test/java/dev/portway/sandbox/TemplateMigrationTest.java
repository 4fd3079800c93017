package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class TemplateMigrationTest extends SandboxTest {

    private static final String COPY = DESTINATION_WABA + "/migrate_message_templates";

    private final Wire client = new Wire(sandbox, "sandbox-token-client");

    @Test
    @Documented(page = Page.TEMPLATE_MIGRATION, but = "the words and the code 100")
    void moreThanFiveHundred_areRefused() {
        assertThat(copy("\"count\":501").error().path("message").asString()).isEqualTo("(#100) Param count must be at most 500");
        String ids = String.join(",", Collections.nCopies(501, "\"1\""));
        assertThat(copy("\"template_ids\":[" + ids + "]").error().path("message").asString()).contains("at most 500 elements");
        assertThat(names()).isEqualTo(2);
        assertThat(copy("\"count\":500").status()).isEqualTo(200);
    }

    @Test
    @Assumed(because = "that a long call times out after 30 s is documented; how many copies fit, that they stay, and the error are not", settledBy = "500"
            + " templates copied by one call; switch template-copies-in-time")
    void moreThanFitInTime_endsInAnErrorWithTheFirstCopied() {
        choose("template-copies-in-time", "3");
        Wire.Heard late = copy("\"count\":500");

        assertThat(late.status()).isEqualTo(500);
        assertThat(late.code()).isEqualTo("1");
        assertThat(names()).isEqualTo(5);
        assertThat(anyone.get("/sandbox/calls?call=copy-templates").json().path("calls").path(0).path("effect").asBoolean()).isTrue();
        copy("\"count\":500");
        assertThat(names()).as("another call goes on").isEqualTo(8);
        assertThat(copy("\"count\":2").status()).as("a smaller count ends in time").isEqualTo(200);
    }

    private Wire.Heard copy(String how) {
        return client.postJson(COPY, "{\"source_waba_id\":\"200000000000001\"," + how + "}");
    }

    private int names() {
        return destination.get(DESTINATION_WABA + "/message_templates?fields=name&limit=200").json().path("data").size();
    }
}
