package dev.portway.runner;

import dev.portway.migration.Action;
import dev.portway.migration.Change;
import dev.portway.migration.Event;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Route;
import dev.portway.migration.Spendings;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.History;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Standing;
import dev.portway.migration.standing.Tidings;
import dev.portway.migration.standing.Told;
import dev.portway.migration.standing.Transitions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk in PostgreSQL. Whoever says something commits it first and pokes the runner then. */
final class PostgresDesk implements Desk {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Migrations migrations;
    private final Directory directory;
    private final TransactionOperations transactions;
    private final TransactionOperations oneMoment;
    private final Poke poke;

    PostgresDesk(Migrations migrations, Directory directory, PlatformTransactionManager transactions, Poke poke) {
        this.migrations = migrations;
        this.directory = directory;
        this.transactions = new TransactionTemplate(transactions);
        this.oneMoment = oneMoment(transactions);
        this.poke = poke;
    }

    /** A migration is read from several tables: all as they were when the first was read. */
    private static TransactionOperations oneMoment(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        template.setReadOnly(true);
        return template;
    }

    @Override
    public Placed place(ProviderId provider, Route route, Order order, List<Learned<?>> said, Source by) {
        try {
            MigrationId id = transactions.execute(_ -> placed(provider, route, order, said, by));
            poke.wake(id);
            return new Placed.New(find(provider, id).orElseThrow());
        } catch (DuplicateKeyException taken) {
            return directory.busy(provider, order.numbers()).orElseThrow(() -> taken);
        }
    }

    private MigrationId placed(ProviderId provider, Route route, Order order, List<Learned<?>> said, Source by) {
        Instant now = migrations.now();
        Migration empty = Migration.asked(newId(), provider, route, order, now);
        migrations.insert(empty, Transitions.created(empty, said, by, now), now);
        return empty.id();
    }

    private static MigrationId newId() {
        var id = new StringBuilder("mig_");
        RANDOM.ints(20, 0, LETTERS.length()).mapToObj(LETTERS::charAt).forEach(id::append);
        return new MigrationId(id.toString());
    }

    @Override
    public Optional<Card> find(ProviderId provider, MigrationId id) {
        return oneMoment.execute(_ -> migrations.read(provider, id).map(row -> {
            Instant now = row.now();
            Migration migration = migrations.whole(row);
            return new Card(migration, Standing.of(migration, now), Allowed.of(migration, now), now, row.version());
        }));
    }

    @Override
    public boolean hasEnded(ProviderId provider, MigrationId id) {
        return directory.hasEnded(provider, id);
    }

    @Override
    public List<Line> list(ProviderId provider, Filter filter) {
        return directory.list(provider, filter);
    }

    @Override
    public Optional<Told> tell(ProviderId provider, MigrationId id, Action action, Map<String, String> input, Source by) {
        Optional<Told> told = transactions.execute(_ -> migrations.lock(provider, id).map(row -> {
            Instant now = row.now();
            Migration migration = migrations.whole(row);
            Told answer = Transitions.told(migration, action, input, by, now);
            if (answer instanceof Told.Accepted(var change)) {
                migrations.write(row, migration, change);
            }
            return answer;
        }));
        told.filter(Told.Accepted.class::isInstance).ifPresent(_ -> poke.wake(id));
        return told;
    }

    @Override
    public int heard(ProviderId provider, List<Hearsay> heard, Source by) {
        var concerned = new LinkedHashMap<MigrationId, List<Hearsay>>();
        heard.forEach(one -> directory.concerned(provider, one.number(), one.waba().map(WabaId::value))
                .forEach(id -> concerned.computeIfAbsent(id, _ -> new ArrayList<>()).add(one)));
        concerned.forEach((id, all) -> heard(provider, id, (migration, now) -> heard(migration, all, by, now)));
        return concerned.size();
    }

    /** One after the other: what an earlier one told decides whether a later one is news. */
    private static Change heard(Migration before, List<Hearsay> heard, Source by, Instant now) {
        var migration = before;
        var events = new ArrayList<Event>();
        for (Hearsay one : heard) {
            Change change = Transitions.heard(migration, learned(migration, one), by, now);
            migration = change.migration();
            events.addAll(change.events());
        }
        return new Change(migration, events);
    }

    private static List<Learned<?>> learned(Migration migration, Hearsay heard) {
        var learned = new ArrayList<Learned<?>>();
        learned.add(Learned.that(Fact.HEARD, heard.about()));
        heard.twoStep()
                .ifPresent(told -> heard.number()
                        .flatMap(one -> asOrdered(migration, one))
                        .ifPresent(one -> learned.addAll(Tidings.of(migration, told, one, heard.waba()))));
        heard.account().ifPresent(told -> learned.addAll(Tidings.of(migration, told, heard.waba())));
        return List.copyOf(learned);
    }

    /** What is told of a line is kept under the number it was ordered with, whichever way Graph writes it. */
    private static Optional<PhoneNumber> asOrdered(Migration migration, PhoneNumber told) {
        return migration.order().numbers().stream().filter(told::isSameLine).findFirst();
    }

    private void heard(ProviderId provider, MigrationId id, BiFunction<Migration, Instant, Change> heard) {
        transactions.executeWithoutResult(_ -> migrations.lock(provider, id).filter(row -> row.ending().isEmpty()).ifPresent(row -> {
            Migration migration = migrations.whole(row);
            migrations.write(row, migration, heard.apply(migration, row.now()));
        }));
        poke.wake(id);
    }

    @Override
    public boolean note(ProviderId provider, MigrationId id, Event event) {
        return transactions.execute(_ -> migrations.lock(provider, id).map(row -> {
            Migration migration = migrations.whole(row);
            migrations.write(row, migration, new Change(migration, List.of(event)));
            return true;
        }).orElse(false));
    }

    @Override
    public List<Entry> events(ProviderId provider, MigrationId id, long afterNo, int limit) {
        return migrations.events().of(provider, id, afterNo, limit);
    }

    @Override
    public List<Entry> feed(ProviderId provider, String cursor, int limit) {
        return migrations.events().feed(provider, cursor, limit);
    }

    @Override
    public List<Strange> unrecognised(ProviderId provider, int limit) {
        return migrations.attempts().unrecognised(provider, limit);
    }

    @Override
    public History history(ProviderId provider, MigrationId id, Instant from, Instant to) {
        return migrations.findings().between(provider, id, from, to);
    }

    @Override
    public List<History.Entry> said(ProviderId provider, MigrationId id, String check, long before, int limit) {
        return migrations.findings().said(provider, id, check, before, limit);
    }

    @Override
    public List<Tried> attempts(ProviderId provider, MigrationId id) {
        return migrations.attempts().tried(provider, id);
    }

    @Override
    public Spendings spendings(ProviderId provider, List<PhoneNumber> numbers) {
        return migrations.attempts().spendings(provider, numbers, migrations.now());
    }
}
