package dev.portway.sandbox.webhook;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.access.Signature;
import dev.portway.sandbox.rules.notice.Outbox;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;

/**
 * Sends webhooks. Documented: only 200 is an acknowledgement, anything else is tried again with falling frequency for up to 7 days; the
 * signature is over the bytes as sent. Tries are due on the sandbox's clock; sending itself takes real time, on a thread of its own.
 */
public final class Postman implements Outbox, AutoCloseable {

    private static final int KEPT = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Assumed: only "falling frequency" is documented. The last pause repeats until the time is over. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(1),
            Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(12));

    /** Observed: a whole number of nine or ten digits, another each time. */
    private static final int LEAST_CHALLENGE = 100_000_000;
    private static final SecureRandom CHALLENGES = new SecureRandom();

    /** Assumed, as the switch says. */
    private static final Duration COPY_AFTER = Duration.ofSeconds(1);
    private static final Duration LONGEST_HELD = Duration.ofSeconds(5);

    private final World world;
    private final Supplier<HttpClient> client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Delivery> deliveries = new ArrayDeque<>();
    /** By address, what waits to be overtaken. */
    private final Map<String, Delivery> held = new HashMap<>();
    private long lastNo;

    /** The client may be shared and is not closed here; it is asked for when something is to be sent. */
    public Postman(World world, Supplier<HttpClient> client) {
        this.world = world;
        this.client = client;
    }

    @Override
    public void post(Notice notice) {
        Delivery delivery = new Delivery(++lastNo, notice.app(), notice.url(), notice.field(), notice.body(), world.now());
        deliveries.addLast(delivery);
        if (deliveries.size() > KEPT) {
            deliveries.removeFirst();
        }
        if (world.switches.is(Switch.WEBHOOK_DELIVERY, "shuffled")) {
            shuffle(delivery);
        } else {
            send(delivery);
        }
    }

    /** Holds every other one until the next has come to its address. */
    private void shuffle(Delivery delivery) {
        Delivery first = held.remove(delivery.url);
        if (first != null) {
            send(delivery, first);
            return;
        }
        held.put(delivery.url, delivery);
        world.after(LONGEST_HELD, () -> {
            if (held.remove(delivery.url, delivery)) {
                send(delivery);
            }
        });
    }

    /** Each when the one before it was answered. */
    private void send(Delivery... oneByOne) {
        List<Runnable> letters = Stream.of(oneByOne).map(this::letter).toList();
        threads.execute(() -> letters.forEach(Runnable::run));
    }

    private Runnable letter(Delivery delivery) {
        byte[] body = Json.webhookBytes(delivery.body);
        String signature = "sha256=" + Signature.hex(delivery.app.secret, body);
        return () -> {
            int status = attempt(delivery.url, body, signature);
            world.run(() -> sent(delivery, status));
        };
    }

    private int attempt(String url, byte[] body, String signature) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "facebookexternalua")
                    .header("X-Hub-Signature-256", signature)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return client.get().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | IllegalArgumentException notDelivered) {
            return 0;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void sent(Delivery delivery, int status) {
        delivery.tries.add(status);
        if (delivery.delivered) {
            // Its copy, which is owed nothing.
            return;
        }
        delivery.delivered = status == 200;
        if (!delivery.delivered) {
            tryAgain(delivery);
        } else if (world.switches.is(Switch.WEBHOOK_DELIVERY, "twice")) {
            world.after(COPY_AFTER, () -> send(delivery));
        }
    }

    private void tryAgain(Delivery delivery) {
        Duration life = Duration.ofHours(world.switches.number(Switch.WEBHOOK_RETRY_HOURS));
        Duration pause = PAUSES.get(Math.min(delivery.tries.size(), PAUSES.size()) - 1);
        delivery.givenUp = world.now().plus(pause).isAfter(delivery.madeAt.plus(life));
        if (!delivery.givenUp) {
            world.after(pause, () -> send(delivery));
        }
    }

    /** Asks an address whether it wants webhooks. Documented: it must echo the challenge with 200. */
    public boolean shakeHands(String url, String verifyToken) {
        String challenge = Integer.toString(CHALLENGES.nextInt(LEAST_CHALLENGE, Integer.MAX_VALUE));
        try {
            URI uri = URI.create(url + (url.contains("?") ? "&" : "?") + "hub.mode=subscribe&hub.challenge=" + challenge
                    + "&hub.verify_token=" + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8));
            HttpResponse<String> answer = client.get()
                    .send(HttpRequest.newBuilder(uri).timeout(PATIENCE).GET().build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().strip().equals(challenge);
        } catch (IOException | IllegalArgumentException unreachable) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was sent lately, oldest first. To be called under the world's lock. */
    public ArrayNode history() {
        ArrayNode all = Json.array();
        for (Delivery each : deliveries) {
            var one = all.addObject()
                    .put("no", each.no)
                    .put("at", each.madeAt.toString())
                    .put("app", each.app.id)
                    .put("url", each.url)
                    .put("field", each.field)
                    .put("delivered", each.delivered)
                    .put("givenUp", each.givenUp);
            var tries = one.putArray("tries");
            each.tries.forEach(tries::add);
            one.set("body", each.body);
        }
        return all;
    }

    /** To be called under the world's lock. */
    public void forget() {
        deliveries.clear();
        held.clear();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
