package dev.portway.vault;

import dev.portway.database.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    KeyRing keyRing(Settings settings) {
        return KeyRing.of(settings);
    }

    @Bean
    Seals seals(KeyRing keys, JdbcClient jdbc) {
        return Seals.checked(keys, jdbc);
    }

    @Bean
    GraphApps graphApps(JdbcClient jdbc, Seals seals) {
        return new GraphApps(jdbc, seals);
    }

    @Bean
    SourceAccesses sourceAccesses(JdbcClient jdbc, Seals seals) {
        return new SourceAccesses(jdbc, seals);
    }
}
