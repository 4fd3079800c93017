package dev.portway.sandbox.rules.number;

import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.util.List;

/**
 * Ids of WhatsApp Business accounts in the new account model, of which each number has one. Documented (account model, Jun 2026, beta): from phase
 * 2 on they come in sign-up's events, from phase 3 on they replace the phone number id in all paths. Assumed: that in phase 2 both ids lead to the
 * number, and that in phase 3 the old one can still be read, because nobody could find the new one otherwise.
 */
public final class AccountIds {

    private static final int IN_EVENTS = 2;
    private static final int IN_PATHS_ONLY = 3;

    private final World world;

    public AccountIds(World world) {
        this.world = world;
    }

    public boolean inEvents() {
        return phase() >= IN_EVENTS;
    }

    private int phase() {
        return world.switches.number(Switch.ACCOUNT_MODEL_PHASE);
    }

    /** The account a number is in; made when it is first asked for. */
    public String of(PhoneLine line) {
        if (line.accountId == null) {
            line.accountId = world.ids().other();
        }
        return line.accountId;
    }

    /** What an id of a path stands for: every place of a number that it names. */
    public List<NumberLink> links(String id, boolean reads) {
        if (phase() < IN_EVENTS) {
            return world.links(id);
        }
        List<NumberLink> direct = phase() < IN_PATHS_ONLY || reads ? world.links(id) : List.of();
        return direct.isEmpty() ? world.links().filter(link -> id.equals(link.line.accountId) && !link.gone()).toList() : direct;
    }
}
