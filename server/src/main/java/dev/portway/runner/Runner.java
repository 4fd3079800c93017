package dev.portway.runner;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.portway.migration.MigrationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes due migrations, past the pivot first, and has each carried as far as it can go. Nodes share one table; a node whose heart stops beating is
 * taken over from.
 */
public final class Runner implements AutoCloseable {
    static final String TASK = "migration";
    private static final Duration FORGETS_EVERY = Duration.ofDays(1);
    static final int PAST_THE_PIVOT = 10;
    /** After a bug or a broken database: long enough not to burn, short enough to be found mended. */
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Scheduler scheduler;

    Runner(DataSource source, Carrier carrier, Poke poke, Pace pace, InstantSource clock, List<Expiring> expiring) {
        CustomTask<Void> task = Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .onDeadExecution(Runner::takenOver)
                .execute((instance, context) -> carried(new MigrationId(instance.getId()), carrier, poke, clock,
                        context.getExecution().pickedBy));
        RecurringTask<Void> forgetting = Tasks.recurring("forgetting", FixedDelay.of(FORGETS_EVERY))
                .execute((_, _) -> expiring.forEach(Expiring::forget));
        scheduler = Scheduler.create(source, task)
                .startTasks(forgetting)
                .executorService(Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("migration-", 0).factory()))
                .clock(clock::instant)
                .threads(pace.atOnce())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(pace.polling())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(pace.missedHeartbeats())
                .enablePriority()
                .shutdownMaxWait(Carrier.LONGEST_RUN)
                .build();
        poke.tells(scheduler::triggerCheckForDueExecutions);
    }

    private static void takenOver(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        LOG.info("{} is taken over from {}, whose heart stopped", execution.getId(), execution.pickedBy);
        new DeadExecutionHandler.ReviveDeadExecution<Void>().deadExecution(complete, operations);
    }

    private static CompletionHandler<Void> carried(MigrationId id, Carrier carrier, Poke poke, InstantSource clock, String node) {
        Carrier.Carried carried = carrier.carry(id, node);
        Optional<Duration> pause = carried.pause();
        if (pause.isEmpty()) {
            return (_, operations) -> operations.remove();
        }
        return (complete, operations) -> {
            Instant due = clock.instant().plus(pause.get());
            operations.reschedule(complete, due);
            if (carrier.somethingNewSince(id, carried.moment())) {
                poke.wake(id);
            }
        };
    }

    public void start() {
        scheduler.start();
    }

    @Override
    public void close() {
        scheduler.stop();
    }

    /**
     * How a node works.
     *
     * @param atOnce migrations carried at the same time; each is mostly waiting for Graph
     * @param polling how often the table is looked at
     * @param heartbeat how often a node says that it lives
     * @param missedHeartbeats after as many it is taken over from
     */
    public record Pace(int atOnce, Duration polling, Duration heartbeat, int missedHeartbeats) {
        public static final Pace USUAL = new Pace(32, Duration.ofMillis(500), Duration.ofSeconds(5), 4);
    }
}
