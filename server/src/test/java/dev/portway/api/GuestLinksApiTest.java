package dev.portway.api;

import static dev.portway.api.Moves.ELSEWHERE;
import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.draft;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.untilAsked;
import static dev.portway.api.Moves.untilStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Guest links from outside: made by the API, opened and answered by somebody who has nothing but the address. */
class GuestLinksApiTest {
    private final Visitor maria = new Visitor(SERVER.uri(), Map.of("Accept-Language", "pt-BR"));
    private final String number = SERVER.number();

    @AfterEach
    void nobodyWaits() {
        SERVER.sql().sql("delete from guest_tries").update();
    }

    /** A migration that asks a person what Graph does not show. */
    private String unseen() {
        Map<String, Object> order = order(number, "submit", true);
        order.put("from", Map.of("waba", SERVER.env("sourceWabaId"), "access", "none"));
        String id = place(order).json().path("id").asString();
        untilAsked(id, "clear-the-way");
        return id;
    }

    private String askedForCode() {
        String id = place(order(number, "submit", true)).json().path("id").asString();
        untilAsked(id, "enter-code");
        return id;
    }

    private static String links(String id) {
        return "/v1/migrations/" + id + "/guest-links";
    }

    private static JsonNode link(String id, Map<String, ?> wish) {
        Asking.Answer made = WRITER.post(links(id), wish);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private static JsonNode link(String id) {
        return link(id, Map.of("to", "Maria Souza"));
    }

    private static String path(JsonNode link) {
        return URI.create(link.path("url").asString()).getPath();
    }

    private static JsonNode listed(String id) {
        return READER.get(links(id)).json().path("links").path(0);
    }

    private static List<String> events(String id) {
        return READER.get("/v1/migrations/" + id + "/events")
                .json()
                .path("events")
                .valueStream()
                .map(event -> event.path("name").asString())
                .filter(name -> name.startsWith("guest") || name.endsWith("-told"))
                .toList();
    }

    private static JsonNode fact(String id, String name) {
        return seen(id).path("facts").valueStream().filter(fact -> fact.path("name").asString().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void wordOfWhoeverHasTheLink_isKeptAsStated_andTheMigrationGoesOn() {
        String id = unseen();
        JsonNode link = link(id, Map.of("to", "Maria Souza", "check", "two-step-off", "reason", "Sexta-feira, às 22 h."));

        Visitor.Answer page = maria.get(path(link));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"pt-BR\"", "here pede a você", "Sexta-feira, às 22 h.", "confirmação em duas etapas")
                .doesNotContain(id, SERVER.env("wabaId"), "/migrations", "Maria");
        assertThat(maria.post(path(link), Map.of()).location()).isEqualTo(path(link));

        JsonNode stated = fact(id, "two-step-stated-off");
        assertThat(stated.path("certainty").asString()).isEqualTo("stated");
        assertThat(stated.path("source").asString()).isEqualTo("person:Maria Souza (" + link.path("id").asString() + ")");
        assertThat(listed(id).path("language").asString()).isEqualTo("pt-BR");
        assertThat(listed(id).path("state").asString()).isEqualTo("answered");
        assertThat(events(id)).containsSubsequence("guest-link-made", "state-told", "guest-link-answered");
        assertThat(maria.get(path(link)).body()).contains("sua resposta chegou").doesNotContain("<form", "98765");
    }

    @Test
    void code_isTypedByWhoeverHasThePhone_andAWrongOneSaysSo() {
        String id = askedForCode();
        JsonNode link = link(id);
        String right = code(number);
        Visitor.Answer page = maria.get(path(link));
        assertThat(page.body()).as("what comes of it is said before")
                .contains("segundos depois, e daí em diante não há volta")
                .doesNotContain("palavra sua", "portabilidade");
        assertThat(page.body()).contains("autocomplete=\"one-time-code\"", "•").doesNotContain(number, number.substring(3, 9));

        assertThat(maria.post(path(link), Map.of("code", "12")).status()).as("not six digits").isEqualTo(422);
        assertThat(listed(id).path("uses").asInt()).as("nothing was spent").isZero();
        maria.post(path(link), Map.of("code", right.equals("111111") ? "222222" : "111111"));
        RunningServer.until("the code is refused", () -> maria.get(path(link)).body().contains("role=\"alert\""));
        assertThat(maria.get(path(link)).body()).contains("O código está errado");

        maria.post(path(link), Map.of("code", right));
        untilStatus(id, "completed");
        assertThat(maria.get(path(link)).body()).contains("sua resposta chegou");
    }

    @Test
    void looking_changesNothing_howeverOften() {
        String id = unseen();
        JsonNode link = link(id);
        String before = listed(id).toString();
        List<String> told = events(id);

        IntStream.range(0, 5).forEach(_ -> {
            assertThat(maria.get(path(link)).status()).isEqualTo(200);
            assertThat(SERVER.nobody().send("HEAD", path(link), "").status()).isEqualTo(200);
        });
        assertThat(maria.get(path(link) + "/opened").status()).isIn(404, 405);
        assertThat(maria.get(path(link) + "?lang=es").body()).contains("lang=\"es\"");

        assertThat(listed(id).toString()).isEqualTo(before);
        assertThat(events(id)).isEqualTo(told);
        assertThat(SERVER.rows("guest_tries")).isZero();
    }

    @Test
    void personWithThePageBeforeThem_isNotedOnce() {
        String id = unseen();
        JsonNode link = link(id);

        maria.post(path(link) + "/opened", Map.of());
        String first = listed(id).path("openedAt").asString();
        maria.post(path(link) + "/opened", Map.of());

        assertThat(first).isNotEmpty();
        assertThat(listed(id).path("openedAt").asString()).isEqualTo(first);
        assertThat(events(id)).containsOnlyOnce("guest-link-opened");
    }

    @Test
    void answeredTwiceAtOnce_isToldOnce() {
        String id = unseen();
        JsonNode link = link(id);

        Stream.generate(() -> path(link)).limit(8).parallel().forEach(path -> maria.copy().post(path, Map.of()));
        maria.post(path(link), Map.of());

        assertThat(events(id)).containsOnlyOnce("state-told", "guest-link-answered");
        assertThat(listed(id).path("uses").asInt()).isEqualTo(1);
    }

    @Test
    void wrong_revoked_andExpired_lookTheSame_andDoNothing() {
        String id = unseen();
        JsonNode revoked = link(id);
        JsonNode expired = link(id);
        WRITER.send("DELETE", links(id) + "/" + revoked.path("id").asString(), "");
        SERVER.sql().sql("update guest_links set expires_at = portway_now() where id = ?").param(expired.path("id").asString()).update();

        for (String path : List.of(path(revoked), path(expired), "/g/" + "a".repeat(45), "/g/x")) {
            Visitor.Answer page = maria.get(path);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body().replace(path, "")).isEqualTo(maria.get("/g/none").body().replace("/g/none", ""));
            assertThat(page.body()).contains("Peça um novo a quem o enviou").doesNotContain("here");
            assertThat(maria.post(path, Map.of()).status()).isEqualTo(404);
            maria.post(path + "/opened", Map.of());
        }
        assertThat(events(id)).doesNotContain("state-told", "guest-link-opened");
        assertThat(READER.get(links(id)).json().path("links").valueStream().map(one -> one.path("state").asString()))
                .containsExactlyInAnyOrder("expired", "revoked");
    }

    @Test
    void link_saysOneThingOnly_whateverIsSentWithIt() {
        String id = unseen();
        JsonNode link = link(id, Map.of("to", "Maria", "check", "two-step-off"));

        maria.post(path(link), Map.of("check", "same-business", "number", "+5511900000000", "task", "leave-source", "action", "withdraw"));

        assertThat(seen(id).path("facts").valueStream().map(fact -> fact.path("name").asString())).contains("two-step-stated-off")
                .doesNotContain("same-business-stated", "withdrawal-asked");
        assertThat(fact(id, "two-step-stated-off").path("number").asString()).isEqualTo(number);
    }

    @Test
    void whatIsNotAskedAnyMore_isNotTaken() {
        String id = unseen();
        JsonNode link = link(id);
        act(id, "withdraw", Map.of());

        assertThat(maria.get(path(link)).body()).contains("Isto não é mais necessário", "encerrada ou cancelada").doesNotContain("<form");
        assertThat(maria.post(path(link), Map.of()).status()).isEqualTo(200);
        assertThat(events(id)).doesNotContain("state-told");
    }

    @Test
    void page_isKeptByNobody_andTellsNobodyWhereItIs() {
        Asking.Answer page = SERVER.nobody().get(path(link(unseen())));

        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "form-action 'self'");
        assertThat(page.header("Set-Cookie")).isEmpty();
    }

    @Test
    void whoSaysNo_closesTheLink_andTheMigrationStandsWhereItStood() {
        String id = unseen();
        JsonNode link = link(id, Map.of("to", "Maria Souza", "check", "two-step-off"));
        JsonNode before = seen(id);
        assertThat(maria.get(path(link)).body()).contains("name=\"refuse\"", "Não sou eu quem pode responder", "Não, ainda está ativada");

        assertThat(maria.post(path(link), Map.of("refuse", "1")).status()).as("which is it?").isEqualTo(422);
        assertThat(maria.post(path(link), Map.of("refuse", "1", "why", "no", "words", "x".repeat(301))).status()).isEqualTo(422);
        assertThat(listed(id).path("state").asString()).isEqualTo("open");
        Visitor.Answer refused = maria.post(path(link), Map.of("refuse", "1", "why", "not-me", "words", "Fale com o <b>TI</b>."));

        assertThat(refused.location()).isEqualTo(path(link));
        assertThat(maria.get(path(link)).body()).contains("Você disse não").doesNotContain("<form");
        assertThat(maria.post(path(link), Map.of()).body()).as("a no is a no").contains("Você disse não");
        assertThat(listed(id).path("state").asString()).isEqualTo("refused");
        assertThat(listed(id).path("refusedBecause").asString()).isEqualTo("not-me");
        assertThat(listed(id).path("refusedWords").asString()).isEqualTo("Fale com o <b>TI</b>.");
        assertThat(listed(id).path("uses").asInt()).isZero();
        assertThat(seen(id).path("next")).as("the task is still open").isEqualTo(before.path("next"));
        assertThat(seen(id).path("status")).isEqualTo(before.path("status"));
        assertThat(events(id)).containsOnlyOnce("guest-link-refused").doesNotContain("state-told", "refuse-told", "withdraw-told");
        WRITER.send("DELETE", links(id) + "/" + link.path("id").asString(), "");
        assertThat(listed(id).path("state").asString()).as("it is over already").isEqualTo("refused");
    }

    @Test
    void onlyAnOpenQuestion_isRefused_andOnce() {
        String id = unseen();
        JsonNode link = link(id);
        JsonNode late = link(id);
        Map<String, String> no = Map.of("refuse", "1", "why", "no");
        new Visitor(SERVER.uri(), Map.of("Sec-Fetch-Site", "cross-site")).post(path(link), no);
        assertThat(listed(id).path("state").asString()).isEqualTo("open");

        Stream.generate(() -> path(link)).limit(8).parallel().forEach(path -> maria.copy().post(path, no));
        assertThat(events(id)).containsOnlyOnce("guest-link-refused");
        act(id, "withdraw", Map.of());
        assertThat(maria.post(path(late), no).body()).contains("Isto não é mais necessário");
        assertThat(events(id)).containsOnlyOnce("guest-link-refused");
        assertThat(maria.post("/g/" + "a".repeat(45), no).status()).isEqualTo(404);
    }

    @Test
    void linkNamesItsNumber_whereTheOrderHasSeveral() {
        String other = SERVER.number();
        Map<String, Object> order = order(number, "submit", true);
        order.remove("number");
        order.put("numbers", List.of(number, other));
        order.put("from", Map.of("waba", SERVER.env("sourceWabaId"), "access", "none"));
        String id = place(order).json().path("id").asString();
        untilAsked(id, "clear-the-way");

        JsonNode link = link(id, Map.of("to", "Maria", "check", "two-step-off", "number", other));
        assertThat(link.path("number").asString()).isEqualTo(other);
        assertThat(WRITER.post(links(id), Map.of("to", "Maria", "check", "two-step-off", "number", SERVER.number())).code())
                .as("none of this order")
                .isEqualTo("409 nothing-to-ask");
        assertThat(WRITER.post(links(id), Map.of("to", "Maria", "number", "123")).status()).isEqualTo(422);
        JsonNode first = link(id, Map.of("to", "João", "check", "two-step-off", "number", number));
        maria.post(path(link), Map.of());

        assertThat(fact(id, "two-step-stated-off").path("number").asString()).isEqualTo(other);
        assertThat(maria.get(path(first)).body()).as("that of the other number is still asked").contains("<form");
    }

    @Test
    void formOfAnotherSite_isNotTaken() {
        String id = unseen();
        JsonNode link = link(id);

        new Visitor(SERVER.uri(), Map.of("Sec-Fetch-Site", "cross-site")).post(path(link), Map.of());

        assertThat(events(id)).doesNotContain("state-told");
    }

    @Test
    void address_isKeptNowhere_andToldOnce() {
        String id = unseen();
        JsonNode link = link(id);
        String token = path(link).substring("/g/".length());

        assertThat(token).hasSize(45);
        assertThat(READER.get(links(id)).body()).doesNotContain(token);
        assertThat(READER.get("/v1/migrations/" + id + "/events").body()).doesNotContain(token);
        assertThat(SERVER.sql().sql("select cast(guest_links as text) from guest_links").query(String.class).list())
                .noneMatch(row -> row.contains(token));
    }

    @Test
    void onlyWhoMayWrite_makesAndCloses_andOnlyTheirOwn() {
        String id = unseen();
        String link = link(id).path("id").asString();
        String other = draft();

        assertThat(READER.post(links(id), Map.of("to", "Maria")).code()).isEqualTo("403 key-scope");
        assertThat(READER.send("DELETE", links(id) + "/" + link, "").code()).isEqualTo("403 key-scope");
        assertThat(ELSEWHERE.post(links(id), Map.of("to", "Maria")).code()).isEqualTo("404 migration-not-found");
        assertThat(ELSEWHERE.get(links(id)).code()).isEqualTo("404 migration-not-found");
        assertThat(ELSEWHERE.send("DELETE", links(id) + "/" + link, "").code()).isEqualTo("404 migration-not-found");
        assertThat(WRITER.send("DELETE", links(other) + "/" + link, "").code()).isEqualTo("404 guest-link-not-found");
        assertThat(listed(id).path("state").asString()).isEqualTo("open");
        WRITER.send("DELETE", links(id) + "/" + link, "");
        assertThat(WRITER.send("DELETE", links(id) + "/" + link, "").status()).as("closed is closed").isEqualTo(200);
        assertThat(events(id)).containsOnlyOnce("guest-link-revoked");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | 422 field-missing | to", "{\"to\":\" \"} | 422 field-missing | to",
        "{\"to\":\"a\\nb\"} | 422 field-malformed | to", "{\"to\":\"a\\u202eb\"} | 422 field-malformed | to",
        "{\"to\":\"Maria\",\"validFor\":\"P31D\"} | 422 field-malformed | validFor",
        "{\"to\":\"Maria\",\"validFor\":\"PT1M\"} | 422 field-malformed | validFor",
        "{\"to\":\"Maria\",\"validFor\":\"soon\"} | 422 field-malformed | validFor",
        "{\"to\":\"Maria\",\"for\":\"P1D\"} | 400 field-unknown | for",
        "{\"to\":\"Maria\",\"task\":\"enter-code\"} | 409 nothing-to-ask | ''",
        "{\"to\":\"Maria\",\"check\":\"number-format\"} | 409 nothing-to-ask | ''"})
    void wishThatMakesNoLink(String wish, String code, String field) {
        String id = unseen();

        Asking.Answer refused = WRITER.post(links(id), wish);

        assertThat(refused.code()).as(refused.body()).isEqualTo(code);
        assertThat(refused.json().path("field").asString("")).isEqualTo(field);
        assertThat(READER.get(links(id)).json().path("links").size()).isZero();
    }

    @Test
    void orderNobodyIsAskedAbout_hasNoLink() {
        assertThat(WRITER.post(links(draft()), Map.of("to", "Maria")).code()).isEqualTo("409 nothing-to-ask");
    }

    @Test
    void guessing_isSlowedDown_andKeepsNobodyOut() {
        JsonNode link = link(unseen());
        IntStream.range(0, 60).forEach(at -> assertThat(maria.get("/g/guess" + at).status()).isEqualTo(404));

        Asking.Answer slowed = SERVER.nobody().get("/g/one-more");

        assertThat(slowed.status()).isEqualTo(429);
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isPositive();
        assertThat(maria.get(path(link)).status()).as("whoever has a link is let in").isEqualTo(200);
    }

    @Test
    void guessingBeyondTheLimit_writesNothing_andOldGuessesAreForgotten() {
        IntStream.range(0, 62).forEach(at -> maria.get("/g/guess" + at));
        assertThat(SERVER.rows("guest_tries")).isEqualTo(60);
        SERVER.sql().sql("update guest_tries set at = at - interval '16 minutes'").update();

        assertThat(maria.get("/g/later").status()).isEqualTo(404);
        assertThat(SERVER.rows("guest_tries")).isEqualTo(1);
    }

    @Test
    void answerThatCannotBeTakenIn_spendsNoUse() {
        String id = unseen();
        JsonNode link = link(id);
        String hands = "answers_" + id.substring(4, 12);
        SERVER.sql().sql("alter table facts add constraint " + hands + " check (migration_id <> '" + id + "') not valid").update();
        try {
            assertThat(maria.post(path(link), Map.of()).status()).isEqualTo(500);
            assertThat(listed(id).path("uses").asInt()).isZero();
            assertThat(listed(id).path("state").asString()).isEqualTo("open");
        } finally {
            SERVER.sql().sql("alter table facts drop constraint " + hands).update();
        }
        maria.post(path(link), Map.of());
        assertThat(events(id)).contains("state-told", "guest-link-answered");
    }

    @Test
    void openLink_isListedFirst_howeverManyAreOver_andTheyHaveAnEnd() {
        String id = unseen();
        String open = link(id).path("id").asString();
        overBy(499, open);

        assertThat(READER.get(links(id)).json().path("links").size()).isEqualTo(500);
        assertThat(listed(id).path("id").asString()).isEqualTo(open);
        assertThat(WRITER.post(links(id), Map.of("to", "Maria")).code()).isEqualTo("409 too-many-links");
    }

    @Test
    void linksWishedForAtOnce_areNoMoreThanThereMayBe() {
        String id = unseen();
        overBy(497, link(id).path("id").asString());

        try (var wishing = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 12).forEach(_ -> wishing.execute(() -> WRITER.post(links(id), Map.of("to", "Maria"))));
        }

        assertThat(READER.get(links(id)).json().path("links").size()).isEqualTo(500);
    }

    /** As many links beside this one that nobody can use any more. */
    private static void overBy(int links, String open) {
        SERVER.sql()
                .sql("""
                        insert into guest_links (id, provider_id, migration_id, token_hash, task, subject, number, action, to_name, reason, made_by,
                                                 made_at, expires_at, most_uses)
                        select 'gl_' || lpad(n::text, 3, '0') || right(migration_id, 9), provider_id, migration_id, sha256((n || migration_id)::bytea), task,
                               subject, number, action, to_name, reason, made_by, made_at + make_interval(secs => n), portway_now(), most_uses
                          from guest_links, generate_series(1, ?) n where id = ?
                        """)
                .params(links, open)
                .update();
    }

    @Test
    void whoeverIsAskedSomethingElse_seesNothingOfTheCode() {
        String id = askedForCode();
        JsonNode code = link(id);
        JsonNode name = link(id, Map.of("to", "João", "task", "look-at-name"));
        maria.post(path(code), Map.of("code", code(number).equals("111111") ? "222222" : "111111"));
        RunningServer.until("the code is refused", () -> maria.get(path(code)).body().contains("role=\"alert\""));

        assertThat(maria.get(path(name)).body()).contains("nunca escreveu para este número")
                .doesNotContain("role=\"alert\"", "O código está errado");
    }

    @Test
    void typing_isSlowedDown_beforeItSpendsAnything() {
        String id = askedForCode();
        JsonNode link = link(id);
        IntStream.range(0, 30).forEach(_ -> assertThat(maria.post(path(link), Map.of("code", "1")).status()).isEqualTo(422));

        assertThat(maria.post(path(link), Map.of("code", code(number))).status()).isEqualTo(429);
        assertThat(events(id)).doesNotContain("enter-code-told");
    }
}
