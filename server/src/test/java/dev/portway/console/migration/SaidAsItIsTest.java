package dev.portway.console.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Desk;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Next;
import dev.portway.migration.Person;
import dev.portway.migration.Proving;
import dev.portway.migration.Wishes;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.route.Routes;
import dev.portway.migration.standing.Allowed;
import dev.portway.migration.standing.Transitions;
import dev.portway.migration.standing.Withdrawal;
import dev.portway.problem.Party;
import dev.portway.problem.Problems;
import dev.portway.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page says what is waited for, what was done and what is asked, and nothing that is not so. */
class SaidAsItIsTest {
    private static Desk on(String route) {
        return Desk.on(Routes.named(route).orElseThrow(), Wishes.needed(Routes.named(route).orElseThrow()));
    }

    /** Answers whatever is asked before this. */
    private static Desk goTo(Desk desk, Kind kind) {
        var person = new Person(desk.graph);
        for (int tries = 0; tries < 20 && asked(desk) != kind; tries++) {
            desk.reply(person.reply(((Next.Ask) desk.standing().next()).task(), desk.migration));
        }
        assertThat(asked(desk)).isEqualTo(kind);
        return desk;
    }

    private static Kind asked(Desk desk) {
        return desk.goUntilAsked() instanceof Next.Ask ask ? ask.task().kind() : Kind.MEND;
    }

    private static MigrationPage page(Desk desk) {
        var card = new dev.portway.runner.Desk.Card(desk.migration, desk.standing(), Allowed.of(desk.migration, desk.now), desk.now,
                desk.migration.moment());
        var voice = new Voice(Words.of("console", Words.LANGUAGES.getFirst()), ZoneOffset.UTC, desk.now);
        return MigrationPage.of(voice, new Dossier(card, List.of(), List.of(), List.of(), List.of(), List.of()), Optional.empty(),
                Optional.empty());
    }

    private static Finding warns(String check) {
        return new Finding(check, Optional.of(Desk.NUMBER), Finding.Verdict.WARNS, Certainty.VERIFIED, Party.CLIENT, "line: FIXED_LINE",
                "numbering plan: line type", Desk.START, false, Optional.empty(), Optional.empty());
    }

    @Test
    void landline_isProposedACall_andThePageSaysWhichWayTheCodeWent() {
        Desk desk = Desk.oneNumber();
        desk.graph.standsInTheWay = Optional.of(warns("code-reachable"));
        goTo(desk, Kind.CHOOSE_CODE);

        assertThat(page(desk).now().forms().getFirst().inputs()).filteredOn(input -> input.name().equals("method"))
                .singleElement()
                .satisfies(input -> assertThat(input.value()).isEqualTo("VOICE"));
        desk.tell(Action.CHOOSE_CODE, Map.of("method", "VOICE", "language", "pt_BR"));
        desk.goUntilAsked();
        String called = page(desk).now().sent().orElseThrow().way();
        desk.tell(Action.NEW_CODE, Map.of("method", "SMS"));
        desk.goUntilAsked();

        assertThat(page(desk).now().sent().orElseThrow().way()).isNotEqualTo(called);
    }

    @Test
    void fiveMinutesAfterLeaving_areSaidToBeDark_andCountedAfterwards() {
        Desk desk = goTo(on("reconnect"), Kind.LEAVE_SOURCE);
        desk.reply(new Person(desk.graph).reply(((Next.Ask) desk.standing().next()).task(), desk.migration));
        desk.go();
        assertThat(desk.step()).isEqualTo("forgotten-there");
        WhatNow dark = page(desk).now();

        desk.goWith(new Person(desk.graph));

        assertThat(dark.title() + dark.what().orElse("")).isNotEqualTo(waitsForItsWindow());
        assertThat(page(desk).gaps().getFirst().dark()).hasValueSatisfying(time -> assertThat(time).contains("min"));
    }

    private static String waitsForItsWindow() {
        Desk desk = Desk.oneNumber();
        desk.tell(Action.SCHEDULE, Map.of("opens", "2026-12-01T12:00:00Z", "closes", "2026-12-01T14:00:00Z"));
        desk.go();
        WhatNow now = page(desk).now();
        assertThat(now.window()).hasValueSatisfying(window -> assertThat(window).contains("2026").contains("UTC"));
        return now.title() + now.what().orElse("");
    }

    @Test
    void windowOfAnotherYear_isCalledOver() {
        Desk desk = Desk.oneNumber();

        assertThat(desk.tell(Action.SCHEDULE, Map.of("opens", "2020-12-01T12:00:00Z", "closes", "2020-12-01T14:00:00Z")))
                .hasToString("Misunderstood[field=opens, wrong=over]");
    }

    private static Desk underReview() {
        Desk desk = on("add");
        desk.graph.nameStatus = "PENDING_REVIEW";
        goTo(desk, Kind.ENTER_CODE);
        desk.enterCode("123456");
        goTo(desk, Kind.ENTER_CODE);
        desk.enterCode("123456");
        desk.go();
        assertThat(desk.step()).isEqualTo("name-approved");
        return desk;
    }

    @Test
    void nameUnderReview_isSaidToBeWhatIsWaitedFor_andTheNumberNotToWorkAlready() {
        var words = Words.of("console", Words.LANGUAGES.getFirst());

        WhatNow now = page(underReview()).now();

        assertThat(now.title()).isEqualTo(words.say("migration.wait.meta.name-approved.title"));
        assertThat(now.what()).hasValueSatisfying(what -> assertThat(what).doesNotContain(words.say("migration.now.arrived")));
    }

    @Test
    void withdrawalOfAnActiveNumber_doesNotSayThatItIsInactive() {
        Desk desk = underReview();

        assertThat(Withdrawal.of(desk.migration, desk.now).stays()).extracting(Withdrawal.Stays::words)
                .contains("number-registered")
                .doesNotContain("new-number-listed", "number-listed");
    }

    @Test
    void tokenThatMetaDoesNotTake_isNotCalledAccess() {
        Desk desk = Desk.oneNumber();
        goTo(desk, Kind.ENTER_CODE);
        desk.tell(Action.GRANT_SOURCE, Map.of("source-token", "abc"));
        var words = Words.of("console", Words.LANGUAGES.getFirst());
        assertThat(page(desk).asides()).extracting(Aside::tone).containsExactly("");

        desk.take(Transitions.heard(desk.migration, List.of(Learned.that(Fact.CHECKED, new Findings(List.of(new Finding("source-token",
                Optional.empty(), Finding.Verdict.WARNS, Certainty.VERIFIED, Party.ORIGIN, "token-invalid", "/debug_token", desk.now, false,
                Optional.empty(), Optional.empty()))))), Source.GRAPH, desk.now));

        assertThat(page(desk).asides()).extracting(Aside::text).containsExactly(words.say("migration.beside.access.refused"));
    }

    @ParameterizedTest
    @CsvSource({"signup", "join"})
    void partOfTheWay_isNamedOnce(String route) {
        Desk desk = on(route);

        assertThat(page(desk).legs()).extracting(Leg::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"signup", "join", "coexist"})
    void signUp_isDoneOnAPageOfItsOwn_whichSaysWhatToChooseOnThisRoute(String route) {
        Desk desk = goTo(on(route), Kind.SIGN_UP);

        assertThat(page(desk).now().forms()).extracting(ActionForm::action).doesNotContain("sign-up");
        assertThat(page(desk).now().where().orElseThrow().isOurs()).isTrue();
        assertThat(page(desk).now().what())
                .isNotEqualTo(page(goTo(on(route.equals("join") ? "signup" : "join"), Kind.SIGN_UP)).now().what());
    }

    @Test
    void confirmation_saysWhatIsConfirmed() {
        Desk desk = goTo(on("reconnect"), Kind.LEAVE_SOURCE);
        var words = Words.of("console", Words.LANGUAGES.getFirst());

        assertThat(page(desk).now().forms()).filteredOn(form -> form.action().equals("confirm"))
                .extracting(ActionForm::title)
                .containsExactly(words.say("task.leave-source.confirm"))
                .doesNotContain(words.say("action.confirm"));
    }

    @Test
    void ofTwoNumbers_theOneThatIsStuckIsNamed() {
        var desk = new Desk(Desk.order(List.of(Desk.NUMBER, Desk.SECOND), SourceAccess.READ, Proving.BEFORE_WINDOW));
        desk.graph.standsInTheWay = Optional.of(new Finding("two-step-off", Optional.of(Desk.SECOND), Finding.Verdict.FAILS,
                Certainty.VERIFIED, Party.CLIENT, "on", "is_pin_enabled", Desk.START, true, Optional.empty(), Optional.empty()));
        desk.goUntilAsked();

        assertThat(page(desk).now().number()).hasValueSatisfying(number -> assertThat(number).endsWith("4322"));
        assertThat(page(desk).title()).doesNotContain("+1");
    }

    @Test
    void waitThatTakesDays_saysThatTheNumberWorksMeanwhile_andLeavesNoFormOpen() {
        Desk desk = Desk.oneNumber();
        desk.graph.refuse(Act.REGISTER, Problems.REGISTER_BUDGET_SPENT);
        goTo(desk, Kind.ENTER_CODE);
        desk.enterCode("123456");
        desk.go();

        WhatNow now = page(desk).now();

        assertThat(now.mood()).isEqualTo(WhatNow.Mood.WAITING);
        assertThat(now.forms()).allMatch(ActionForm::folded);
        assertThat(now.what()).hasValueSatisfying(
                what -> assertThat(what).endsWith(Words.of("console", Words.LANGUAGES.getFirst()).say("waiting.still-there")));
    }
}
