package dev.portway.api;

import static dev.portway.api.Moves.ELSEWHERE;
import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.place;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a migration's checks said over time, and what they say otherwise than before. */
class FindingsApiTest {
    private static final String TWO_STEP = "two-step-off";

    /** One whose checks could see nothing of the source at first, and now can. */
    static String granted() {
        Map<String, Object> order = order(SERVER.number(), "submit", true);
        order.put("from", Map.of("waba", SERVER.env("sourceWabaId"), "access", "none"));
        String id = place(order).json().path("id").asString();
        untilAsked(id, "clear-the-way");
        act(id, "grant-source", Map.of("source-token", SERVER.env("sourceToken")));
        untilAsked(id, "enter-code");
        return id;
    }

    private static Asking.Answer changes(String id, String query) {
        return READER.get("/v1/migrations/" + id + "/findings/changes" + query);
    }

    private static List<JsonNode> of(JsonNode list, String check) {
        return list.valueStream().filter(one -> one.path("check").asString().equals(check)).toList();
    }

    @Test
    void whatChangedSinceYesterday_isTold_withWhatWasAndWhatIs() {
        String id = granted();

        JsonNode told = changes(id, "").json();

        assertThat(of(told.path("changes"), TWO_STEP)).singleElement().satisfies(one -> {
            assertThat(one.path("was").path("verdict").asString()).isEqualTo("unknown");
            assertThat(one.path("was").path("unseen").asString()).isEqualTo("no-access");
            assertThat(one.path("is").path("verdict").asString()).isEqualTo("holds");
            assertThat(one.path("is").path("value").asString()).isEqualTo("off");
            assertThat(one.path("is").path("source").asString()).isEqualTo("graph");
        });
        Instant until = Instant.parse(told.path("until").asString());
        assertThat(Instant.parse(told.path("since").asString())).isEqualTo(until.minusSeconds(86_400));
        assertThat(changes(id, "?since=" + until).json().path("changes")).as("nothing since").isEmpty();
        String created = seen(id).path("createdAt").asString();
        assertThat(changes(id, "?since=2020-01-01T00:00:00Z&until=" + created).json().path("changes")).as("before the first look")
                .isEmpty();
        assertThat(changes(id, "?since=2020-01-01T00:00:00+02:00").status()).as("a plus that nobody encoded").isEqualTo(200);
    }

    @Test
    void history_isToldInPages_newestFirst() {
        String id = granted();
        String path = "/v1/migrations/" + id + "/findings/history?limit=20";
        var all = new ArrayList<JsonNode>();
        JsonNode page = READER.get(path).json();
        all.addAll(page.path("findings").valueStream().toList());
        while (!page.path("next").isNull()) {
            page = READER.get(path + "&after=" + page.path("next").asString()).json();
            all.addAll(page.path("findings").valueStream().toList());
        }

        assertThat(all).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(all.stream().map(one -> Instant.parse(one.path("said").path("since").asString())))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        JsonNode of = READER.get("/v1/migrations/" + id + "/findings/history?check=" + TWO_STEP).json().path("findings");
        assertThat(of.valueStream().map(one -> one.path("said").path("verdict").asString())).containsExactly("holds", "unknown");
    }

    @Test
    void whatCannotBeUnderstood_isRefusedByName_inTheCallersLanguage() {
        String id = granted();

        for (String wrong : List.of("since=yesterday", "since=+999999999-12-31T00:00:00Z", "until=2026-13-01T00:00:00Z",
                "since=2026-11-21T00:00:00Z&until=2026-11-20T00:00:00Z")) {
            assertThat(changes(id, "?" + wrong).code()).as(wrong).isEqualTo("422 field-malformed");
        }
        assertThat(changes(id, "?from=2026-11-21T00:00:00Z").code()).isEqualTo("400 field-unknown");
        assertThat(READER.get("/v1/migrations/" + id + "/findings/history?check=nothing").code()).isEqualTo("422 field-malformed");
        assertThat(READER.get("/v1/migrations/" + id + "/findings/history?after=x").code()).isEqualTo("422 field-malformed");
        assertThat(READER.with("Accept-Language", "pt-BR")
                .get("/v1/migrations/" + id + "/findings/changes?since=x")
                .json()
                .path("detail")
                .asString())
                .isEqualTo("O valor de since não pode ser entendido.");
    }

    @Test
    void anotherProvidersMigration_isNone() {
        String id = granted();

        for (String part : List.of("changes", "history")) {
            assertThat(ELSEWHERE.get("/v1/migrations/" + id + "/findings/" + part).code())
                    .isEqualTo("404 migration-not-found");
        }
    }
}
