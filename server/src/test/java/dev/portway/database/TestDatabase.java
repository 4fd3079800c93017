package dev.portway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** One fresh database of a test class; {@code address} is for a server started on it. */
public record TestDatabase(String name, DatabaseAddress address, DataSource source) implements AutoCloseable {

    static TestDatabase open(DatabaseAddress server, String name) {
        var address = new DatabaseAddress(server.jdbcUrl().replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name), server.user(),
                server.password());
        var config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        config.setConnectionInitSql("set time zone 'Asia/Kathmandu'");
        return new TestDatabase(name, address, new HikariDataSource(config));
    }

    @Override
    public void close() {
        ((HikariDataSource) source).close();
    }
}
