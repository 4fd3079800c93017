package dev.portway.sandbox.rules.number;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;

/**
 * Ownership codes: requested, received on the phone, entered.
 *
 * <p>Documented: {@code request_code} and {@code verify_code} references, Nov 2025 to Jun 2026; that six digits arrive with a hyphen. Assumed
 * are all counts and waits, see the switches.
 */
public final class Ownership {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final World world;
    private final Numbers numbers;
    private final TwoStep twoStep;

    public Ownership(World world, Numbers numbers, TwoStep twoStep) {
        this.world = world;
        this.numbers = numbers;
        this.twoStep = twoStep;
    }

    /** Sends a code to the phone, if anything can reach it; nobody is told when nothing can. */
    public void request(NumberLink link, String method, String language) {
        checkEligible(link, ErrorRow.CODE_NOT_AVAILABLE);
        send(link.line, link.id, method, language);
    }

    /** The same for whatever the code is to verify, by its id. */
    public void send(PhoneLine line, String id, String method, String language) {
        if (blocked(line)) {
            throw ErrorRow.CODE_WAIT_AN_HOUR.refused();
        }
        Instant now = world.now();
        if (Budget.spent(line.codeRequests, HALF_A_DAY, now) >= world.switches.number(Switch.CODE_REQUESTS_PER_12_HOURS)) {
            throw ErrorRow.CODE_WAIT_AN_HOUR.refused();
        }
        line.codeRequests.addLast(now);
        Duration life = Duration.ofMinutes(world.switches.number(Switch.OWNERSHIP_CODE_MINUTES));
        // Assumed: a new code ends the one before, as a person would expect of the newest message.
        line.code = new PhoneLine.OwnershipCode(world.ids().code(), id, now.plus(life));
        deliver(line, method, language);
    }

    private void deliver(PhoneLine line, String method, String language) {
        boolean voice = method.equals("VOICE");
        boolean arrives = line.kind == PhoneLine.Kind.MOBILE || (line.kind != PhoneLine.Kind.IVR && voice);
        if (arrives && line.code != null) {
            String digits = line.code.digits();
            String text = voice ? CodeTexts.spoken(language, digits) : CodeTexts.written(language, digits);
            line.receive(new PhoneLine.PhoneMessage(world.ids().text(10), voice ? "voice" : "sms", language, text, digits, world.now()));
        }
    }

    public void verify(NumberLink link, String code) {
        PhoneLine line = link.line;
        checkEligible(link, ErrorRow.NOT_ELIGIBLE_TO_VERIFY);
        if (line.onBusinessApp) {
            throw ErrorRow.ON_BUSINESS_APP.refused();
        }
        enter(line, link.id, code);
        accept(link);
    }

    /** Takes the code that was sent for {@code id}, and forgets it. */
    public void enter(PhoneLine line, String id, String code) {
        if (blocked(line)) {
            throw ErrorRow.CODES_BLOCKED.refused();
        }
        if (line.code == null || !line.code.linkId().equals(id) || !line.code.digits().equals(code)) {
            throw wrong(line);
        }
        if (!world.now().isBefore(line.code.expiresAt())) {
            throw ErrorRow.CODE_EXPIRED.refused();
        }
        line.code = null;
        line.wrongCodes.clear();
    }

    /** Ownership of a number was proved, for this link of it. */
    public void accept(NumberLink link) {
        link.verifiedAt = world.now();
        link.state = NumberLink.State.VERIFIED;
        if (link.line.pinComesBack) {
            twoStep.turnOnByApi(link.line);
        }
    }

    /** Counts the attempt, which stays counted although the call is refused. */
    private Refused wrong(PhoneLine line) {
        Instant now = world.now();
        line.wrongCodes.addLast(now);
        if (Budget.spent(line.wrongCodes, HALF_A_DAY, now) >= world.switches.number(Switch.WRONG_CODES_BEFORE_BLOCK)) {
            line.codesBlockedUntil = now.plus(HALF_A_DAY);
            line.wrongCodes.clear();
        }
        return ErrorRow.WRONG_CODE.refused();
    }

    private boolean blocked(PhoneLine line) {
        return line.codesBlockedUntil != null && world.now().isBefore(line.codesBlockedUntil);
    }

    private void checkEligible(NumberLink link, ErrorRow otherwise) {
        if (link.registered() || (link.state == NumberLink.State.VERIFIED && !numbers.expired(link))) {
            throw ErrorRow.ALREADY_VERIFIED.refused();
        }
        if (link.gone() || link.platform.equals("ON_PREMISE")) {
            throw otherwise.refused();
        }
    }
}
