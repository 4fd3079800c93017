package dev.portway.sandbox.rules.number;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;

/**
 * The two-step verification PIN of a number. Documented (two-step verification page, Feb 2026): set by API or by register, turned off in
 * WhatsApp Manager only.
 */
public final class TwoStep {

    /** Long enough that no wrong PIN is forgotten before the number of guesses that blocks. */
    private static final Duration GUESSES_COUNTED_FOR = Duration.ofHours(12);
    /** What an old provider sets behind everybody's back. */
    private static final String SOMEONE_ELSES_PIN = "739104";

    private final World world;
    private final Notices notices;
    private final Numbers numbers;

    public TwoStep(World world, Notices notices, Numbers numbers) {
        this.world = world;
        this.notices = notices;
        this.numbers = numbers;
    }

    /** Checks a PIN against one that is on, and takes it as the new one when none is. */
    public void enter(PhoneLine line, String pin) {
        Instant now = world.now();
        if (line.pinsBlockedUntil != null && now.isBefore(line.pinsBlockedUntil)) {
            long minutes = Math.max(1, Duration.between(now, line.pinsBlockedUntil).toMinutes());
            throw ErrorRow.TOO_MANY_PIN_GUESSES
                    .because("Too many two-step verification PIN guesses for this phone number. Please try again in " + minutes
                            + " minutes.");
        }
        if (line.pin != null && !line.pin.equals(pin)) {
            guessedWrong(line, now);
        }
        line.wrongPins.clear();
        line.pin = pin;
    }

    private void guessedWrong(PhoneLine line, Instant now) {
        Duration pause = Duration.ofSeconds(world.switches.number(Switch.WRONG_PIN_PAUSE_SECONDS));
        Instant last = line.wrongPins.peekLast();
        if (last != null && now.isBefore(last.plus(pause))) {
            throw ErrorRow.PIN_GUESSED_TOO_FAST.refused();
        }
        line.wrongPins.addLast(now);
        if (Budget.spent(line.wrongPins, GUESSES_COUNTED_FOR, now) >= world.switches.number(Switch.WRONG_PINS_BEFORE_BLOCK)) {
            line.pinsBlockedUntil = now.plus(Duration.ofMinutes(world.switches.number(Switch.WRONG_PIN_BLOCK_MINUTES)));
            line.wrongPins.clear();
        }
        throw ErrorRow.PIN_MISMATCH.refused();
    }

    /** Sets or changes it through the API. Documented: not among the triggers of the security webhook, so nobody hears of it. */
    public void setByApi(PhoneLine line, String pin) {
        line.pin = pin;
        line.pinsBlockedUntil = null;
        line.wrongPins.clear();
    }

    void turnOnByApi(PhoneLine line) {
        setByApi(line, SOMEONE_ELSES_PIN);
    }

    /** Its owner turns it off in WhatsApp Manager: presses the button, then follows the link in the e-mail. */
    public void turnOff(PhoneLine line) {
        askToTurnOff(line);
        confirmOff(line);
    }

    /** Presses the button. Documented: it stays on until the link in the e-mail is followed. */
    public void askToTurnOff(PhoneLine line) {
        if (line.twoStepOn() && !line.offAsked) {
            line.offAsked = true;
            numbers.homes(line).forEach(home -> notices.security(home, "PIN_RESET_REQUEST"));
        }
    }

    /** Follows the link, if there is one. */
    public void confirmOff(PhoneLine line) {
        if (!line.twoStepOn() || !line.offAsked) {
            return;
        }
        line.pin = null;
        line.offAsked = false;
        line.pinsBlockedUntil = null;
        line.wrongPins.clear();
        numbers.homes(line).forEach(home -> {
            notices.security(home, "PIN_REQUEST_SUCCESS");
            notices.remember(home.waba, "SECURITY_EVENT", home.waba.ownerId,
                    "Two-step verification turned off for " + Notices.shortly(line));
        });
    }

    /** Its owner turns it on, or changes the PIN, in WhatsApp Manager. */
    public void turnOn(PhoneLine line, String pin) {
        line.pin = pin;
        numbers.homes(line).forEach((NumberLink home) -> notices.security(home, "PIN_CHANGED"));
    }
}
