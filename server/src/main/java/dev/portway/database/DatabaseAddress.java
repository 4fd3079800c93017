package dev.portway.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where a PostgreSQL database is reached, and as whom. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    /**
     * Understands {@code jdbc:postgresql://host/db} and the form most hosts hand out, {@code postgres://user:password@host:port/db?sslmode=require}. User
     * and password given apart win over those in the address.
     */
    public static DatabaseAddress parse(String url, @Nullable String user, @Nullable String password) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(url, given(user, "PORTWAY_DATABASE_USER"), given(password, "PORTWAY_DATABASE_PASSWORD"));
        }
        if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
            return fromUri(URI.create(url), user, password);
        }
        throw new CannotStart("PORTWAY_DATABASE_URL must begin with jdbc:postgresql:, postgres:// or postgresql://");
    }

    private static DatabaseAddress fromUri(URI uri, @Nullable String user, @Nullable String password) {
        var login = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseAddress("jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                given(user == null && login.length > 0 ? decoded(login[0]) : user, "PORTWAY_DATABASE_USER"),
                given(password == null && login.length > 1 ? decoded(login[1]) : password, "PORTWAY_DATABASE_PASSWORD"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String given(@Nullable String value, String name) {
        if (value == null || value.isEmpty()) {
            throw new CannotStart(name + " is missing: PORTWAY_DATABASE_URL needs a user and a password beside it or in it");
        }
        return value;
    }

    /** The address without what may be secret in its query. */
    @Override
    public String toString() {
        var question = jdbcUrl.indexOf('?');
        return question < 0 ? jdbcUrl : jdbcUrl.substring(0, question);
    }
}
