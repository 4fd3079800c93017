package dev.portway.account;

import dev.portway.migration.ProviderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What each provider is at Meta. What it leaves open is as the server's settings say, which hold for all. Nothing of it is secret.
 *
 * <pre>
 * set_up_changes (provider, version)   signup_config · credit_line · solution · sharing      '' where it is left open
 *                                      by · at                                               the newest version holds
 * </pre>
 */
@Repository
public class SetUps {
    /** How far back the changes are told: more than anybody reads. */
    public static final int MOST_TOLD = 20;

    private final JdbcClient sql;
    private final SetUp server;

    @Autowired
    SetUps(JdbcClient sql, @Value("${portway.signup.config:}") String signUpConfig, @Value("${portway.credit.line:}") String creditLine,
            @Value("${portway.solution:no}") String solution, @Value("${portway.sharing:}") String sharing) {
        this(sql, new SetUp(signUpConfig.strip(), creditLine.strip(), solution.strip(), sharing.strip()));
    }

    /** @param server what holds for whoever says nothing */
    public SetUps(JdbcClient sql, SetUp server) {
        this.sql = sql;
        this.server = server;
    }

    /** One thing that is said, and the words it takes; empty leaves it to the server. */
    public enum Part {
        // @formatter:off
        SIGN_UP_CONFIG("signUpConfig", "The id of a sign-up configuration is a number", "[0-9]{0,32}"),
        CREDIT_LINE("creditLine", "A credit line: yes or no", "|yes|no"),
        SOLUTION("solution", "A solution: yes or no", "|yes|no"),
        SHARING("sharing", "Sharing: offered or not-offered", "|offered|not-offered");
        // @formatter:on

        private final String field;
        private final String takes;
        private final Pattern form;

        Part(String field, String takes, String form) {
            this.field = field;
            this.takes = takes;
            this.form = Pattern.compile(form);
        }

        /** As requests and forms name it. */
        public String field() {
            return field;
        }

        public boolean takes(String text) {
            return form.matcher(text).matches();
        }
    }

    /**
     * What one provider says; each is empty where it leaves it to the server.
     *
     * @param signUpConfig id of the Embedded Signup configuration of its app
     * @param creditLine {@code yes} or {@code no}: whether it has one that it shares with clients
     * @param solution {@code yes} or {@code no}: whether it is part of a Multi-Partner Solution
     * @param sharing {@code offered} or {@code not-offered}: whether Meta's sign-up lets its clients share existing numbers
     */
    public record SetUp(String signUpConfig, String creditLine, String solution, String sharing) {
        public static final SetUp OPEN = new SetUp("", "", "", "");

        public SetUp {
            require(Part.SIGN_UP_CONFIG, signUpConfig);
            require(Part.CREDIT_LINE, creditLine);
            require(Part.SOLUTION, solution);
            require(Part.SHARING, sharing);
        }

        private static void require(Part part, String text) {
            if (!part.takes(text)) {
                throw new IllegalArgumentException(part.takes + ", not \"" + text + "\"");
            }
        }

        public String get(Part part) {
            return switch (part) {
                case SIGN_UP_CONFIG -> signUpConfig;
                case CREDIT_LINE -> creditLine;
                case SOLUTION -> solution;
                case SHARING -> sharing;
            };
        }

        private SetUp or(SetUp other) {
            return new SetUp(or(Part.SIGN_UP_CONFIG, other), or(Part.CREDIT_LINE, other), or(Part.SOLUTION, other),
                    or(Part.SHARING, other));
        }

        private String or(Part part, SetUp other) {
            return get(part).isEmpty() ? other.get(part) : get(part);
        }
    }

    /**
     * What was said once, whole.
     *
     * @param version counts from 1
     * @param by the name of a key or a person; empty: whoever runs the server
     */
    public record Change(int version, SetUp setUp, String by, Instant at) {}

    /** What the provider says itself. */
    public SetUp of(ProviderId provider) {
        return changes(provider).stream().findFirst().map(Change::setUp).orElse(SetUp.OPEN);
    }

    /** With what the server says where the provider says nothing. */
    public SetUp inForce(ProviderId provider) {
        return of(provider).or(server);
    }

    /** What holds for whoever says nothing. */
    public SetUp ofServer() {
        return server;
    }

    /** 0: it has never said anything. */
    public int version(ProviderId provider) {
        return changes(provider).stream().findFirst().map(Change::version).orElse(0);
    }

    /** Newest first, the last {@value #MOST_TOLD}. */
    public List<Change> changes(ProviderId provider) {
        return sql.sql("select * from set_up_changes where provider_id = ? order by version desc limit ?")
                .params(provider.value(), MOST_TOLD)
                .query((row, _) -> change(row))
                .list();
    }

    /**
     * Says it whole, and says it anew: what was said before is kept beside it. Whoever says what holds already changes nothing.
     *
     * @param seen the version it was made from
     * @return empty when somebody said something since
     */
    public Optional<Change> set(ProviderId provider, int seen, SetUp setUp, String by) {
        Optional<Change> holds = changes(provider).stream().findFirst();
        return holds.filter(change -> change.version() == seen && change.setUp().equals(setUp)).or(() -> added(provider, seen, setUp, by));
    }

    private Optional<Change> added(ProviderId provider, int seen, SetUp setUp, String by) {
        return sql.sql("""
                insert into set_up_changes (provider_id, version, signup_config, credit_line, solution, sharing, changed_by)
                select ?, ?, ?, ?, ?, ?, ?
                 where coalesce((select max(version) from set_up_changes where provider_id = ?), 0) = ?
                on conflict do nothing returning *
                """)
                .params(provider.value(), seen + 1, setUp.signUpConfig(), setUp.creditLine(), setUp.solution(), setUp.sharing(), by,
                        provider.value(), seen)
                .query((row, _) -> change(row))
                .optional();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(row.getInt("version"),
                new SetUp(row.getString("signup_config"), row.getString("credit_line"), row.getString("solution"),
                        row.getString("sharing")),
                row.getString("changed_by"), row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
