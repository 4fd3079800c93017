package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a message has to give a template, and what it is told when it does not. */
class TemplateMessagesTest extends SandboxTest {

    private static final String SENDER = "/v26.0/106540352240001/messages";

    private Wire.Heard send(String name, String components) {
        return source.postJson(SENDER,
                "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"template\",\"template\":{\"name\":\""
                        + name + "\",\"language\":{\"code\":\"pt_BR\"},\"components\":[" + components + "]}}");
    }

    private static String body(String... texts) {
        return part("body", texts);
    }

    private static String part(String type, String... texts) {
        StringBuilder parameters = new StringBuilder();
        for (String text : texts) {
            parameters.append(parameters.isEmpty() ? "" : ",").append("{\"type\":\"text\",\"text\":\"").append(text).append("\"}");
        }
        return "{\"type\":\"" + type + "\",\"parameters\":[" + parameters + "]}";
    }

    private static String button(String subType, String parameter) {
        return ",{\"type\":\"button\",\"sub_type\":\"" + subType + "\",\"index\":\"0\",\"parameters\":[" + parameter + "]}";
    }

    private static String details(Wire.Heard heard) {
        return heard.code() + " " + heard.error().path("error_data").path("details").asString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10\\n42", "10\\t42", "10     42"})
    @Observed(where = "published answers have these words")
    void parameter_hasNeitherLineBreaksNorTabsNorFiveSpaces(String text) {
        Wire.Heard heard = send("pedido_confirmado", body("Ana", text));

        assertThat(details(heard)).isEqualTo("132018 Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
        assertThat(heard.error().path("message").asString()).isEqualTo("(#132018) There's an issue with the parameters in your template");
        assertThat(send("pedido_confirmado", body("Ana", "10    42")).status()).isEqualTo(200);
    }

    @Test
    @Observed(where = "published answers have these words")
    void headerWithAFile_wantsOneOfItsKind() {
        assertThat(details(send("nota_fiscal", body("1042"))))
                .isEqualTo("132012 header: Format mismatch, expected DOCUMENT, received UNKNOWN");
        String file = "{\"type\":\"header\",\"parameters\":[{\"type\":\"%1$s\",\"%1$s\":{\"link\":\"https://a.example/nota\"}}]},";
        assertThat(details(send("nota_fiscal", file.formatted("image") + body("1042"))))
                .isEqualTo("132012 header: Format mismatch, expected DOCUMENT, received IMAGE");
        assertThat(send("nota_fiscal", file.formatted("document") + body("1042")).status()).isEqualTo(200);
        assertThat(send("pedido_a_caminho", file.formatted("document") + body("1042")).code()).isEqualTo("132018");
    }

    @Test
    @Observed(where = "published answers have these words")
    void buttonWithAVariable_wantsItsValue() {
        assertThat(details(send("pedido_a_caminho", body("1042"))))
                .isEqualTo("131008 buttons: Button at index 0 of type Url requires a parameter");
        assertThat(details(send("pedido_a_caminho", body("1042") + button("quick_reply", "{\"type\":\"payload\",\"payload\":\"x\"}"))))
                .isEqualTo("132018 buttons: Button at index 0 must be of type Url");
        assertThat(send("pedido_a_caminho", body("1042") + button("url", "{\"type\":\"text\",\"text\":\"42\"}")).status()).isEqualTo(200);
        assertThat(details(send("pagamento_pix", body("R$ 42"))))
                .isEqualTo("131008 buttons: Button at index 0 of type copy_code requires a non-empty parameter coupon_code");
        assertThat(details(send("pagamento_pix",
                body("R$ 42") + button("copy_code", "{\"type\":\"coupon_code\",\"coupon_code\":\"0123456789abcdef\"}"))))
                .isEqualTo("132018 button: Parameter at index 0 exceeds the parameter length limit 15");
        assertThat(details(send("lembrete_retirada", body("Ana", "18h") + button("url", "{\"type\":\"text\",\"text\":\"42\"}"))))
                .isEqualTo("132018 buttons: Button at index 0 must be of type QuickReply");
    }

    @Test
    @Observed(where = "published answers have these words")
    void code_hasAtMostFifteenCharacters() {
        assertThat(details(send("codigo_acesso", body("0123456789abcdef") + button("url", "{\"type\":\"text\",\"text\":\"1\"}"))))
                .isEqualTo("132018 body: Parameter at index 0 exceeds the parameter length limit 15");
    }

    @Test
    @Observed(where = "published answers have these words")
    void textWithItsValues_isNoLongerThanATemplatesMayBe() {
        assertThat(details(send("pedido_confirmado", body("A".repeat(1000), "1042"))))
                .isEqualTo(
                        "132005 Translated text too long. Length of the parameters and the template text is 1040, which exceeds the allowed"
                                + " length of 1024");
    }

    @Test
    @Observed(where = "published answers have these words, and 132012 for a name where there are numbers")
    void namedVariables_areGivenByName() {
        assertThat(details(send("boas_vindas", body("Ana")))).isEqualTo("100 Parameter name is missing or empty");
        String named = "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"parameter_name\":\"nome\",\"text\":\"Ana\"}]}";
        assertThat(send("boas_vindas", named).status()).isEqualTo(200);
        assertThat(send("promo_disfarcada", named).code()).isEqualTo("132012");
    }

    @Test
    @Observed(where = "an answer to a picture's header, published")
    void parameterThatIsNoText_isNamed() {
        assertThat(send("pedido_confirmado", "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\"},{\"type\":\"text\",\"text\":\"1\"}]}")
                .error()
                .path("message")
                .asString())
                .isEqualTo("(#100) Param template['components'][0]['parameters'][0]['text'] must be a string.");
    }

    @ParameterizedTest
    @CsvSource({"BLOCKED, 132068", "THROTTLED, 132069"})
    @Documented(page = Page.ERROR_CODES, but = "that a template's button counts as the message does")
    void flowInTrouble_isNotOpened(String status, String code) {
        anyone.put("/sandbox/world", anyone.get("/sandbox/world/file").body().replace("\"PUBLISHED\"", "\"" + status + "\""));
        freeze();
        String flow = "{\"type\":\"flow\",\"body\":{\"text\":\"Oi\"},\"action\":{\"name\":\"flow\",\"parameters\":{\"flow_id\":\"640000000000001\"}}}";
        String message = "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"interactive\",\"interactive\":" + flow
                + "}";
        int taken = 0;
        Wire.Heard heard = source.postJson(SENDER, message);
        while (heard.status() == 200) {
            taken++;
            heard = source.postJson(SENDER, message);
        }
        assertThat(heard.code()).isEqualTo(code);
        assertThat(taken).isEqualTo(status.equals("BLOCKED") ? 0 : 10);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1H1S\"}");
        assertThat(source.postJson(SENDER, message).status()).isEqualTo(status.equals("BLOCKED") ? 400 : 200);
    }
}
