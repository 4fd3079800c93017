package dev.portway.console.migration;

import dev.portway.migration.Action;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.Fact;
import dev.portway.runner.Desk;
import java.util.Optional;

/**
 * The page from which Meta's Embedded Signup is opened.
 *
 * @param home the migration's own page
 * @param what which account and number are to be chosen there
 * @param form takes how the window closed: filled in by the page, or by hand where no script runs
 * @param left how the last sign-up ended, where it did not come to its end
 * @param resume what to do about that
 */
public record SignUpPage(String home, String title, String what, ActionForm form, Optional<String> left, String resume) {
    /** Where the client left the last sign-up, in words where Meta's word for the screen is known; empty when it came to its end, or never began. */
    static Optional<String> left(Voice voice, Migration migration) {
        return migration.facts()
                .value(Fact.SIGNUP_TOLD)
                .filter(told -> !told.finished())
                .map(told -> told.leftAt()
                        .map(screen -> voice.find("sign-up.at." + screen).orElse(screen))
                        .or(told::error)
                        .orElseGet(() -> voice.say("sign-up.at.somewhere")));
    }

    /** Empty when nobody is asked to sign up now. */
    public static Optional<SignUpPage> of(Voice voice, Desk.Card card) {
        Optional<String> left = left(voice, card.migration());
        return new Forms(voice, card, Optional.empty(), Optional.empty()).all()
                .stream()
                .filter(form -> form.action().equals(Action.SIGN_UP.word()))
                .findFirst()
                .map(form -> new SignUpPage("/migrations/" + card.migration().id(), MigrationPage.title(voice, card.migration()),
                        what(voice, card.migration()), form, left, resume(voice, card.migration())));
    }

    private static String what(Voice voice, Migration migration) {
        String task = "task.sign-up.";
        return voice.find(task + migration.route().name() + ".do", task + "do").orElse("");
    }

    static String resume(Voice voice, Migration migration) {
        return voice.find("sign-up.resume." + migration.route().name(), "sign-up.resume").orElse("");
    }
}
