package dev.portway.migration.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Action;
import dev.portway.migration.Desk;
import dev.portway.migration.Ending;
import dev.portway.migration.HumanTask;
import dev.portway.migration.Next;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Unseen;
import dev.portway.problem.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands in the way is looked at again by itself, less and less often, until it no longer does or a person stops it. */
class RecheckTest {
    private final Desk desk = Desk.oneNumber();

    @Test
    void pausesGrow_toAQuarterOfAnHour_andTheFeedHearsOfItOnce() {
        List<Long> pauses = new ArrayList<>();
        for (int looks = 0; looks < 9; looks++) {
            desk.graph.standsInTheWay = Optional.of(fails());
            pauses.add(untilTheNextLook().toSeconds());
        }

        assertThat(pauses).containsExactly(15L, 30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
        assertThat(desk.events).filteredOn(event -> event.name().equals("checked")).hasSize(1);
    }

    @Test
    void onceItHolds_itGoesOnByItself() {
        desk.graph.standsInTheWay = Optional.of(fails());
        untilTheNextLook();

        desk.graph.standsInTheWay = Optional.empty();

        assertThat(desk.go()).isInstanceOfSatisfying(Next.Ask.class,
                ask -> assertThat(ask.task().kind()).isEqualTo(HumanTask.Kind.ENTER_CODE));
    }

    @Test
    void whatGraphShows_cannotBeTalkedAway() {
        desk.graph.standsInTheWay = Optional.of(fails());
        desk.go();

        assertThat(Allowed.of(desk.migration, desk.now)).contains(Action.RECHECK, Action.WITHDRAW).doesNotContain(Action.STATE);
    }

    @Test
    void aPersonStopsIt() {
        desk.graph.standsInTheWay = Optional.of(fails());
        untilTheNextLook();

        desk.tell(Action.WITHDRAW, Map.of());

        desk.go();
        assertThat(desk.migration.ending()).contains(Ending.WITHDRAWN);
    }

    @Test
    void whatGraphWillShowInAMinute_isWaitedFor_notAsked() {
        desk.graph.standsInTheWay = Optional.of(unseen(Unseen.RATE_LIMITED));

        assertThat(desk.go()).isInstanceOfSatisfying(Next.Wait.class, wait -> {
            assertThat(wait.reason()).isEqualTo(Next.Waiting.META);
            assertThat(wait.until()).isAfter(desk.now);
        });
        assertThat(desk.step()).isEqualTo("checked");
    }

    @Test
    void whatNobodyWillEverShow_standsInNobodysWay() {
        desk.graph.standsInTheWay = Optional.of(unseen(Unseen.NO_ACCESS));

        assertThat(desk.go()).isInstanceOfSatisfying(Next.Ask.class,
                ask -> assertThat(ask.task().kind()).isEqualTo(HumanTask.Kind.ENTER_CODE));
    }

    /** Looks, and says for how long it waits then; afterwards it is that much later. */
    private Duration untilTheNextLook() {
        Instant again = desk.go() instanceof Next.Ask(_, _, var lookAgain, _) ? lookAgain.orElseThrow() : Instant.MAX;
        Duration pause = Duration.between(desk.now, again);
        desk.now = again;
        return pause;
    }

    /** Seen anew each time it is looked: only the time differs. */
    private Finding fails() {
        return new Finding("two-step-off", Optional.of(Desk.NUMBER), Finding.Verdict.FAILS, Certainty.VERIFIED, Party.CLIENT, "on",
                "is_pin_enabled", desk.now, true, Optional.empty(), Optional.empty());
    }

    private Finding unseen(Unseen why) {
        return new Finding("number-not-restricted", Optional.of(Desk.NUMBER), Finding.Verdict.UNKNOWN, Certainty.UNKNOWN, Party.CLIENT, "",
                "status", desk.now, false, Optional.of(why), Optional.empty());
    }
}
