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
 * @param form takes how the window closed: filled in by the page, or by hand where no script runs
 * @param left how the last sign-up ended, where it did not come to its end
 */
public record SignUpPage(String home, String title, ActionForm form, Optional<String> left) {
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
                .map(form -> new SignUpPage("/migrations/" + card.migration().id(), MigrationPage.title(voice, card.migration()), form,
                        left));
    }
}
