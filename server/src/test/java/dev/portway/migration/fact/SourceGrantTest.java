package dev.portway.migration.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Action;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Told;
import dev.portway.migration.standing.Transitions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever gave access to the source can have it back at any time before the migration ends. */
class SourceGrantTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+5511987650002");
    private static final SourceGrant GRANT = new SourceGrant(SourceAccess.READ, Optional.of(NOW.plus(Duration.ofDays(1))));

    private static Migration granted(Learned<?>... known) {
        var order = new Order(List.of(NUMBER), Optional.of(new WabaId("200000000000001")), SourceAccess.NONE,
                Optional.of(new WabaId("200000000000002")), Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE, Optional.empty());
        Migration migration = Migration
                .asked(new MigrationId("mig_aaaaaaaaaaaaaaaaaaaa"), new ProviderId("rota"), Routes.named("migrate").orElseThrow(), order,
                        NOW);
        List<Learned<?>> said = List.of(Learned.that(Fact.SUBMITTED, true), Learned.that(Fact.SOURCE_GRANT, GRANT));
        return migration.with(migration.facts().with(said, 1, NOW, Source.PORTWAY).with(List.of(known), 1, NOW, Source.GRAPH));
    }

    @Test
    void access_canBeTakenBack_alsoOnceOnlyForwardIsLeft() {
        Migration crossed = granted(Learned.that(Fact.REGISTERED, NUMBER, true));

        assertThat(crossed.pivotCrossed(null)).isTrue();
        assertThat(Allowed.of(crossed, NOW)).contains(Action.END_SOURCE).doesNotContain(Action.GRANT_SOURCE, Action.WITHDRAW);
    }

    @Test
    void access_canBeTakenBack_whileItIsWithdrawn() {
        assertThat(Allowed.of(granted(Learned.that(Fact.WITHDRAWAL_ASKED, true), Learned.that(Fact.SUBSCRIBED_BY_US, true)), NOW))
                .containsExactly(Action.END_SOURCE);
    }

    @ParameterizedTest
    @CsvSource({"+1000000000-12-31T23:59:59Z, too-far", "-1000000000-01-01T00:00:00Z, too-far", "2027-11-23T12:00:00Z, too-far",
        "2026-11-21T11:59:59Z, impossible", "tomorrow, malformed"})
    void endOfAccess_thatNobodyCanMean_isRefusedByName(String until, String wrong) {
        Told told = Transitions.told(granted(), Action.GRANT_SOURCE, Map.of("source-token", "EAAtoken", "until", until),
                Source.person("ana"), NOW);

        assertThat(told).isEqualTo(new Told.Misunderstood("until", wrong));
    }
}
