package dev.portway.api;

import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.untilAsked;
import static dev.portway.api.Moves.untilStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Visitor;
import dev.portway.migration.ProviderId;
import dev.portway.vault.SourceAccesses;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Access to the source that is given after the order: what it shows, how it ends, and that its token is kept no longer than it is needed. */
class SourceAccessApiTest {
    private final String number = SERVER.number();

    /** One that asks a person what it may not look at. */
    private String withoutAccess() {
        Map<String, Object> order = order(number, "submit", true);
        order.put("from", Map.of("waba", SERVER.env("sourceWabaId"), "access", "none"));
        String id = place(order).json().path("id").asString();
        untilAsked(id, "clear-the-way");
        return id;
    }

    private static JsonNode finding(String id, String check) {
        return seen(id).path("findings").valueStream().filter(one -> one.path("check").asString().equals(check)).findFirst().orElseThrow();
    }

    private static String level(String id) {
        return seen(id).path("sourceAccess").path("level").asString();
    }

    private static long tokens(String id) {
        return SERVER.sql()
                .sql("select count(*) from facts where migration_id = ? and name = 'source-token'")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void token_isLookedWithAtOnce_andForgottenWhenTheMigrationEnds() {
        String id = withoutAccess();
        assertThat(level(id)).isEqualTo("none");
        assertThat(finding(id, "two-step-off").path("verdict").asString()).isEqualTo("unknown");

        act(id, "grant-source", Map.of("source-token", SERVER.env("sourceToken")));

        untilAsked(id, "enter-code");
        assertThat(level(id)).isEqualTo("read");
        assertThat(finding(id, "two-step-off").path("certainty").asString()).isEqualTo("verified");
        assertThat(seen(id).toString()).doesNotContain(SERVER.env("sourceToken"));
        assertThat(READER.get("/v1/migrations/" + id + "/events").body()).contains("grant-source-told")
                .doesNotContain(SERVER.env("sourceToken"));
        assertThat(tokens(id)).isEqualTo(1);

        act(id, "withdraw", Map.of());
        untilStatus(id, "withdrawn");
        assertThat(tokens(id)).isZero();
    }

    @Test
    void accessThatIsTakenBack_leavesTheMigrationAsOneWithout() {
        String id = withoutAccess();
        assertThat(act(id, "end-source", Map.of()).code()).as("there is none to end").isEqualTo("409 action-not-allowed");
        act(id, "grant-source", Map.of("source-token", SERVER.env("sourceToken")));
        untilAsked(id, "enter-code");

        act(id, "end-source", Map.of());

        assertThat(level(id)).isEqualTo("none");
        assertThat(tokens(id)).isZero();
        untilAsked(id, "enter-code");
    }

    @Test
    void accessThatEnds_isShown_andCountsNoLongerThen() {
        String id = withoutAccess();
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(90));
        assertThat(act(id, "grant-source", Map.of("until", "2001-01-01T00:00:00Z")).code()).isEqualTo("422 input-refused");

        act(id, "grant-source", Map.of("source-token", SERVER.env("sourceToken"), "until", end.toString()));
        assertThat(seen(id).path("sourceAccess").path("ends").asString()).isEqualTo(end.toString());
        untilAsked(id, "enter-code");
        grantedUntil(id, Instant.parse("2001-01-01T00:00:00Z"));

        assertThat(level(id)).isEqualTo("none");
        assertThat(seen(id).path("next").path("task").asString()).isEqualTo("enter-code");

        act(id, "enter-code", Map.of("code", code(number).equals("111111") ? "222222" : "111111"));
        RunningServer.until("the token is forgotten with the next call", () -> tokens(id) == 0);
    }

    /** As if time had passed. */
    private static void grantedUntil(String id, Instant until) {
        SERVER.sql()
                .sql("update facts set value = jsonb_set(value, '{until}', to_jsonb(cast(? as text))) where migration_id = ? and name = 'source-grant'")
                .params(until.toString(), id)
                .update();
    }

    @Test
    void client_givesItByLink_andNothingOfTheTokenComesBack() {
        String id = withoutAccess();
        JsonNode link = WRITER.post("/v1/migrations/" + id + "/guest-links", Map.of("to", "Maria", "task", "grant-source")).json();
        var maria = new Visitor(SERVER.uri(), Map.of("Accept-Language", "es"));
        String path = URI.create(link.path("url").asString()).getPath();
        assertThat(maria.get(path).body()).contains("type=\"password\"", "acceso de lectura");

        maria.post(path, Map.of("source-token", SERVER.env("sourceToken")));

        untilAsked(id, "enter-code");
        assertThat(level(id)).isEqualTo("read");
        assertThat(maria.get(path).body()).doesNotContain(SERVER.env("sourceToken"));
    }

    @Test
    void tokenOfOneMigration_isNoOthers() {
        String id = withoutAccess();
        act(id, "grant-source", Map.of("source-token", SERVER.env("sourceToken")));
        untilAsked(id, "enter-code");

        assertThat(SERVER.bean(SourceAccesses.class).list(new ProviderId("there"))).isEmpty();
        assertThat(level(new SourceAccessApiTest().withoutAccess())).isEqualTo("none");
    }

    @Test
    void nameOnAPhoneThatNeverWrote_isSaidByLink_andStopsNothing() {
        String id = withoutAccess();
        JsonNode link = WRITER.post("/v1/migrations/" + id + "/guest-links", Map.of("to", "João", "task", "look-at-name")).json();
        var joao = new Visitor(SERVER.uri(), Map.of("Accept-Language", "pt-BR"));
        String path = URI.create(link.path("url").asString()).getPath();
        assertThat(joao.get(path).body()).contains("nunca escreveu para este número", "Escrever não custa nada na Meta");
        assertThat(joao.post(path, Map.of("shown", "nothing")).status()).isEqualTo(422);

        joao.post(path, Map.of("shown", "number-only", "note", "iPhone, 21/11"));

        JsonNode fact = seen(id).path("facts")
                .valueStream()
                .filter(one -> one.path("name").asString().equals("name-shown"))
                .findFirst()
                .orElseThrow();
        assertThat(fact.path("value").asString()).isEqualTo("number-only");
        assertThat(fact.path("certainty").asString()).isEqualTo("stated");
        assertThat(seen(id).path("next").path("task").asString()).as("what it waited for before").isEqualTo("clear-the-way");
    }
}
