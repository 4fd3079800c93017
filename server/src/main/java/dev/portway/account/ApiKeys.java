package dev.portway.account;

import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import java.security.MessageDigest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keys of programs that use the API. We keep a hash; a key is seen whole only by whoever issues it.
 *
 * <pre>
 * pk_ 4fKq9ZrTb2Wn _ 7yH…32 letters and digits…
 *     prefix: shown, and found by      known to the holder
 * </pre>
 */
@Repository
public class ApiKeys {

    private static final Pattern FORM = Pattern.compile("pk_([A-Za-z0-9]{12})_[A-Za-z0-9]{32}");

    private final JdbcClient jdbc;

    public ApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What may be shown of a key. */
    public record ApiKey(String prefix, String name, Set<Scope> scopes, Instant createdAt, @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /** A key that was just made: the only time it is seen. */
    public record Issued(String prefix, Secret key) {}

    /** Who came with a key, and what it lets them do. */
    record Holder(Caller caller, Set<Scope> scopes) {}

    /** Scopes include those below them. */
    public Issued issue(ProviderId provider, String name, Scope scope) {
        var key = new Secret("pk_" + Tokens.random(12) + "_" + Tokens.random(32));
        add(provider, name, scope, key);
        return new Issued(prefix(key), key);
    }

    /** A key that was chosen elsewhere; nothing happens when it is already known. For starting a server together with the programs that use it. */
    public void add(ProviderId provider, String name, Scope scope, Secret key) {
        jdbc.sql(
                "insert into api_keys (provider_id, name, prefix, key_hash, scopes) values (?, ?, ?, ?, ?) on conflict (prefix) do nothing")
                .params(provider.value(), name, prefix(key), Tokens.hash(key.reveal()),
                        scope.included().stream().map(Scope::word).sorted().toArray(String[]::new))
                .update();
    }

    public List<ApiKey> list(ProviderId provider) {
        return jdbc.sql("select * from api_keys where provider_id = ? order by id")
                .param(provider.value())
                .query((row, no) -> new ApiKey(
                        row.getString("prefix"), row.getString("name"), scopes(row.getArray("scopes")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "last_used_at"),
                        instant(row, "revoked_at")))
                .list();
    }

    /** False when the provider has no such key in force. */
    public boolean revoke(ProviderId provider, String prefix) {
        return jdbc.sql("update api_keys set revoked_at = now() where provider_id = ? and prefix = ? and revoked_at is null")
                .params(provider.value(), prefix)
                .update() == 1;
    }

    /** Empty for a key that is unknown, changed or revoked; which of these is nobody's business outside. */
    Optional<Holder> holder(String key) {
        var form = FORM.matcher(key);
        return form.matches() ? find(form.group(1), Tokens.hash(key)) : Optional.empty();
    }

    /** Whether somebody who was let in by a key would be let in again. */
    public boolean inForce(Caller caller) {
        return jdbc.sql("select exists (select from api_keys where provider_id = ? and id = ? and revoked_at is null)")
                .params(caller.provider().value(), caller.id())
                .query(Boolean.class)
                .single();
    }

    private record Kept(boolean same, Holder holder) {}

    /** Looks first and notes the use afterwards: two connections at once for one request would use the pool up against itself. */
    private Optional<Holder> find(String prefix, byte[] hash) {
        Optional<Holder> holder = jdbc.sql("select * from api_keys where prefix = ? and revoked_at is null")
                .param(prefix)
                .query((row, no) -> new Kept(MessageDigest.isEqual(row.getBytes("key_hash"), hash), holder(row)))
                .optional()
                .filter(Kept::same)
                .map(Kept::holder);
        holder.ifPresent(this::used);
        return holder;
    }

    private static Holder holder(ResultSet row) throws SQLException {
        var caller = new Caller(new ProviderId(row.getString("provider_id")), Caller.Kind.KEY, row.getLong("id"), row.getString("name"));
        return new Holder(caller, scopes(row.getArray("scopes")));
    }

    /** When it was last used, to the minute: not a write for each request. */
    private void used(Holder holder) {
        jdbc.sql(
                "update api_keys set last_used_at = now() where id = ? and (last_used_at is null or last_used_at < now() - interval '1 minute')")
                .param(holder.caller().id())
                .update();
    }

    private static String prefix(Secret key) {
        var form = FORM.matcher(key.reveal());
        if (!form.matches()) {
            throw new IllegalArgumentException("An API key is \"pk_\", 12 letters or digits, \"_\" and 32 more");
        }
        return form.group(1);
    }

    private static Set<Scope> scopes(Array words) throws SQLException {
        return Arrays.stream((String[]) words.getArray()).map(Scope::of).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
