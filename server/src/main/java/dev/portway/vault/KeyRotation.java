package dev.portway.vault;

import dev.portway.database.CannotStart;
import dev.portway.migration.ProviderId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals everything anew with a new key. Nodes that run meanwhile go on: they find the new key in the file when they meet something it sealed, and what they
 * still seal with the old one stays readable until {@link #forgetOlderKeys}.
 */
public final class KeyRotation {

    private final JdbcClient jdbc;
    private final TransactionTemplate holding;
    private final TransactionTemplate apart;
    private final KeyRing keys;
    private final Seals seals;

    public KeyRotation(JdbcClient jdbc, PlatformTransactionManager transactions, KeyRing keys) {
        this.jdbc = jdbc;
        this.holding = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions,
                new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        this.keys = keys;
        this.seals = new Seals(keys);
    }

    private record Column(String table, String name) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(Column column, String row, ProviderId owner, byte[] sealed) {}

    /** What a rotation did. */
    public sealed interface Rotated {

        /** A new key was made, and this many values are sealed with it now. */
        record Anew(int values) implements Rotated {}

        /** The newest key had not sealed everything, because a rotation was cut short: now it has, and no other was made. */
        record Continued(int values) implements Rotated {}
    }

    /** @throws CannotStart when another rotation is under way, or these are not the keys of this database */
    public Rotated rotate() throws IOException {
        return alone(() -> {
            var left = resealAll();
            if (left > 0) {
                return new Rotated.Continued(left);
            }
            keys.add();
            return new Rotated.Anew(resealAll());
        });
    }

    /**
     * Seals what running nodes sealed since, then drops every key but the one in use. Restart all nodes first: they would go on with a dropped one.
     *
     * @return how many values were still sealed with an older key
     */
    public int forgetOlderKeys() throws IOException {
        return alone(() -> {
            var late = resealAll();
            keys.forgetOlder();
            return late;
        });
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** Two at once would each write a key of their own into the file, and what one of them sealed would be lost with its key. */
    private <T> T alone(Work<T> work) throws IOException {
        try {
            return holding.execute(_ -> {
                // It stands still as long as the work beside it takes, and is the lock all that time.
                jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
                if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtext('portway.rotate-key'))").query(Boolean.class).single()) {
                    throw new CannotStart("Another rotate-key is under way. Wait for it to end");
                }
                keys.readAgain();
                KeyCheck.pass(jdbc, seals);
                try {
                    return work.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private int resealAll() {
        return columns().stream().mapToInt(column -> apart.execute(_ -> reseal(column))).sum();
    }

    private int reseal(Column column) {
        var old = places(column).stream().filter(place -> !seals.isUnderCurrentKey(place.sealed())).toList();
        old.forEach(this::reseal);
        return old.size();
    }

    private void reseal(Place place) {
        jdbc.sql("update %s set %s = ? where ctid = ?::tid".formatted(place.column().table(), place.column().name()))
                .params(seals.reseal(place.owner(), place.sealed()), place.row())
                .update();
    }

    /** Locked until they are written, so that nobody's newer value is overwritten. */
    private List<Place> places(Column column) {
        return jdbc.sql("select ctid::text as place, provider_id, %2$s as sealed from %1$s where %2$s is not null for update"
                .formatted(column.table(), column.name()))
                .query((row, no) -> new Place(column, row.getString("place"),
                        new ProviderId(row.getString("provider_id")), row.getBytes("sealed")))
                .list();
    }

    /** By their name; names from the catalogue of our own schema need no quoting. */
    private List<Column> columns() {
        return jdbc.sql("""
                select table_name, column_name from information_schema.columns
                 where table_schema = current_schema() and column_name like '%\\_sealed' and data_type = 'bytea'
                 order by table_name, column_name
                """).query((row, no) -> new Column(row.getString("table_name"), row.getString("column_name"))).list();
    }
}
