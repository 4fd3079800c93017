package dev.portway.database;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    Settings settings(Environment environment) {
        return Settings.from(environment::getProperty);
    }

    /** Closed after everything that uses it. */
    @Bean
    Database database(Settings settings) {
        return Database.open(settings);
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.source();
    }
}
