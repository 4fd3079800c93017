package dev.portway.graph;

import dev.portway.migration.ProviderId;
import dev.portway.runner.Expiring;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Webhooks that came and whose signature held.
 *
 * <pre>
 * webhook_delivery (id)  provider_id · app_id · body_hash · body · received_at · processed_at | null
 *                        app_id + body_hash unique: a repeated delivery is the same row
 * </pre>
 *
 * Kept for 30 days once read: Graph repeats one for 7, and people who ask why have some time left.
 */
class Deliveries implements Expiring {
    private final JdbcClient sql;

    Deliveries(JdbcClient sql) {
        this.sql = sql;
    }

    /** One that waits to be read. */
    record Delivery(long id, ProviderId provider, String appId, Set<News> news) {
        Delivery {
            news = Set.copyOf(news);
        }
    }

    void add(ProviderId provider, String appId, byte[] body) {
        sql.sql("insert into webhook_delivery (provider_id, app_id, body_hash, body) values (?, ?, ?, ?) on conflict do nothing")
                .params(provider.value(), appId, hash(body), body)
                .update();
    }

    /** The oldest that nobody else is reading; it stays taken until the transaction ends. */
    Optional<Delivery> take() {
        return sql.sql("""
                select id, provider_id, app_id, body from webhook_delivery where processed_at is null order by id limit 1
                   for update skip locked
                """)
                .query((row, _) -> new Delivery(row.getLong("id"), new ProviderId(row.getString("provider_id")), row.getString("app_id"),
                        News.in(row.getBytes("body"))))
                .optional();
    }

    void read(Delivery delivery) {
        sql.sql("update webhook_delivery set processed_at = now() where id = ?").param(delivery.id()).update();
    }

    @Override
    public void forget() {
        sql.sql("delete from webhook_delivery where processed_at < now() - interval '30 days'").update();
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
