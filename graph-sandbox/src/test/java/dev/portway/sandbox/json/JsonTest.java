package dev.portway.sandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void webhooks_areAsciiWithLowerCaseEscapesAndEscapedSlashes() {
        byte[] bytes = Json.webhookBytes(Json.object().put("a", "pão 🥖 a/b \\uABCD \" ÿ"));

        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .isEqualTo("{\"a\":\"p\\u00e3o \\ud83e\\udd56 a\\/b \\\\uABCD \\\" \\u00ff\"}");
        assertThat(Json.parse(bytes).orElseThrow().path("a").asString()).isEqualTo("pão 🥖 a/b \\uABCD \" ÿ");
    }
}
