package dev.portway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Faults by chance, and lists of faults and events that come by the clock. */
class ScenariosTest extends SandboxTest {

    @Test
    void chance_strikesTheSameCallsForTheSameSeed() {
        String fault = "{\"call\":\"read-number\",\"kind\":\"http-500\",\"probability\":0.3,\"seed\":%d}";
        order(fault.formatted(7));
        List<Integer> first = statuses();
        anyone.delete("/sandbox/faults");
        order(fault.formatted(7));
        List<Integer> again = statuses();
        anyone.delete("/sandbox/faults");
        order(fault.formatted(8));

        assertThat(again).isEqualTo(first).contains(200, 500);
        assertThat(first.stream().filter(status -> status == 500).count()).isBetween(5L, 25L);
        assertThat(statuses()).isNotEqualTo(first);
    }

    @Test
    void chance_isNotMovedByAnotherFault() {
        order("{\"call\":\"read-number\",\"kind\":\"http-500\",\"probability\":0.3,\"seed\":7}");
        List<Integer> alone = statuses();
        anyone.delete("/sandbox/faults");
        order("{\"call\":\"read-number\",\"kind\":\"throttle\",\"nth\":3}");
        order("{\"call\":\"read-number\",\"kind\":\"http-500\",\"probability\":0.3,\"seed\":7}");
        List<Integer> beside = statuses();

        assertThat(beside.get(2)).isEqualTo(400);
        assertThat(beside.subList(3, 50)).isEqualTo(alone.subList(3, 50));
    }

    @Test
    void chance_endsWithItsTimes() {
        order("{\"call\":\"read-number\",\"kind\":\"http-500\",\"probability\":0.5,\"times\":2}");
        assertThat(statuses()).filteredOn(status -> status == 500).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.1", "-1", "\"half\"", "[]"})
    void chance_thatCannotBeIsRefused(String probability) {
        assertThat(anyone.postJson("/sandbox/faults", "{\"call\":\"*\",\"kind\":\"html\",\"probability\":" + probability + "}").body())
                .contains("probability wants");
    }

    private List<Integer> statuses() {
        return IntStream.range(0, 50).map(i -> destination.get(READY).status()).boxed().toList();
    }

    @Test
    void events_comeByTheClockInTheirOrder() {
        begin("{\"scenario\":\"pin-comes-back\"}");
        assertThat(pinOn()).isFalse();
        advance("PT10M");
        assertThat(pinOn()).isTrue();
        assertThat(outcomes()).containsExactly("done", "waits");
        advance("PT2H");
        assertThat(pinOn()).isFalse();
        assertThat(outcomes()).containsExactly("done", "done");
    }

    @Test
    void events_dueTogetherHappenOneAfterTheOther() {
        begin("""
                {"name": "together", "events": [
                  {"after": "PT1M", "does": "PUT /sandbox/numbers/5511987650002", "with": {"quality": "YELLOW"}},
                  {"after": "PT2M", "does": "PUT /sandbox/numbers/5511987650002", "with": {"quality": "RED"}},
                  {"after": "PT3M", "does": "POST /sandbox/faults", "with": {"call": "read-waba", "kind": "html"}},
                  {"after": "PT4M", "does": "PUT /sandbox/numbers/5599999999999", "with": {"quality": "RED"}}]}""");
        advance("PT1H");

        assertThat(destination.get(READY + "?fields=quality_rating").json().path("quality_rating").asString()).isEqualTo("RED");
        assertThat(destination.get(DESTINATION_WABA).status()).isEqualTo(500);
        assertThat(outcomes()).containsExactly("done", "done", "done", "refused");
        assertThat(playing().path(0).path("events").path(3).path("why").asString()).contains("there is no number");
    }

    @Test
    void ended_takesItsFaultsAndWhatIsStillToComeWithIt() {
        begin("{\"scenario\":\"old-provider-resists\"}");
        assertThat(anyone.postJson("/sandbox/scenarios", "{\"scenario\":\"old-provider-resists\"}").status()).isEqualTo(409);
        assertThat(anyone.get("/sandbox/faults").json().path("faults")).hasSize(1);
        assertThat(anyone.delete("/sandbox/scenarios/old-provider-resists").json().path("playing")).isEmpty();

        assertThat(anyone.get("/sandbox/faults").json().path("faults")).isEmpty();
        advance("PT6M");
        assertThat(destination.get(READY + "?fields=new_name_status").json().path("new_name_status").asString("")).isNotEqualTo(
                "PENDING_REVIEW");
        assertThat(anyone.delete("/sandbox/scenarios/old-provider-resists").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-night", "pin-comes-back", "old-provider-resists"})
    void shipped_playToTheirEndWithoutARefusal(String name) {
        begin("{\"scenario\":\"" + name + "\"}");
        advance("P1D");
        assertThat(outcomes()).isNotEmpty().containsOnly("done");
        anyone.postJson("/sandbox/reset", "{}");
        assertThat(playing()).isEmpty();
        assertThat(anyone.get("/sandbox/faults").json().path("faults")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"name\":\"Ha Ha\"} | name wants",
        "{\"name\":\"x\",\"weather\":1} | there is no weather", "{\"name\":\"x\",\"events\":{}} | events wants a list",
        "{\"name\":\"x\",\"faults\":[{\"call\":\"fly\",\"kind\":\"html\"}]} | faults[0]: call is",
        "{\"name\":\"x\",\"faults\":[{\"call\":\"*\",\"kind\":\"html\",\"odds\":1}]} | there is no faults[0].odds",
        "{\"name\":\"x\",\"events\":[{\"after\":\"soon\",\"does\":\"PUT /sandbox/switches\"}]} | events[0].after wants",
        "{\"name\":\"x\",\"events\":[{\"after\":\"PT1M\",\"does\":\"POST /sandbox/reset\"}]} | events[0].does wants",
        "{\"name\":\"x\",\"events\":[{\"after\":\"PT1M\",\"does\":\"PUT /sandbox/switches\",\"with\":1}]} | events[0].with wants",
        "{\"scenario\":\"nice-day\"} | there is no scenario", "[1] | name wants"})
    void broken_isToldAndChangesNothing(String file, String why) {
        Wire.Heard heard = anyone.postJson("/sandbox/scenarios", file);
        assertThat(heard.status()).isIn(400, 404);
        assertThat(heard.json().path("error").asString()).contains(why);
        assertThat(playing()).isEmpty();
        assertThat(anyone.get("/sandbox/faults").json().path("faults")).isEmpty();
    }

    private void begin(String scenario) {
        assertThat(anyone.postJson("/sandbox/scenarios", scenario).status()).isEqualTo(200);
    }

    private JsonNode playing() {
        return anyone.get("/sandbox/scenarios").json().path("playing");
    }

    private List<String> outcomes() {
        return playing().path(0).path("events").valueStream().map(each -> each.path("outcome").asString()).toList();
    }

    private void advance(String by) {
        anyone.postJson("/sandbox/clock/advance", "{\"by\":\"" + by + "\"}");
    }

    private boolean pinOn() {
        return destination.get(READY + "?fields=is_pin_enabled").json().path("is_pin_enabled").booleanValue();
    }
}
