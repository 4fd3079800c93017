package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Observed;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Files of messages and of templates, from upload to download, and across a move. */
class MediaTest extends SandboxTest {

    private static final String NUMBER = "/v26.0/106540352240009";
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff, (byte) 0xfe, '\r', '\n', 1};

    private Wire.Heard upload(Wire by, String number, String type, byte[] content) {
        String head = "--x\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nContent-Type: " + type + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] end = "\r\n--x--\r\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = new byte[start.length + content.length + end.length];
        System.arraycopy(start, 0, body, 0, start.length);
        System.arraycopy(content, 0, body, start.length, content.length);
        System.arraycopy(end, 0, body, start.length + content.length, end.length);
        return by.postBytes(number + "/media", "multipart/form-data; boundary=x", body);
    }

    private String picture(Wire by, String number) {
        return upload(by, number, "image/png", PICTURE).json().path("id").asString();
    }

    private static HttpResponse<byte[]> download(String url, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    @Documented(page = Page.MEDIA, but = "that file_size is a number, as in recorded answers")
    void media_isUploadedReadDownloadedAndDeleted() throws Exception {
        String id = picture(destination, NUMBER);
        JsonNode shown = destination.get("/v26.0/" + id + "?phone_number_id=106540352240009").json();
        assertThat(shown.path("mime_type").asString()).isEqualTo("image/png");
        assertThat(shown.path("file_size").intValue()).isEqualTo(PICTURE.length);
        assertThat(shown.path("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(shown.path("messaging_product").asString()).isEqualTo("whatsapp");
        HttpResponse<byte[]> file = download(shown.path("url").asString(), "sandbox-token-destination");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-type")).hasValue("image/png");
        assertThat(file.body()).isEqualTo(PICTURE);

        assertThat(destination.get("/v26.0/" + id + "?phone_number_id=106540352240001").code()).isEqualTo("100/33");
        assertThat(destination.delete("/v26.0/" + id).body()).isEqualTo("{\"success\":true}");
        assertThat(destination.get("/v26.0/" + id).code()).isEqualTo("100/33");
    }

    /** Longer than any that stays in memory, and full of what looks like the end of a part. */
    @Test
    @Documented(page = Page.MEDIA)
    void documents_mayHaveAHundredMegabytes() throws Exception {
        byte[] pdf = "\r\n--\r\n--y".repeat(3_000_000).getBytes(StandardCharsets.ISO_8859_1);
        String id = upload(destination, NUMBER, "application/pdf", pdf).json().path("id").asString();
        JsonNode shown = destination.get("/v26.0/" + id).json();
        assertThat(shown.path("file_size").intValue()).isEqualTo(pdf.length);
        assertThat(shown.path("sha256").asString())
                .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)));
        assertThat(download(shown.path("url").asString(), "sandbox-token-destination").body()).isEqualTo(pdf);
        assertThat(anyone.get("/sandbox/world/file").body()).doesNotContain(id);
    }

    @Test
    @Documented(page = Page.MEDIA, but = "the body of the 404")
    void link_livesFiveMinutesAndWantsTheToken() throws Exception {
        String url = destination.get("/v26.0/" + picture(destination, NUMBER)).json().path("url").asString();
        assertThat(download(url, "").statusCode()).isEqualTo(401);
        assertThat(download(url, "sandbox-token-source").statusCode()).isEqualTo(400);
        assertThat(download(url.replaceFirst("hash=.", "hash=x"), "sandbox-token-destination").statusCode()).isEqualTo(404);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"PT5M1S\"}");
        assertThat(download(url, "sandbox-token-destination").statusCode()).isEqualTo(404);
    }

    @Test
    @Documented(page = Page.MEDIA, but = "that an id that is over answers as one that never was")
    void media_livesThirtyDaysAndSevenWhenItWasReceived() {
        String id = picture(destination, NUMBER);
        anyone.postJson("/sandbox/phones/5511987650009/messages", "{\"from\":\"+5511912345678\",\"picture\":true}");
        JsonNode world = anyone.get("/sandbox/world?only=media").json().path("media");
        String received = world.path(1).path("id").asString();
        assertThat(destination.get("/v26.0/" + received).json().path("mime_type").asString()).isEqualTo("image/png");
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"P7D\"}");
        assertThat(destination.get("/v26.0/" + received).code()).isEqualTo("100/33");
        assertThat(destination.get("/v26.0/" + id).status()).isEqualTo(200);
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"P23D\"}");
        assertThat(destination.get("/v26.0/" + id).code()).isEqualTo("100/33");
    }

    @ParameterizedTest
    @CsvSource({"image/png, 5242881, 131053", "image/webp, 102401, 131053", "audio/ogg; codecs=opus, 100, 200", "audio/wav, 100, 100",
        "text/plain, 0, 131053", "application/pdf, 6000000, 200", "video/mp4, 16777217, 131053"})
    @Documented(page = Page.MEDIA, but = "the code for what is too large; for other types the words were seen")
    void typesAndSizes_areThoseOfTheirKind(String type, int size, String answer) {
        assertThat(upload(destination, NUMBER, type, new byte[size]).code()).isEqualTo(answer);
    }

    @Test
    @Observed(where = "recorded answers name what is accepted and what was received")
    void type_thatIsNoneIsRefusedWithAllThereAre() {
        assertThat(upload(destination, NUMBER, "audio/wav", PICTURE).error().path("message").asString())
                .startsWith("(#100) Param file must be a file with one of the following types: audio/aac, ")
                .endsWith(". Received file of type 'audio/wav'.");
    }

    @Test
    @Observed(where = "published answers have these words")
    void message_wantsAFileOfItsNumber() {
        String of = picture(destination, NUMBER);
        String message = "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"image\",\"image\":{\"id\":\"%s\"}}";
        assertThat(destination.postJson(NUMBER + "/messages", message.formatted(of)).status()).isEqualTo(200);
        assertThat(destination.postJson(NUMBER + "/messages", message.formatted("1")).error().path("message").asString())
                .isEqualTo("(#100) Param image['id'] is not a valid whatsapp business account media attachment ID");
    }

    private String moved() {
        String id = picture(source, READY);
        String made = destination.post(DESTINATION_WABA + "/phone_numbers",
                Map.of("cc", "55", "phone_number", "11987650002", "migrate_phone_number", "true")).json().path("id").asString();
        destination.post("/" + made + "/request_code", Map.of("code_method", "SMS", "language", "pt_BR"));
        String code = anyone.get("/sandbox/phones/5511987650002/inbox").json().path("messages").path(0).path("code").asString();
        destination.post("/" + made + "/verify_code", Map.of("code", code));
        assertThat(destination.get("/v26.0/" + id).code()).as("before the move").isEqualTo("100/33");
        assertThat(destination.post("/" + made + "/register", Map.of("messaging_product", "whatsapp", "pin", "135790")).status())
                .isEqualTo(200);
        String message = "{\"messaging_product\":\"whatsapp\",\"to\":\"5511912345678\",\"type\":\"image\",\"image\":{\"id\":\"" + id
                + "\"}}";
        assertThat(destination.postJson("/" + made + "/messages", message).status()).isEqualTo(200);
        return id;
    }

    @Test
    @Documented(page = Page.MOVE_BY_CALLS, but = "that it is the new holder only for whom it stays usable, see the switch media-after-move")
    void media_goesWithTheNumber() {
        String id = moved();
        assertThat(destination.get("/v26.0/" + id).status()).isEqualTo(200);
        assertThat(source.get("/v26.0/" + id).code()).isEqualTo("100/33");
    }

    @Test
    @Assumed(because = "for whom media ids stay usable after a move is not said", settledBy = "an id of before a move read with both tokens; switch media-after-move")
    void media_isReadByBothWhenTheSwitchSaysSo() {
        choose("media-after-move", "both");
        String id = moved();
        assertThat(destination.get("/v26.0/" + id).status()).isEqualTo(200);
        assertThat(source.get("/v26.0/" + id).status()).isEqualTo(200);
    }

    private HttpResponse<String> piece(String id, String offset, byte[] content) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(sandbox.uri() + "/v26.0/" + id))
                        .header("Authorization", "OAuth sandbox-token-destination")
                        .header("file_offset", offset)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build(), HttpResponse.BodyHandlers.ofString());
    }

    private String begin(int length) {
        return destination.post("/v26.0/634974688087002/uploads",
                Map.of("file_length", Integer.toString(length), "file_type", "image/png", "file_name", "a.png"))
                .json()
                .path("id")
                .asString();
    }

    @Test
    @Documented(page = Page.RESUMABLE_UPLOAD, but = "what a piece that is not the last is answered with, and a wrong offset")
    void upload_isResumedAndEndsInAHandle() throws Exception {
        String id = begin(PICTURE.length);
        assertThat(id).startsWith("upload:");
        byte[] first = java.util.Arrays.copyOf(PICTURE, 4);
        assertThat(piece(id, "0", first).body()).contains("\"file_offset\":4");
        assertThat(destination.get("/v26.0/" + id).json().path("file_offset").asInt()).isEqualTo(4);
        assertThat(piece(id, "0", first).statusCode()).isEqualTo(400);
        String handle = Json.parse(piece(id, "4", java.util.Arrays.copyOfRange(PICTURE, 4, PICTURE.length)).body())
                .orElseThrow()
                .path("h")
                .asString();
        assertThat(handle).startsWith("4::aW1hZ2UvcG5n:");
        assertThat(source.get("/v26.0/" + id).code()).isEqualTo("100/33");
        assertThat(destination.post("/v26.0/634974688087002/uploads", Map.of("file_length", "9", "file_type", "audio/ogg")).code())
                .isEqualTo("100");
    }

    @Test
    @Assumed(because = "no page says how long a file of this API may be; a message's document may have 100 MB", settledBy = "longer and longer files until one is refused")
    void upload_mayBeAsLongAsADocument() throws Exception {
        byte[] half = new byte[50 * 1024 * 1024];
        String id = begin(2 * half.length);
        assertThat(piece(id, "0", half).body()).contains("\"file_offset\":" + half.length);
        assertThat(piece(id, Integer.toString(half.length), half).body()).contains("\"h\":\"4::");
        assertThat(destination.post("/v26.0/634974688087002/uploads",
                Map.of("file_length", Integer.toString(2 * half.length + 1), "file_type", "image/png")).code()).isEqualTo("100");
    }

    @Test
    @Documented(page = Page.TEMPLATE_COMPONENTS, but = "that the address of the file is read where its handle was written, which was seen")
    void handle_isWhatAHeaderAndAProfileName() throws Exception {
        String handle = Json.parse(piece(begin(PICTURE.length), "0", PICTURE).body()).orElseThrow().path("h").asString();
        String template = "{\"name\":\"foto\",\"language\":\"pt_BR\",\"category\":\"marketing\",\"components\":[{\"type\":\"header\","
                + "\"format\":\"image\",\"example\":{\"header_handle\":[\"" + handle + "\"]}},{\"type\":\"body\",\"text\":\"Veja\"}]}";
        assertThat(destination.postJson(DESTINATION_WABA + "/message_templates", template).status()).isEqualTo(200);
        assertThat(destination.get(DESTINATION_WABA + "/message_templates?name=foto&fields=components").body())
                .contains("\"header_handle\":[\"https://");
        assertThat(destination.postJson(NUMBER + "/whatsapp_business_profile",
                "{\"messaging_product\":\"whatsapp\",\"profile_picture_handle\":\"" + handle + "\"}").status()).isEqualTo(200);
        assertThat(destination.get(NUMBER + "/whatsapp_business_profile?fields=profile_picture_url").body()).contains("https://");
    }

    @Test
    @Assumed(because = "what a handle that Graph never gave answers is not said", settledBy = "a template made with such a handle; switch unknown-upload-handle")
    void handle_thatNobodyGaveIsRefusedUnlessTheSwitchTakesIt() {
        String template = "{\"name\":\"foto\",\"language\":\"pt_BR\",\"category\":\"MARKETING\",\"components\":[{\"type\":\"HEADER\","
                + "\"format\":\"IMAGE\",\"example\":{\"header_handle\":[\"4::aW\"]}},{\"type\":\"BODY\",\"text\":\"Veja\"}]}";
        assertThat(destination.postJson(DESTINATION_WABA + "/message_templates", template).code()).isEqualTo("100");
        choose("unknown-upload-handle", "accepted");
        assertThat(destination.postJson(DESTINATION_WABA + "/message_templates", template).status()).isEqualTo(200);
    }
}
