package dev.portway.graphclient;

import dev.portway.graphclient.answer.Trouble;
import dev.portway.graphclient.value.SendBy;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;

/**
 * Carries requests and says how each ended. Knows HTTP, and nothing of what an answer means.
 *
 * <p>Reads share the JDK's client and its pooled connections; it may repeat a read once by itself when a connection breaks before any answer,
 * which harms no one. Each call with an effect has a connection of its own ({@link SingleUseConnection}).
 */
final class Wire implements AutoCloseable {
    private final GraphConfig config;
    private final ProxySelector proxies;
    private final SSLContext tls;
    private final HttpClient reads;
    private final Set<SingleUseConnection> effects = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Wire(GraphConfig config, ProxySelector proxies, SSLContext tls) {
        this.config = config;
        this.proxies = proxies;
        this.tls = tls;
        this.reads = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout())
                .proxy(proxies)
                .sslContext(tls)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    GraphConfig config() {
        return config;
    }

    Landing read(Call call, RequestText text) {
        HttpRequest.Builder request = HttpRequest.newBuilder(text.address(call)).timeout(config.answerTimeout());
        text.headers().forEach(request::header);
        CompletableFuture<HttpResponse<BoundedBody.Received>> answer = reads.sendAsync(request.build(),
                info -> new BoundedBody(GraphConfig.ANSWER_LIMIT));
        return await(answer.thenApply(HttpAnswer::of), () -> answer.cancel(true));
    }

    /** Leaves at most once, and not after the deadline. */
    Landing effect(Call call, RequestText text, SendBy sendBy) {
        Departure departure = new Departure(sendBy);
        if (departure.tooLate()) {
            return new Landing.Lost(Trouble.SEND_BY_PASSED, "before connecting", false, 0);
        }
        SingleUseConnection connection = new SingleUseConnection(config, proxies, tls.getSocketFactory());
        effects.add(connection);
        try {
            return await(carry(connection, text.bytes(call), departure), () -> {
                boolean left = !departure.callOff();
                connection.close();
                return left;
            });
        } finally {
            effects.remove(connection);
        }
    }

    /** Ends what is under way, and lets nothing begin. */
    @Override
    public void close() {
        closed = true;
        reads.shutdownNow();
        effects.forEach(SingleUseConnection::close);
    }

    /** On a thread of its own, so that the caller can stop waiting whatever the network does. */
    private CompletableFuture<HttpAnswer> carry(SingleUseConnection connection, byte[] request, Departure departure) {
        CompletableFuture<HttpAnswer> answer = new CompletableFuture<>();
        if (closed) {
            answer.completeExceptionally(new IOException("closed"));
            return answer;
        }
        Thread.ofVirtual().name("graph-effect").start(() -> {
            try {
                answer.complete(connection.exchange(request, departure));
            } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** @param giveUp makes sure that nothing leaves any more, and tells whether something may have left before */
    private Landing await(CompletableFuture<HttpAnswer> answer, BooleanSupplier giveUp) {
        long start = System.nanoTime();
        try {
            return new Landing.Arrived(answer.get(config.totalTimeout().toNanos(), TimeUnit.NANOSECONDS), millisSince(start));
        } catch (ExecutionException e) {
            return Landing.Lost.because(e.getCause() == null ? e : e.getCause(), giveUp.getAsBoolean(), millisSince(start));
        } catch (TimeoutException e) {
            return Landing.Lost.because(e, giveUp.getAsBoolean(), millisSince(start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Landing.Lost.because(e, giveUp.getAsBoolean(), millisSince(start));
        }
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
