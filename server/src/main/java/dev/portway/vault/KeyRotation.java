package dev.portway.vault;

import dev.portway.migration.ProviderId;
import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals everything anew with a new key. Nodes that run meanwhile go on: they find the new key in the file when they meet something it sealed, and what they
 * still seal with the old one stays readable until {@link #forgetOlderKeys}.
 */
public final class KeyRotation {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyRing keys;
    private final Seals seals;

    public KeyRotation(JdbcClient jdbc, TransactionTemplate transaction, KeyRing keys) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.seals = new Seals(keys);
    }

    private record Column(String table, String name) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(Column column, String row, ProviderId owner, byte[] sealed) {}

    /** @return how many values were sealed anew */
    public int rotate() throws IOException {
        keys.add();
        return resealAll();
    }

    /** Seals what running nodes sealed since, then drops every key but the one in use. Restart all nodes first: they would go on with a dropped one. */
    public int forgetOlderKeys() throws IOException {
        var late = resealAll();
        keys.forgetOlder();
        return late;
    }

    private int resealAll() {
        return columns().stream().mapToInt(column -> transaction.execute(status -> reseal(column))).sum();
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
