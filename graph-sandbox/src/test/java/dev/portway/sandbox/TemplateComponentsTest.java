package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a template may be made of, and what authentication templates become. */
class TemplateComponentsTest extends SandboxTest {

    private static final String TEMPLATES = DESTINATION_WABA + "/message_templates";
    private static final String BODY = "{\"type\":\"BODY\",\"text\":\"Oi\"}";
    private int made;

    private Wire.Heard make(String category, String more, String components) {
        return destination.postJson(TEMPLATES,
                "{\"name\":\"t_" + made++ + "\",\"language\":\"en_US\",\"category\":\"" + category + "\"" + more
                        + ",\"components\":[" + components + "]}");
    }

    private Wire.Heard make(String components) {
        return make("MARKETING", "", components);
    }

    private static String body(String text, String example) {
        return "{\"type\":\"BODY\",\"text\":\"" + text + "\"" + (example.isEmpty() ? "" : ",\"example\":" + example) + "}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Hi {{1}}, your order has left us. | {\"body_text\":[[\"Ana\"]]} | 200",
        "Hi {{1}}, your order has left us. | '' | 100/2388043",
        "Hi {{1}}, your order {{3}} has left us now. | {\"body_text\":[[\"a\",\"b\"]]} | 100/2388072",
        "{{1}}, your order has left us. | {\"body_text\":[[\"Ana\"]]} | 100/2388299",
        "We wait for you at {{1}} | {\"body_text\":[[\"Ana\"]]} | 100/2388299",
        "Hi {{1}} and {{2}} bye | {\"body_text\":[[\"a\",\"b\"]]} | 100/2388293"})
    @Documented(page = Page.ERROR_CODES_2026, but = "the ratio of words to variables, see the switch template-words-per-variable")
    void variables_wantNumbersExamplesAndTextAroundThem(String text, String example, String answer) {
        assertThat(make(body(text, example)).code()).isEqualTo(answer);
    }

    @Test
    @Assumed(because = "providers refuse a body with tabs, five spaces or many line breaks in a row; Meta has a subcode for its format", settledBy = "templates with three, four and five line breaks in a row; switch template-lines-apart")
    void body_isNotSpacedOut() {
        assertThat(make(body("Oi\\n\\n\\n\\nvoce    ai", "")).status()).isEqualTo(200);
        assertThat(make(body("Oi\\n\\n\\n\\n\\nvoce", "")).code()).isEqualTo("100/2388072");
        assertThat(make(body("Oi     voce", "")).code()).isEqualTo("100/2388072");
        assertThat(make(body("Oi\\tvoce", "")).code()).isEqualTo("100/2388072");
        choose("template-lines-apart", "2");
        assertThat(make(body("Oi\\n\\n\\nvoce", "")).code()).isEqualTo("100/2388072");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hi {{name}}, your order has left us. | {\"body_text_named_params\":[{\"param_name\":\"name\",\"example\":\"Ana\"}]} | 200",
        "Hi {{name}}, your order has left us. | {\"body_text_named_params\":[{\"param_name\":\"other\",\"example\":\"Ana\"}]} | 100/2388043",
        "Hi {{Name}}, your order has left us. | {\"body_text_named_params\":[{\"param_name\":\"Name\",\"example\":\"Ana\"}]} | 100/2388072"})
    @Documented(page = Page.TEMPLATE_OVERVIEW, but = "the code for a name that cannot be")
    void namedVariables_areInLowerCaseWithAnExampleEach(String text, String example, String answer) {
        assertThat(make("UTILITY", ",\"parameter_format\":\"named\"", body(text, example)).code()).isEqualTo(answer);
    }

    @Test
    @Observed(where = "published answers have this title and text")
    void missingExample_isNamed() {
        JsonNode error = make(body("Hi {{1}}, your order has left us.", "")).error();
        assertThat(error.path("error_user_title").asString())
                .isEqualTo("Message template \"components\" param is missing expected field(s)");
        assertThat(error.path("error_user_msg").asString()).isEqualTo("component of type BODY is missing expected field(s) (example)");
    }

    @ParameterizedTest
    @CsvSource({"HEADER, 60, 200", "HEADER, 61, 100/2388040", "BODY, 1024, 200", "BODY, 1025, 100/2388040", "FOOTER, 60, 200",
        "FOOTER, 61, 100/2388040"})
    @Documented(page = Page.TEMPLATE_COMPONENTS, but = "the words that say which is too long")
    void texts_haveTheirLengths(String type, int length, String answer) {
        String component = "{\"type\":\"" + type + "\",\"format\":\"TEXT\",\"text\":\"" + "x".repeat(length) + "\"}";
        assertThat(make(type.equals("BODY") ? component : component + "," + BODY).code()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"type\":\"HEADER\",\"format\":\"IMAGE\"} | 100/2388043",
        "{\"type\":\"HEADER\",\"format\":\"MAP\"} | 100/2388047",
        "{\"type\":\"HEADER\",\"format\":\"TEXT\",\"text\":\"{{1}} and {{2}}\",\"example\":{\"header_text\":[\"a\",\"b\"]}} | 100/2388047",
        "{\"type\":\"HEADER\",\"format\":\"LOCATION\"} | 200", "{\"type\":\"FOOTER\",\"text\":\"Bye {{1}}\"} | 100/2388073",
        "{\"type\":\"BODY\",\"text\":\"Again\"} | 100", "{\"type\":\"SIDEBAR\"} | 100"})
    @Documented(page = Page.TEMPLATE_COMPONENTS, but = "which code a wrong header has")
    void componentBesideTheBody_isWhatItMayBe(String component, String answer) {
        assertThat(make(BODY + "," + component).code()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Order no. 42_b, 10% off! ~ soon | 200", "Café & pão: 20° | 200", "Two\\nlines | 100/2388047",
        "*Bold* | 100/2388047", "Say _it_ | 100/2388047", "No ~more~ | 100/2388047", "`code` | 100/2388047", "Hi 👋 | 100/2388047"})
    @Documented(page = Page.ERROR_CODES_2026, but = "what exactly counts as formatting; the words were seen with another subcode too")
    void textHeader_isPlain(String text, String answer) {
        Wire.Heard heard = make(BODY + ",{\"type\":\"HEADER\",\"format\":\"TEXT\",\"text\":\"" + text + "\"}");
        assertThat(heard.code()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"pt_BR, 200", "es, 200", "en_GB, 200", "pt, 100", "pt-BR, 100", "PT_BR, 100", "xx_YY, 100"})
    @Documented(page = Page.TEMPLATE_LANGUAGES, but = "the words of the refusal")
    void language_isOneOfTheSupported(String language, String answer) {
        assertThat(destination.postJson(TEMPLATES, "{\"name\":\"of_language\",\"language\":\"" + language
                + "\",\"category\":\"MARKETING\",\"components\":[" + BODY + "]}").code()).isEqualTo(answer);
    }

    @Test
    @Documented(page = Page.ERROR_CODES_2026)
    void templateInReview_cannotBeEdited() {
        String id = make(BODY).json().path("id").asString();
        assertThat(destination.postJson("/v26.0/" + id, "{\"components\":[" + BODY + "]}").code()).isEqualTo("100/2388039");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1M\"}");
        assertThat(destination.postJson("/v26.0/" + id, "{\"components\":[" + BODY + "]}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"QQU, 200", "UQQ, 200", "QUQ, 100", "UUU, 100", "PP, 100", "QQQQQQQQQQQ, 100", "CC, 100", "QQUP, 200"})
    @Documented(page = Page.TEMPLATE_COMPONENTS, but = "the words of the refusals")
    void buttons_areSoManyAndInGroups(String kinds, String answer) {
        StringBuilder buttons = new StringBuilder();
        for (int i = 0; i < kinds.length(); i++) {
            buttons.append(buttons.isEmpty() ? "" : ",").append(switch (kinds.charAt(i)) {
                case 'Q' -> "{\"type\":\"QUICK_REPLY\",\"text\":\"Yes\"}";
                case 'U' ->
                    "{\"type\":\"URL\",\"text\":\"Open\",\"url\":\"https://a.example/{{1}}\",\"example\":[\"https://a.example/1\"]}";
                case 'P' -> "{\"type\":\"PHONE_NUMBER\",\"text\":\"Call\",\"phone_number\":\"551137650017\"}";
                default -> "{\"type\":\"COPY_CODE\",\"example\":\"250FF\"}";
            });
        }
        assertThat(make(BODY + ",{\"type\":\"BUTTONS\",\"buttons\":[" + buttons + "]}").code()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"QUICK_REPLY\",\"text\":\"abcdefghijklmnopqrstuvwxyz\"}",
        "{\"type\":\"URL\",\"text\":\"Open\",\"url\":\"https://a.example/{{1}}\"}",
        "{\"type\":\"URL\",\"text\":\"Open\",\"url\":\"https://a.example/{{1}}/more\",\"example\":[\"x\"]}",
        "{\"type\":\"COPY_CODE\",\"example\":\"abcdefghijklmnop\"}", "{\"type\":\"PHONE_NUMBER\",\"text\":\"Call\"}"})
    @Documented(page = Page.TEMPLATE_COMPONENTS, but = "the words of the refusals")
    void button_hasItsLimits(String button) {
        assertThat(make(BODY + ",{\"type\":\"BUTTONS\",\"buttons\":[" + button + "]}").code()).startsWith("100");
    }

    private JsonNode authentication(String components) {
        String id = make("authentication", "", components).json().path("id").asString();
        return destination.get("/v26.0/" + id + "?fields=components").json().path("components");
    }

    @Test
    @Documented(page = Page.COPY_CODE_TEMPLATES, but = "the address of the button and the texts, which were seen in English")
    void codeButton_isReadAsAUrlButton() {
        JsonNode components = authentication("{\"type\":\"body\",\"add_security_recommendation\":true},"
                + "{\"type\":\"footer\",\"code_expiration_minutes\":5},"
                + "{\"type\":\"buttons\",\"buttons\":[{\"type\":\"otp\",\"otp_type\":\"copy_code\"}]}");
        assertThat(components.path(0).path("text").asString())
                .isEqualTo("*{{1}}* is your verification code. For your security, do not share this code.");
        assertThat(components.path(1).path("text").asString()).isEqualTo("This code expires in 5 minutes.");
        assertThat(components.path(2).path("buttons").path(0).toString()).isEqualTo(
                "{\"type\":\"URL\",\"text\":\"Copy code\",\"url\":\"https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE"
                        + "&code_expiration_minutes=5&code=otp{{1}}\",\"example\":[\"https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE"
                        + "&code_expiration_minutes=5&code=otp123456\"]}");
    }

    @Test
    @Assumed(because = "the page says URL, Meta's and other people's clients still read it by its own type", settledBy = "reading an authentication template; switch code-button-read-as")
    void codeButton_isReadAsWrittenWhenTheSwitchSaysSo() {
        choose("code-button-read-as", "OTP");
        JsonNode components = authentication("{\"type\":\"BODY\"},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\","
                + "\"otp_type\":\"ONE_TAP\",\"autofill_text\":\"Autofill\",\"supported_apps\":[{\"package_name\":\"com.example.app\","
                + "\"signature_hash\":\"K8a/AINcGX7\"}]}]}");
        assertThat(components.path(1).path("buttons").path(0).path("otp_type").asString()).isEqualTo("ONE_TAP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"BODY\",\"text\":\"Your code is {{1}}\"}",
        "{\"type\":\"BODY\"},{\"type\":\"HEADER\",\"format\":\"TEXT\",\"text\":\"x\"}",
        "{\"type\":\"BODY\"},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"TWO_TAP\"}]}",
        "{\"type\":\"BODY\"},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"ONE_TAP\"}]}",
        "{\"type\":\"BODY\"},{\"type\":\"FOOTER\",\"code_expiration_minutes\":91},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"COPY_CODE\"}]}",
        "{\"type\":\"BODY\"},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"ZERO_TAP\",\"supported_apps\":[{\"package_name\":\"com.example.app\",\"signature_hash\":\"K8a/AINcGX7\"}]}]}"})
    @Documented(page = Page.COPY_CODE_TEMPLATES, but = "the codes of the refusals")
    void authenticationTemplate_hasOneCodeButtonAndItsParts(String components) {
        assertThat(make("AUTHENTICATION", "", components).code()).startsWith("100");
    }

    @Test
    @Documented(page = Page.COPY_CODE_TEMPLATES)
    void authenticationTemplate_isSentWithItsCode() {
        make("AUTHENTICATION", "",
                "{\"type\":\"BODY\"},{\"type\":\"BUTTONS\",\"buttons\":[{\"type\":\"OTP\",\"otp_type\":\"COPY_CODE\"}]}");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT1M\"}");
        String message = "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"template\",\"template\":{\"name\":\"t_0\","
                + "\"language\":{\"code\":\"en_US\"},\"components\":[%s]}}";
        String code = "\"parameters\":[{\"type\":\"text\",\"text\":\"1234\"}]}";
        String body = "{\"type\":\"body\"," + code;
        String both = body + ",{\"type\":\"button\",\"sub_type\":\"url\",\"index\":\"0\"," + code;
        assertThat(destination.postJson("/v26.0/106540352240009/messages", message.formatted(both)).status()).isEqualTo(200);
        assertThat(destination.postJson("/v26.0/106540352240009/messages", message.formatted(body)).code()).isEqualTo("131008");
        assertThat(destination.postJson("/v26.0/106540352240009/messages", message.formatted("")).code()).isEqualTo("132000");
    }

    @Test
    @Assumed(because = "users of Graph write that a full stop does not count as text after a variable", settledBy = "making a template whose body ends in a variable and a full stop; switch template-punctuation-at-end")
    void fullStopAfterAVariable_isNoTextUnlessTheSwitchCountsIt() {
        String body = body("We wait for you there, {{1}}.", "{\"body_text\":[[\"Ana\"]]}");
        assertThat(make(body).code()).isEqualTo("100/2388299");
        choose("template-punctuation-at-end", "counts");
        assertThat(make(body).status()).isEqualTo(200);
    }

    @Test
    @Assumed(because = "the page has a plain list in its syntax and a list of lists in its samples, and a plain one was seen to be refused", settledBy = "making a template of two variables with a plain list of examples; switch template-plain-examples")
    void plainExamples_areForOneVariableUnlessTheSwitchTakesMore() {
        assertThat(make(body("Hi {{1}}, your order has left us.", "{\"body_text\":[\"Ana\"]}")).status()).isEqualTo(200);
        String two = body("Hi {{1}}, your order {{2}} has left us.", "{\"body_text\":[\"Ana\",\"1042\"]}");
        assertThat(make(two).code()).isEqualTo("100/2388043");
        choose("template-plain-examples", "accepted");
        assertThat(make(two).status()).isEqualTo(200);
    }
}
