package dev.portway.sandbox;

import dev.portway.sandbox.control.Stage;
import dev.portway.sandbox.world.World;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Touches the world now and then, so that what is due happens although nobody calls. It looks at the sandbox's clock and never waits for it:
 * a clock that is moved on is noticed at the next tick, or at once by whoever moved it.
 */
final class Ticker implements AutoCloseable {

    /** Short against the 250 ms that Meta aims at for webhooks; a look at an empty schedule costs nothing. */
    private static final long TICK_MILLIS = 20;

    private static final Logger LOG = Logger.getLogger(Ticker.class.getName());

    private final ScheduledExecutorService thread = Executors
            .newSingleThreadScheduledExecutor(work -> Thread.ofPlatform().daemon().name("sandbox-ticker").unstarted(work));

    Ticker(Supplier<Collection<Stage>> stages) {
        var _ = thread.scheduleWithFixedDelay(() -> stages.get().forEach(stage -> tick(stage.world)), TICK_MILLIS, TICK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** A mistake in one thing that is due must not stop all that come after it. */
    private static void tick(World world) {
        try {
            world.catchUpIfDue();
        } catch (RuntimeException mistake) {
            LOG.log(Level.SEVERE, "something due went wrong", mistake);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
