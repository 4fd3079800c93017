package dev.portway.api;

import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.untilAsked;
import static dev.portway.api.Moves.untilStatus;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two-step verification that comes back on in the middle of a move, against the sandbox's Graph. */
class TwoStepApiTest {
    private final String number = SERVER.number();
    private final Asking owner = SERVER.owner();

    @AfterEach
    void pinIsShownAgain() {
        owner.send("PUT", "/sandbox/switches", Map.of("pin-field", "shown"));
    }

    @Test
    void onAtTheChecks_asksItsOwner_andIsLookedAtAgain() {
        twoStep(true);
        String id = submitted();
        assertThat(untilAsked(id, "clear-the-way").path("next").path("subject").asString()).isEqualTo("two-step-off");
        assertThat(seen(id).path("next").path("owner").asString()).isEqualTo("client");
        assertThat(seen(id).path("next").path("lookAgain").asString("")).isNotEmpty();

        twoStep(false);
        act(id, "recheck", Map.of());

        untilAsked(id, "enter-code");
    }

    @Test
    void onAgainBeforeRegister_isSeen_andNoRegisterIsSpent() {
        comesBackOnceOwnershipIsProved();
        String id = submitted();
        enterCode(id);

        untilAsked(id, "turn-off-two-step");
        assertThat(registers("")).isZero();
        assertThat(seen(id).path("why").path("step").asString()).isEqualTo("two-step-still-off");

        twoStep(false);
        act(id, "recheck", Map.of());
        untilStatus(id, "completed");
        assertThat(registers("")).isEqualTo(1);
    }

    @Test
    void onAgainWhereGraphShowsNothing_isLearntFromRegister_andTheWordIsForgotten() {
        owner.send("PUT", "/sandbox/switches", Map.of("pin-field", "left-out"));
        comesBackOnceOwnershipIsProved();
        String id = submitted();
        assertThat(untilAsked(id, "clear-the-way").path("next").path("subject").asString()).isEqualTo("two-step-off");
        act(id, "state", Map.of("check", "two-step-off"));
        enterCode(id);

        untilAsked(id, "confirm-two-step-off");
        assertThat(registers("")).isEqualTo(1);
        assertThat(registers("&effect=true")).isZero();

        twoStep(false);
        act(id, "state", Map.of("check", "two-step-off"));
        untilStatus(id, "completed");
        assertThat(registers("")).isEqualTo(2);
        assertThat(registers("&effect=true")).isEqualTo(1);
    }

    private String submitted() {
        Asking.Answer placed = place(order(number, "submit", true));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.json().path("id").asString();
    }

    private void enterCode(String id) {
        untilAsked(id, "enter-code");
        act(id, "enter-code", Map.of("code", code(number)));
    }

    private void twoStep(boolean on) {
        Asking.Answer done = owner.send("PUT", "/sandbox/numbers/" + number + "/two-step",
                on ? Map.of("enabled", true, "pin", "246810") : Map.of("enabled", false));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    /** The old provider sets a PIN by API, which no webhook tells. */
    private void comesBackOnceOwnershipIsProved() {
        Asking.Answer done = owner.send("PUT", "/sandbox/numbers/" + number, Map.of("pinComesBack", true));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private int registers(String filter) {
        return owner.get("/sandbox/calls?call=register&number=" + number.replace("+", "%2B") + filter).json().path("calls").size();
    }
}
