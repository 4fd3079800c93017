package dev.portway.sandbox.rules.moving;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.rules.number.Budget;
import dev.portway.sandbox.rules.number.Numbers;
import dev.portway.sandbox.rules.number.TwoStep;
import dev.portway.sandbox.rules.template.TemplateCopies;
import dev.portway.sandbox.rules.waba.Intents;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;

/**
 * Register and deregister. Inside a successful {@code register} a migrating number becomes the destination's: the source's link turns
 * MIGRATED and its sends fail from then on.
 *
 * <p>Documented: the registration reference (Jun 2026) and "…via Embedded Signup" (21 May 2026) for when the re-association takes effect.
 */
public final class Registration {

    /** Documented: 10 of each in a moving 72 hours, then blocked for 72 hours. */
    private static final int TRIES = 10;
    private static final Duration WINDOW = Duration.ofDays(3);

    private final World world;
    private final Numbers numbers;
    private final TwoStep twoStep;
    private final Aftermath after;

    /** What follows from a registration elsewhere. */
    public record Aftermath(Notices notices, TemplateCopies copies, Intents intents, SharedNumbers sharedNumbers) {}

    public Registration(World world, Numbers numbers, TwoStep twoStep, Aftermath after) {
        this.world = world;
        this.numbers = numbers;
        this.twoStep = twoStep;
        this.after = after;
    }

    /**
     * Takes a number from the On-Premises API to Cloud API, on the same id and without a code. Documented (registration reference): a backup with
     * its password carries it over.
     *
     * @param backup whether a backup came along
     */
    public boolean rehost(NumberLink link, String pin, boolean backup) {
        if (!backup && world.switches.is(Switch.ON_PREMISES_WITHOUT_BACKUP, "refused")) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) The parameter backup is required");
        }
        spendRegister(link.line);
        check(link);
        twoStep.enter(link.line, pin);
        spendSuccess(link.line);
        link.platform = "CLOUD_API";
        link.registeredAt = world.now();
        after.notices().remember(link.waba, "PHONE_NUMBER_REGISTERED", link.waba.ownerId, Notices.shortly(link.line) + " on Cloud API");
        return true;
    }

    /** Documented (account model, Jun 2026): from phase 1 on it succeeds silently for a registered number, and the PIN is left alone. */
    public boolean leavesPinAlone(NumberLink link) {
        return link.registered() && world.switches.number(Switch.ACCOUNT_MODEL_PHASE) >= 1;
    }

    /** Returns whether anything changed: registering a registered number again succeeds and does nothing. */
    public boolean register(NumberLink link, String pin) {
        PhoneLine line = link.line;
        spendRegister(line);
        check(link);
        if (leavesPinAlone(link)) {
            return takeNewName(link);
        }
        twoStep.enter(line, pin);
        boolean changes = !link.registered();
        if (changes) {
            spendSuccess(line);
            takeOver(link);
        }
        return takeNewName(link) || changes;
    }

    /** Documented: a display name that was approved is in force once the number has been registered again. */
    private static boolean takeNewName(NumberLink link) {
        if (link.newName == null || !link.newNameStatus.equals("APPROVED")) {
            return false;
        }
        link.verifiedName = link.newName;
        link.nameStatus = "APPROVED";
        link.newName = null;
        link.newNameStatus = "NONE";
        return true;
    }

    private boolean countsRequests() {
        return world.switches.is(Switch.REGISTERS_COUNTED, "requests");
    }

    private void spendRegister(PhoneLine line) {
        Instant now = world.now();
        if (line.registersBlockedUntil != null && now.isBefore(line.registersBlockedUntil)) {
            throw ErrorRow.REGISTER_BUDGET_SPENT.refused();
        }
        if (Budget.spent(line.registers, WINDOW, now) >= TRIES) {
            line.registersBlockedUntil = now.plus(WINDOW);
            throw ErrorRow.REGISTER_BUDGET_SPENT.refused();
        }
        if (countsRequests()) {
            line.registers.addLast(now);
        }
    }

    /** Where requests are counted, {@link #spendRegister} has counted it. */
    private void spendSuccess(PhoneLine line) {
        if (!countsRequests()) {
            line.registers.addLast(world.now());
        }
    }

    private void check(NumberLink link) {
        PhoneLine line = link.line;
        if (line.banned) {
            throw ErrorRow.ACCOUNT_LOCKED.refused();
        }
        // Documented: register is skipped for a number of the app. Observed: code and text when it is sent.
        if (line.onBusinessApp && link.fromAppAt != null) {
            throw switch (world.switches.get(Switch.APP_REGISTER_REFUSAL)) {
                case "131000" -> ErrorRow.SOMETHING_WENT_WRONG.refused();
                case "136025" -> ErrorRow.ON_BUSINESS_APP.refused();
                default -> ErrorRow.NO_REGISTER_FOR_APP.refused();
            };
        }
        if (line.deletedAt != null
                && world.now().isBefore(line.deletedAt.plus(Duration.ofMinutes(world.switches.number(Switch.DELETION_WAIT_MINUTES))))) {
            throw ErrorRow.RECENTLY_DELETED.refused();
        }
        boolean owned = link.state == NumberLink.State.VERIFIED && !numbers.expired(link);
        if (!owned && !link.registered() && link.state != NumberLink.State.DEREGISTERED) {
            throw ErrorRow.NOT_VERIFIED.refused();
        }
    }

    private void takeOver(NumberLink link) {
        for (NumberLink other : link.line.links) {
            if (other != link && link.shared && other.shared && !other.gone()) {
                // Assumed: registered again by one partner, it is registered for all.
                other.state = NumberLink.State.REGISTERED;
            } else if (other != link && (other.registered() || other.state == NumberLink.State.DEREGISTERED)) {
                leave(other, link);
            }
        }
        link.state = NumberLink.State.REGISTERED;
        link.platform = "CLOUD_API";
        link.hasCertificate = true;
        link.registeredAt = world.now();
        after.notices().remember(link.waba, "PHONE_NUMBER_REGISTERED", link.waba.ownerId, Notices.shortly(link.line) + " registered");
        after.notices().onboarded(link, numbers.owner(link.waba).messagingLimit);
        after.intents().registered(link);
        after.sharedNumbers().registered(link);
    }

    private void leave(NumberLink source, NumberLink destination) {
        boolean moved = source.registered();
        source.state = NumberLink.State.MIGRATED;
        if (moved && world.switches.is(Switch.GROUPS_AFTER_MOVE, "gone")) {
            source.line.groups.clear();
        }
        if (moved) {
            after.notices()
                    .remember(source.waba, "PHONE_NUMBER_REMOVED", destination.waba.ownerId, Notices.shortly(source.line) + " migrated");
            if (world.switches.is(Switch.SOURCE_HEARS_OF_MOVE, "yes")) {
                after.notices().accountToAll(source.waba, "PARTNER_REMOVED");
            }
            after.copies().startAutomatic(source.waba, destination.waba);
        }
    }

    /** Documented: not for coexistence numbers, and deletes neither the number nor its history. */
    public boolean deregister(NumberLink link) {
        PhoneLine line = link.line;
        Instant now = world.now();
        if (line.deregistersBlockedUntil != null && now.isBefore(line.deregistersBlockedUntil)) {
            throw ErrorRow.REGISTER_BUDGET_SPENT.refused();
        }
        if (Budget.spent(line.deregisters, WINDOW, now) >= TRIES) {
            line.deregistersBlockedUntil = now.plus(WINDOW);
            throw ErrorRow.REGISTER_BUDGET_SPENT.refused();
        }
        line.deregisters.addLast(now);
        if (line.onBusinessApp) {
            throw ErrorRow.SOMETHING_WENT_WRONG.because("Number is in use with the WhatsApp Business app.");
        }
        if (!link.registered()) {
            throw ErrorRow.NOT_REGISTERED.refused();
        }
        // Documented (account model, Jun 2026): any partner of a number can deregister it, for all.
        line.links.stream()
                .filter(each -> each == link || (link.shared && each.shared && each.registered()))
                .forEach(each -> each.state = NumberLink.State.DEREGISTERED);
        return true;
    }
}
