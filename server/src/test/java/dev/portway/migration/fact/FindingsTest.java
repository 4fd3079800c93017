package dev.portway.migration.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Desk;
import dev.portway.migration.Next;
import dev.portway.problem.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What could not be seen for a while is looked at again when that is worth it, and nobody hears of looks that saw nothing new. */
class FindingsTest {
    private static final Finding HOLDS = finding("same-business", Finding.Verdict.HOLDS, Optional.empty());
    private static final Finding HIDDEN = finding("two-step-off", Finding.Verdict.UNKNOWN, Optional.of(Unseen.RATE_LIMITED));

    private static Finding finding(String check, Finding.Verdict verdict, Optional<Unseen> unseen) {
        return new Finding(check, Optional.empty(), verdict, unseen.isPresent() ? Certainty.UNKNOWN : Certainty.VERIFIED, Party.CLIENT,
                verdict.name(), "", Desk.START, false, unseen, Optional.empty());
    }

    private static Finding seen(Finding hidden, Finding.Verdict verdict) {
        return finding(hidden.check(), verdict, Optional.empty());
    }

    private static Findings of(Finding... all) {
        return new Findings(List.of(all));
    }

    private static Findings closedFor(Duration pause) {
        return new Findings(List.of(HOLDS, HIDDEN), Optional.of(pause));
    }

    @Test
    void troublesThatLast_areLookedAtSeldomer() {
        assertThat(Stream.of(1, 2, 3, 5, 6, 500).map(looks -> of(HOLDS, HIDDEN).again(looks).orElseThrow().toSeconds()))
                .containsExactly(30L, 60L, 120L, 480L, 900L, 900L);
        assertThat(of(HOLDS).again(500)).isEmpty();
    }

    @Test
    void pauseThatGraphTold_isWaitedOut() {
        assertThat(closedFor(Duration.ofHours(1)).again(1)).contains(Duration.ofHours(1));
        assertThat(closedFor(Duration.ofSeconds(1)).again(1)).contains(Findings.UNTIL_GRAPH_ANSWERS);
        assertThat(new Findings(List.of(HOLDS), Optional.of(Duration.ofHours(1))).again(1)).isEmpty();
    }

    @Test
    void howMuchIsHiddenJustNow_isNoNews() {
        Finding more = finding("same-business", Finding.Verdict.UNKNOWN, Optional.of(Unseen.RATE_LIMITED));

        assertThat(of(more, HIDDEN).sayTheSame(of(HOLDS, HIDDEN))).isTrue();
        assertThat(of(HOLDS, HIDDEN).sayTheSame(of(more, HIDDEN))).isTrue();
    }

    @Test
    void whatIsSeenAtLast_isNews() {
        assertThat(of(HOLDS, seen(HIDDEN, Finding.Verdict.HOLDS)).sayTheSame(of(HOLDS, HIDDEN))).isFalse();
        assertThat(of(HOLDS, HIDDEN).sayTheSame(of(HOLDS, seen(HIDDEN, Finding.Verdict.HOLDS)))).isFalse();
        assertThat(of(seen(HOLDS, Finding.Verdict.FAILS), HIDDEN).sayTheSame(of(HOLDS, HIDDEN))).isFalse();
        assertThat(of(seen(HOLDS, Finding.Verdict.WARNS), HIDDEN).sayTheSame(of(HOLDS, HIDDEN))).isFalse();
    }

    /** A quota that is closed for hours, of a side without which nothing is decided. */
    @Test
    void closedQuota_isAskedOnceEachTimeItMayOpen_andSaidOnce() {
        Desk desk = Desk.oneNumber();
        desk.graph.standsInTheWay = Optional.of(HIDDEN);
        desk.graph.closedFor = Optional.of(Duration.ofHours(1));
        Instant before = desk.now;

        for (int hours = 0; hours < 5; hours++) {
            assertThat(desk.go()).isInstanceOf(Next.Wait.class);
            desk.now = ((Next.Wait) desk.standing().next()).until();
        }

        assertThat(Duration.between(before, desk.now)).isBetween(Duration.ofHours(5), Duration.ofHours(5).plusMinutes(1));
        assertThat(desk.eventNames().stream().filter("checked"::equals)).hasSize(1);
    }

    @Test
    void findingsOfAnOlderVersion_areRead() {
        assertThat(JsonMapper.builder().build().readValue("{\"all\":[]}", Findings.class)).isEqualTo(of());
    }
}
