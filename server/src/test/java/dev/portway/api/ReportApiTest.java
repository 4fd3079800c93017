package dev.portway.api;

import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.draft;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.untilAsked;
import static dev.portway.api.Moves.untilStatus;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code /v1/migrations/{id}/report}: what became of it, at each way it can end. */
class ReportApiTest {
    private static JsonNode report(String id) {
        return READER.get("/v1/migrations/" + id + "/report").json();
    }

    private static String submitted(Map<String, Object> order) {
        order.put("submit", true);
        return place(order).json().path("id").asString();
    }

    private static List<String> texts(JsonNode list, String name) {
        return list.valueStream().map(one -> one.path(name).asString()).toList();
    }

    private static void enterCode(String id) {
        String number = untilAsked(id, "enter-code").path("numbers").path(0).asString();
        act(id, "enter-code", Map.of("code", code(number)));
    }

    @Test
    void completed_saysWhatMoved_howLongItWasDark_andWhoPays() {
        Map<String, Object> order = order(SERVER.number(), "prober", SERVER.env("testerNumber"));
        order.put("from", Map.of("waba", SERVER.env("sourceWabaId"), "access", "own"));
        String id = submitted(order);
        enterCode(id);
        untilStatus(id, "completed");
        JsonNode report = report(id);
        JsonNode number = report.path("numbers").path(0);

        assertThat(report.path("status").asString()).isEqualTo("completed");
        assertThat(number.path("number").asString()).isEqualTo(order.get("number"));
        assertThat(texts(report.path("moved"), "what")).contains("number", "display-name");
        assertThat(texts(report.path("stayed"), "what")).contains("message-history", "analytics");
        assertThat(report.path("stayed")).allSatisfy(stayed -> assertThat(stayed.path("reason").asString()).isNotBlank());
        assertThat(report.path("withdrawal").isNull()).isTrue();
        assertThat(report.path("steps").valueStream().map(step -> step.path("state").asString())).doesNotContain("ahead", "standing");

        Instant registered = Instant.parse(number.path("registeredAt").asString());
        assertThat(number.path("registeredBy").asString()).isEqualTo("graph");
        assertThat(number.path("darkMillis").asLong(-1)).as(report.toString()).isPositive();
        assertThat(number.path("darkNote").isNull()).isTrue();
        assertThat(number.path("payer").asString()).isEqualTo("destination");
        assertThat(Instant.parse(number.path("payerSince").asString())).isEqualTo(registered);
        assertThat(texts(number.path("payers"), "who")).containsExactly("source", "destination");
        assertThat(number.path("payers").path(0).path("until")).isEqualTo(number.path("payers").path(1).path("from"));

        assertThat(report.path("attempts").path("register").asInt()).isEqualTo(1);
        assertThat(report.path("outcomes").path("register").path("done").asInt()).isEqualTo(1);
        assertThat(report.path("outcomes").path("request-code").path("done").asInt()).isEqualTo(1);
        assertThat(texts(report.path("unknown"), "what")).containsExactly("media");
        assertTemplates(report.path("templates"));
        assertVerifiedNumbers(report.path("verifiedNumbers"), number.path("number").asString());
        assertThat(report.toString()).doesNotContain(code(number.path("number").asString()));
    }

    /** The one that moved is verified at the destination, and its neighbours are verified where they were. */
    private static void assertVerifiedNumbers(JsonNode verified, String number) {
        assertThat(verified.path("before").asInt()).isPositive();
        assertThat(verified.path("kept").asInt() + verified.path("lost").asInt() + verified.path("unknown").asInt())
                .isEqualTo(verified.path("before").asInt());
        assertThat(verified.path("lines").valueStream().filter(line -> line.path("number").asString().equals(number))).singleElement()
                .satisfies(line -> {
                    assertThat(line.path("before").asString()).isEqualTo("VERIFIED");
                    assertThat(line.path("after").asString()).isEqualTo("VERIFIED");
                    assertThat(line.path("place").asString()).isEqualTo("destination");
                });
    }

    /** The counts are those of the lines, and each line says what it was and what it is. */
    private static void assertTemplates(JsonNode templates) {
        JsonNode lines = templates.path("lines");
        assertThat(lines).isNotEmpty().hasSize(templates.path("source").asInt());
        for (String fate : List.of("carried", "pending", "failed", "stayed")) {
            assertThat(texts(lines, "fate").stream().filter(fate::equals)).as(fate).hasSize(templates.path(fate).asInt());
        }
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("before").asString()).isNotBlank();
            boolean carried = line.path("fate").asString().equals("carried");
            assertThat(line.path("after").asString("")).isEqualTo(carried ? "APPROVED" : line.path("after").asString(""));
            assertThat(line.path("destinationId").isNull()).isEqualTo(line.path("after").isNull());
        });
        assertThat(texts(lines, "fate")).contains("carried", "stayed");
    }

    @Test
    void timeThatWasNotMeasured_isUnknown_neverZero() {
        String id = submitted(order(SERVER.number()));
        enterCode(id);
        untilStatus(id, "completed");
        JsonNode number = report(id).path("numbers").path(0);

        assertThat(number.path("darkMillis").isNull()).isTrue();
        assertThat(number.path("darkNote").asString()).isEqualTo("not probed");
    }

    @Test
    void withdrawn_saysWhatWasTakenBack_andWhatStays() {
        String id = submitted(order(SERVER.number()));
        JsonNode waiting = untilAsked(id, "enter-code");
        assertThat(waiting.toString()).contains("number-listed");
        act(id, "withdraw", "");
        untilStatus(id, "withdrawn");
        JsonNode report = report(id);
        JsonNode number = report.path("numbers").path(0);

        assertThat(report.path("status").asString()).isEqualTo("withdrawn");
        assertThat(report.path("moved")).isEmpty();
        assertThat(texts(report.path("withdrawal").path("stays"), "what")).contains("number-listed", "templates-copied");
        assertThat(number.path("registeredAt").isNull()).isTrue();
        assertThat(number.path("darkMillis").isNull()).isTrue();
        assertThat(number.path("payer").asString()).isEqualTo("source");
        assertThat(number.path("payerSince").isNull()).isTrue();
        assertThat(texts(number.path("payers"), "who")).containsExactly("source");
        assertThat(report.path("attempts").has("register")).isFalse();
        assertThat(report.path("templates").isNull()).isTrue();
    }

    @Test
    void draftThatIsWithdrawn_leavesNothing() {
        String id = draft();
        act(id, "withdraw", "");
        untilStatus(id, "withdrawn");
        JsonNode report = report(id);

        assertThat(report.path("withdrawal").path("undone")).isEmpty();
        assertThat(report.path("withdrawal").path("stays")).isEmpty();
        assertThat(report.path("attempts")).isEmpty();
        assertThat(seen(id).path("allowed")).isEmpty();
    }
}
