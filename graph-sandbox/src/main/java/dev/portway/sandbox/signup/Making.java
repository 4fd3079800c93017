package dev.portway.sandbox.signup;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the last click makes of all that was chosen: portfolio, WABA, number, access. */
final class Making {

    private final World world;
    private final Rules rules;

    Making(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    /** All that can be wrong is looked at before anything is made. */
    void make(Signup signup) {
        Business owner = Objects.requireNonNull(signup.owner);
        check(signup, owner);
        world.businesses.putIfAbsent(owner.id, owner);
        if (signup.onApp || signup.shared != null) {
            NumberLink link = signup.shared != null
                    ? rules.sharedNumbers.share(signup.shared, signup.app).links.getFirst()
                    : rules.coexistence.connect(Objects.requireNonNull(signup.line), owner, signup.app, true);
            signup.madeWaba = link.waba;
            signup.madeNumber = link;
            return;
        }
        Waba there = signup.waba;
        Waba waba = there == null ? rules.newWabas.make(owner, signup.wabaName.isEmpty() ? owner.name : signup.wabaName) : there;
        signup.madeNumber = signup.withoutNumber ? null : number(signup, waba);
        waba.partners.put(signup.app.businessId, Waba.Share.MANAGE);
        signup.madeWaba = waba;
        tell(signup, waba);
    }

    /** What shares numbers, and what connects one of the app, looks for itself before it changes anything. */
    private void check(Signup signup, Business owner) {
        if (signup.onApp || signup.shared != null) {
            return;
        }
        Waba there = signup.waba;
        if (there == null) {
            rules.newWabas.check(owner);
        }
        PhoneLine line = signup.line;
        if (signup.withoutNumber) {
            return;
        }
        if (signup.pooled != null) {
            rules.numbers.checkRoom(owner);
        } else if (line != null) {
            checkNumber(there, owner, line);
        }
    }

    private void checkNumber(@Nullable Waba there, Business owner, PhoneLine line) {
        Optional<NumberLink> standing = there == null ? Optional.empty() : rules.numbers.at(there, line);
        Optional<NumberLink> home = rules.numbers.home(line);
        if (standing.isPresent()) {
            pending(standing.get());
        } else if (home.isPresent()) {
            rules.initiation.checkSignup(home.get(), owner.id);
        } else {
            rules.adding.check(there, owner, line.digits);
        }
    }

    /** The number at its WABA; null when there is none. Nothing is registered: that is the provider's call. */
    private @Nullable NumberLink number(Signup signup, Waba waba) {
        if (signup.pooled != null) {
            NumberLink link = rules.preverification.claim(signup.pooled, waba);
            link.verifiedName = signup.displayName;
            return link;
        }
        PhoneLine line = signup.line;
        if (line == null) {
            return null;
        }
        NumberLink link = rules.numbers.at(waba, line).map(Making::pending).orElseGet(() -> come(signup, waba, line));
        if (signup.verified) {
            rules.ownership.accept(link);
        }
        return link;
    }

    /** What an earlier sign-up or call left unfinished is taken up again. */
    private static NumberLink pending(NumberLink there) {
        if (there.state != NumberLink.State.ADDED && there.state != NumberLink.State.VERIFIED) {
            throw ErrorRow.ALREADY_IN_WABA.refused();
        }
        return there;
    }

    /** One that moves here within its portfolio does not add to what the portfolio holds; for every other one there is a cap. */
    private NumberLink come(Signup signup, Waba waba, PhoneLine line) {
        return rules.numbers.home(line)
                .map(home -> rules.initiation.add(waba, home))
                .orElseGet(() -> rules.adding.add(waba, line.countryCode, line.national, signup.displayName));
    }

    /** Documented: PARTNER_ADDED; PARTNER_APP_INSTALLED when only the app is let in. */
    private void tell(Signup signup, Waba waba) {
        if (signup.launch.appOnly()) {
            rules.notices.account(waba, "PARTNER_APP_INSTALLED", signup.app);
        } else {
            rules.notices.partner(waba, "PARTNER_ADDED", signup.app, world.solutions.get(signup.launch.prefilled("solutionID")));
        }
    }
}
