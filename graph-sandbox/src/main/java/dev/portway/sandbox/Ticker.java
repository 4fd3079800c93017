package dev.portway.sandbox;

import dev.portway.sandbox.world.World;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Touches the world now and then, so that what is due happens although nobody calls. It looks at the sandbox's clock and never waits for it:
 * a clock that is moved on is noticed at the next tick, or at once by whoever moved it.
 */
final class Ticker implements AutoCloseable {

    /** Short against the 250 ms that Meta aims at for webhooks; a look at an empty schedule costs nothing. */
    private static final long TICK_MILLIS = 20;

    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().daemon().name("sandbox-ticker").unstarted(work));

    Ticker(World world) {
        var _ = thread.scheduleWithFixedDelay(world::catchUpIfDue, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
