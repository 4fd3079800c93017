package dev.portway.graphclient;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects an answer up to a limit and hangs up on the rest. */
final class BoundedBody implements BodySubscriber<BoundedBody.Received> {
    /** @param cutOff there was more */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Received(byte[] bytes, boolean cutOff) {}

    private final CompletableFuture<Received> received = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int limit;
    private @Nullable Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<Received> getBody() {
        return received;
    }

    @Override
    public void onSubscribe(Subscription started) {
        subscription = started;
        started.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] chunk = new byte[Math.min(buffer.remaining(), limit - bytes.size())];
            boolean tooLong = chunk.length < buffer.remaining();
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            if (tooLong) {
                hangUp();
                return;
            }
        }
    }

    @Override
    public void onError(Throwable broken) {
        received.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        received.complete(new Received(bytes.toByteArray(), false));
    }

    private void hangUp() {
        if (subscription != null) {
            subscription.cancel();
        }
        received.complete(new Received(bytes.toByteArray(), true));
    }
}
