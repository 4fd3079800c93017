package dev.portway.runner;

import dev.portway.migration.Act;
import dev.portway.migration.Attempt;
import dev.portway.migration.Budget;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Outcome;
import dev.portway.migration.PhoneNumber;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Spendings;
import dev.portway.problem.Problems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    /** Writes what differs; the exchange goes with the attempt it belongs to. */
    void write(Migration before, Migration after, @Nullable Attempt exchanged, String exchange) {
        // Closed ones first: the index that allows one open effect looks at each statement.
        after.attempts()
                .stream()
                .filter(attempt -> !before.attempts().contains(attempt))
                .sorted((one, other) -> Boolean.compare(open(one), open(other)))
                .forEach(attempt -> write(after, attempt, exchanged != null && same(attempt, exchanged) ? exchange : ""));
    }

    private static boolean open(Attempt attempt) {
        return attempt.outcome().isEmpty();
    }

    private static boolean same(Attempt one, Attempt other) {
        return one.act() == other.act() && one.no() == other.no() && one.step().equals(other.step());
    }

    private void write(Migration migration, Attempt attempt, String exchange) {
        String key = attempt.act().isEffect() ? "(migration_id, no) where effect" : "(migration_id, act, step, number) where not effect";
        sql.sql("""
                insert into attempts (migration_id, provider_id, no, step, number, act, effect, at, settles_at, outcome, problem, pause_millis, cause,
                                      ended_at, settled, looks_for, times, exchange)
                values (:migration, :provider, :no, :step, :number, :act, :effect, :at, :settlesAt, :outcome, :problem, :pause, :cause,
                        :endedAt, :settled, :looksFor, :times, cast(nullif(:exchange, '') as jsonb))
                on conflict %s do update
                   set no = excluded.no, at = excluded.at, settles_at = excluded.settles_at, outcome = excluded.outcome, problem = excluded.problem,
                       pause_millis = excluded.pause_millis, cause = excluded.cause, ended_at = excluded.ended_at, settled = excluded.settled,
                       looks_for = excluded.looks_for, times = excluded.times, exchange = coalesce(excluded.exchange, attempts.exchange)
                """
                .formatted(key))
                .param("migration", migration.id().value())
                .param("provider", migration.provider().value())
                .param("no", attempt.no())
                .param("step", attempt.step())
                .param("number", FactRows.text(attempt.number()))
                .param("act", attempt.act().name())
                .param("effect", attempt.act().isEffect())
                .param("at", Timestamp.from(attempt.at()))
                .param("settlesAt", Timestamp.from(attempt.settlesAt()))
                .param("outcome", attempt.outcome().map(Outcome::word).orElse(null))
                .param("problem", attempt.outcome().flatMap(AttemptRows::problem).orElse(null))
                .param("pause", attempt.outcome().flatMap(AttemptRows::pause).map(Duration::toMillis).orElse(null))
                .param("cause", attempt.outcome().flatMap(AttemptRows::cause).orElse(null))
                .param("endedAt", attempt.endedAt().map(Timestamp::from).orElse(null))
                .param("settled", attempt.settled().name())
                .param("looksFor", attempt.looksFor())
                .param("times", attempt.times())
                .param("exchange", exchange)
                .update();
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

    /** What was tried on these numbers, over all their migrations. */
    Spendings spendings(ProviderId provider, List<PhoneNumber> numbers, Instant now) {
        return new Spendings(sql.sql("""
                select number, act, at, ended_at, problem
                  from attempts
                 where provider_id = :provider and number in (:numbers) and effect and at > :since and outcome is distinct from 'not-sent'
                """)
                .param("provider", provider.value())
                .param("numbers", numbers.stream().map(PhoneNumber::e164).toList())
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
