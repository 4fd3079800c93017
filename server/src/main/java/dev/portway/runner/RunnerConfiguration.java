package dev.portway.runner;

import dev.portway.migration.Hands;
import dev.portway.vault.Seals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class RunnerConfiguration {
    @Bean
    Migrations migrations(JdbcClient sql, Seals seals) {
        return new Migrations(sql, seals);
    }

    @Bean
    Poke poke(JdbcClient sql) {
        return new Poke(sql);
    }

    @Bean
    Directory directory(JdbcClient sql) {
        return new Directory(sql);
    }

    @Bean
    Desk desk(Migrations migrations, Directory directory, PlatformTransactionManager transactions, Poke poke) {
        return new PostgresDesk(migrations, directory, transactions, poke);
    }

    @Bean
    Carrier carrier(Migrations migrations, PlatformTransactionManager transactions, List<Hands> hands, MeterRegistry meters) {
        List<Hands> counted = hands.stream().map(one -> (Hands) new CountedHands(one, meters)).toList();
        var journal = new PostgresJournal(migrations, new TransactionTemplate(transactions), Carrier.SETTLES_AFTER);
        return new Carrier(migrations, journal, counted);
    }

    @Bean
    MeterBinder migrationMeasures(JdbcClient sql) {
        return new Measures(sql);
    }

    @Bean(destroyMethod = "")
    Runner runner(DataSource source, Carrier carrier, Poke poke, InstantSource clock, Environment environment, List<Expiring> expiring) {
        Duration heartbeat = environment.getProperty("portway.heartbeat", Duration.class, Runner.Pace.USUAL.heartbeat());
        var pace = new Runner.Pace(Runner.Pace.USUAL.atOnce(), Runner.Pace.USUAL.polling(), heartbeat,
                Runner.Pace.USUAL.missedHeartbeats());
        return new Runner(source, carrier, poke, pace, clock, expiring);
    }

    /** Starts once all else is up, stops before anything else goes down. */
    @Bean
    SmartLifecycle running(Runner runner) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                runner.start();
                running = true;
            }

            @Override
            public void stop() {
                runner.close();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
