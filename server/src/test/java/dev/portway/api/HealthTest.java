package dev.portway.api;

import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.draft;
import static dev.portway.api.Moves.submitted;
import static dev.portway.api.Moves.untilAsked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.account.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Is it up, can it work, how much of what. */
class HealthTest {
    private static final Asking ADMIN = SERVER.as(RunningServer.HERE, Scope.ADMIN);

    @Test
    void health_isToldToAnybody_withoutTheInside() {
        for (String path : List.of("/health", "/health/live", "/health/ready")) {
            Asking.Answer answer = SERVER.nobody().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.json().path("status").asString()).isEqualTo("UP");
            assertThat(answer.body()).doesNotContain("PostgreSQL", "components", "details");
        }
        assertThat(SERVER.nobody().get("/env").status()).isNotEqualTo(200);
        assertThat(SERVER.nobody().get("/actuator").status()).isNotEqualTo(200);
    }

    private static double value(String metric) {
        return ADMIN.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void migrations_areCountedByStatus() {
        double before = value("portway_migrations{status=\"draft\"}");
        String id = draft();
        RunningServer.until("one draft more", () -> value("portway_migrations{status=\"draft\"}") == before + 1);
        act(id, "withdraw", "");
        RunningServer.until("as many as before", () -> value("portway_migrations{status=\"draft\"}") == before);
    }

    @Test
    void attempts_areCountedByActAndOutcome() {
        String sent = "portway_attempts_seconds_count{act=\"request-code\",outcome=\"done\"}";
        double before = value(sent);
        untilAsked(submitted(), "enter-code");

        assertThat(value(sent)).isEqualTo(before + 1);
        assertThat(value("portway_attempts_seconds_sum{act=\"request-code\",outcome=\"done\"}")).isPositive();
        assertThat(value("portway_migrations_waiting_longest_seconds{for=\"client\"}")).isPositive();
    }

    @Test
    void budgetAndQuota_areCountedWhenTheyAreSpent() {
        SERVER.sql().sql("insert into graph_usage values ('here', '1234567', now() + interval '1 hour')").update();
        try {
            assertThat(value("portway_graph_blocked_wabas")).isEqualTo(1);
            assertThat(value("portway_graph_blocked_longest_seconds")).isBetween(3_500.0, 3_600.0);
        } finally {
            SERVER.sql().sql("delete from graph_usage where waba_id = '1234567'").update();
        }
        String id = draft();
        for (int no = 1; no <= 10; no++) {
            SERVER.sql().sql("""
                    insert into attempts (migration_id, provider_id, no, step, number, act, effect, at, settles_at, outcome, settled)
                    values (?, 'here', ?, 'registered', '+5511900000001', 'REGISTER', true, now(), now(), 'refused', 'NOT_YET')
                    """).params(id, 1_000 + no).update();
        }
        RunningServer.until("one number has spent its budget", () -> value("portway_budget_spent_numbers{budget=\"registers\"}") == 1);
        SERVER.sql().sql("delete from attempts where migration_id = ?").param(id).update();
    }

    @Test
    void webhooksThatNobodyReads_areCounted() {
        assertThat(ADMIN.get("/metrics").body()).contains("portway_webhooks_waiting_deliveries ", "portway_webhooks_lag_seconds ");
    }

    @Test
    void everyMetricOfOurs_isInTheOperationsPage_andTheReverse() throws Exception {
        untilAsked(submitted(), "enter-code");
        Path page = Path.of(Objects.requireNonNull(System.getProperty("portway.home")), "docs", "operations.md");
        Set<String> written = Pattern.compile("^\\| `(portway_[a-z_]+)", Pattern.MULTILINE)
                .matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = ADMIN.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("portway_"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).isEqualTo(written);
    }
}
