package dev.portway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.guest.GuestLink;
import dev.portway.guest.SaidNo;
import dev.portway.migration.Action;
import dev.portway.migration.Next;
import dev.portway.migration.Term;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.route.Routes;
import dev.portway.problem.Party;
import dev.portway.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever key a page makes from a name of a closed list has a text in every language: nobody is shown {@code move.destination}. */
class PageTextsTest {
    static final List<Locale> LANGUAGES = Words.LANGUAGES;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void closedLists_haveTexts(Locale language) {
        spoken(language, "", "move.", Party.values());
        spoken(language, "", "migration.whose.", Party.values());
        spoken(language, "", "party.", Party.values());
        spoken(language, ".title", "migration.wait.", Next.Waiting.values());
        spoken(language, "", "access.", SourceAccess.values());
        spoken(language, "", "guest.no.", SaidNo.Why.values());
        spoken(language, "", "links.no.", SaidNo.Why.values());
        spoken(language, "", "migration.beside.said-no.", SaidNo.Why.values());
        spoken(language, "", "guest.state.", GuestLink.State.values());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void choicesOfTheOrderForm_haveTexts(Locale language) {
        Map.of("access", NewMigration.ACCESSES, "method", NewMigration.METHODS, "proving", NewMigration.PROVINGS)
                .forEach((field, values) -> values.forEach(value -> {
                    says(language, "new." + field + "." + value);
                    says(language, "new." + field + "." + value + ".hint");
                }));
        Stream.concat(NewMigration.SETTLINGS.stream(), NewMigration.SETTLINGS_OF_A_REHEARSAL.stream())
                .forEach(settling -> says(language, "new.settling." + settling));
    }

    /** Where a value was not taken, whoever typed it learns how it is written. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void whatIsRefused_saysHowItIsWritten(Locale language) {
        Arrays.stream(Term.values())
                .map(Term::field)
                .filter(field -> field.oneOf().isEmpty())
                .forEach(field -> says(language, "refused.field-malformed.terms." + field.name()));
        says(language, "migration.wrong." + Action.ACCEPT_LOSSES.fields().getFirst().name() + ".malformed");
        says(language, "migration.wrong.until.impossible");
    }

    @Test
    void promise_ofTheOrderForm_namesAProviderOnlyWhereThereIsOne() {
        Words words = Words.of("console", Locale.of("pt", "BR"));

        var said = Routes.all().stream().filter(route -> {
            var typed = new NewMigration(Map.of("route", route.name()));
            return words.say(typed.promise(words)).contains("continua funcionando no provedor atual");
        }).map(Object::toString);

        assertThat(said).containsExactlyInAnyOrder("migrate", "signup", "hosting");
    }

    /** WhatsApp's own name for it: what people are told to look for stands on the screen they look at. */
    @Test
    void twoStepVerification_hasOneNameInPortuguese() {
        Words words = Words.of("console", Locale.of("pt", "BR"));

        assertThat(Stream.of("check.two-step-off.title", "task.turn-off-two-step.title", "problem.two-step-on.title",
                "guest.turn-off-two-step.title", "fact.two-step").map(words::say))
                .allSatisfy(text -> assertThat(text).containsIgnoringCase("confirmação em duas etapas"));
    }

    private static void spoken(Locale language, String after, String before, Enum<?>[] all) {
        Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(
                        word -> says(language, before + word + after));
    }

    private static void says(Locale language, String key) {
        assertThat(Words.of("console", language).has(key)).as(key + " in " + language).isTrue();
    }
}
