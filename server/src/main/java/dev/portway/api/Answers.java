package dev.portway.api;

import dev.portway.migration.ProviderId;
import dev.portway.runner.Expiring;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was answered to requests with an Idempotency-Key.
 *
 * <pre>
 * provider, key ──▶ hash of the body · when it was first asked · the answer, once there is one
 * </pre>
 *
 * Kept for 30 days: nobody repeats a request later than that without meaning a new one.
 */
@Repository
class Answers implements Expiring {
    private final JdbcClient sql;

    Answers(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A request that was seen before, or is seen now for the first time.
     *
     * @param first whether this request is the first with its key
     * @param cutOff whether the first one was so long ago that nobody is answering it any more
     */
    record Claim(boolean first, boolean sameBody, Instant claimedAt, boolean cutOff, Optional<String> answer) {}

    private record Row(String hash, Instant claimedAt, boolean cutOff, Optional<String> answer) {}

    Claim claim(ProviderId provider, String key, byte[] body) {
        byte[] hash = hash(body);
        boolean first = sql.sql("""
                insert into idempotency (provider_id, key, body_hash, claimed_at) values (?, ?, ?, portway_now()) on conflict do nothing
                """).params(provider.value(), key, hash).update() == 1;
        Optional<Row> row = sql.sql("""
                select body_hash, claimed_at, claimed_at < portway_now() - interval '1 minute' as cut_off, answer
                  from idempotency where provider_id = ? and key = ?
                """)
                .params(provider.value(), key)
                .query((found, _) -> new Row(HexFormat.of().formatHex(found.getBytes("body_hash")), at(found.getTimestamp("claimed_at")),
                        found.getBoolean("cut_off"),
                        Optional.ofNullable(found.getString("answer"))))
                .optional();
        // Not there any more: the first one was refused between the two statements, so this one is the first.
        return row.map(seen -> new Claim(first, HexFormat.of().formatHex(hash).equals(seen.hash()), seen.claimedAt(), seen.cutOff(),
                seen.answer())).orElseGet(() -> claim(provider, key, body));
    }

    void keep(ProviderId provider, String key, String answer) {
        sql.sql("update idempotency set answer = ? where provider_id = ? and key = ?").params(answer, provider.value(), key).update();
    }

    /** Nothing came of it: the key may be used again. */
    void release(ProviderId provider, String key) {
        sql.sql("delete from idempotency where provider_id = ? and key = ? and answer is null").params(provider.value(), key).update();
    }

    @Override
    public void forget() {
        sql.sql("delete from idempotency where claimed_at < portway_now() - interval '30 days'").update();
    }

    private static Instant at(Timestamp timestamp) {
        return timestamp.toInstant();
    }

    private static byte[] hash(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
