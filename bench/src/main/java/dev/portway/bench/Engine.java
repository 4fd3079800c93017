package dev.portway.bench;

import dev.portway.database.Database;
import dev.portway.migration.Action;
import dev.portway.migration.Hands;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.runner.Desk;
import dev.portway.vault.KeyRing;
import dev.portway.vault.Seals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The runner as the server wires it, on a real PostgreSQL, with other hands. */
final class Engine implements AutoCloseable {
    private static final ProviderId HERE = new ProviderId("here");
    private static final KeyRing KEYS = KeyRing.of(KeyRing.newKeyset());

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param first what people do before the first migration is carried */
    Engine(Database database, Hands hands, Consumer<Desk> first) {
        JdbcClient sql = JdbcClient.create(database.source());
        sql.sql("insert into providers (id, name) values (?, 'Here') on conflict do nothing").param(HERE.value()).update();
        context.registerBean(DataSource.class, database::source,
                bean -> ((AbstractBeanDefinition) bean).setDestroyMethodName("")); // others use it too
        context.registerBean(JdbcClient.class, () -> sql);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database.source()));
        context.registerBean(Seals.class, () -> new Seals(KEYS));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(InstantSource.class, InstantSource::system);
        context.registerBean(Hands.class, () -> hands);
        context.registerBean(BeforeTheRunner.class, () -> new BeforeTheRunner(() -> first.accept(context.getBean(Desk.class))));
        context.scan("dev.portway.runner");
        context.refresh();
    }

    /** Starts what has no phase of its own last: the runner. */
    private static final class BeforeTheRunner implements SmartLifecycle {
        private final Runnable what;
        private boolean done;

        BeforeTheRunner(Runnable what) {
            this.what = what;
        }

        @Override
        public void start() {
            what.run();
            done = true;
        }

        @Override
        public void stop() {
            done = false;
        }

        @Override
        public boolean isRunning() {
            return done;
        }

        @Override
        public int getPhase() {
            return 0;
        }
    }

    static void place(Desk desk, int migrations) {
        for (int i = 0; i < migrations; i++) {
            place(desk, new PhoneNumber("+55119%08d".formatted(i)), true);
        }
    }

    /** They wait until somebody says that they shall begin. */
    static void draft(Desk desk, int migrations) {
        for (int i = 0; i < migrations; i++) {
            place(desk, new PhoneNumber("+55119%08d".formatted(i)), false);
        }
    }

    private static void place(Desk desk, PhoneNumber number, boolean submitted) {
        var order = new Order(List.of(number), Optional.of(new WabaId("100001")), SourceAccess.READ, Optional.of(new WabaId("200002")),
                Proving.BEFORE_WINDOW, Duration.ZERO, Order.PATIENCE, Optional.empty());
        Learned<?> choice = Learned.that(Fact.CODE_CHOICE, number, new CodeChoice(CodeChoice.Method.SMS, "pt_BR"));
        List<Learned<?>> said = submitted ? List.of(Learned.that(Fact.SUBMITTED, true), choice) : List.of(choice);
        desk.place(HERE, Routes.named("migrate").orElseThrow(), order, said, Source.person("bench"));
    }

    /** The owners of all the numbers hand over the codes that were sent. */
    static void enterCodes(Desk desk) {
        Optional<MigrationId> after = Optional.empty();
        do {
            List<Desk.Line> page = desk.list(HERE, new Desk.Filter(List.of(), Optional.empty(), Optional.empty(), "", after, 100));
            page.forEach(line -> desk.tell(HERE, line.id(), Action.ENTER_CODE, Map.of("code", "123456"), Source.person("bench")));
            after = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().id());
        } while (after.isPresent());
    }

    @Override
    public void close() {
        context.close();
    }
}
