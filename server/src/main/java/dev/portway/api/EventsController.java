package dev.portway.api;

import dev.portway.account.ApiKeys;
import dev.portway.account.Caller;
import dev.portway.account.Seats;
import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import dev.portway.migration.MigrationId;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.runner.Desk;
import dev.portway.words.Vocabulary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a migration, as a list and as a stream. */
@RestController
@RequestMapping("/v1/migrations/{id}/events")
class EventsController {
    private static final int PAGE = 100;
    private static final Duration LOOKS_EVERY = Duration.ofMillis(300);
    /** Then the stream ends and the client comes back with Last-Event-ID. */
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** A key that was revoked hears nothing for longer than this. */
    private static final Duration KEY_ASKED_EVERY = Duration.ofSeconds(2);
    /** Of one key; who follows more migrations than that asks for the lists. */
    static final int MOST_STREAMS = 100;

    private final Desk desk;
    private final JsonMapper json;
    private final CallersLanguage language;
    private final Duration heartbeat;
    private final AtomicInteger open;
    private final ApiKeys keys;
    private final Seats seats = new Seats(MOST_STREAMS);

    /** @param heartbeat proxies cut connections that say nothing for a minute, and only a write finds out that a client is gone */
    EventsController(Desk desk, JsonMapper json, CallersLanguage language, @Value("${portway.stream.heartbeat:15s}") Duration heartbeat,
            ApiKeys keys, MeterRegistry meters) {
        this.keys = keys;
        this.desk = desk;
        this.json = json;
        this.language = language;
        this.heartbeat = heartbeat;
        this.open = Objects.requireNonNull(meters.gauge("portway.streams.open", new AtomicInteger()));
    }

    record EventView(long no, String name, String text, String step, @Nullable String number, Map<String, String> data, String by,
            Instant at) {
        static EventView of(Desk.Entry entry, Vocabulary vocabulary) {
            return new EventView(entry.no(), entry.name(), vocabulary.event(entry.name(), entry.data()), entry.step(),
                    entry.number().map(PhoneNumber::e164).orElse(null), entry.data(),
                    MigrationView.source(entry.by()), entry.at());
        }
    }

    record EventsView(List<EventView> events) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    EventsView list(@AuthenticationPrincipal Caller caller, @PathVariable String id,
            @RequestParam(name = "after", defaultValue = "0") String after) {
        MigrationId known = MigrationsController.card(desk, caller, id).migration().id();
        Vocabulary vocabulary = language.vocabulary();
        return new EventsView(desk.events(caller.provider(), known, no("after", after), PAGE)
                .stream()
                .map(entry -> EventView.of(entry, vocabulary))
                .toList());
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(@AuthenticationPrincipal Caller caller, @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "0") String last, HttpServletResponse response) {
        MigrationId known = MigrationsController.card(desk, caller, id).migration().id();
        long after = no("Last-Event-ID", last);
        if (!seats.take(caller.id())) {
            throw new Rejected(Wrong.TOO_MANY_STREAMS, Map.of("limit", MOST_STREAMS));
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        // A request has a virtual thread of its own, which costs next to nothing while it waits.
        open.incrementAndGet();
        try {
            follow(caller, known, after, response.getOutputStream());
        } catch (IOException clientIsGone) {
            // That is how a stream ends whose client closes it: there is nobody left to tell.
        } finally {
            open.decrementAndGet();
            seats.leave(caller.id());
        }
    }

    private static long no(String field, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, field);
        }
        return Long.parseLong(text);
    }

    /** Until the migration has ended and all was told, the key was revoked, or the client is gone. */
    private void follow(Caller caller, MigrationId id, long after, OutputStream out) throws IOException {
        Vocabulary vocabulary = language.vocabulary();
        long began = System.nanoTime();
        long told = after;
        long spoke = began;
        long keyAsked = began;
        boolean over = false;
        while (!over && System.nanoTime() - began < LONGEST.toNanos() && !Thread.currentThread().isInterrupted()) {
            over = desk.hasEnded(caller.provider(), id);
            List<Desk.Entry> entries = desk.events(caller.provider(), id, told, PAGE);
            over = over && entries.size() < PAGE;
            for (Desk.Entry entry : entries) {
                write(out,
                        "id: " + entry.no() + "\nevent: " + entry.name() + "\ndata: "
                                + json.writeValueAsString(EventView.of(entry, vocabulary))
                                + "\n\n");
                told = entry.no();
            }
            if (entries.isEmpty() && System.nanoTime() - spoke > heartbeat.toNanos()) {
                write(out, ": still here\n\n");
            }
            spoke = entries.isEmpty() && System.nanoTime() - spoke <= heartbeat.toNanos() ? spoke : System.nanoTime();
            if (!over) {
                LockSupport.parkNanos(LOOKS_EVERY.toNanos());
            }
            if (System.nanoTime() - keyAsked > KEY_ASKED_EVERY.toNanos()) {
                over = over || !keys.inForce(caller);
                keyAsked = System.nanoTime();
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
