package dev.portway.api;

import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Graph says something that no row of the catalogue fits. */
class UnrecognisedApiTest {
    @Test
    void whatWeDoNotRecognise_isShownAsSuch_inGraphsOwnWords() {
        String number = SERVER.number();
        Asking.Answer ordered = SERVER.owner()
                .post("/sandbox/faults", Map.of("call", "verify-code", "kind", "error:never-heard-of", "number", number));
        assertThat(ordered.status()).as(ordered.body()).isLessThan(300);
        String id = place(order(number, "submit", true)).json().path("id").asString();
        untilAsked(id, "enter-code");
        act(id, "enter-code", Map.of("code", code(number)));

        JsonNode next = untilAsked(id, "mend").path("next");

        assertThat(next.path("subject").asString()).isEqualTo("unrecognised");
        assertThat(next.path("text").asString()).isEqualTo("Meta said something we do not know");
        JsonNode attempts = READER.get("/v1/migrations/" + id + "/attempts").json().path("attempts");
        assertThat(attempts.valueStream().filter(one -> one.path("outcome").asString().equals("refused")).toList()).singleElement()
                .satisfies(refused -> assertThat(refused.path("exchange").toString()).contains("2999999",
                        "These words are in no table."));
    }
}
