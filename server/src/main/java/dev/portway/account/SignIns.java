package dev.portway.account;

import dev.portway.migration.Secret;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tries at signing in, limited over all nodes. Each try is written down before the password is looked at, so that many at once do not slip through.
 */
@Repository
public class SignIns {

    /** Enough for someone who mistypes; a guesser gets 960 a day at one name. */
    private static final int TRIES_PER_NAME = 10;

    /** An office behind one address has more than one person. */
    private static final int TRIES_PER_ADDRESS = 40;

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Users users;

    public SignIns(JdbcClient jdbc, Users users) {
        this.jdbc = jdbc;
        this.users = users;
    }

    /** How a try ended. */
    public sealed interface Ended {

        record SignedIn(User user) implements Ended {}

        /** Name or password; which of them is not said. */
        record Wrong() implements Ended {}

        /** The password was not looked at. */
        record TooMany(Duration opensIn) implements Ended {}
    }

    public Ended attempt(String signIn, Secret password, String address) {
        var name = "name:" + shortened(Users.normal(signIn));
        var from = "address:" + address;
        var opensIn = spend(from, TRIES_PER_ADDRESS).or(() -> spend(name, TRIES_PER_NAME));
        if (opensIn.isPresent()) {
            return new Ended.TooMany(opensIn.get());
        }
        var user = users.withPassword(signIn, password);
        user.ifPresent(known -> forgive(name, from));
        return user.<Ended>map(Ended.SignedIn::new).orElseGet(Ended.Wrong::new);
    }

    /** Empty: within the limit. A refused try is not kept, or the window would never open again for someone who goes on trying. */
    private Optional<Duration> spend(String subject, int limit) {
        jdbc.sql("delete from sign_in_failures where at <= now() - make_interval(secs => ?)").param(WINDOW.toSeconds()).update();
        var mine = jdbc.sql("insert into sign_in_failures (subject) values (?) returning id").param(subject).query(Long.class).single();
        var tries = jdbc.sql("select count(*) from sign_in_failures where subject = ?").param(subject).query(Integer.class).single();
        if (tries <= limit) {
            return Optional.empty();
        }
        jdbc.sql("delete from sign_in_failures where id = ?").param(mine).update();
        var seconds = jdbc
                .sql("select coalesce(extract(epoch from min(at) - now())::bigint, 0) + ? from sign_in_failures where subject = ?")
                .params(WINDOW.toSeconds(), subject)
                .query(Long.class)
                .single();
        return Optional.of(Duration.ofSeconds(Math.max(1, seconds)));
    }

    /** The right password clears its name. Of the address only this try is taken back, or one known password would buy any number of guesses at others. */
    private void forgive(String name, String from) {
        jdbc.sql("delete from sign_in_failures where subject = ?").param(name).update();
        jdbc.sql("delete from sign_in_failures where id = (select max(id) from sign_in_failures where subject = ?)").param(from).update();
    }

    /** Lets somebody try again at once whose password was set anew. */
    static void forgive(JdbcClient jdbc, String signIn) {
        jdbc.sql("delete from sign_in_failures where subject = ?").param("name:" + shortened(Users.normal(signIn))).update();
    }

    private static String shortened(String name) {
        return name.length() > 100 ? name.substring(0, 100) : name;
    }
}
