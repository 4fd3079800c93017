package dev.portway.sandbox.rules.moving;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.number.Numbers;
import dev.portway.sandbox.rules.waba.Intents;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.Optional;

/**
 * Initiate: adds a number that is registered elsewhere to a destination WABA ({@code migrate_phone_number}).
 *
 * <p>Source: "Migrating phone numbers among solution partners programmatically", 26 Nov 2025, and the error page, 27 May 2026. Assumed: the
 * order in which conditions are looked at, because the page has none.
 */
public final class Initiation {

    private final World world;
    private final Numbers numbers;
    private final Intents intents;

    public Initiation(World world, Numbers numbers, Intents intents) {
        this.world = world;
        this.numbers = numbers;
        this.intents = intents;
    }

    /** A pending link, and whether this call made it. */
    public record Initiated(NumberLink link, boolean isNew) {}

    public Initiated initiate(Waba destination, String digits) {
        PhoneLine line = numbers.called(digits).orElseThrow(ErrorRow.CAN_BE_ADDED_DIRECTLY::refused);
        Optional<NumberLink> there = numbers.at(destination, line);
        if (there.isPresent()) {
            return repeated(there.get());
        }
        NumberLink source = numbers.home(line).orElseThrow(ErrorRow.CAN_BE_ADDED_DIRECTLY::refused);
        checkNumber(source);
        checkSource(source, destination.ownerId);
        checkDestination(destination, source);
        return new Initiated(add(destination, source), true);
    }

    /** Assumed: repeating the call for a pending number is harmless; a switch makes it a refusal. */
    private Initiated repeated(NumberLink there) {
        boolean pending = there.migrating && !there.registered();
        if (!pending || world.switches.is(Switch.SECOND_INITIATE, "refused")) {
            throw ErrorRow.ALREADY_IN_WABA.refused();
        }
        return new Initiated(there, false);
    }

    private void checkNumber(NumberLink source) {
        PhoneLine line = source.line;
        refuseIf(line.inMaintenance, ErrorRow.NUMBER_IN_MAINTENANCE);
        // Assumed: a banned account answers with the documented lock, because no row of the migration table fits.
        refuseIf(line.banned, ErrorRow.ACCOUNT_LOCKED);
        // Documented that test numbers cannot migrate; assumed that the generic row says so.
        refuseIf(source.accountMode.equals("SANDBOX"), ErrorRow.MIGRATION_FAILED);
        // Assumed, as nothing is specified for either: the generic row.
        refuseIf(line.onBusinessApp && world.switches.is(Switch.COEXISTENCE_REFUSED_AT, "initiate"), ErrorRow.MIGRATION_FAILED);
        refuseIf(source.platform.equals("ON_PREMISE") && world.switches.is(Switch.ON_PREMISES_CAN_MIGRATE, "no"),
                ErrorRow.MIGRATION_FAILED);
        // Assumed: one of several partners is left by ticket, not by moving the number.
        refuseIf(source.shared, ErrorRow.MIGRATION_FAILED);
        refuseIf(line.twoStepOn() && world.switches.is(Switch.TWO_STEP_CHECKED_AT, "initiate"), ErrorRow.TWO_STEP_MUST_BE_OFF);
        refuseIf(!source.nameStatus.equals("APPROVED") || source.newNameStatus.equals("PENDING_REVIEW"), ErrorRow.NAME_NOT_APPROVED);
    }

    private void checkSource(NumberLink source, String ownerId) {
        Waba waba = source.waba;
        refuseIf(!waba.reviewStatus.equals("APPROVED") || !waba.messagingFor.equals("APPROVED") || !numbers.owner(waba).verified(),
                ErrorRow.SOURCE_NOT_SET_UP);
        // Assumed: a disabled account is not "set up properly" either.
        refuseIf(waba.disabled(), ErrorRow.SOURCE_NOT_SET_UP);
        refuseIf(!waba.ownerId.equals(ownerId), ErrorRow.OTHER_BUSINESS);
    }

    private void checkDestination(Waba destination, NumberLink source) {
        refuseIf(!destination.reviewStatus.equals("APPROVED") || !numbers.owner(destination).verified(), ErrorRow.DESTINATION_NOT_APPROVED);
        refuseIf(destination.disabled(), ErrorRow.DESTINATION_NOT_APPROVED);
        refuseIf(!destination.messagingFor.equals("APPROVED"), ErrorRow.MESSAGING_FOR_NOT_APPROVED);
        refuseIf(!numbers.pays(destination) && !intents.paysLater(source.waba, destination), ErrorRow.DESTINATION_WITHOUT_PAYMENT);
        // Documented: needed when the number is on Cloud API.
        refuseIf(destination.subscriptions.isEmpty() && source.platform.equals("CLOUD_API"), ErrorRow.DESTINATION_WEBHOOKS_MISSING);
        refuseIf(!destination.canAddNumbers(), ErrorRow.CANNOT_ADD_NUMBER);
    }

    private static void refuseIf(boolean broken, ErrorRow row) {
        if (broken) {
            throw row.refused();
        }
    }

    /**
     * What sign-up looks at before it sends a code for a number that is registered elsewhere. Documented ("…via Embedded Signup", 21 May 2026): as
     * with the call, and the source needs a payment method that works; the destination is made by sign-up itself. Assumed: the row for that.
     */
    public void checkSignup(NumberLink source, String ownerId) {
        checkNumber(source);
        checkSource(source, ownerId);
        refuseIf(!numbers.pays(source.waba), ErrorRow.MIGRATION_FAILED);
    }

    /** What is kept, by the documents: display name, quality rating, official status. */
    public NumberLink add(Waba destination, NumberLink source) {
        String id = world.switches.is(Switch.PHONE_NUMBER_ID_ON_MIGRATE, "same") ? source.id : world.ids().phoneNumber();
        NumberLink link = new NumberLink(id, destination, source.line);
        link.migrating = true;
        link.keepStanding(source);
        link.addedAt = world.now();
        // Documented: after an accepted intent there is no code to be entered.
        if (intents.moves(source.waba, destination)) {
            link.state = NumberLink.State.VERIFIED;
            link.verifiedAt = world.now();
        }
        world.add(link);
        return link;
    }
}
