package dev.portway.sandbox.signup;

import dev.portway.sandbox.rules.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the last click makes of all that was chosen: portfolio, WABA, number, access. */
final class Making {

    private final World world;
    private final Rules rules;

    Making(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    void checkRoom(Business owner) {
        long owned = world.wabas.values().stream().filter(waba -> waba.ownerId.equals(owner.id)).count();
        if (owned >= owner.wabaCap) {
            // Assumed: the words; documented is that there is a limit.
            throw ErrorRow.INVALID_PARAMETER.saying("Your business has reached the maximum number of WhatsApp Business accounts.");
        }
    }

    void make(Signup signup) {
        Business owner = Objects.requireNonNull(signup.owner);
        PhoneLine line = signup.line;
        if (signup.onApp || signup.shared != null) {
            world.businesses.putIfAbsent(owner.id, owner);
            NumberLink link = signup.shared != null
                    ? rules.sharedNumbers.share(signup.shared, signup.app).links.getFirst()
                    : rules.coexistence.connect(Objects.requireNonNull(line), owner, signup.app, true);
            signup.madeWaba = link.waba;
            signup.madeNumber = link;
            return;
        }
        world.businesses.putIfAbsent(owner.id, owner);
        Waba there = signup.waba;
        Waba waba = there == null ? fresh(signup, owner) : there;
        signup.madeNumber = signup.withoutNumber ? null : number(signup, waba);
        if (there == null) {
            world.wabas.put(waba.id, waba);
        }
        waba.partners.put(signup.app.businessId, Waba.Share.MANAGE);
        signup.madeWaba = waba;
        tell(signup, waba);
    }

    private Waba fresh(Signup signup, Business owner) {
        String name = signup.wabaName.isEmpty() ? owner.name : signup.wabaName;
        Waba waba = new Waba(world.ids().other(), name, owner.id);
        waba.namespace = "sandbox_" + waba.id;
        waba.createdAt = world.now();
        return waba;
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
