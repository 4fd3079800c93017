package dev.portway.account;

import dev.portway.migration.fact.Secret;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is signed in to the console. In the database, so that they stay so over a restart and on every node, and can be signed out at once. A session ends
 * after 12 hours without a request, and after 7 days in any case: a working day, and a week.
 */
@Repository
public class Sessions {

    private static final String ALIVE = "last_seen_at > now() - interval '12 hours' and s.created_at > now() - interval '7 days'";

    private final JdbcClient jdbc;

    public Sessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return what the cookie holds */
    Secret open(User user) {
        jdbc.sql("delete from sessions s where not (" + ALIVE + ")").update();
        var token = new Secret(Tokens.random(43));
        jdbc.sql("insert into sessions (token_hash, provider_id, user_id) values (?, ?, ?)")
                .params(Tokens.hash(token.reveal()), user.provider().value(), user.id())
                .update();
        return token;
    }

    Optional<User> find(Secret token) {
        var hash = Tokens.hash(token.reveal());
        var user = jdbc
                .sql("select u.* from sessions s join users u on u.id = s.user_id where token_hash = ? and disabled_at is null and "
                        + ALIVE)
                .param(hash)
                .query((row, no) -> Users.user(row))
                .optional();
        user.ifPresent(seen -> jdbc
                .sql("update sessions set last_seen_at = now() where token_hash = ? and last_seen_at < now() - interval '1 minute'")
                .param(hash)
                .update());
        return user;
    }

    void close(Secret token) {
        jdbc.sql("delete from sessions where token_hash = ?").param(Tokens.hash(token.reveal())).update();
    }
}
