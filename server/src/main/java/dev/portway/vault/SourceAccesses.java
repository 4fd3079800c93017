package dev.portway.vault;

import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens that clients gave a provider to read their source WABA with. */
public class SourceAccesses {

    private static final String TOKEN = "source-token";
    private static final String APP_SECRET = "source-app-secret";

    private final JdbcClient jdbc;
    private final Seals seals;

    public SourceAccesses(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    /**
     * @param wabaId the source WABA it reads
     * @param appSecret of the app the token belongs to, when that app is known to us and asks for a proof; null otherwise
     */
    public record SourceAccess(ProviderId provider, String wabaId, Secret token, @Nullable String appId, @Nullable Secret appSecret) {}

    /** Empty: no access of its own; the provider's token may still reach the WABA if the client shared it. */
    public Optional<SourceAccess> find(ProviderId provider, String wabaId) {
        return jdbc.sql("select * from source_accesses where provider_id = ? and waba_id = ?")
                .params(provider.value(), wabaId)
                .query((row, no) -> read(provider, row))
                .optional();
    }

    public List<SourceAccess> list(ProviderId provider) {
        return jdbc.sql("select * from source_accesses where provider_id = ? order by waba_id")
                .param(provider.value())
                .query((row, no) -> read(provider, row))
                .list();
    }

    private SourceAccess read(ProviderId provider, ResultSet row) throws SQLException {
        var appSecret = row.getBytes("app_secret_sealed");
        return new SourceAccess(provider, row.getString("waba_id"), seals.unseal(provider, TOKEN, row.getBytes("token_sealed")),
                row.getString("app_id"), appSecret == null ? null : seals.unseal(provider, APP_SECRET, appSecret));
    }

    public void set(SourceAccess access) {
        var provider = access.provider();
        jdbc.sql(
                """
                        insert into source_accesses (provider_id, waba_id, app_id, token_sealed, app_secret_sealed) values (:provider, :waba, :app, :token, :secret)
                        on conflict (provider_id, waba_id) do update set app_id = :app, token_sealed = :token, app_secret_sealed = :secret, updated_at = now()
                        """)
                .param("provider", provider.value())
                .param("waba", access.wabaId())
                .param("app", access.appId())
                .param("token", seals.seal(provider, TOKEN, access.token()))
                .param("secret", access.appSecret() == null ? null : seals.seal(provider, APP_SECRET, access.appSecret()))
                .update();
    }

    public void forget(ProviderId provider, String wabaId) {
        jdbc.sql("delete from source_accesses where provider_id = ? and waba_id = ?").params(provider.value(), wabaId).update();
    }
}
