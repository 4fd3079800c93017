package dev.portway.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.asset.TemplateMark;
import dev.portway.migration.fact.AccountTold;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Drift.Difference;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Statement;
import dev.portway.migration.fact.Unseen;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What got worse since the check is told with what was and what is; what the migration did itself, what got better and what cannot be read is not. */
class ComparisonTest {
    private static Drift drift(Scene before, Scene now) {
        return new Comparison(new Findings(before.findings()), Set.of(), Scene.NOW).with(new Findings(now.findings()), List.of(),
                Optional.empty());
    }

    private static Scene scene(Consumer<Scene> spoil) {
        var scene = new Scene();
        spoil.accept(scene);
        return scene;
    }

    private static String told(Difference one) {
        return one.check() + ": " + one.was() + " -> " + one.is() + (one.stops() ? ", stops" : "");
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                spoilt("two-step on again", scene -> scene.pin = "true", "two-step-off: off -> on, stops"),
                spoilt("another name filed", scene -> scene.newName = "PENDING_REVIEW",
                        "display-name-approved: APPROVED -> APPROVED, change: PENDING_REVIEW, stops"),
                spoilt("another name in force", scene -> scene.name = "AVAILABLE_WITHOUT_REVIEW",
                        "display-name-approved: APPROVED -> AVAILABLE_WITHOUT_REVIEW, stops"),
                spoilt("banned", scene -> scene.status = "BANNED", "number-not-restricted: CONNECTED -> BANNED, stops"),
                spoilt("moved into the app", scene -> scene.onApp = "true", "not-on-business-app: not-used-in-app -> used-in-app, stops"),
                spoilt("gone from the source", scene -> scene.display = "", "number-at-source: listed -> not-listed, stops"),
                spoilt("payment gone", scene -> scene.to.funding = "", "payment-at-destination: present -> absent, stops"),
                spoilt("source switched off", scene -> scene.from.standing = "DISABLED",
                        "source-ready: APPROVED, verified -> APPROVED, verified, DISABLED, stops"),
                spoilt("destination rejected", scene -> scene.to.review = "REJECTED",
                        "destination-ready: APPROVED, verified -> REJECTED, verified, stops"),
                spoilt("partner removed", scene -> scene.token.targets = List.of("1"),
                        "destination-token: valid -> out-of-reach: whatsapp_business_management / 200000000000002, stops"),
                spoilt("worse quality", scene -> scene.quality = "RED", "quality-good: GREEN -> RED"),
                spoilt("lower limit", scene -> scene.from.limit = "TIER_2K", "messaging-limit: TIER_10K -> TIER_2K"),
                spoilt("another app at the source", scene -> scene.sourceApps = List.of("634974688087001", "634974688087006"),
                        "alone-at-source: app 634974688087001 -> app 634974688087001, app 634974688087006"),
                spoilt("app removed", scene -> scene.apps = List.of(), "app-subscribed: subscribed -> not-subscribed"));
    }

    private static Arguments spoilt(String name, Consumer<Scene> how, String told) {
        return Arguments.of(name, how, told);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void whatGotWorse_isToldWithBoth(String name, Consumer<Scene> how, String told) {
        assertThat(drift(new Scene(), scene(how)).differences()).extracting(ComparisonTest::told).containsExactly(told);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void whatGotBetter_isNoDifference(String name, Consumer<Scene> how, String told) {
        assertThat(drift(scene(how), new Scene()).differences()).extracting(Difference::check)
                .isSubsetOf(Check.DISPLAY_NAME_APPROVED.id());
    }

    /** A webhook's news holds the move although nobody knew before that there was none. */
    @Test
    void whatIsAnnouncedSince_isTold() {
        Scene before = scene(scene -> scene.said.clear());
        Scene now = scene(scene -> scene.said
                .add(Learned.that(Fact.SOURCE_TOLD, AccountTold.banned("SCHEDULE_FOR_DISABLE", "2026-12-01", Scene.NOW))));

        assertThat(drift(before, now).differences()).extracting(ComparisonTest::told)
                .containsExactly("no-ban-announced: not-seen -> at-source: SCHEDULE_FOR_DISABLE 2026-12-01");
    }

    @Test
    void whatTheMoveItselfChanges_isNone() {
        Scene now = scene(scene -> {
            scene.thereDisplay = scene.display;
            scene.thereStatus = "PENDING";
            scene.to.templates = 5_995;
        });

        assertThat(drift(new Scene(), now)).isEqualTo(Drift.NONE);
    }

    @Test
    void whatCannotBeReadNow_hasNotDrifted_andIsNamed() {
        Drift drift = drift(new Scene(), scene(scene -> scene.access = SourceAccess.NONE));

        assertThat(drift.differences()).isEmpty();
        assertThat(drift.unread()).contains("two-step-off", "same-business", "source-ready").doesNotContain("destination-ready");
    }

    @Test
    void whatWasOnlySaid_isBelied_whereItIsSeenNow() {
        Scene before = scene(scene -> {
            scene.access = SourceAccess.NONE;
            scene.said.add(Learned.that(Statement.of("two-step-off"), Scene.NUMBER, true));
        });

        assertThat(drift(before, scene(scene -> scene.pin = "true")).differences()).extracting(ComparisonTest::told)
                .containsExactly("two-step-off: stated -> on, stops");
        assertThat(drift(before, new Scene()).differences()).isEmpty();
    }

    @Test
    void appThatWeSubscribed_isMissed_thoughItWasNotThereAtTheCheck() {
        Scene without = scene(scene -> scene.apps = List.of());
        var before = new Findings(without.findings());

        assertThat(new Comparison(before, Set.of("app-subscribed"), Scene.NOW).with(before, List.of(), Optional.empty()).differences())
                .extracting(Difference::check)
                .containsExactly("app-subscribed");
        assertThat(drift(without, without)).isEqualTo(Drift.NONE);
    }

    @Test
    void tokenThatEndsSoon_isNoDrift_untilItHasEnded() {
        Drift soon = drift(new Scene(), scene(scene -> scene.token.expires = Scene.NOW.plus(Duration.ofDays(2))));

        assertThat(soon.differences()).isEmpty();
    }

    @Test
    void templatesThatCannotBeRead_areNamed() {
        var blind = new Comparison(new Findings(List.of()), Set.of(), Scene.NOW).with(new Findings(List.of()),
                List.of(template("a", "APPROVED", "1")), Optional.empty());

        assertThat(blind.differences()).isEmpty();
        assertThat(blind.unread()).containsExactly("templates");
    }

    @Test
    void troubleOfGraph_isNoDrift() {
        Drift drift = drift(new Scene(), scene(scene -> scene.numbersUnseen = Unseen.UNAVAILABLE));

        assertThat(drift.differences()).isEmpty();
        assertThat(drift.unread()).contains("number-at-source");
    }

    private static Drift templates(List<TemplateMark> before, List<TemplateMark> now) {
        return new Comparison(new Findings(List.of()), Set.of(), Scene.NOW).with(new Findings(List.of()), before, Optional.of(now));
    }

    private static TemplateMark template(String name, String status, String content) {
        return new TemplateMark(name, "pt_BR", status, content);
    }

    @Test
    void templates_areComparedOneByOne() {
        List<TemplateMark> before = List.of(template("a", "APPROVED", "1"), template("b", "APPROVED", "2"), template("c", "APPROVED", "3"),
                template("d", "PENDING", "4"), template("e", "APPROVED", "5"), template("f", "PENDING_DELETION", "6"));
        List<TemplateMark> now = List.of(template("a", "APPROVED", "9"), template("c", "PAUSED", "3"), template("d", "APPROVED", "4"),
                template("e", "APPROVED", "5"), template("g", "PENDING", "7"));

        assertThat(templates(before, now).differences()).extracting(one -> one.about() + ": " + one.was() + " -> " + one.is())
                .containsExactly("a (pt_BR): APPROVED -> edited", "b (pt_BR): APPROVED -> removed", "c (pt_BR): APPROVED -> PAUSED",
                        "g (pt_BR): not-listed -> PENDING");
        assertThat(templates(before, now).differences()).noneMatch(Difference::stops);
    }

    @Test
    void manyTemplates_areCounted() {
        List<TemplateMark> before = IntStream.range(0, 6_000).mapToObj(i -> template("t" + i, "APPROVED", "1")).toList();

        assertThat(templates(before, List.of()).differences()).extracting(one -> one.was() + " -> " + one.is())
                .containsExactly("templates-then: 6000 -> templates-now: 0 / 6000");
    }

    @Test
    void withoutASnapshot_templatesAreNotCompared() {
        assertThat(templates(List.of(), List.of(template("a", "APPROVED", "1")))).isEqualTo(Drift.NONE);
    }

    @Test
    void personsWord_isNoDrift() {
        Scene said = scene(scene -> {
            scene.pin = "";
            scene.said.add(Learned.that(Statement.of("two-step-off"), Scene.NUMBER, true));
        });

        assertThat(drift(new Scene(), said).differences()).isEmpty();
    }
}
