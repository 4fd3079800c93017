package dev.portway.api;

import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static dev.portway.api.Moves.draft;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.submitted;
import static dev.portway.api.Moves.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Beside each name that stays the same, the API says it in the caller's language. */
class LanguagesApiTest {
    @ParameterizedTest
    @CsvSource({"en, Draft, Confirm the order, Begin, Order confirmed, you",
        "pt-BR, Rascunho, Confirme o pedido, Começar, Pedido confirmado, você",
        "es, Borrador, Confirme el pedido, Comenzar, Pedido confirmado, usted"})
    void draft_isTold(String language, String status, String task, String action, String step, String owner) {
        Asking.Answer answer = READER.with("Accept-Language", language).get("/v1/migrations/" + draft());
        JsonNode told = answer.json();

        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(told.path("statusText").asString()).isEqualTo(status);
        assertThat(told.path("waitsForText").asString()).isEqualTo(owner);
        assertThat(told.path("next").path("text").asString()).isEqualTo(task);
        assertThat(told.path("next").path("todo").asString()).isNotBlank();
        assertThat(told.path("allowed").path(0).path("text").asString()).isEqualTo(action);
        assertThat(told.path("steps").path(0).path("text").asString()).isEqualTo(step);
        assertThat(told.path("status").asString()).isEqualTo("draft");
    }

    @Test
    void whatIsAsked_saysWhereToType() {
        String id = submitted();
        untilAsked(id, "enter-code");

        JsonNode told = READER.with("Accept-Language", "pt-BR").get("/v1/migrations/" + id).json();

        assertThat(told.path("next").path("text").asString()).isEqualTo("Digite o código que chegou ao telefone");
        assertThat(told.path("why").path("text").asString()).isNotBlank();
        JsonNode entering = told.path("allowed")
                .valueStream()
                .filter(one -> one.path("action").asString().equals("enter-code"))
                .findFirst()
                .orElseThrow();
        assertThat(entering.path("fields").path(0).path("text").asString()).isEqualTo("Código de seis dígitos");
        JsonNode events = READER.with("Accept-Language", "es").get("/v1/migrations/" + id + "/events").json().path("events");
        assertThat(events.valueStream().map(event -> event.path("text").asString())).contains("Se pidió la migración",
                "Meta envió un código al teléfono");
        assertThat(events.valueStream().map(event -> event.path("text").asString())).noneMatch(text -> text.startsWith("event."));
    }

    @Test
    void findings_sayWhatMustBeTrueAndWhatHelps() {
        Map<String, Object> order = order(SERVER.env("migratableNumber"));
        order.keySet().retainAll(List.of("number", "from", "to"));
        JsonNode findings = WRITER.with("Accept-Language", "pt-BR").post("/v1/checks", order).json().path("findings");

        assertThat(findings.valueStream().map(finding -> finding.path("text").asString())).isNotEmpty()
                .noneMatch(text -> text.startsWith("check."));
        JsonNode twoStep = findings.valueStream()
                .filter(one -> one.path("check").asString().equals("two-step-off"))
                .findFirst()
                .orElseThrow();
        assertThat(twoStep.path("verdict").asString()).isEqualTo("fails");
        assertThat(twoStep.path("remedy").asString()).contains("Gerenciador do WhatsApp");
        assertThat(twoStep.path("link").asString()).startsWith("https://business.facebook.com/");
        assertThat(findings.valueStream().filter(one -> one.path("verdict").asString().equals("holds"))).allSatisfy(
                one -> assertThat(one.path("remedy").isNull()).isTrue());
    }
}
