package dev.portway.guest;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often a link is answered, and how often somebody comes with an address that opens nothing, limited over all nodes. A token cannot be guessed; what
 * is limited is the work that trying makes, and the typing of whoever holds a link.
 */
final class Tries {
    /** What is counted together, and how often it may be. */
    record Limit(String subject, int most) {
        /** Answers sent by one link, right or wrong. */
        static Limit answers(String link) {
            return new Limit("link:" + link, 30);
        }

        /** Addresses that open nothing, of one network: an office has more than one person who mistypes. */
        static Limit strangers(String network) {
            return new Limit("network:" + network, 60);
        }
    }

    private static final Duration SPAN = Duration.ofMinutes(15);

    private final JdbcClient sql;

    Tries(JdbcClient sql) {
        this.sql = sql;
    }

    /** Counts one. How long to wait when there are none left: then it is not kept, or the door would never open again, and nothing is written. */
    Optional<Duration> spend(Limit limit) {
        if (kept(limit)) {
            forget();
            return Optional.empty();
        }
        long seconds = sql.sql("""
                select coalesce(extract(epoch from min(at) - portway_now())::bigint, 0) + :span from guest_tries
                 where subject = :subject and at > portway_now() - make_interval(secs => :span)
                """).param("span", SPAN.toSeconds()).param("subject", limit.subject()).query(Long.class).single();
        return Optional.of(Duration.ofSeconds(Math.max(1, seconds)));
    }

    private boolean kept(Limit limit) {
        return sql
                .sql("""
                        insert into guest_tries (subject) select :subject
                         where (select count(*) from guest_tries where subject = :subject and at > portway_now() - make_interval(secs => :span)) < :most
                        """)
                .param("subject", limit.subject())
                .param("span", SPAN.toSeconds())
                .param("most", limit.most())
                .update() == 1;
    }

    private void forget() {
        sql.sql("delete from guest_tries where at <= portway_now() - make_interval(secs => ?)").param(SPAN.toSeconds()).update();
    }
}
