package dev.portway.graph;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether webhooks are read as they come, and how much of Graph's quota is left: over all providers and nodes. */
final class Measures implements MeterBinder {
    private final JdbcClient sql;

    Measures(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "portway.webhooks.waiting", "deliveries", "select count(*) from webhook_delivery where processed_at is null");
        gauge(registry, "portway.webhooks.lag", "seconds",
                "select coalesce(extract(epoch from now() - min(received_at)), 0) from webhook_delivery where processed_at is null");
        gauge(registry, "portway.graph.blocked", "wabas", "select count(*) from graph_usage where blocked_until > now()");
        gauge(registry, "portway.graph.blocked.longest", "seconds",
                "select coalesce(extract(epoch from max(blocked_until) - now()), 0) from graph_usage where blocked_until > now()");
    }

    private void gauge(MeterRegistry registry, String name, String unit, String question) {
        Gauge.builder(name, sql, source -> source.sql(question).query(Double.class).single())
                .baseUnit(unit)
                .strongReference(true)
                .register(registry);
    }
}
