package dev.portway.sandbox.rules.number;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds a number that is not on the platform to a WABA. */
public final class Adding {

    private final World world;
    private final Numbers numbers;
    private final Decisions decisions;

    public Adding(World world, Numbers numbers, Decisions decisions) {
        this.world = world;
        this.numbers = numbers;
        this.decisions = decisions;
    }

    /** A number with its calling code, under the WABA's own name. */
    public NumberLink add(Waba waba, String number) {
        PhoneLine line = numbers.lineOf(Digits.of(number));
        return add(waba, line.countryCode, line.national, waba.name);
    }

    /**
     * Refuses what {@link #add} would refuse.
     *
     * @param waba null for one that is yet to be made
     */
    public void check(@Nullable Waba waba, Business owner, String number) {
        check(waba, owner, numbers.called(number));
    }

    private void check(@Nullable Waba waba, Business owner, Optional<PhoneLine> known) {
        known.ifPresent(line -> check(waba, line));
        if (waba != null && !waba.canAddNumbers()) {
            throw ErrorRow.CANNOT_ADD_NUMBER.refused();
        }
        numbers.checkRoom(owner);
    }

    private void check(@Nullable Waba waba, PhoneLine line) {
        if (waba != null && numbers.at(waba, line).isPresent()) {
            throw ErrorRow.ALREADY_IN_WABA.refused();
        }
        // Documented: one of WhatsApp Messenger has to be deleted there first. Assumed: the row.
        boolean deregisteredElsewhere = standsElsewhere(line) && world.switches.is(Switch.ADD_OF_DEREGISTERED, "refused");
        // Assumed: a number registered elsewhere answers with the row that the edge lists for everything it cannot add.
        if (line.onMessenger || deregisteredElsewhere || numbers.home(line).isPresent()) {
            throw ErrorRow.CANNOT_ADD_NUMBER.refused();
        }
    }

    public NumberLink add(Waba waba, String countryCode, String national, String verifiedName) {
        Optional<PhoneLine> known = numbers.called(countryCode + national);
        check(waba, numbers.owner(waba), known);
        PhoneLine line = known.orElseGet(() -> newLine(countryCode, national));
        NumberLink link = new NumberLink(world.ids().phoneNumber(), waba, line);
        link.verifiedName = verifiedName;
        link.nameStatus = "PENDING_REVIEW";
        link.quality = "NA";
        link.addedAt = world.now();
        world.add(link);
        decisions.reviewName(link);
        return link;
    }

    /** Deregistered and not deleted: nobody's to send with, and still in somebody's list. */
    private static boolean standsElsewhere(PhoneLine line) {
        return line.links.stream().anyMatch(link -> link.state == NumberLink.State.DEREGISTERED);
    }

    private PhoneLine newLine(String countryCode, String national) {
        PhoneLine line = new PhoneLine(countryCode, national, DisplayNumber.of(countryCode, national));
        world.lines.put(line.digits, line);
        return line;
    }
}
