package dev.portway.graph.webhook;

import dev.portway.migration.fact.Source;
import dev.portway.runner.Desk;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads deliveries and tells the migrations they may concern to look. Each node reads; a delivery is held by one of them until all it says was
 * passed on, so one that dies leaves it to the others, and hearing twice does no harm.
 */
public class Listening implements SmartLifecycle {
    /** Deliveries taken in by other nodes that died are found this late at worst. */
    private static final long POLL_SECONDS = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final Deliveries deliveries;
    private final Desk desk;
    private final TransactionTemplate holding;
    private final TransactionTemplate apart;
    private final Semaphore waking = new Semaphore(0);
    private volatile @Nullable Thread thread;

    public Listening(Deliveries deliveries, Desk desk, PlatformTransactionManager transactions) {
        this.deliveries = deliveries;
        this.desk = desk;
        this.holding = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    void wake() {
        waking.release();
    }

    /** Reads the next one; false when none waits. What it says is committed migration by migration, beside the transaction that holds it. */
    boolean readOne() {
        return Boolean.TRUE.equals(holding.execute(_ -> deliveries.take().map(delivery -> {
            if (passedOn(delivery)) {
                deliveries.read(delivery);
            } else {
                deliveries.putOff(delivery);
            }
            return true;
        }).orElse(false)));
    }

    /** One that cannot be passed on is tried again later, and does not keep those behind it waiting. */
    private boolean passedOn(Deliveries.Delivery delivery) {
        try {
            apart.executeWithoutResult(_ -> passOn(delivery));
            return true;
        } catch (RuntimeException | Error e) {
            LOG.warn("Webhook {} is tried again later: {}", delivery.id(), e.toString());
            return false;
        }
    }

    private void passOn(Deliveries.Delivery delivery) {
        List<Desk.Hearsay> said = delivery.news()
                .stream()
                .map(news -> new Desk.Hearsay(news.number(), news.waba(), news.about(), news.twoStep(), news.account()))
                .toList();
        desk.heard(delivery.provider(), said, Source.webhook(delivery.appId()));
    }

    @Override
    public void start() {
        Thread reading = Thread.ofVirtual().name("webhooks").unstarted(this::listen);
        thread = reading;
        reading.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Until another was started or all was stopped. The thread is known here before it runs, or it would take itself for stopped. */
    private void listen() {
        try {
            while (Thread.currentThread().equals(thread)) {
                if (!readSafely()) {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is away for a while, or memory that ran short, costs nothing but time: the delivery stays where it is, and the reader too. */
    private boolean readSafely() {
        try {
            return readOne();
        } catch (RuntimeException | Error e) {
            LOG.warn("Webhooks wait: {}", e.toString());
            waking.drainPermits();
            return false;
        }
    }

    private void pause() throws InterruptedException {
        if (waking.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
            waking.drainPermits();
        }
    }
}
