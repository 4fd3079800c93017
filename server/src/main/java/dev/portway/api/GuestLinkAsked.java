package dev.portway.api;

import dev.portway.guest.Wish;
import dev.portway.intake.Rejected;
import dev.portway.intake.Understanding;
import dev.portway.intake.Wrong;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A link that is asked for.
 *
 * @param to who will be given it, by name
 * @param task the kind of task it asks; without it and {@code check}: whatever the migration waits for
 * @param check the check it asks about
 * @param number the number it asks about, where the order has several
 * @param reason why they are asked, shown to them
 * @param validFor how long, as in {@code P7D}
 */
record GuestLinkAsked(@Nullable String to, @Nullable String task, @Nullable String check, @Nullable String number, @Nullable String reason,
        @Nullable String validFor) {
    Wish wish() {
        var wish = new Wish(text(task), text(check), numberNamed(), text(to), text(reason), lasting());
        if (wish.flaw().any()) {
            throw Rejected.field(wish.flaw().missing() ? Wrong.FIELD_MISSING : Wrong.FIELD_MALFORMED, wish.flaw().field());
        }
        return wish;
    }

    private String numberNamed() {
        return number == null ? "" : Understanding.number("number", number).e164();
    }

    private Duration lasting() {
        try {
            return validFor == null ? Wish.USUAL : Duration.parse(validFor);
        } catch (DateTimeException malformed) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, "validFor");
        }
    }

    private static String text(@Nullable String given) {
        return Optional.ofNullable(given).orElse("");
    }
}
