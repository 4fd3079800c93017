package dev.portway.asset;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.database.PostgresForTests;
import dev.portway.graph.GivenLines;
import dev.portway.graph.Quota;
import dev.portway.graphclient.GraphAccess;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.GraphConfig;
import dev.portway.graphclient.answer.GraphResult;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.GraphVersion;
import dev.portway.migration.Act;
import dev.portway.migration.Answer;
import dev.portway.migration.Deadline;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.Outcome;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.problem.Problems;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Templates are copied and compared only while the WABA's quota is open, and what was said is kept. */
@ExtendWith(PostgresForTests.class)
class AssetHandsTest {
    private static final ProviderId PROVIDER = new ProviderId("rota");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration SEVEN_MINUTES = Duration.ofMinutes(7);

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    private final GraphClient destination = GraphClient.open(
            GraphConfig.of(URI.create(sandbox.uri().toString()), GraphVersion.CURRENT),
            GraphAccess.of(new AccessToken(environment("graphToken")), new AppSecret(environment("appSecret"))));
    private final AssetHands hands;
    private Optional<Duration> wait = Optional.empty();

    AssetHandsTest(JdbcClient sql) {
        var lines = new GivenLines(destination, destination, Optional.empty(), (_, _) -> new Waiting());
        hands = new AssetHands(lines, new Snapshots(sql), InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        destination.close();
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource(value = Act.class, names = {"TAKE_SNAPSHOT", "COPY_TEMPLATES", "COMPARE_ASSETS"})
    void aClosedQuota_keepsCallsHere_forAsLongAsItIsClosed(Act act) {
        wait = Optional.of(SEVEN_MINUTES);

        assertThat(carry(act)).isEqualTo(Answer.of(new Outcome.NotSent(Problems.RATE_LIMITED, SEVEN_MINUTES)));
        assertThat(sandbox.stage().calls.find(_ -> true)).isEmpty();
    }

    @Test
    void whatWasSaid_isKept_withoutSecrets() {
        Answer copied = carry(Act.COPY_TEMPLATES);
        Answer compared = carry(Act.COMPARE_ASSETS);

        assertThat(copied.outcome()).isEqualTo(Outcome.done());
        assertThat(copied.exchange()).contains("\"POST\"").doesNotContain(environment("graphToken"));
        assertThat(compared.exchange()).contains("/message_templates").doesNotContain(environment("graphToken"));
    }

    private Answer carry(Act act) {
        var route = Routes.named("migrate").orElseThrow();
        var order = new Order(List.of(new PhoneNumber("+5511987650002")), Optional.of(new WabaId(environment("sourceWabaId"))),
                SourceAccess.OWN, Optional.of(new WabaId(environment("wabaId"))), Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE,
                Optional.empty());
        var migration = Migration.asked(new MigrationId("mig_aaaaaaaaaaaaaaaaaaaa"), PROVIDER, route, order, NOW);
        return hands.carryOut(new Next.Call(route.steps().getFirst(), null, act, 0), migration, Deadline.in(Duration.ofSeconds(20)));
    }

    private String environment(String name) {
        return requireNonNull(sandbox.environment().get(name));
    }

    /** Closed for as long as the test says. */
    private final class Waiting implements Quota {
        @Override
        public Optional<Duration> take(int calls) {
            return wait;
        }

        @Override
        public Optional<Duration> closedFor() {
            return wait;
        }

        @Override
        public <R extends GraphResult<?>> R heard(R result) {
            return result;
        }
    }
}
