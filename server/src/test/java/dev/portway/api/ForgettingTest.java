package dev.portway.api;

import static dev.portway.api.Moves.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.account.Providers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept for a while is forgotten by itself, and nothing else is. */
class ForgettingTest {
    private final JdbcClient sql = SERVER.sql();

    @Test
    void answersAndDeliveries_areForgottenAfterThirtyDays() {
        SERVER.bean(Providers.class)
                .addUnlessThere(new Providers.Provider(RunningServer.HERE, "Here"));
        answered("forget-old", 31);
        answered("forget-young", 29);
        delivered("forget-old", 31);
        delivered("forget-young", 29);

        sql.sql("update scheduled_tasks set execution_time = now(), version = version + 1 where task_name = 'forgetting' and not picked")
                .update();

        RunningServer.until("the old ones are gone", () -> answers().equals(List.of("forget-young"))
                && deliveries().equals(List.of("forget-young")));
        assertThat(
                sql.sql("select execution_time > now() + interval '23 hours' or picked from scheduled_tasks where task_name = 'forgetting'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void answered(String key, int daysAgo) {
        sql.sql("""
                insert into idempotency (provider_id, key, body_hash, claimed_at, answer)
                values (?, ?, sha256(''), now() - make_interval(days => ?), 'x')
                """).params(RunningServer.HERE.value(), key, daysAgo).update();
    }

    private void delivered(String app, int daysAgo) {
        sql.sql("""
                insert into webhook_delivery (provider_id, app_id, body_hash, body, received_at, processed_at)
                values (?, ?, sha256(''), '', now() - make_interval(days => ?), now() - make_interval(days => ?))
                """).params(RunningServer.HERE.value(), app, daysAgo, daysAgo).update();
    }

    private List<String> answers() {
        return sql.sql("select key from idempotency where key like 'forget-%'").query(String.class).list();
    }

    private List<String> deliveries() {
        return sql.sql("select app_id from webhook_delivery where app_id like 'forget-%'").query(String.class).list();
    }
}
