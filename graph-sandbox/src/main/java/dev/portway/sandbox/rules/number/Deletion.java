package dev.portway.sandbox.rules.number;

import dev.portway.sandbox.refusal.Hindrance;
import dev.portway.sandbox.rules.access.Admins;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Person;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A number leaves the platform. There is no call for it: an admin deletes it in WhatsApp Manager, or its owner deletes the account in the app.
 *
 * <p>Documented (phone numbers, 27 Feb 2026): an admin of the portfolio only; not within 30 days of a paid message; the two-step PIN while the
 * number is connected. Documented (error page): for some minutes it cannot be registered again.
 */
public final class Deletion {

    private static final Duration PAID_BEFORE = Duration.ofDays(30);

    private final World world;
    private final Numbers numbers;
    private final Notices notices;

    public Deletion(World world, Numbers numbers, Notices notices) {
        this.world = world;
        this.numbers = numbers;
        this.notices = notices;
    }

    /**
     * Deletes a number from its WABA, as WhatsApp Manager does.
     *
     * @param by who does it; null stands for an admin whom the world does not name
     * @param pin what was typed where the page asks for the PIN; empty when nothing was
     */
    public void delete(NumberLink link, @Nullable Person by, String pin) {
        check(link, by, pin);
        if (held(link)) {
            deleteHeld(link);
        } else {
            deletePending(link);
        }
        notices.remember(link.waba, "PHONE_NUMBER_DELETED", by == null ? link.waba.ownerId : by.id(),
                Notices.shortly(link.line) + " deleted");
    }

    /** The number is this WABA's. While it is not, it may live elsewhere, and nothing of the number itself is this WABA's to delete. */
    private static boolean held(NumberLink link) {
        return link.registered() || link.state == NumberLink.State.DEREGISTERED;
    }

    private static void deletePending(NumberLink link) {
        link.state = NumberLink.State.DELETED;
        PhoneLine.OwnershipCode code = link.line.code;
        if (code != null && code.linkId().equals(link.id)) {
            link.line.code = null;
        }
    }

    private void deleteHeld(NumberLink link) {
        PhoneLine line = link.line;
        // Assumed: a number that partners share is gone for all of them.
        line.links.stream()
                .filter(each -> each == link || (each.shared && !each.gone()))
                .forEach(each -> each.state = NumberLink.State.DELETED);
        line.code = null;
        line.deletedAt = world.now();
        if (world.switches.is(Switch.TWO_STEP_AFTER_DELETION, "gone")) {
            line.pin = null;
            line.wrongPins.clear();
            line.pinsBlockedUntil = null;
        }
    }

    private void check(NumberLink link, @Nullable Person by, String pin) {
        PhoneLine line = link.line;
        Admins.check(by, link.waba.ownerId);
        // Assumed: the page leaves a number of the app alone, because its way out is documented as one through the app.
        if (line.onBusinessApp && link.registered()) {
            throw Hindrance.ON_BUSINESS_APP.hinders();
        }
        if (held(link) && line.lastPaidAt != null && world.now().isBefore(line.lastPaidAt.plus(PAID_BEFORE))) {
            throw Hindrance.PAID_LATELY.hinders("the last one on " + line.lastPaidAt + ", so from " + line.lastPaidAt.plus(PAID_BEFORE));
        }
        if (numbers.status(link).equals("CONNECTED") && line.pin != null && !line.pin.equals(pin)) {
            throw Hindrance.PIN_WRONG.hinders();
        }
    }

    /** Its owner deletes the account in WhatsApp Messenger or the WhatsApp Business app, so that the number can be added to the platform. */
    public void leaveApp(PhoneLine line) {
        if (line.onBusinessApp && numbers.home(line).isPresent()) {
            throw Hindrance.ON_BUSINESS_APP.hinders("it is connected to a partner");
        }
        line.onMessenger = false;
        line.onBusinessApp = false;
    }
}
