package dev.portway.console.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.console.migration.ActionForm.Input;
import dev.portway.migration.Action;
import dev.portway.migration.Next;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.History;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.route.Routes;
import dev.portway.problem.Party;
import dev.portway.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationPageTest {
    /** A text that nobody wrote shows as its key. */
    private static final Pattern KEY = Pattern
            .compile("\\b(migration|step|phase|state|status|task|action|field|problem|check|act|event|fact|continuity|"
                    + "verdict|certainty|outcome|settled|source|waiting|ending|payer|stays|skipped|party)\\.[a-z][a-z.-]*");

    @Test
    void draft_asksToConfirmTheRequest() {
        MigrationPage page = new Walk().page();

        assertThat(page.now().mood()).isEqualTo(WhatNow.Mood.YOURS);
        assertThat(page.now().forms()).first().satisfies(form -> {
            assertThat(form.action()).isEqualTo("submit");
            assertThat(form.weight()).isEqualTo(ActionForm.Weight.FIRST);
            assertThat(form.asksAnything()).isFalse();
        });
        assertThat(page.attempts()).isEmpty();
    }

    @Test
    void migration_isShownInEveryLanguageAtEveryStop() {
        var walk = new Walk();
        var seen = new ArrayList<String>();
        look(walk, seen);
        look(walk.tell(Action.SUBMIT, Map.of()), seen);
        look(walk.tell(Action.CHOOSE_CODE, Map.of("method", "SMS", "language", "pt_BR")), seen);
        look(walk.tell(Action.ENTER_CODE, Map.of("code", "000000")), seen);
        look(walk.tell(Action.ENTER_CODE, Map.of("code", "123456")), seen);
        while (walk.next() instanceof Next.Wait wait) {
            look(walk.until(wait.until()), seen);
        }

        assertThat(walk.page().summary().status()).isEqualTo("completed");
        assertThat(seen).allSatisfy(text -> assertThat(KEY.matcher(text).results().map(found -> found.group()).toList()).isEmpty());
    }

    private static void look(Walk walk, List<String> seen) {
        for (Locale language : Words.LANGUAGES) {
            Voice voice = walk.voice(language);
            seen.add(MigrationPage.of(voice, walk.dossier(), Optional.empty(), Optional.empty()).now().toString());
            seen.add(MigrationPage.of(voice, walk.dossier(), Optional.empty(), Optional.empty()).legs().toString());
            seen.add(MigrationPage.of(voice, walk.dossier(), Optional.empty(), Optional.empty()).events().toString());
            seen.add(WithdrawalPage.of(voice, walk.dossier().card()).toString());
            seen.add(ReportPage.of(voice, walk.dossier()).numbers().toString());
        }
    }

    @Test
    void code_isTypedIntoOneField_thatIsNeverFilledIn() {
        Walk walk = askedForCode();

        ActionForm form = walk.form(walk.page(), "enter-code");

        assertThat(form.weight()).isEqualTo(ActionForm.Weight.FIRST);
        assertThat(form.inputs()).extracting(Input::name).containsExactly("code", "number");
        assertThat(form.inputs().getFirst().kind()).isEqualTo(ActionForm.Kind.CODE);
        var typed = new Typed("enter-code", Map.of("code", "12"), "code", "malformed");
        Input again = walk.form(walk.page(typed), "enter-code").inputs().getFirst();
        assertThat(again.value()).isEmpty();
        assertThat(again.error()).hasValueSatisfying(text -> assertThat(text).contains("seis dígitos"));
    }

    @Test
    void languagesOfACode_areTheSameWhereverOneIsChosen() {
        Walk walk = new Walk().tell(Action.SUBMIT, Map.of());

        assertThat(walk.form(walk.page(), "choose-code").inputs()).filteredOn(input -> input.name().equals("language"))
                .singleElement()
                .satisfies(input -> assertThat(input.choices()).hasSize(Tongues.OF_CODES.size()));
    }

    @Test
    void wrongCode_isSaidAtItsField() {
        Walk walk = askedForCode();
        ActionForm before = walk.form(walk.page(), "enter-code");
        walk.tell(Action.ENTER_CODE, Map.of("code", "000000"));

        MigrationPage page = walk.page();

        ActionForm after = walk.form(page, "enter-code");
        assertThat(after.inputs().getFirst().error()).isPresent();
        assertThat(page.now().lastTry()).isPresent();
        assertThat(page.now().left()).hasValueSatisfying(text -> assertThat(text).contains("4"));
        assertThat(after.id()).as("what was typed before does not stay in the field").isNotEqualTo(before.id());
        assertThat(after.key()).as("another try is not the same form again").isNotEqualTo(before.key());
    }

    @Test
    void whatChecksSayOtherwiseThanYesterday_isShownWithBoth_andWithWhen() {
        var off = new Finding("two-step-off", Optional.of(Walk.NUMBER), Finding.Verdict.HOLDS, Certainty.VERIFIED, Party.CLIENT, "off", "",
                Instant.EPOCH, true, Optional.empty(), Optional.empty());
        var unseen = new Finding("two-step-off", Optional.of(Walk.NUMBER), Finding.Verdict.UNKNOWN, Certainty.UNKNOWN, Party.CLIENT, "", "",
                Instant.EPOCH, true, Optional.of(Unseen.NO_ACCESS), Optional.empty());
        Instant now = Instant.parse("2026-11-21T11:00:00Z");
        Walk walk = new Walk().changed(new History.Difference(new History.Entry(1, unseen, now), new History.Entry(2, off, now)));
        assertThat(new Walk().page().since().isShown()).as("nothing was ever looked at").isFalse();

        MigrationPage.Since since = walk.tell(Action.SUBMIT, Map.of()).page().since();

        assertThat(since.looked()).as("on its first day").isEmpty();
        assertThat(since.isShown()).isTrue();
        assertThat(since.changes()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("A confirmação em duas etapas está desativada");
            assertThat(line.was().verdictName() + line.was().value()).isEqualTo("Não foi possível ver" + Optional.empty());
            assertThat(line.is().verdictName() + " " + line.is().value().orElseThrow()).isEqualTo("Em ordem desativada");
            assertThat(line.since().text()).isEqualTo("hoje, 08:00");
        });
    }

    @Test
    void whatChangedSinceTheCheck_isShownWithBoth_andAcceptedByItsMark() {
        var edited = new Drift.Difference("templates", Optional.empty(), "boas_vindas (pt_BR)", "APPROVED", "edited", Instant.EPOCH,
                Party.PROVIDER, false);
        Walk walk = new Walk().drifting(edited);
        walk.tell(Action.SUBMIT, Map.of());

        MigrationPage page = walk.page();

        assertThat(page.drift()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("Modelo de mensagem");
            assertThat(line.about()).contains("boas_vindas (pt_BR)");
            assertThat(line.was() + " -> " + line.is()).isEqualTo("APPROVED -> editado");
            assertThat(line.mood()).isEqualTo("asks");
        });
        assertThat(page.unread()).hasSize(1);
        Input mark = walk.form(page, "accept-drift").inputs().getFirst();
        assertThat(mark.kind()).isEqualTo(ActionForm.Kind.HIDDEN);
        walk.tell(Action.ACCEPT_DRIFT, Map.of("mark", mark.value()));
        assertThat(walk.page().drift()).singleElement().satisfies(line -> assertThat(line.mood()).isEqualTo("accepted"));
    }

    @Test
    void form_isTheSameUntilSomethingHappens() {
        Walk walk = askedForCode();

        assertThat(walk.form(walk.page(), "enter-code")).isEqualTo(walk.form(walk.page(), "enter-code"));
    }

    @Test
    void window_keepsWhatWasTyped() {
        Walk walk = askedForCode();
        var typed = new Typed("schedule", Map.of("opens", "2026-11-22T02:00", "closes", "2026-11-22T02:05"), "opens", "impossible");

        ActionForm form = walk.form(walk.page(typed), "schedule");

        assertThat(form.wrong()).isTrue();
        assertThat(form.inputs()).extracting(Input::value).containsExactly("2026-11-22T02:00", "2026-11-22T02:05", "America/Sao_Paulo");
    }

    @Test
    void times_areThoseOfTheReader() {
        Walk walk = new Walk();

        assertThat(walk.page().summary().createdAt()).isEqualTo(new Moment("2026-11-21T12:00:00Z", "hoje, 09:00"));
        assertThat(walk.voice(Walk.PORTUGUESE).moment(Instant.parse("2026-11-22T02:30:00Z")).text()).isEqualTo("hoje, 23:30");
        assertThat(walk.voice(Walk.PORTUGUESE).moment(Instant.parse("2026-11-22T03:30:00Z")).text()).isEqualTo("amanhã, 00:30");
    }

    @Test
    void whatStandsInTheWay_isShownWithEvidenceOwnerAndRemedy() {
        MigrationPage page = new Walk()
                .seeing(finding("same-business", Finding.Verdict.HOLDS), finding("two-step-off", Finding.Verdict.FAILS))
                .tell(Action.SUBMIT, Map.of())
                .page();

        assertThat(page.now().mood()).isEqualTo(WhatNow.Mood.THEIRS);
        assertThat(page.now().where()).hasValueSatisfying(link -> assertThat(link.href()).startsWith("https://business.facebook.com/"));
        assertThat(page.now().because()).hasValueSatisfying(why -> assertThat(why.source()).isPresent());
        assertThat(page.openFindings()).singleElement().satisfies(open -> {
            assertThat(open.value()).isEqualTo("what Graph showed");
            assertThat(open.field()).isEqualTo("a_field");
            assertThat(open.owner()).isPresent();
            assertThat(open.remedy()).isPresent();
        });
        assertThat(page.clearFindings()).hasSize(1);
    }

    @Test
    void partsOfTheWay_areNamedOnce_whoeverLooksAgainInBetween() {
        List<Leg> legs = new Walk().page().legs();

        assertThat(legs).extracting(Leg::name).doesNotHaveDuplicates().contains("Verificações", "Preparação");
        assertThat(legs.stream().mapToInt(leg -> leg.steps().size()).sum()).as("no step is lost")
                .isEqualTo(Routes.named("migrate").orElseThrow().steps().size());
        assertThat(legs.stream()
                .filter(leg -> leg.name().equals("Preparação"))
                .findFirst()
                .orElseThrow()
                .steps()
                .stream()
                .map(Leg.StepLine::name)).as("the second look is among what it guards")
                .contains(new Walk().voice(Locale.of("pt", "BR")).say("step.nothing-drifted.to-do"));
    }

    @Test
    void pointOfNoReturn_isMarkedOnce() {
        MigrationPage page = new Walk().page();

        assertThat(page.legs().stream().flatMap(leg -> leg.steps().stream()).filter(Leg.StepLine::pivot)).hasSize(1);
        assertThat(page.legs().stream().filter(Leg::pivot)).singleElement().extracting(Leg::state).isEqualTo("ahead");
    }

    @Test
    void codeThatWasSent_standsAlone_andTheOrdersEndIsSaidElsewhere() {
        assertThat(askedForCode().page().now().sent()).isPresent();
        assertThat(askedForCode().page().now().by()).isEmpty();
        assertThat(new Walk().seeing(finding("two-step-off", Finding.Verdict.FAILS)).tell(Action.SUBMIT, Map.of()).page().now().by())
                .isPresent();
    }

    @Test
    void gap_isNotSpokenOf_beforeTheNumberHasMoved_andUnmeasuredIsUnknownAndNeverZero() {
        assertThat(new Walk().page().gaps()).isEmpty();
        assertThat(askedForCode().page().gaps()).isEmpty();
    }

    @Test
    void withdrawal_listsWhatStays() {
        Walk walk = askedForCode();

        WithdrawalPage page = WithdrawalPage.of(walk.voice(Walk.PORTUGUESE), walk.dossier().card()).orElseThrow();

        assertThat(page.stays()).isNotEmpty();
        assertThat(page.undone()).isNotEmpty();
        assertThat(walk.page().now().forms()).extracting(ActionForm::action).as("asked on a page of its own").doesNotContain("withdraw");
    }

    @Test
    void endedMigration_offersNothing() {
        Walk walk = new Walk().tell(Action.SUBMIT, Map.of()).tell(Action.WITHDRAW, Map.of());

        assertThat(walk.page().now().forms()).isEmpty();
        assertThat(walk.page().now().withdraw()).isEmpty();
        assertThat(walk.page().reloadsAfter()).isZero();
    }

    @Test
    void codeThatWasEntered_isNotCalledNeedless() {
        Walk walk = askedForCode().tell(Action.ENTER_CODE, Map.of("code", "123456"));

        assertThat(walk.page().legs().stream().flatMap(leg -> leg.steps().stream()))
                .filteredOn(step -> step.name().equals("Código digitado"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.state()).isEqualTo("held");
                    assertThat(step.skipped()).isEmpty();
                });
    }

    @Test
    void findingAndItsMark_sayTheSame() {
        MigrationPage page = new Walk().seeing(finding("two-step-off", Finding.Verdict.FAILS)).tell(Action.SUBMIT, Map.of()).page();

        assertThat(page.openFindings()).singleElement().satisfies(open -> {
            assertThat(open.verdict()).isEqualTo("fails");
            assertThat(open.title()).isEqualTo("A confirmação em duas etapas está ativada");
        });
        assertThat(page.now().subject()).hasValue("A confirmação em duas etapas está ativada");
    }

    @ParameterizedTest
    @CsvSource({"25, 0, 0, ok", "25, 2, 0, pending", "0, 27, 0, pending", "25, 0, 2, partly", "25, 1, 1, pending", "0, 0, 27, broken",
        "0, 0, 0, ok"})
    void someTemplatesLost_areNotAllTemplatesBroken(int carried, int pending, int failed, String health) {
        Walk walk = new Walk().comparing(new AssetsCompared(40, carried, pending, failed, 13, 0))
                .tell(Action.SUBMIT, Map.of())
                .tell(Action.CHOOSE_CODE, Map.of("method", "SMS", "language", "pt_BR"))
                .tell(Action.ENTER_CODE, Map.of("code", "123456"));
        MigrationPage.Sign sign = walk.page().continuity().get(1);

        assertThat(sign.health()).isEqualTo(health);
        assertThat(sign.note().isPresent()).as("what is missing is counted").isEqualTo(pending + failed > 0);
        sign.note().ifPresent(note -> assertThat(note).contains(carried + " de " + (carried + pending + failed)));
    }

    private static Walk askedForCode() {
        return new Walk().tell(Action.SUBMIT, Map.of()).tell(Action.CHOOSE_CODE, Map.of("method", "SMS", "language", "pt_BR"));
    }

    private static Finding finding(String check, Finding.Verdict verdict) {
        return new Finding(check, Optional.empty(), verdict, Certainty.VERIFIED, Party.CLIENT, "what Graph showed", "a_field",
                Instant.parse("2026-11-21T12:00:00Z"), false, Optional.empty(), Optional.empty());
    }
}
