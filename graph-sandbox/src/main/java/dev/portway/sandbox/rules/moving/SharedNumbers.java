package dev.portway.sandbox.rules.moving;

import dev.portway.sandbox.refusal.Hindered;
import dev.portway.sandbox.refusal.Hindrance;
import dev.portway.sandbox.rules.notice.Notices;
import dev.portway.sandbox.rules.number.Numbers;
import dev.portway.sandbox.rules.waba.WabaClones;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Several partners on one number: a WABA for each, no code, no register; all receive, all may send, each is billed for its own.
 *
 * <p>Documented (multi-solution conversations, 12 Nov 2025, closed beta): chosen by the client in sign-up, for all numbers of a WABA; an increased
 * messaging limit, no restriction, registered, not of the Business app; up to five partners, none twice; out again by a ticket to Direct Support. Documented (account model, Jun
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
        world.does("partner-ticket",
                later -> world.link(later.of("number"), later.of("waba")).ifPresent(link -> leave(link, later.of("partner"))));
        this.numbers = numbers;
        this.clones = clones;
        this.notices = notices;
    }

    /** The client shares a number with one more partner, and with it all others of its WABA; returns what it is at that partner's. */
    public NumberLink share(PhoneLine line, App partner) {
        NumberLink home = numbers.home(line).orElseThrow(Hindrance.NOT_REGISTERED::hinders);
        Waba made = share(home.waba, partner);
        return numbers.at(made, line).orElseThrow();
    }

    /** The client shares all registered numbers of a WABA with one more partner; returns the WABA that is made for that one. */
    public Waba share(Waba waba, App partner) {
        List<NumberLink> shared = registered(waba);
        Hindrance.NOT_REGISTERED.unless(!shared.isEmpty());
        check(waba, shared, partner);
        clones.checkRoom(waba);
        Waba made = clones.empty(waba);
        made.madeFrom = null;
        shared.forEach(link -> put(link, made));
        made.partners.put(partner.businessId, Waba.Share.MANAGE);
        notices.partner(made, "PARTNER_ADDED", partner, null);
        return made;
    }

    /** Whether sign-up offers it: who cannot share is not asked. */
    public boolean can(Waba waba, App partner) {
        List<NumberLink> shared = registered(waba);
        try {
            check(waba, shared, partner);
            return !shared.isEmpty();
        } catch (Hindered hindered) {
            return false;
        }
    }

    private static List<NumberLink> registered(Waba waba) {
        return waba.links.stream().filter(link -> link.registered() && link.platform.equals("CLOUD_API")).toList();
    }

    private void put(NumberLink link, Waba beside) {
        boolean sameId = world.switches.is(Switch.SHARED_NUMBER_ID, "same");
        clones.beside(link, beside, sameId ? link.id : world.ids().phoneNumber());
        link.shared = true;
    }

    private void check(Waba waba, List<NumberLink> shared, App partner) {
        Hindrance.ON_BUSINESS_APP.unless(shared.stream().noneMatch(link -> link.line.onBusinessApp));
        Hindrance.HAS_GROUPS.unless(shared.stream().allMatch(link -> link.line.groups.isEmpty()));
        Hindrance.SHARED_ALREADY.unless(shared.stream()
                .flatMap(link -> numbers.homes(link.line).stream())
                .noneMatch(home -> serves(home, partner.businessId)));
        Hindrance.TOO_MANY_PARTNERS.unless(shared.stream().allMatch(link -> numbers.homes(link.line).size() < PARTNERS));
        Hindrance.RESTRICTED.unless(waba.restrictions.isEmpty() && !waba.disabled() && shared.stream().noneMatch(link -> link.line.banned));
        // Assumed: the condition belongs to the feature and goes with the new account model.
        Hindrance.LIMIT_TOO_LOW.unless(
                !TOO_LOW.contains(numbers.owner(waba).messagingLimit) || world.switches.number(Switch.ACCOUNT_MODEL_PHASE) >= 1);
    }

    /** Whoever only reads is no partner on the number. */
    private static boolean serves(NumberLink link, String businessId) {
        return link.waba.partners.get(businessId) == Waba.Share.MANAGE;
    }

    /** Documented: a number that is added to one of these WABAs is shared with all of their partners. */
    void registered(NumberLink link) {
        link.waba.links.stream()
                .filter(each -> each.shared && !each.gone())
                .flatMap(each -> each.line.links.stream())
                .filter(each -> each.shared && !each.gone() && each.waba != link.waba)
                .map(each -> each.waba)
                .distinct()
                .filter(waba -> numbers.at(waba, link.line).isEmpty())
                .toList()
                .forEach(waba -> put(link, waba));
    }

    /** Direct Support takes a partner off a number and the others of its WABA, as its ticket asks for. */
    public void leave(PhoneLine line, String partnerId) {
        NumberLink link = line.links.stream()
                .filter(each -> !each.gone() && serves(each, partnerId))
                .findFirst()
                .orElseThrow(Hindrance.NOT_CONNECTED::hinders);
        // Documented for sharing only: who is alone on a number leaves it in other ways.
        Hindrance.ONLY_PARTNER.unless(link.shared);
        int hours = world.switches.number(Switch.PARTNER_TICKET_HOURS);
        if (hours == 0) {
            leave(link, partnerId);
        } else {
            world.later(Duration.ofHours(hours), "partner-ticket", Map.of("number", link.id, "waba", link.waba.id, "partner", partnerId));
        }
    }

    private void leave(NumberLink link, String partnerId) {
        link.waba.links.stream().filter(each -> each.shared && !each.gone()).toList().forEach(SharedNumbers::takeOff);
        link.waba.partners.remove(partnerId);
        world.apps.values()
                .stream()
                .filter(app -> app.businessId.equals(partnerId))
                .forEach(app -> notices.partner(link.waba, "PARTNER_REMOVED", app, null));
    }

    private static void takeOff(NumberLink link) {
        link.state = NumberLink.State.DELETED;
        List<NumberLink> left = link.line.links.stream().filter(each -> each.shared && !each.gone()).toList();
        if (left.size() == 1) {
            left.getFirst().shared = false;
        }
    }
}
