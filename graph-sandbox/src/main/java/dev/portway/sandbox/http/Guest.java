package dev.portway.sandbox.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Consumer;

/** One connection, and how long its caller has kept us waiting. */
final class Guest implements ServerConnection, InterruptableTask<Void> {

    /** Whoever never sent a whole request goes before those who did, and then who has waited longest with it. */
    static final Comparator<Guest> LEAVES_FIRST = Comparator.comparing((Guest guest) -> guest.wasServed)
            .thenComparing((one, other) -> Long.signum(one.since - other.since));

    private static final ScopedValue<Guest> SERVED = ScopedValue.newInstance();

    private final ServerConnection connection;
    private final Consumer<Guest> gone;
    /** By the clock that only counts, when it connected or was answered. */
    private volatile long since = System.nanoTime();
    private volatile boolean wasServed;
    private volatile boolean isServed;
    private volatile boolean leaves;

    Guest(ServerConnection connection, Consumer<Guest> gone) {
        this.connection = connection;
        this.gone = gone;
    }

    /** Whoever is served on this thread has sent all of their request. */
    static void isHeard() {
        if (SERVED.isBound()) {
            SERVED.get().isServed = true;
        }
    }

    /** And has been answered. */
    static void isAnswered() {
        if (SERVED.isBound()) {
            Guest guest = SERVED.get();
            guest.since = System.nanoTime();
            guest.wasServed = true;
            guest.isServed = false;
        }
    }

    boolean keepsUsWaiting() {
        return !isServed && !leaves;
    }

    void leave() {
        leaves = true;
        connection.close(true);
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            ScopedValue.where(SERVED, this).call(() -> {
                connection.handle(limit);
                return this;
            });
        } finally {
            gone.accept(this);
        }
    }

    @Override
    public Duration idleTime() {
        return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        connection.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
        return connection instanceof InterruptableTask<?> task && task.canInterrupt();
    }
}
