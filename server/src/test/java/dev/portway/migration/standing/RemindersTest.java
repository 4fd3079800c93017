package dev.portway.migration.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Change;
import dev.portway.migration.Desk;
import dev.portway.migration.Ending;
import dev.portway.migration.Event;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.SourceGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** That the access to the source ends is said once, in time, and of each end. */
class RemindersTest {
    private static final Instant GIVEN = Desk.START;
    private static final Instant END = GIVEN.plus(Duration.ofDays(30));
    private static final Instant TIME = END.minus(Reminders.AHEAD);

    private Migration migration = given(Desk.oneNumber().migration, END, GIVEN);

    private static Migration given(Migration migration, Instant end, Instant at) {
        var grant = new SourceGrant(SourceAccess.READ, Optional.of(end));
        return migration
                .with(migration.facts().with(List.of(Learned.that(Fact.SOURCE_GRANT, grant)), migration.moment() + 1, at, Desk.ANA));
    }

    private boolean isSaid(Instant at) {
        Optional<Change> said = Reminders.due(migration, at);
        said.ifPresent(change -> migration = change.migration());
        return said.isPresent();
    }

    @Test
    void endOfAccess_isSaidOnce_threeDaysBefore() {
        assertThat(Reminders.next(migration, GIVEN)).contains(TIME);
        assertThat(isSaid(TIME.minusSeconds(1))).isFalse();
        assertThat(Reminders.due(migration, TIME).orElseThrow().events())
                .containsExactly(new Event("source-ends-soon", "", null, Map.of("value", "valid-until: " + END), Source.PORTWAY));

        assertThat(isSaid(TIME)).isTrue();
        assertThat(isSaid(TIME.plusSeconds(1))).isFalse();
        assertThat(Reminders.next(migration, TIME)).isEmpty();
    }

    @Test
    void laterEnd_isSaidAnew() {
        assertThat(isSaid(TIME)).isTrue();
        Instant later = END.plus(Duration.ofDays(30));
        migration = given(migration, later, TIME);

        assertThat(isSaid(TIME.plusSeconds(1))).isFalse();
        assertThat(isSaid(later.minus(Reminders.AHEAD))).isTrue();
    }

    /** Nobody is reminded of what they did just now. */
    @Test
    void accessForADay_isRemindedOfHalfWay() {
        migration = given(migration, GIVEN.plus(Duration.ofHours(24)), GIVEN);

        assertThat(Reminders.next(migration, GIVEN)).contains(GIVEN.plus(Duration.ofHours(12)));
        assertThat(isSaid(GIVEN)).isFalse();
        assertThat(isSaid(GIVEN.plus(Duration.ofHours(12)))).isTrue();
    }

    @Test
    void whatIsOver_isNotSaid() {
        assertThat(isSaid(END)).isFalse();
        migration = migration.ended(Ending.COMPLETED);
        assertThat(isSaid(TIME)).isFalse();
    }

    /** Where it stands, and how long it has patience, is as if nothing had been said. */
    @Test
    void reminder_changesNothingElse() {
        Standing before = Standing.of(migration, TIME);
        Instant stirred = migration.lastStirred();
        assertThat(isSaid(TIME)).isTrue();

        assertThat(Standing.of(migration, TIME)).isEqualTo(before);
        assertThat(migration.lastStirred()).isEqualTo(stirred);
    }
}
