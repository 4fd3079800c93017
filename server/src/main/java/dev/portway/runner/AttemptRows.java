package dev.portway.runner;

import dev.portway.migration.Act;
import dev.portway.migration.Attempt;
import dev.portway.migration.Budget;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Outcome;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.problem.Problems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.util.RawValue;

/**
 * The attempts of migrations.
 *
 * <pre>
 * attempts  effect: one row each, by its moment        no · act · at · settles_at · outcome · settled
 *           look:   one row for its step and number    … · times it looked and saw the same
 * </pre>
 */
final class AttemptRows {
    /** Longer than any budget's window, so that none is cut short. */
    private static final Duration COUNTED = Arrays.stream(Budget.values())
            .map(Budget::window)
            .max(Duration::compareTo)
            .orElseThrow()
            .plusHours(1);

    private final JdbcClient sql;

    AttemptRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Attempt> read(ProviderId provider, MigrationId id) {
        return tried(provider, id).stream().map(Desk.Tried::attempt).toList();
    }

    List<Desk.Tried> tried(ProviderId provider, MigrationId id) {
        return sql.sql("select * from attempts where provider_id = ? and migration_id = ? order by no, id")
                .params(provider.value(), id.value())
                .query((row, _) -> new Desk.Tried(attempt(row), Optional.ofNullable(row.getString("exchange")).orElse("")))
                .list();
    }

    /** Newest first. */
    List<Desk.Strange> unrecognised(ProviderId provider, int limit) {
        return sql.sql("""
                select migration_id, act, coalesce(ended_at, at) as at, exchange from attempts
                 where provider_id = ? and problem = ? order by id desc limit ?
                """)
                .params(provider.value(), Problems.UNRECOGNISED.code(), limit)
                .query((row, _) -> new Desk.Strange(new MigrationId(row.getString("migration_id")), act(row),
                        instant(row, "at").orElseThrow(),
                        Optional.ofNullable(row.getString("exchange")).orElse("")))
                .list();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(row.getLong("no"), row.getString("step"), FactRows.number(row.getString("number")), act(row),
                instant(row, "at").orElseThrow(),
                instant(row, "settles_at").orElseThrow(), outcome(row), instant(row, "ended_at"),
                Attempt.Settled.valueOf(row.getString("settled")),
                row.getLong("looks_for"), row.getInt("times"));
    }

    private static Act act(ResultSet row) throws SQLException {
        return Act.named(row.getString("act"));
    }

    private static Optional<Outcome> outcome(ResultSet row) throws SQLException {
        var problem = Problems.named(Optional.ofNullable(row.getString("problem")).orElse(""));
        var pause = Duration.ofMillis(row.getLong("pause_millis"));
        return switch (Optional.ofNullable(row.getString("outcome")).orElse("")) {
            case "done" -> Optional.of(Outcome.done());
            case "refused" -> Optional.of(new Outcome.Refused(problem, pause));
            case "not-sent" -> Optional.of(new Outcome.NotSent(problem, pause));
            case "in-doubt" -> Optional.of(new Outcome.InDoubt(Optional.ofNullable(row.getString("cause")).orElse("")));
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static final String WRITE = """
            insert into attempts (migration_id, provider_id, no, step, number, act, effect, at, settles_at, outcome, problem, pause_millis, cause,
                                  ended_at, settled, looks_for, times, exchange)
            select :migration, :provider, no, step, number, act, effect, at, settles_at, outcome, problem, pause_millis, cause,
                   ended_at, settled, looks_for, times, exchange
              from written, jsonb_to_recordset(cast(:%s as jsonb))
                   as changed (no bigint, step text, number text, act text, effect boolean, at timestamptz, settles_at timestamptz, outcome text,
                               problem text, pause_millis bigint, cause text, ended_at timestamptz, settled text, looks_for bigint, times int,
                               exchange jsonb)
             order by outcome is null
            on conflict %s do update
               set no = excluded.no, at = excluded.at, settles_at = excluded.settles_at, outcome = excluded.outcome, problem = excluded.problem,
                   pause_millis = excluded.pause_millis, cause = excluded.cause, ended_at = excluded.ended_at, settled = excluded.settled,
                   looks_for = excluded.looks_for, times = excluded.times, exchange = coalesce(excluded.exchange, attempts.exchange)""";

    /** Closed ones come first: the index that allows one open effect looks at each row. */
    private static final String EFFECTS = WRITE.formatted("effects", "(migration_id, no) where effect");
    private static final String LOOKS = WRITE.formatted("looks", "(migration_id, act, step, number) where not effect");

    /** Those that differ; what was exchanged goes with the attempt it belongs to. */
    static List<Part> changes(Migration before, Migration after, Migrations.Exchanged exchanged) {
        List<Attempt> changed = after.attempts().stream().filter(attempt -> !before.attempts().contains(attempt)).toList();
        return List.of(new Part("effects", EFFECTS, rows(changed, exchanged, attempt -> attempt.act().isEffect())),
                new Part("looks", LOOKS, rows(changed, exchanged, attempt -> !attempt.act().isEffect())));
    }

    private static List<?> rows(List<Attempt> attempts, Migrations.Exchanged exchanged, Predicate<Attempt> which) {
        return attempts.stream().filter(which).map(attempt -> row(attempt, exchanged)).toList();
    }

    private static boolean same(Attempt one, Attempt other) {
        return one.act() == other.act() && one.no() == other.no() && one.step().equals(other.step());
    }

    private static Map<String, @Nullable Object> row(Attempt attempt, Migrations.Exchanged exchanged) {
        String exchange = exchanged.attempt() != null && same(attempt, exchanged.attempt()) ? exchanged.text() : "";
        var row = new HashMap<String, @Nullable Object>();
        row.put("no", attempt.no());
        row.put("step", attempt.step());
        row.put("number", FactRows.text(attempt.number()));
        row.put("act", attempt.act().name());
        row.put("effect", attempt.act().isEffect());
        row.put("at", attempt.at().toString());
        row.put("settles_at", attempt.settlesAt().toString());
        row.put("outcome", attempt.outcome().map(Outcome::word).orElse(null));
        row.put("problem", attempt.outcome().flatMap(AttemptRows::problem).orElse(null));
        row.put("pause_millis", attempt.outcome().flatMap(AttemptRows::pause).map(Duration::toMillis).orElse(null));
        row.put("cause", attempt.outcome().flatMap(AttemptRows::cause).orElse(null));
        row.put("ended_at", attempt.endedAt().map(Instant::toString).orElse(null));
        row.put("settled", attempt.settled().name());
        row.put("looks_for", attempt.looksFor());
        row.put("times", attempt.times());
        row.put("exchange", exchange.isEmpty() ? null : new RawValue(exchange));
        return row;
    }

    private static Optional<String> problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var problem, _) -> Optional.of(problem.code());
            case Outcome.NotSent(var problem, _) -> Optional.of(problem.code());
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> pause(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(_, var pause) -> Optional.of(pause);
            case Outcome.NotSent(_, var pause) -> Optional.of(pause);
            default -> Optional.empty();
        };
    }

    private static Optional<String> cause(Outcome outcome) {
        return outcome instanceof Outcome.InDoubt(var cause) ? Optional.of(cause) : Optional.empty();
    }

    /** What was tried on the lines of these numbers, over all their migrations. */
    Spendings spendings(ProviderId provider, List<PhoneNumber> numbers, Instant now) {
        return new Spendings(sql.sql("""
                select number, act, at, ended_at, problem
                  from attempts
                 where provider_id = :provider and portway_line(number) in (:lines) and number <> '' and effect and at > :since
                   and outcome is distinct from 'not-sent'
                """)
                .param("provider", provider.value())
                .param("lines", numbers.stream().map(PhoneNumber::line).toList())
                .param("since", Timestamp.from(now.minus(COUNTED)))
                .query((row, _) -> spent(row))
                .list());
    }

    private static Spendings.Try spent(ResultSet row) throws SQLException {
        Act act = act(row);
        String problem = Optional.ofNullable(row.getString("problem")).orElse("");
        boolean closed = act.budget().filter(budget -> budget.spent().code().equals(problem)).isPresent();
        return new Spendings.Try(new PhoneNumber(row.getString("number")), act, instant(row, "at").orElseThrow(),
                closed ? instant(row, "ended_at") : Optional.empty());
    }
}
