package dev.portway.graph;

import dev.portway.account.SetUps;
import dev.portway.graph.webhook.Deliveries;
import dev.portway.graph.webhook.Listening;
import dev.portway.migration.Hands;
import dev.portway.runner.Desk;
import dev.portway.vault.GraphApps;
import dev.portway.vault.SourceAccesses;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

    @Bean
    OpenLines graphLines(GraphApps apps, SourceAccesses sources, Quotas quotas) {
        return new OpenLines(apps, sources, quotas);
    }

    @Bean
    Quotas quotas(JdbcClient sql) {
        return new Quotas(sql);
    }

    @Bean
    Hands graphHands(GraphLines lines, Quotas quotas, InstantSource clock) {
        return new GraphHands(lines, quotas, clock);
    }

    @Bean
    MeterBinder graphMeasures(JdbcClient sql) {
        return new Measures(sql);
    }

    @Bean
    Deliveries deliveries(JdbcClient sql) {
        return new Deliveries(sql);
    }

    @Bean
    Listening listening(Deliveries deliveries, Desk desk, PlatformTransactionManager transactions) {
        return new Listening(deliveries, desk, transactions);
    }

    @Bean
    SignUpWindows signUpWindows(GraphApps apps, SetUps setUps) {
        return new SignUpWindows(apps, setUps);
    }
}
