package dev.portway.migration.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.problem.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final PhoneNumber ONE = new PhoneNumber("+5511987650001");
    private static final PhoneNumber OTHER = new PhoneNumber("+5511987650002");

    private final List<History.Entry> said = new ArrayList<>();

    private HistoryTest said(Finding finding, int hoursAgo) {
        said.add(new History.Entry(said.size() + 1, finding, hoursAgo(hoursAgo)));
        return this;
    }

    private static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private static Finding finding(PhoneNumber number, Verdict verdict, String value) {
        return new Finding("two-step-off", Optional.of(number), verdict, Certainty.VERIFIED, Party.CLIENT, value, "is_pin_enabled", NOW,
                true, Optional.empty(), Optional.empty());
    }

    private static Finding unseen(PhoneNumber number, Unseen why) {
        return new Finding("two-step-off", Optional.of(number), Verdict.UNKNOWN, Certainty.UNKNOWN, Party.CLIENT, "", "is_pin_enabled", NOW,
                true, Optional.of(why), Optional.empty());
    }

    private static Finding off() {
        return finding(ONE, Verdict.HOLDS, "off");
    }

    private static Finding on() {
        return finding(ONE, Verdict.FAILS, "on");
    }

    private List<String> changes(int from, int to) {
        return new History(said).between(hoursAgo(from), hoursAgo(to))
                .stream()
                .map(one -> one.was().finding().shown() + " -> " + one.is().finding().shown() + " "
                        + Duration.between(one.is().since(), NOW).toHours() + " h ago")
                .toList();
    }

    @Test
    void whatWasSaidAtTheBeginning_isHeldAgainstTheEnd_howeverOftenItChangedBetween() {
        said(off(), 50).said(on(), 20).said(off(), 10).said(on(), 5);

        assertThat(changes(24, 0)).containsExactly("off -> on 5 h ago");
        assertThat(changes(24, 7)).as("it was back as it was").isEmpty();
        assertThat(changes(15, 7)).containsExactly("on -> off 10 h ago");
        assertThat(changes(4, 0)).as("that was before").isEmpty();
        assertThat(changes(20, 10)).as("both instants count").containsExactly("on -> off 10 h ago");
    }

    @Test
    void checkThatSaidNothingYet_isHeldAgainstTheFirstWord() {
        said(unseen(ONE, Unseen.NO_ACCESS), 3).said(off(), 2);

        assertThat(changes(24, 0)).containsExactly("not-seen -> off 2 h ago");
        assertThat(changes(24, 4)).as("nothing had been said").isEmpty();
        assertThat(new History(List.of()).between(hoursAgo(24), NOW)).isEmpty();
    }

    @Test
    void numbersAreToldApart_andTheLatestComesFirst() {
        said(off(), 50).said(finding(OTHER, Verdict.HOLDS, "off"), 50).said(on(), 9).said(finding(OTHER, Verdict.FAILS, "on"), 8);

        assertThat(new History(said).between(hoursAgo(24), NOW).stream().map(one -> one.is().finding().number().orElseThrow()))
                .containsExactly(OTHER, ONE);
    }

    @Test
    void whatReadsTheSame_isNoDifference() {
        var elsewhere = new Finding("two-step-off", Optional.of(ONE), Verdict.HOLDS, Certainty.VERIFIED, Party.CLIENT, "off", "webhook",
                NOW,
                true, Optional.empty(), Optional.of(Source.GRAPH));

        assertThat(said(off(), 50).said(elsewhere, 3).changes(24, 0)).isEmpty();
    }

    private static Facts facts(long asOf, Fact<Findings> fact, Facts before, Finding... findings) {
        return before.with(List.of(Learned.that(fact, new Findings(List.of(findings)))), asOf, NOW, Source.GRAPH);
    }

    @Test
    void newsAreWhatIsNotSaidYet_whoeverLooked() {
        Facts first = facts(1, Fact.CHECKED, Facts.NONE, off(), finding(OTHER, Verdict.HOLDS, "off"));
        Facts same = facts(2, Fact.CHECKED, first, later(off()), later(finding(OTHER, Verdict.HOLDS, "off")));
        Facts watched = facts(3, Fact.SEEN_SINCE, same, on());
        Facts checkedAgain = facts(4, Fact.CHECKED, watched, off(), finding(OTHER, Verdict.HOLDS, "off"));

        assertThat(History.news(Facts.NONE, first)).hasSize(2);
        assertThat(History.news(first, same)).as("only the time is new").isEmpty();
        assertThat(History.news(same, watched)).containsExactly(on());
        assertThat(History.latest(watched)).as("what was not looked at is as before").hasSize(2);
        assertThat(History.news(watched, checkedAgain)).as("the watch is older than the check now").containsExactly(off());
    }

    @Test
    void whatGraphCannotShowForAWhile_saysNothing() {
        Facts before = facts(1, Fact.CHECKED, Facts.NONE, off());

        assertThat(Stream.of(Unseen.values()).filter(Unseen::passes)).isNotEmpty().allSatisfy(why -> {
            assertThat(History.news(before, facts(2, Fact.CHECKED, before, unseen(ONE, why)))).isEmpty();
            assertThat(History.latest(facts(2, Fact.SEEN_SINCE, before, unseen(ONE, why)))).containsExactly(off());
        });
        assertThat(History.news(before, facts(2, Fact.CHECKED, before, unseen(ONE, Unseen.NO_ACCESS)))).hasSize(1);
    }

    private static Finding later(Finding finding) {
        return new Finding(finding.check(), finding.number(), finding.verdict(), finding.certainty(), finding.owner(), finding.value(),
                finding.where(), NOW.plusSeconds(60), finding.statable(), finding.unseen(), finding.toldBy());
    }
}
