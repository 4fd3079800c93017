package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a message may hold before it is taken. */
class MessageChecksTest extends SandboxTest {

    private Wire.Heard send(String type, String content) {
        return send("", type, content);
    }

    private Wire.Heard send(String more, String type, String content) {
        return destination.postJson("/v26.0/106540352240009/messages", "{\"messaging_product\":\"whatsapp\"," + more
                + "\"to\":\"5511912345678\",\"type\":\"" + type + "\",\"" + type + "\":" + content + "}");
    }

    private Wire.Heard interactive(String type, String action) {
        return send("interactive", "{\"type\":\"" + type + "\",\"body\":{\"text\":\"Oi\"},\"action\":" + action + "}");
    }

    private static String details(Wire.Heard heard) {
        return heard.error().path("error_data").path("details").asString("");
    }

    private static String many(int count, String each) {
        return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining(","));
    }

    private static String buttons(int count, String title) {
        return "{\"buttons\":[" + many(count, "{\"type\":\"reply\",\"reply\":{\"id\":\"%d\",\"title\":\"" + title + "\"}}") + "]}";
    }

    private static String list(int rows, String title, String button) {
        return "{\"button\":\"" + button + "\",\"sections\":[{\"title\":\"S\",\"rows\":["
                + many(rows, "{\"id\":\"%d\",\"title\":\"" + title + "\",\"description\":\"d\"}") + "]}]}";
    }

    @Test
    @Observed(where = "published answers have these words")
    void replyButtons_areOneToThree() {
        assertThat(interactive("button", buttons(3, "Sim")).status()).isEqualTo(200);
        for (int count : new int[]{0, 4}) {
            Wire.Heard heard = interactive("button", buttons(count, "Sim"));
            assertThat(heard.code()).isEqualTo("131009");
            assertThat(details(heard)).isEqualTo("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3");
        }
    }

    @Test
    @Observed(where = "published answers have these words, and count characters, not bytes")
    void buttonTitle_hasUpToTwentyCharacters() {
        assertThat(interactive("button", buttons(1, "ç".repeat(20))).status()).isEqualTo(200);
        assertThat(details(interactive("button", buttons(1, "x".repeat(21)))))
                .isEqualTo("Button title length invalid. Min length: 1, Max length: 20");
        assertThat(interactive("button", buttons(1, "")).code()).isEqualTo("131009");
    }

    @Test
    @Observed(where = "published answers have these words")
    void list_hasUpToTenRows() {
        assertThat(interactive("list", list(10, "Pão", "Abrir")).status()).isEqualTo(200);
        assertThat(details(interactive("list", list(11, "Pão", "Abrir")))).isEqualTo("Total row count exceed max allowed count: 10");
    }

    @ParameterizedTest
    @CsvSource({"24, 20, 200", "25, 20, 131009", "24, 21, 131009", "24, 0, 131009"})
    @Documented(page = Page.INTERACTIVE_LISTS, but = "the code and the words of the refusals")
    void listTexts_haveTheirLengths(int title, int button, String answer) {
        assertThat(interactive("list", list(1, "x".repeat(title), "x".repeat(button))).code()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"60, 1024, 60, 200", "61, 1024, 60, 131009", "60, 1025, 60, 131009", "60, 1024, 61, 131009", "60, 0, 60, 131009"})
    @Documented(page = Page.INTERACTIVE_BUTTONS, but = "the code and the words of the refusals")
    void headerBodyAndFooter_haveTheirLengths(int header, int body, int footer, String answer) {
        assertThat(send("interactive", "{\"type\":\"button\",\"header\":{\"type\":\"text\",\"text\":\"" + "x".repeat(header)
                + "\"},\"body\":{\"text\":\"" + "x".repeat(body) + "\"},\"footer\":{\"text\":\"" + "x".repeat(footer) + "\"},\"action\":"
                + buttons(1, "Sim") + "}").code()).isEqualTo(answer);
    }

    @Test
    @Assumed(because = "ids are documented as unique, the refusal is not", settledBy = "two buttons, and two rows, with one id")
    void ids_areUnique() {
        assertThat(interactive("button", buttons(2, "Sim").replace("\"id\":\"1\"", "\"id\":\"0\"")).code()).isEqualTo("131009");
        assertThat(interactive("list", list(2, "Pão", "Abrir").replace("\"id\":\"1\"", "\"id\":\"0\"")).code()).isEqualTo("131009");
    }

    @Test
    @Observed(where = "published answers have these words; that an empty one is missing is assumed")
    void text_hasOneToFourThousandCharacters() {
        assertThat(send("text", "{\"body\":\"" + "x".repeat(4096) + "\"}").status()).isEqualTo(200);
        Wire.Heard heard = send("text", "{\"body\":\"" + "x".repeat(4097) + "\"}");
        assertThat(heard.code()).isEqualTo("100");
        assertThat(heard.error().path("message").asString()).isEqualTo("(#100) Param text['body'] must be at most 4096 characters long.");
        assertThat(send("text", "{\"body\":\"\"}").code()).isEqualTo("100");
        assertThat(send("text", "{\"preview_url\":true}").code()).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({"https://files.example/a.png, 200", "http://files.example/a.png, 200", "ftp://files.example/a.png, 100", "a.png, 100",
        "javascript:alert(1), 100"})
    @Documented(page = Page.MEDIA_MESSAGES, but = "the words of the refusal")
    void link_isOfTheWeb(String link, String answer) {
        assertThat(send("image", "{\"link\":\"" + link + "\"}").code()).isEqualTo(answer);
    }

    @Test
    @Documented(page = Page.MEDIA_MESSAGES, but = "the words of the refusal")
    void caption_hasUpToAThousandCharacters() {
        assertThat(send("image", "{\"link\":\"https://a.example/a.png\",\"caption\":\"" + "x".repeat(1025) + "\"}").code())
                .isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({"individual, 200", "group, 200", "everybody, 100"})
    @Documented(page = Page.GROUPS, but = "the end of the refusal's words; its beginning was seen")
    void recipient_isOnePersonOrAGroup(String type, String answer) {
        Wire.Heard heard = send("\"recipient_type\":\"" + type + "\",", "text", "{\"body\":\"Oi\"}");
        assertThat(heard.code()).isEqualTo(answer);
        if (!answer.equals("200")) {
            assertThat(heard.error().path("message").asString()).startsWith("(#100) Param recipient_type must be one of {");
        }
    }
}
