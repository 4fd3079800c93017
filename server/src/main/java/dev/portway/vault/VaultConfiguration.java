package dev.portway.vault;

import dev.portway.database.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    KeyRing keyRing(Settings settings) {
        return settings.key() == null ? KeyRing.in(settings.keyFile()) : KeyRing.of(settings.key());
    }

    @Bean
    Seals seals(KeyRing keys, JdbcClient jdbc) {
        var seals = new Seals(keys);
        KeyCheck.pass(jdbc, seals);
        return seals;
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
