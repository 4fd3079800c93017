package dev.portway.sandbox.rules.moving;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.number.Decisions;
import dev.portway.sandbox.rules.number.Numbers;
import dev.portway.sandbox.rules.number.Ownership;
import dev.portway.sandbox.rules.waba.Credit;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a provider verifies before a client claims one in sign-up.
 *
 * <p>Documented (pre-verified phone numbers, 14 Nov 2025): for Solution Partners; verified for 90 days and to be verified again in the last 45 of
 * them; one never verified leaves the pool after 90 days; one that was claimed has 90 days to be registered; shared within a solution.
 */
public final class Preverification {

    private static final Duration LIFE = Duration.ofDays(90);
    private static final Duration AGAIN_BEFORE_END = Duration.ofDays(45);

    private final World world;
    private final Numbers numbers;
    private final Ownership ownership;
    private final Decisions decisions;

    public Preverification(World world, Numbers numbers, Ownership ownership, Decisions decisions) {
        this.decisions = decisions;
        this.world = world;
        this.numbers = numbers;
        this.ownership = ownership;
    }

    public PreverifiedNumber add(Business provider, String number) {
        // Assumed: whoever has no credit line is no Solution Partner, and lacks the capability.
        if (!Credit.has(world, provider.id)) {
            throw ErrorRow.CAPABILITY_MISSING.refused();
        }
        PhoneLine line = numbers.lineOf(Digits.of(number));
        boolean pooled = all().stream().anyMatch(each -> each.line == line);
        // Assumed: the row of whatever cannot be added to a WABA.
        if (pooled || numbers.home(line).isPresent() || line.onMessenger || line.onBusinessApp) {
            throw ErrorRow.CANNOT_ADD_NUMBER.refused();
        }
        PreverifiedNumber made = new PreverifiedNumber(world.ids().other(), provider.id, line);
        made.addedAt = world.now();
        world.preverifiedNumbers.put(made.id, made);
        return made;
    }

    /** Those that are there still: one that nobody verified leaves after 90 days. */
    public List<PreverifiedNumber> all() {
        world.preverifiedNumbers.values().removeIf(each -> each.verifiedAt == null && !world.now().isBefore(each.addedAt.plus(LIFE)));
        return List.copyOf(world.preverifiedNumbers.values());
    }

    /** A portfolio's own, and those that partners share with it. */
    public List<PreverifiedNumber> of(Business business) {
        return all().stream().filter(each -> reaches(business.id, each)).toList();
    }

    public static boolean reaches(String businessId, PreverifiedNumber number) {
        return number.businessId.equals(businessId) || number.partnerIds.contains(businessId);
    }

    public void request(PreverifiedNumber number, String method, String language) {
        if (tooEarlyAgain(number)) {
            throw ErrorRow.ALREADY_VERIFIED.refused();
        }
        ownership.send(number.line, number.id, method.equals("IVR") ? "VOICE" : method, language);
    }

    private boolean tooEarlyAgain(PreverifiedNumber number) {
        Instant end = expiry(number);
        return end != null && world.now().isBefore(end.minus(AGAIN_BEFORE_END));
    }

    public void verify(PreverifiedNumber number, String code) {
        ownership.enter(number.line, number.id, code);
        number.verifiedAt = world.now();
    }

    public @Nullable Instant expiry(PreverifiedNumber number) {
        return number.verifiedAt == null ? null : number.verifiedAt.plus(LIFE);
    }

    public boolean verified(PreverifiedNumber number) {
        Instant end = expiry(number);
        return end != null && world.now().isBefore(end);
    }

    /** Documented as going back to unverified; the list of values has two words for that. */
    public String status(PreverifiedNumber number) {
        if (verified(number)) {
            return "VERIFIED";
        }
        return number.verifiedAt != null && world.switches.is(Switch.PREVERIFIED_LAPSED, "EXPIRED") ? "EXPIRED" : "NOT_VERIFIED";
    }

    /** Returns whether it was not shared before. Documented: with a partner of a solution. */
    public boolean share(PreverifiedNumber number, Business partner) {
        boolean together = world.solutions.values()
                .stream()
                .anyMatch(solution -> solution.active() && in(solution.owner, solution.partner, number.businessId)
                        && in(solution.owner, solution.partner, partner.id));
        if (!together || partner.id.equals(number.businessId)) {
            throw ErrorRow.INVALID_PARAMETER
                    .saying("(#100) Param partner_business_id must be a partner of a Multi-Partner Solution of yours");
        }
        return number.partnerIds.add(partner.id);
    }

    private static boolean in(App one, App other, String businessId) {
        return one.businessId.equals(businessId) || other.businessId.equals(businessId);
    }

    public void delete(PreverifiedNumber number) {
        world.preverifiedNumbers.remove(number.id);
    }

    /** A client chooses it in sign-up, or its provider adds it for them: a phone number id takes its place. */
    public NumberLink claim(PreverifiedNumber number, Waba waba) {
        numbers.checkRoom(numbers.owner(waba));
        NumberLink link = new NumberLink(world.ids().phoneNumber(), waba, number.line);
        link.verifiedName = waba.name;
        link.nameStatus = "PENDING_REVIEW";
        link.quality = "NA";
        link.addedAt = world.now();
        link.preverified = true;
        if (verified(number)) {
            link.state = NumberLink.State.VERIFIED;
            link.verifiedAt = world.now();
        }
        world.add(link);
        decisions.reviewName(link);
        delete(number);
        return link;
    }
}
