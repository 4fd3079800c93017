package dev.portway.runner;

import dev.portway.migration.Act;
import dev.portway.migration.Budget;
import dev.portway.migration.Status;
import dev.portway.problem.Party;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many migrations there are of each kind and how long they have waited: over all providers and nodes, read from the tables when somebody asks. */
final class Measures implements MeterBinder {
    private final JdbcClient sql;

    Measures(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var counts = new Remembered(() -> numbers("select status, count(*) from migrations group by status"));
        for (Status status : Status.values()) {
            Gauge.builder("portway.migrations", counts, all -> all.of(status.word()))
                    .tag("status", status.word())
                    .strongReference(true)
                    .register(registry);
        }
        var waits = new Remembered(() -> numbers("""
                select waits_for, extract(epoch from portway_now() - min(changed_at)) from migrations
                 where ending is null and waits_for is not null group by waits_for
                """));
        for (Party party : Party.values()) {
            Gauge.builder("portway.migrations.waiting.longest", waits, all -> all.of(party.word()))
                    .tag("for", party.word())
                    .baseUnit("seconds")
                    .strongReference(true)
                    .register(registry);
        }
        var strange = new Remembered(() -> numbers("select '', count(*) from attempts where problem = 'unrecognised'"));
        Gauge.builder("portway.attempts.unrecognised", strange, all -> all.of("")).strongReference(true).register(registry);
        for (Budget budget : Budget.values()) {
            var spent = new Remembered(() -> Map.of("", spent(budget)));
            Gauge.builder("portway.budget.spent.numbers", spent, all -> all.of(""))
                    .tag("budget", budget.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                    .strongReference(true)
                    .register(registry);
        }
    }

    /** Numbers of which we have no try left in the budget's moving time. */
    private double spent(Budget budget) {
        var acts = Arrays.stream(Act.values()).filter(act -> act.budget().filter(budget::equals).isPresent()).map(Act::name).toList();
        return acts.isEmpty()
                ? 0
                : sql.sql(
                        """
                                select count(*) from (
                                    select 1 from attempts where effect and number <> '' and act in (:acts) and at > portway_now() - :seconds * interval '1 second'
                                     group by provider_id, number having count(*) >= :limit) as spent
                                """)
                        .param("acts", acts)
                        .param("seconds", budget.window().toSeconds())
                        .param("limit", budget.limit())
                        .query(Double.class)
                        .single();
    }

    private Map<String, Double> numbers(String query) {
        return sql.sql(query)
                .query((row, _) -> Map.entry(row.getString(1), row.getDouble(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Several meters come from one question; nobody scrapes so often that a few seconds matter. */
    private static final class Remembered {
        private static final Duration FRESH = Duration.ofSeconds(2);
        private final Supplier<Map<String, Double>> question;
        private final Map<String, Double> known = new ConcurrentHashMap<>();
        private @Nullable Long askedAt;

        Remembered(Supplier<Map<String, Double>> question) {
            this.question = question;
        }

        synchronized double of(String name) {
            if (askedAt == null || System.nanoTime() - askedAt > FRESH.toNanos()) {
                Map<String, Double> now = question.get();
                known.clear();
                known.putAll(now);
                askedAt = System.nanoTime();
            }
            return known.getOrDefault(name, 0.0);
        }
    }
}
