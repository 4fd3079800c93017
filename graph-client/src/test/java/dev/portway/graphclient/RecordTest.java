package dev.portway.graphclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.Answered;
import dev.portway.graphclient.answer.GraphResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.node.OutgoingMessage;
import dev.portway.graphclient.value.CodeLanguage;
import dev.portway.graphclient.value.CodeMethod;
import dev.portway.graphclient.value.NumberToAdd;
import dev.portway.graphclient.value.OwnershipCode;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.Pin;
import dev.portway.graphclient.value.SendBy;
import dev.portway.graphclient.value.WabaId;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said, and what of it is kept for the record. */
class RecordTest {
    private static final PhoneNumberId NUMBER = new PhoneNumberId("106540352242922");
    private static final WabaId WABA = new WabaId("102290129340398");

    @Test
    void pinCodeAndToken_areNotInTheRecord() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"success\":true,\"echo\":\"148392 " + PlayedGraph.TOKEN + "\"}"));
                GraphClient client = graph.client()) {
            String registered = written(client.registration().register(NUMBER, new Pin("148392"), SendBy.whenever()));
            String verified = written(client.registration().verifyCode(NUMBER, new OwnershipCode("148-392"), SendBy.whenever()));

            assertThat(registered + verified).contains("(hidden)").doesNotContain("148392", PlayedGraph.TOKEN, PlayedGraph.SECRET);
        }
    }

    @Test
    void aMessage_isRecordedWithoutItsTextAndReceiver() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.json(
                        "{\"contacts\":[{\"input\":\"5511900000001\",\"wa_id\":\"551190000001\"}],\"messages\":[{\"id\":\"wamid.1\"}]}"));
                GraphClient client = graph.client()) {
            String sent = written(client.messages().send(NUMBER, new OutgoingMessage.Text("+5511900000001", "a hello"), SendBy.whenever()));

            assertThat(graph.only().body()).contains("a hello", "5511900000001");
            assertThat(sent).doesNotContain("a hello", "5511900000001", "551190000001");
        }
    }

    @Test
    void aMovingNumber_isAddedWithItsPartsAndTheMark() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.json("{\"id\":\"106540352242922\"}")); GraphClient client = graph.client()) {
            var added = client.registration().add(WABA, NumberToAdd.moving("55", "11987654321"), SendBy.whenever());

            assertThat(added.answer()).contains(NUMBER);
            assertThat(graph.only().path()).isEqualTo("/v26.0/102290129340398/phone_numbers");
            assertThat(graph.only().body()).isEqualTo("{\"cc\":\"55\",\"phone_number\":\"11987654321\",\"migrate_phone_number\":true}");
            assertThat(graph.only().headers()).containsKey("authorization");
        }
    }

    @Test
    void aRefusal_keepsWhatTellsItApart() throws IOException {
        String error = """
                {"error":{"message":"(#136024) Request code error","type":"OAuthException","code":136024,"error_subcode":2388091,
                "error_user_title":"Request code error","error_user_msg":"Try again in 1 hour.","fbtrace_id":"Az8"}}""";
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.error(400, error)); GraphClient client = graph.client()) {
            var asked = client.registration().requestCode(NUMBER, CodeMethod.SMS, new CodeLanguage("pt_BR"), SendBy.whenever());

            assertThat(asked).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.error().code()).isEqualTo(136024);
                assertThat(refused.error().subcode()).isEqualTo(2388091);
                assertThat(refused.error().userMessage()).isEqualTo("Try again in 1 hour.");
                assertThat(refused.error().traceId()).isEqualTo("Az8");
            });
        }
    }

    @Test
    void controlCharacters_reachNobody() throws IOException {
        String error = "{\"error\":{\"code\":100,\"message\":\"a\\u0000b\\u001b[2Jc\\u009bd\\ne\",\"fbtrace_id\":\"A\\u0000z\"}}";
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.error(400, error),
                PlayedGraph.json("{\"success\":true}", "x-fb-trace-id: A\0z"));
                GraphClient client = graph.client()) {
            var refused = client.registration().register(NUMBER, new Pin("148392"), SendBy.whenever());
            var done = client.registration().register(NUMBER, new Pin("148392"), SendBy.whenever());

            assertThat(refused).isInstanceOfSatisfying(Refused.class, it -> {
                assertThat(it.error().message()).isEqualTo("a\uFFFDb\uFFFD[2Jc\uFFFDd\ne");
                assertThat(it.error().traceId()).isEqualTo("A\uFFFDz");
            });
            assertThat(done.exchange().traceId()).isEqualTo("A\uFFFDz");
        }
    }

    /** Taken out of the text before it is read, a NUL that is only written about would leave another. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"a\\u0000b | a\uFFFDb", "a\\\\u0000b | a\\u0000b",
        "a\\\\u0000u0000b | a\\u0000u0000b",
        "a\\\\\\u0000b | a\\\uFFFDb", "a\\u0000\\u0000b | a\uFFFD\uFFFDb"})
    void aNul_isNotInWhatIsKept(String sent, String kept) throws IOException {
        try (PlayedGraph graph = new PlayedGraph(PlayedGraph.error(400, "{\"error\":{\"code\":100,\"message\":\"" + sent + "\"}}"));
                GraphClient client = graph.client()) {
            var refused = client.registration().register(NUMBER, new Pin("148392"), SendBy.whenever());

            assertThat(refused).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.error().message()).isEqualTo(kept));
            JsonNode answer = JsonMapper.shared().readTree(refused.exchange().answer());
            assertThat(answer.path("error").path("message").asString()).isEqualTo(kept);
        }
    }

    @Test
    void aList_isReadToItsEnd() throws IOException {
        try (PlayedGraph graph = new PlayedGraph(
                PlayedGraph.json(
                        "{\"data\":[{\"id\":\"1\"}],\"paging\":{\"cursors\":{\"after\":\"x\"},\"next\":\"https://elsewhere/?after=x\"}}"),
                PlayedGraph.json("{\"data\":[{\"id\":\"2\"}],\"paging\":{\"cursors\":{\"after\":\"y\"}}}"));
                GraphClient client = graph.client()) {
            assertThat(client.numbers().of(WABA)).isInstanceOf(Answered.class);
            assertThat(graph.requests()).hasSize(2).allSatisfy(request -> assertThat(request.query()).contains("limit=100"));
            assertThat(graph.requests().getLast().query()).contains("after=x");
        }
    }

    private static String written(GraphResult<?> result) {
        return result.exchange().parameters() + result.exchange().answer() + result.exchange();
    }
}
