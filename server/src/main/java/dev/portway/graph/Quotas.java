package dev.portway.graph;

import dev.portway.migration.ProviderId;
import dev.portway.migration.WabaId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * WABAs that Graph asked us to leave alone for a while. Shared by all nodes, by the database's clock: a call made while throttled counts too.
 *
 * <pre>
 * graph_usage (provider_id, waba_id)  blocked_until
 * </pre>
 */
class Quotas {
    private final JdbcClient sql;

    Quotas(JdbcClient sql) {
        this.sql = sql;
    }

    /** Graph counts per app and WABA; a provider has one app. */
    record Whose(ProviderId provider, WabaId waba) {}

    /** Empty when it is open; else for how much longer it is not. */
    Optional<Duration> closedFor(Whose whose) {
        return sql.sql("""
                select ceil(extract(epoch from blocked_until - now()) * 1000)::bigint from graph_usage
                 where provider_id = ? and waba_id = ? and blocked_until > now()
                """).params(whose.provider().value(), whose.waba().value()).query(Long.class).optional().map(Duration::ofMillis);
    }

    /** For so long from now, or as long as it already is. */
    void close(Whose whose, Duration pause) {
        sql.sql("""
                insert into graph_usage (provider_id, waba_id, blocked_until)
                values (:provider, :waba, now() + :millis * interval '1 millisecond')
                on conflict (provider_id, waba_id) do update
                   set blocked_until = greatest(graph_usage.blocked_until, excluded.blocked_until)
                """)
                .param("provider", whose.provider().value())
                .param("waba", whose.waba().value())
                .param("millis", pause.toMillis())
                .update();
    }
}
