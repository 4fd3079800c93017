package dev.portway.graph.webhook;

import dev.portway.migration.ProviderId;
import dev.portway.runner.Expiring;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Webhooks that came and whose signature held. Of what people write to each other nothing is kept but that something came: its hash.
 *
 * <pre>
 * webhook_delivery (id)  provider_id · app_id · body_hash · what concerns us of the body · received_at · not_before · tries · processed_at | null
 *                        app_id + body_hash unique: a repeated delivery is the same row
 * </pre>
 *
 * Kept for 30 days once read: Graph repeats one for 7, and people who ask why have some time left.
 */
public class Deliveries implements Expiring {
    private final JdbcClient sql;

    public Deliveries(JdbcClient sql) {
        this.sql = sql;
    }

    /** One that waits to be read; its news as they stand in it. */
    record Delivery(long id, ProviderId provider, String appId, List<News> news) {
        Delivery {
            news = List.copyOf(news);
        }
    }

    void add(ProviderId provider, String appId, byte[] body) {
        byte[] kept = News.kept(body);
        sql.sql("""
                insert into webhook_delivery (provider_id, app_id, body_hash, body, processed_at)
                values (:provider, :app, :hash, :kept, case when :kept = ''::bytea then now() end) on conflict do nothing
                """)
                .param("provider", provider.value())
                .param("app", appId)
                .param("hash", hash(body))
                .param("kept", kept)
                .update();
    }

    /**
     * The oldest that nobody else is reading; it stays taken until the transaction ends, which may take a while: what it says goes to many, and only
     * this row waits for it.
     */
    Optional<Delivery> take() {
        sql.sql("set local idle_in_transaction_session_timeout = '15min'").update();
        return sql
                .sql("""
                        select id, provider_id, app_id, body from webhook_delivery where processed_at is null and not_before <= now() order by id limit 1
                           for update skip locked
                        """)
                .query((row, _) -> new Delivery(row.getLong("id"), new ProviderId(row.getString("provider_id")), row.getString("app_id"),
                        List.copyOf(News.in(row.getBytes("body")))))
                .optional();
    }

    void read(Delivery delivery) {
        sql.sql("update webhook_delivery set processed_at = now() where id = ?").param(delivery.id()).update();
    }

    /** After two seconds, then four, then eight: in the end about once an hour, as long as it is kept. */
    void putOff(Delivery delivery) {
        sql.sql("""
                update webhook_delivery set tries = tries + 1, not_before = now() + least(2 ^ least(tries + 1, 12), 3600) * interval '1 second'
                 where id = ?""")
                .param(delivery.id())
                .update();
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
