package dev.portway.graph;

import dev.portway.graph.meaning.Meanings;
import dev.portway.graphclient.answer.Exchange;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.GraphResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often Graph may be asked about a WABA. Shared by all nodes, by the database's clock: what Graph told, and our own count of the calls it counts.
 *
 * <pre>
 * graph_usage (provider_id, waba_id)          blocked_until  · per_hour, proved_at
 * graph_calls (provider_id, waba_id, minute)  calls
 * </pre>
 *
 * Which of Graph's two quotas applies is not shown by any field, so the smaller is assumed until Graph's own percentages prove more: when n calls of
 * ours are less than p + 1 percent of the quota, the quota is more than 100 n / (p + 1).
 */
class Quotas {
    /**
     * Calls an hour for an app and WABA. Source: Meta, "Rate limits", 4 Aug 2026: 200, and 5,000 once the WABA is active with a registered number.
     */
    static final int SMALLER_PER_HOUR = 200;
    /** Calls are counted by the minute, so the hour is a minute longer: never shorter than Graph's. */
    private static final Duration HOUR = Duration.ofMinutes(61);
    private static final Duration A_LITTLE = Duration.ofSeconds(1);

    private final JdbcClient sql;

    Quotas(JdbcClient sql) {
        this.sql = sql;
    }

    /** Graph counts per app and WABA; a provider has one app. */
    record Whose(ProviderId provider, WabaId waba) {}

    /** Empty when it is open; else for how much longer Graph told us to keep away. */
    Optional<Duration> closedFor(Whose whose) {
        return asked("""
                select ceil(extract(epoch from blocked_until - portway_now()) * 1000)::bigint from graph_usage
                 where provider_id = :provider and waba_id = :waba and blocked_until > portway_now()
                """, whose).query(Long.class).optional().map(Duration::ofMillis);
    }

    /** Counts calls that are about to be made, all or none. Not empty when they must not be made, for so much longer. */
    Optional<Duration> take(Whose whose, int calls) {
        return counted(whose, calls) ? Optional.empty() : closedFor(whose).or(() -> Optional.of(untilTheyFit(whose, calls)));
    }

    /** The same for those who ask about one WABA only. */
    Quota of(Whose whose) {
        return new Quota() {
            @Override
            public Optional<Duration> take(int calls) {
                return Quotas.this.take(whose, calls);
            }

            @Override
            public Optional<Duration> closedFor() {
                return Quotas.this.closedFor(whose);
            }

            @Override
            public <R extends GraphResult<?>> R heard(R result) {
                Quotas.this.heard(whose, result.exchange());
                if (result instanceof Refused<?> refused) {
                    refused(whose, refused.error());
                }
                return result;
            }
        };
    }

    /** The row of this minute is locked before its calls are added to those of the hour, so that nodes that count at the same instant do not pass the quota. */
    private boolean counted(Whose whose, int calls) {
        return asked(
                """
                        with now as materialized (select portway_now() as at, date_trunc('minute', portway_now()) as minute),
                             gone as (delete from graph_calls using now
                                       where provider_id = :provider and waba_id = :waba and graph_calls.minute <= now.at - cast(:hour as interval)),
                             earlier as (select coalesce(sum(calls), 0) as calls from graph_calls, now
                                          where provider_id = :provider and waba_id = :waba
                                            and graph_calls.minute > now.at - cast(:hour as interval) and graph_calls.minute < now.minute),
                             quota as (select coalesce((select per_hour from graph_usage, now where provider_id = :provider and waba_id = :waba
                                                           and proved_at > now.at - cast(:hour as interval)), :smaller) as per_hour)
                        insert into graph_calls (provider_id, waba_id, minute, calls)
                        select :provider, :waba, now.minute, :calls from now, earlier, quota
                         where earlier.calls + :calls <= quota.per_hour
                           and not exists (select from graph_usage where provider_id = :provider and waba_id = :waba and blocked_until > now.at)
                        on conflict (provider_id, waba_id, minute) do update set calls = graph_calls.calls + excluded.calls
                         where graph_calls.calls + excluded.calls <= (select quota.per_hour - earlier.calls from earlier, quota)
                        """,
                whose).param("hour", HOUR.toString()).param("smaller", SMALLER_PER_HOUR).param("calls", calls).update() > 0;
    }

    /** Until as many of the oldest calls have passed: then these fit for sure, unless others were faster. */
    private Duration untilTheyFit(Whose whose, int calls) {
        long millis = asked("""
                select coalesce(ceil(extract(epoch from min(minute) + cast(:hour as interval) - portway_now()) * 1000)::bigint, 0)
                  from (select minute, sum(calls) over (order by minute) as passed from graph_calls
                         where provider_id = :provider and waba_id = :waba and minute > portway_now() - cast(:hour as interval)) oldest
                 where passed >= :calls
                """, whose).param("hour", HOUR.toString()).param("calls", calls).query(Long.class).single();
        return Duration.ofMillis(millis).plus(A_LITTLE);
    }

    /** Keeps what Graph told beside its answer. */
    void heard(Whose whose, Exchange exchange) {
        Duration wait = exchange.usage().regainAccessAfter();
        if (wait.isPositive()) {
            close(whose, wait);
        }
        exchange.usage()
                .business()
                .stream()
                .filter(use -> use.id().equals(whose.waba().value()))
                .forEach(use -> told(whose, use.load().calls()));
    }

    /** What was refused for too many calls is not asked again before Graph's pause is over. */
    void refused(Whose whose, GraphError error) {
        Problem problem = Meanings.of(error);
        if (problem.equals(Problems.RATE_LIMITED)) {
            close(whose, Meanings.pause(error, problem));
        }
    }

    /** Graph told how many percent of the quota are used up by everybody's calls, ours among them. */
    void told(Whose whose, int percent) {
        asked("""
                insert into graph_usage (provider_id, waba_id, per_hour, proved_at)
                select :provider, :waba, 100 * sum(calls) / (:percent + 1), portway_now() from graph_calls
                 where provider_id = :provider and waba_id = :waba and minute > portway_now() - interval '1 hour'
                having 100 * sum(calls) / (:percent + 1) > :smaller
                on conflict (provider_id, waba_id) do update
                   set per_hour = excluded.per_hour, proved_at = excluded.proved_at
                 where excluded.per_hour > graph_usage.per_hour or graph_usage.proved_at < portway_now() - interval '30 minutes'
                """, whose).param("percent", Math.max(0, percent)).param("smaller", SMALLER_PER_HOUR).update();
    }

    /** For so long from now, or as long as it already is. */
    void close(Whose whose, Duration pause) {
        asked("""
                insert into graph_usage (provider_id, waba_id, blocked_until)
                values (:provider, :waba, portway_now() + :millis * interval '1 millisecond')
                on conflict (provider_id, waba_id) do update
                   set blocked_until = greatest(graph_usage.blocked_until, excluded.blocked_until)
                """, whose).param("millis", pause.toMillis()).update();
    }

    private JdbcClient.StatementSpec asked(String question, Whose whose) {
        return sql.sql(question).param("provider", whose.provider().value()).param("waba", whose.waba().value());
    }
}
