package dev.portway.sandbox.rules;

import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Switch;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;

/**
 * Several partners on one number: a WABA for each, no code, no register; all receive, all may send, each is billed for its own.
 *
 * <p>Documented (multi-solution conversations, 12 Nov 2025): chosen by the client in sign-up; a limit of 2,000 or more, no restriction,
 * registered, not of the Business app; up to five partners, none twice; out again by a ticket to Direct Support. Documented (account model, Jun
 * 2026, beta): the WABA of each is then its Messaging Account, and any partner can deregister the number.
 */
public final class SharedNumbers {

    private static final int PARTNERS = 5;
    private static final List<String> TOO_LOW = List.of("TIER_50", "TIER_250", "TIER_1K", "UNTIERED");

    private final World world;
    private final Numbers numbers;
    private final WabaClones clones;
    private final Notices notices;

    public SharedNumbers(World world, Numbers numbers, WabaClones clones, Notices notices) {
        this.world = world;
        this.numbers = numbers;
        this.clones = clones;
        this.notices = notices;
    }

    /** The client shares a number it has with one more partner; returns what it is at the WABA that is made for that one. */
    public NumberLink share(PhoneLine line, App partner) {
        List<NumberLink> homes = numbers.homes(line);
        Hindrance.NOT_REGISTERED.unless(!homes.isEmpty());
        check(homes, line, partner);
        NumberLink first = homes.getFirst();
        boolean sameId = world.switches.is(Switch.SHARED_NUMBER_ID, "same");
        NumberLink link = clones.beside(first, clones.empty(first.waba), sameId ? first.id : world.ids().phoneNumber());
        link.waba.madeFrom = null;
        first.shared = true;
        link.waba.partners.put(partner.businessId, Waba.Share.MANAGE);
        notices.partner(link.waba, "PARTNER_ADDED", partner, null);
        return link;
    }

    private void check(List<NumberLink> homes, PhoneLine line, App partner) {
        NumberLink first = homes.getFirst();
        Business owner = numbers.owner(first.waba);
        Hindrance.ON_BUSINESS_APP.unless(!line.onBusinessApp);
        Hindrance.SHARED_ALREADY.unless(homes.stream().noneMatch(link -> serves(link, partner.businessId)));
        Hindrance.TOO_MANY_PARTNERS.unless(homes.size() < PARTNERS);
        Hindrance.RESTRICTED.unless(first.waba.restrictions.isEmpty() && !first.waba.disabled() && !line.banned);
        // Assumed: the condition belongs to the feature and goes with the new account model.
        Hindrance.LIMIT_TOO_LOW
                .unless(!TOO_LOW.contains(owner.messagingLimit) || world.switches.number(Switch.ACCOUNT_MODEL_PHASE) >= 1);
    }

    /** Whoever only reads is no partner on the number. */
    private static boolean serves(NumberLink link, String businessId) {
        return link.waba.partners.get(businessId) == Waba.Share.MANAGE;
    }

    /** Direct Support takes a partner off a number, as its ticket asks for. */
    public void leave(PhoneLine line, String partnerId) {
        NumberLink link = line.links.stream()
                .filter(each -> !each.gone() && serves(each, partnerId))
                .findFirst()
                .orElseThrow(Hindrance.NOT_CONNECTED::hinders);
        // Documented for sharing only: who is alone on a number leaves it in other ways.
        Hindrance.ONLY_PARTNER.unless(link.shared && line.links.stream().anyMatch(each -> each != link && each.shared && !each.gone()));
        link.state = NumberLink.State.DELETED;
        world.apps.values()
                .stream()
                .filter(app -> app.businessId.equals(partnerId))
                .forEach(app -> notices.partner(link.waba, "PARTNER_REMOVED", app, null));
        List<NumberLink> left = line.links.stream().filter(each -> each.shared && !each.gone()).toList();
        if (left.size() == 1) {
            left.getFirst().shared = false;
        }
    }
}
