package dev.portway.console;

import dev.portway.account.Caller;
import dev.portway.account.Seats;
import dev.portway.migration.standing.Standing;
import dev.portway.runner.Desk;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Tells an open page that its migration is not as it was: {@code changed}, and {@code over} once nothing more can change. What changed the page fetches
 * as it fetches itself, so that nothing is said here that the page would not say.
 */
@Controller
class MigrationStream {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
    /** Proxies cut connections that say nothing for a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** Then the browser comes back by itself, and is asked anew who it is: whoever signed out stops hearing. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Of one person: more open pages than anybody looks at. The others show what they showed, and are renewed by hand. */
    static final int MOST_STREAMS = 30;

    private final Seats seats = new Seats(MOST_STREAMS);
    private final Dossiers dossiers;
    private volatile boolean closing;

    MigrationStream(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** Open pages do not keep a server from stopping. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /** @param seen the version the page shows; a browser that comes back says the last one it was told of */
    @GetMapping("/migrations/{id}/stream")
    void stream(@AuthenticationPrincipal Caller caller, @PathVariable String id,
            @RequestParam(name = "seen", defaultValue = "-1") String seen,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String last, HttpServletResponse response) throws IOException {
        if (dossiers.card(caller.provider(), id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!seats.take(caller.id())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        // A request has a virtual thread of its own, which costs next to nothing while it waits.
        try {
            follow(caller, id, version(last.isEmpty() ? seen : last), response.getOutputStream());
        } finally {
            seats.leave(caller.id());
        }
    }

    private static long version(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    private void follow(Caller caller, String id, long seen, OutputStream out) throws IOException {
        long began = System.nanoTime();
        long spoke = began;
        @Nullable
        Standing standing = null;
        long version = seen;
        write(out, ": listening\n\n");
        while (!closing && System.nanoTime() - began < LONGEST.toNanos() && !Thread.currentThread().isInterrupted()) {
            Desk.Card card = dossiers.card(caller.provider(), id).orElseThrow();
            boolean stood = standing == null || standing.equals(card.standing());
            if (card.version() != version || !stood) {
                version = card.version();
                write(out, "id: " + version + "\nevent: changed\ndata: " + card.standing().status().word() + "\n\n");
                spoke = System.nanoTime();
            }
            standing = card.standing();
            if (card.migration().ending().isPresent()) {
                write(out, "event: over\ndata: \n\n");
                return;
            }
            if (System.nanoTime() - spoke > HEARTBEAT.toNanos()) {
                write(out, ": still here\n\n");
                spoke = System.nanoTime();
            }
            LockSupport.parkNanos(LOOKS_EVERY.toNanos());
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
