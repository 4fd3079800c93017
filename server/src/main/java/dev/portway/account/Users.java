package dev.portway.account;

import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Repository;

/** People of a provider and their passwords, kept as bcrypt hashes. */
@Repository
public class Users {

    /** About a quarter of a second on the machines of 2026: slow for a thief of the table, bearable at a sign-in. */
    private static final BCryptPasswordEncoder BCRYPT = new BCryptPasswordEncoder(12);

    /** Compared when the name is unknown, so that the time it takes does not tell. */
    private static final String NOBODYS = BCRYPT.encode(Tokens.random(20));

    private final JdbcClient jdbc;

    public Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a new password. */
    public enum Change {
        CHANGED, WRONG_PASSWORD, TOO_SHORT, TOO_LONG, SAME
    }

    private record Stored(User user, String hash) {}

    /** What a list shows of a person. */
    public record Person(User user, Instant createdAt, @Nullable Instant disabledAt) {}

    /** @return the first password, or empty when the name is taken */
    public Optional<Secret> add(ProviderId provider, String signIn, Scope scope) {
        var first = new Secret(Tokens.random(16));
        return insert(new User(provider, 0, signIn, scope, true), first) ? Optional.of(first) : Optional.empty();
    }

    /** With a password of their own. False when the name is taken. */
    public boolean add(ProviderId provider, String signIn, Scope scope, Secret password) {
        return insert(new User(provider, 0, signIn, scope, false), password);
    }

    private boolean insert(User user, Secret password) {
        return jdbc.sql("""
                insert into users (provider_id, sign_in, password_hash, must_change_password, scope) values (?, ?, ?, ?, ?)
                on conflict (sign_in) do nothing
                """)
                .params(user.provider().value(), normal(user.signIn()), BCRYPT.encode(password.reveal()), user.mustChangePassword(),
                        user.scope().word())
                .update() == 1;
    }

    /** Holds from their next request on. False: nobody has the name. */
    public boolean allow(ProviderId provider, String signIn, Scope scope) {
        return jdbc.sql("update users set scope = ? where provider_id = ? and sign_in = ?")
                .params(scope.word(), provider.value(), normal(signIn))
                .update() == 1;
    }

    public boolean hasAny() {
        return jdbc.sql("select exists (select from users)").query(Boolean.class).single();
    }

    /** For someone who forgot theirs: a password to be changed at once, and every session ended. Empty: no such user. */
    public Optional<Secret> reset(ProviderId provider, String signIn) {
        var fresh = new Secret(Tokens.random(16));
        var id = jdbc.sql("""
                update users set password_hash = ?, must_change_password = true where provider_id = ? and sign_in = ? returning id
                """).params(BCRYPT.encode(fresh.reveal()), provider.value(), normal(signIn)).query(Long.class).optional();
        id.ifPresent(this::endSessions);
        id.ifPresent(user -> jdbc.sql("delete from known_devices where user_id = ?").param(user).update());
        id.ifPresent(user -> SignIns.forgive(jdbc, signIn));
        return id.map(user -> fresh);
    }

    /** In the order in which they came. */
    public List<Person> list(ProviderId provider) {
        return jdbc.sql("select * from users where provider_id = ? order by id")
                .param(provider.value())
                .query((row, no) -> new Person(user(row), row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("disabled_at", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("disabled_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Ends every session; the right password opens none from then on. False: nobody has the name, or they are disabled already. */
    public boolean disable(ProviderId provider, String signIn) {
        var id = jdbc.sql("update users set disabled_at = now() where provider_id = ? and sign_in = ? and disabled_at is null returning id")
                .params(provider.value(), normal(signIn))
                .query(Long.class)
                .optional();
        id.ifPresent(this::endSessions);
        return id.isPresent();
    }

    /** False: nobody has the name, or they are not disabled. */
    public boolean enable(ProviderId provider, String signIn) {
        return jdbc.sql("update users set disabled_at = null where provider_id = ? and sign_in = ? and disabled_at is not null")
                .params(provider.value(), normal(signIn))
                .update() == 1;
    }

    /** Ends every session of the user; the one who changed it signs in anew. */
    public Change changePassword(Caller caller, Secret current, Secret chosen) {
        var stored = stored("provider_id = ? and id = ?", caller.provider().value(), caller.id());
        if (stored.isEmpty() || !matches(current, stored.get().hash())) {
            return Change.WRONG_PASSWORD;
        }
        var refusal = refusal(current, chosen);
        if (refusal == Change.CHANGED) {
            jdbc.sql("update users set password_hash = ?, must_change_password = false where provider_id = ? and id = ?")
                    .params(BCRYPT.encode(chosen.reveal()), caller.provider().value(), caller.id())
                    .update();
            endSessions(caller.id());
        }
        return refusal;
    }

    /** Takes as long for a name that nobody has, or that is disabled. */
    Optional<User> withPassword(String signIn, Secret password) {
        var stored = stored("sign_in = ? and disabled_at is null", normal(signIn));
        var matches = matches(password, stored.map(Stored::hash).orElse(NOBODYS));
        return matches ? stored.map(Stored::user) : Optional.empty();
    }

    private void endSessions(long user) {
        jdbc.sql("delete from sessions where user_id = ?").param(user).update();
    }

    /** NIST SP 800-63B: length counts, composition rules do not. bcrypt reads 72 bytes. */
    static Change refusal(Secret current, Secret chosen) {
        if (chosen.reveal().codePointCount(0, chosen.reveal().length()) < 12) {
            return Change.TOO_SHORT;
        }
        if (tooLong(chosen)) {
            return Change.TOO_LONG;
        }
        return chosen.equals(current) ? Change.SAME : Change.CHANGED;
    }

    private static boolean matches(Secret password, String hash) {
        return !tooLong(password) && BCRYPT.matches(password.reveal(), hash);
    }

    private static boolean tooLong(Secret password) {
        return password.reveal().getBytes(StandardCharsets.UTF_8).length > 72;
    }

    private Optional<Stored> stored(String where, Object... arguments) {
        return jdbc.sql("select * from users where " + where)
                .params(arguments)
                .query((row, no) -> new Stored(user(row), row.getString("password_hash")))
                .optional();
    }

    static User user(ResultSet row) throws SQLException {
        return new User(new ProviderId(row.getString("provider_id")), row.getLong("id"), row.getString("sign_in"),
                Scope.of(row.getString("scope")), row.getBoolean("must_change_password"));
    }

    /** Without what no database takes, which nobody has in their name. */
    static String normal(String signIn) {
        return signIn.replace("\0", "").strip().toLowerCase(Locale.ROOT);
    }
}
