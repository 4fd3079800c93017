package dev.portway.vault;

import dev.portway.migration.ProviderId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With which app each provider reaches Graph; its secrets sealed. */
public class GraphApps {

    private static final String APP_SECRET = "app-secret";
    private static final String SYSTEM_TOKEN = "system-token";
    private static final String VERIFY_TOKEN = "webhook-verify-token";

    private final JdbcClient jdbc;
    private final Seals seals;

    public GraphApps(JdbcClient jdbc, Seals seals) {
        this.jdbc = jdbc;
        this.seals = seals;
    }

    public Optional<GraphApp> of(ProviderId provider) {
        return jdbc.sql("select * from graph_apps where provider_id = ?").param(provider.value()).query(this::read).optional();
    }

    /** For the webhook intake, whose address names the app before anything tells the provider. */
    public Optional<GraphApp> byAppId(String appId) {
        return jdbc.sql("select * from graph_apps where app_id = ?").param(appId).query(this::read).optional();
    }

    public void set(GraphApp app) {
        jdbc.sql("""
                insert into graph_apps (provider_id, app_id, api_version, base_url, business_id, app_secret_sealed, system_token_sealed,
                                        webhook_verify_token_sealed)
                values (:provider, :app, :version, :url, :business, :secret, :token, :verify)
                on conflict (provider_id) do update set app_id = :app, api_version = :version, base_url = :url, business_id = :business,
                    app_secret_sealed = :secret, system_token_sealed = :token, webhook_verify_token_sealed = :verify, updated_at = now()
                """)
                .param("provider", app.provider().value())
                .param("app", app.appId())
                .param("version", app.apiVersion())
                .param("url", app.baseUrl().toString())
                .param("business", app.businessId())
                .param("secret", seals.seal(app.provider(), APP_SECRET, app.appSecret()))
                .param("token", seals.seal(app.provider(), SYSTEM_TOKEN, app.systemToken()))
                .param("verify", seals.seal(app.provider(), VERIFY_TOKEN, app.webhookVerifyToken()))
                .update();
    }

    private GraphApp read(ResultSet row, int no) throws SQLException {
        var provider = new ProviderId(row.getString("provider_id"));
        return new GraphApp(provider, row.getString("app_id"), row.getString("api_version"), URI.create(row.getString("base_url")),
                row.getString("business_id"), seals.unseal(provider, APP_SECRET, row.getBytes("app_secret_sealed")),
                seals.unseal(provider, SYSTEM_TOKEN, row.getBytes("system_token_sealed")),
                seals.unseal(provider, VERIFY_TOKEN, row.getBytes("webhook_verify_token_sealed")));
    }
}
