package dev.portway.api;

import static dev.portway.api.Moves.ELSEWHERE;
import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.draft;
import static dev.portway.api.Moves.seen;
import static dev.portway.api.Moves.submitted;
import static dev.portway.api.Moves.untilAsked;
import static dev.portway.api.Moves.untilStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.account.ApiKeys;
import dev.portway.account.Scope;
import dev.portway.runner.Desk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** {@code /v1/migrations/{id}/events}: the list, and the stream. */
class EventsApiTest {
    /** A stream that is being read. */
    private static final class Stream implements AutoCloseable {
        private final BufferedReader reader;

        Stream(Asking who, String id) {
            reader = new BufferedReader(
                    new InputStreamReader(who.stream("/v1/migrations/" + id + "/events"), StandardCharsets.UTF_8));
        }

        /** The next event, as id and name; empty at the end. */
        String next() throws IOException {
            String no = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                no = line.startsWith("id: ") ? line.substring(4) : no;
                if (line.startsWith("data: ")) {
                    var data = new JsonMapper().readTree(line.substring(6));
                    assertThat(data.path("no").asString()).isEqualTo(no);
                    return no + " " + data.path("name").asString();
                }
            }
            return "";
        }

        List<String> rest() throws IOException {
            List<String> told = new ArrayList<>();
            for (String one = next(); !one.isEmpty(); one = next()) {
                told.add(one);
            }
            return told;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static List<Long> numbers(List<String> told) {
        return told.stream().map(one -> Long.parseLong(one.substring(0, one.indexOf(' ')))).toList();
    }

    private static List<Long> upTo(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void list_goesOnAfterANumber() {
        String id = draft();
        act(id, "submit", "");
        untilAsked(id, "enter-code");
        var all = READER.get("/v1/migrations/" + id + "/events").json().path("events");

        assertThat(all.valueStream().map(event -> event.path("no").asLong())).isEqualTo(upTo(1, all.size()));
        assertThat(all.path(0).path("name").asString()).isEqualTo("created");
        assertThat(all.valueStream().map(event -> event.path("by").asString()).filter(by -> by.startsWith("person:"))).isNotEmpty();
        var later = READER.get("/v1/migrations/" + id + "/events?after=2").json().path("events");
        assertThat(later.path(0)).isEqualTo(all.path(2));
        assertThat(READER.get("/v1/migrations/" + id + "/events?after=99999").json().path("events")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999", ""})
    void placeThatIsNoNumber_isRefused(String place) {
        String id = draft();

        assertThat(READER.get("/v1/migrations/" + id + "/events?after=" + place).code()).isIn("422 field-malformed", "200 ");
        if (!place.isEmpty()) {
            assertThat(READER.with("Accept", "text/event-stream")
                    .with("Last-Event-ID", place)
                    .get("/v1/migrations/" + id + "/events")
                    .code()).isEqualTo("422 field-malformed");
        }
    }

    @Test
    void stream_tellsAll_andEndsWithTheMigration() throws Exception {
        String id = draft();
        try (Stream stream = new Stream(READER, id)) {
            assertThat(stream.next()).isEqualTo("1 created");
            act(id, "withdraw", "");
            List<String> told = stream.rest();

            assertThat(told.getLast()).contains("status-changed");
            assertThat(told).anyMatch(one -> one.endsWith(" withdrawn"));
            assertThat(numbers(told)).isEqualTo(upTo(2, told.size() + 1));
        }
    }

    @Test
    void stream_goesOnAfterTheLastEventThatWasHeard() throws Exception {
        String id = submitted();
        untilAsked(id, "enter-code");
        String third;
        try (Stream stream = new Stream(READER, id)) {
            stream.next();
            stream.next();
            third = stream.next();
        }
        act(id, "withdraw", "");
        untilStatus(id, "withdrawn");
        try (Stream stream = new Stream(READER.with("Last-Event-ID", "2"), id)) {
            assertThat(stream.next()).isEqualTo(third);
            List<String> told = stream.rest();
            assertThat(numbers(told)).isEqualTo(upTo(4, told.size() + 3));
        }
        try (Stream stream = new Stream(READER.with("Last-Event-ID", "9999"), id)) {
            assertThat(stream.rest()).isEmpty();
        }
    }

    @Test
    void eventsThatAreCommittedLate_areToldInTheirPlace() throws Exception {
        String id = draft();
        var held = new TransactionTemplate(new DataSourceTransactionManager(SERVER.source()));
        try (Stream stream = new Stream(READER, id)) {
            assertThat(stream.next()).isEqualTo("1 created");
            List<Thread> acting = new ArrayList<>();
            held.executeWithoutResult(_ -> {
                SERVER.sql().sql("select 1 from migrations where id = ? for update").param(id).query().singleRow();
                for (int i = 0; i < 4; i++) {
                    acting.add(Thread.startVirtualThread(() -> act(id, "schedule",
                            Map.of("opens", "2026-12-01T01:00:00Z", "closes", "2026-12-01T05:00:00Z"))));
                }
            });
            for (Thread one : acting) {
                one.join();
            }
            act(id, "withdraw", "");
            List<String> told = stream.rest();

            assertThat(numbers(told)).isEqualTo(upTo(2, told.size() + 1));
            assertThat(told.stream().filter(one -> one.endsWith("schedule-told"))).hasSize(4);
        }
    }

    @Test
    void feedOfAProvider_waitsForWhoeverIsCommittingLate() {
        String early = draft();
        String late = draft();
        Desk desk = SERVER.bean(Desk.class);
        List<Desk.Entry> before = all(desk);
        String cursor = before.getLast().cursor();
        var open = new TransactionTemplate(new DataSourceTransactionManager(SERVER.source()));
        open.executeWithoutResult(_ -> {
            SERVER.sql().sql("""
                    insert into events (migration_id, provider_id, no, name, step, data, by_kind, by_who, at)
                    values (?, 'here', 1000, 'late', '', '{}', 'PORTWAY', '', now())
                    """).param(early).update();
            Thread other = Thread.startVirtualThread(() -> act(late, "withdraw", ""));
            RunningServer.until("the other one is committed",
                    () -> !other.isAlive() && seen(late).path("status").asString().equals("withdrawn"));
            assertThat(desk.feed(RunningServer.HERE, cursor, 100)).extracting(entry -> entry.migration().value()).doesNotContain(late);
        });
        RunningServer.until("both are told",
                () -> desk.feed(RunningServer.HERE, cursor, 100)
                        .stream()
                        .map(entry -> entry.migration().value())
                        .toList()
                        .containsAll(List.of(early, late)));
    }

    private static List<Desk.Entry> all(Desk desk) {
        List<Desk.Entry> all = new ArrayList<>();
        for (List<Desk.Entry> page = desk.feed(RunningServer.HERE, "", 100); !page.isEmpty(); page = desk.feed(RunningServer.HERE,
                all.getLast().cursor(), 100)) {
            all.addAll(page);
        }
        return all;
    }

    @Test
    void stream_endsWhenItsClientIsGone() throws Exception {
        String id = draft();
        Asking admin = SERVER.as(RunningServer.HERE, Scope.ADMIN);
        try (Stream stream = new Stream(READER, id)) {
            stream.next();
            assertThat(open(admin)).isPositive();
        }
        RunningServer.until("no stream is open", () -> open(admin) == 0);
    }

    private static long open(Asking admin) {
        return admin.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("portway_streams_open"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void streamsOfAKey_areCounted_andThoseThatEndAreNot() throws Exception {
        Asking greedy = SERVER.as(RunningServer.HERE, Scope.READ).with("Accept", "text/event-stream");
        String id = draft();
        String events = "/v1/migrations/" + id + "/events";
        List<Stream> open = new ArrayList<>();
        try {
            for (int i = 0; i < EventsController.MOST_STREAMS; i++) {
                open.add(new Stream(greedy, id));
            }
            assertThat(greedy.get(events).code()).isEqualTo("429 too-many-streams");
            try (Stream another = new Stream(READER, id)) {
                assertThat(another.next()).isEqualTo("1 created");
            }
        } finally {
            for (Stream stream : open) {
                stream.close();
            }
        }
        RunningServer.until("a seat is free", () -> {
            try (InputStream again = greedy.stream(events)) {
                return again.read() == 'i';
            } catch (IOException refused) {
                return false;
            }
        });
    }

    @Test
    void streamOfAKeyThatIsRevoked_ends() throws Exception {
        String id = draft();
        ApiKeys keys = SERVER.bean(ApiKeys.class);
        ApiKeys.Issued key = keys.issue(RunningServer.HERE, "soon revoked", Scope.READ);
        try (Stream stream = new Stream(SERVER.nobody().with("Authorization", "Bearer " + key.key().reveal()), id)) {
            assertThat(stream.next()).isEqualTo("1 created");
            keys.revoke(RunningServer.HERE, key.prefix());

            assertThat(stream.rest()).as("the end").containsExactly("2 status-changed");
        }
        assertThat(seen(id).path("status").asString()).as("it goes on").isEqualTo("draft");
    }

    @Test
    void stream_isForThoseOfItsProvider() {
        String id = draft();

        assertThat(ELSEWHERE.with("Accept", "text/event-stream").get("/v1/migrations/" + id + "/events").code())
                .isEqualTo("404 migration-not-found");
    }
}
