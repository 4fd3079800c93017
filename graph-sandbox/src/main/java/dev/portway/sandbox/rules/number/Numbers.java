package dev.portway.sandbox.rules.number;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PaymentMethod;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finding numbers, and what their state amounts to. */
public final class Numbers {

    private static final int NATIONAL_DIGITS = 10;

    private final World world;

    public Numbers(World world) {
        this.world = world;
    }

    /** The numbers that a WABA's list shows, in the order in which they came. */
    public List<NumberLink> listed(Waba waba) {
        boolean gone = world.switches.is(Switch.SOURCE_NUMBER_AFTER_MOVE, "gone");
        return waba.links.stream()
                .filter(link -> !gone || link.state != NumberLink.State.MIGRATED)
                .filter(link -> link.state != NumberLink.State.DELETED)
                .toList();
    }

    public Optional<NumberLink> at(Waba waba, PhoneLine line) {
        return line.links.stream().filter(link -> link.waba == waba && !link.gone()).findFirst();
    }

    /** Where a number is registered now. */
    public Optional<NumberLink> home(PhoneLine line) {
        return line.links.stream().filter(NumberLink::registered).findFirst();
    }

    /** All places where it is registered: more than one when partners share it. */
    public List<NumberLink> homes(PhoneLine line) {
        return line.links.stream().filter(NumberLink::registered).toList();
    }

    /** The number someone means by digits, with or without Brazil's ninth digit, with or without a plus. */
    public Optional<PhoneLine> called(String number) {
        String digits = Digits.of(number);
        return Stream.of(Optional.ofNullable(world.lines.get(digits)), NinthDigit.other(digits).map(world.lines::get))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The number without its country calling code. Documented (registering business phone numbers, 28 Jun 2026): {@code phone_number} comes
     * with or without it. Assumed: it is there when the number with it is known, or when ten digits or more follow it, which no area code of
     * the same digits leaves.
     */
    public String national(String countryCode, String number) {
        boolean repeated = number.startsWith(countryCode) && called(countryCode + number).isEmpty()
                && (called(number).isPresent() || number.length() - countryCode.length() >= NATIONAL_DIGITS);
        return repeated ? number.substring(countryCode.length()) : number;
    }

    /** Calling codes of three digits and of one; all others have two. */
    private static final Pattern CALLING_CODE = Pattern
            .compile("(2[1-69]\\d|3[578]\\d|42\\d|5[09]\\d|6[789]\\d|8[0578]\\d|9[679]\\d|[17]|\\d\\d)(\\d{3,})");

    /** The number of these digits, which begin with a country calling code; one that nobody knew yet comes to be. */
    public PhoneLine lineOf(String digits) {
        Matcher parts = CALLING_CODE.matcher(digits);
        if (!parts.matches() || digits.length() > 17) {
            throw ErrorRow.INVALID_PARAMETER.saying("(#100) Param phone_number must be a valid phone number");
        }
        return called(digits).orElseGet(() -> {
            PhoneLine line = new PhoneLine(parts.group(1), parts.group(2), DisplayNumber.of(parts.group(1), parts.group(2)));
            world.lines.put(line.digits, line);
            return line;
        });
    }

    public Business owner(Waba waba) {
        Business owner = world.businesses.get(waba.ownerId);
        if (owner == null) {
            throw new IllegalStateException("WABA " + waba.id + " has no owner");
        }
        return owner;
    }

    /** Whether a WABA has a payment method that works. Documented: none does between unsharing and the 1st after sharing again. */
    public boolean pays(Waba waba) {
        if (waitsForLine(waba)) {
            return false;
        }
        PaymentMethod method = waba.fundingId == null ? null : world.paymentMethods.get(waba.fundingId);
        return waba.fundingId != null && (method == null || method.valid);
    }

    /** Documented: between unsharing and the month after sharing nothing is sent, whatever it costs. */
    public boolean waitsForLine(Waba waba) {
        return waba.unshared || (waba.paysFrom != null && world.now().isBefore(waba.paysFrom));
    }

    /** Documented: a portfolio holds so many numbers and no more. */
    public void checkRoom(Business owner) {
        if (held(owner) >= owner.phoneCap) {
            throw ErrorRow.PHONE_CAP_REACHED.refused();
        }
    }

    /** Numbers over all WABAs of a portfolio, those that left not counted. */
    public long held(Business business) {
        return world.wabas.values()
                .stream()
                .filter(waba -> waba.ownerId.equals(business.id))
                .flatMap(waba -> waba.links.stream())
                .filter(link -> !link.gone())
                .map(link -> link.line)
                .distinct()
                .count();
    }

    /**
     * The field {@code status}. Documented values; assumed: PENDING until registered and DISCONNECTED after deregister, because only a
     * CONNECTED number can send and these are the two words left.
     */
    public String status(NumberLink link) {
        if (link.oddStatus != null && !link.gone()) {
            return link.oddStatus;
        }
        return switch (link.state) {
            case ADDED, VERIFIED -> "PENDING";
            case REGISTERED -> link.line.banned ? "BANNED" : "CONNECTED";
            case DEREGISTERED -> "DISCONNECTED";
            case MIGRATED -> "MIGRATED";
            case DELETED -> "DELETED";
        };
    }

    /** The field {@code code_verification_status}. Documented: NOT_VERIFIED, VERIFIED, EXPIRED. */
    public String codeStatus(NumberLink link) {
        if (link.verifiedAt == null) {
            return "NOT_VERIFIED";
        }
        return expired(link) ? "EXPIRED" : "VERIFIED";
    }

    /** Assumed: a verification that was not followed by register lapses (sign-up documents 14 days). */
    public boolean expired(NumberLink link) {
        // Documented for a number that was verified in advance: 90 days once it was claimed.
        Duration life = Duration.ofDays(link.preverified ? 90 : world.switches.number(Switch.OWNERSHIP_VERIFIED_DAYS));
        return link.state == NumberLink.State.VERIFIED && link.verifiedAt != null && world.now().isAfter(link.verifiedAt.plus(life));
    }
}
