package dev.portway.sandbox.control;

import dev.portway.sandbox.file.WorldStart;
import dev.portway.sandbox.time.SandboxClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The worlds of one sandbox, side by side: the first, and any that were opened beside it, each with a clock, switches, faults and a history of
 * its own. What belongs to one that was opened ends in its name, {@code sandbox-token-source@tests-7}, so a call is known by its token.
 */
public final class Stages implements AutoCloseable {

    /** Far more than tests run at a time; a world forgotten here and there does no harm. */
    private static final int MOST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Sends all their webhooks. Made with the first of them: its TLS would take a sixth of a start, and many a sandbox sends none. */
    private @Nullable HttpClient client;
    private final Map<String, Stage> stages = new ConcurrentSkipListMap<>();
    private final Stage first;

    public Stages(WorldStart start, @Nullable String webhookUrl) {
        first = new Stage("", SandboxClock.ofMachine(), this::client, new Stage.Start(start, webhookUrl));
        stages.put("", first);
    }

    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
            client = made;
        }
        return made;
    }

    public Stage first() {
        return first;
    }

    /** The world whose name a token, or an app's secret, ends in; the first for every other. */
    public Stage of(@Nullable String secret) {
        int at = secret == null ? -1 : secret.lastIndexOf('@');
        Stage named = at < 0 || secret == null ? null : stages.get(secret.substring(at + 1));
        return named == null ? first : named;
    }

    public Optional<Stage> named(String name) {
        return Optional.ofNullable(stages.get(name));
    }

    /** In the order of their names; the first one's is empty. */
    public Collection<Stage> all() {
        return stages.values();
    }

    /** Refused when the name cannot be one, is taken, or there are too many. */
    public synchronized Stage open(String name, WorldStart start) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw Wrong.bad("a world's name has up to 40 small letters, digits and hyphens, not '" + name + "'");
        }
        if (stages.containsKey(name)) {
            throw new Wrong(409, "there is a world '" + name + "' already");
        }
        if (stages.size() > MOST) {
            throw new Wrong(409, "there are " + MOST + " worlds already; close some");
        }
        Stage stage = new Stage(name, SandboxClock.ofMachine(), this::client, new Stage.Start(start, null));
        stages.put(name, stage);
        return stage;
    }

    /** Returns whether there was one. The first cannot be closed. */
    public boolean close(String name) {
        Stage gone = name.isEmpty() ? null : stages.remove(name);
        if (gone != null) {
            gone.close();
        }
        return gone != null;
    }

    @Override
    public synchronized void close() {
        stages.values().forEach(Stage::close);
        if (client != null) {
            client.shutdownNow();
        }
    }
}
