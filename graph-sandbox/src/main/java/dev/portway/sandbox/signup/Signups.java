package dev.portway.sandbox.signup;

import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Hindered;
import dev.portway.sandbox.refusal.Hindrance;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The windows that are open, and the steps a client takes in them. Called under the world's lock. */
public final class Signups {

    /** More than anybody opens; the oldest are forgotten. */
    private static final int MOST = 200;

    private final World world;
    private final Rules rules;
    private final Making making;
    private final Map<String, Signup> open = new LinkedHashMap<>();

    public Signups(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
        this.making = new Making(world, rules);
    }

    /** Why a window cannot begin, or what it begins with. */
    public sealed interface Opened {

        record Begun(Signup signup) implements Opened {}

        /** The app is unknown, or something is missing; the key of a text. */
        record Refusal(String why) implements Opened {}
    }

    public Opened open(Launch launch) {
        App app = world.apps.get(launch.appId());
        if (app == null) {
            return new Opened.Refusal("signup.noApp");
        }
        if (launch.configId().isEmpty()) {
            return new Opened.Refusal("signup.noConfiguration");
        }
        if (!launch.current() && world.switches.is(Switch.SIGNUP_OLD_VERSIONS, "expired")) {
            return new Opened.Refusal("signup.expired");
        }
        Signup signup = new Signup(world.ids().text(24), launch, app);
        open.put(signup.id, signup);
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
        }
        return new Opened.Begun(signup);
    }

    public Optional<Signup> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    public void forget() {
        open.clear();
    }

    /** Does what the client asks for on the screen they are on. What is wrong with it stays to be shown; then nothing has changed. */
    public void take(Signup signup, Map<String, String> form) {
        signup.problem = null;
        try {
            step(signup, form);
        } catch (Refused refused) {
            signup.problem = new Problem.OfGraph(refused.refusal());
        } catch (Hindered hindered) {
            signup.problem = new Problem.OfWindow(hindered);
        }
    }

    private void step(Signup signup, Map<String, String> form) {
        switch (signup.step) {
            case SIGN_IN -> signup.step = Step.AUTHORIZE;
            case AUTHORIZE -> signup.step = signup.launch.numberFirst() ? Step.NUMBER : Step.PORTFOLIO;
            case PORTFOLIO -> portfolio(signup, form);
            case WABA -> waba(signup, form);
            case PROFILE -> profile(signup, form);
            case NUMBER -> number(signup, form);
            case APP -> {
                signup.onApp = true;
                afterNumber(signup);
            }
            case CODE -> code(signup, form);
            case PERMISSIONS -> {
                making.make(signup);
                signup.step = Step.SUCCESS;
            }
            case SUCCESS, OVER -> signup.step = Step.OVER;
        }
    }

    /** A portfolio that is there, or a new one. Assumed: a new one is unverified and holds two numbers. */
    private void portfolio(Signup signup, Map<String, String> form) {
        String chosen = form.getOrDefault("business", "");
        String name = form.getOrDefault("name", "").strip();
        Business owner = world.businesses.get(chosen);
        if (owner == null) {
            if (name.isEmpty()) {
                throw ErrorRow.INVALID_PARAMETER.saying("A business portfolio wants a name.");
            }
            owner = new Business(world.ids().other(), name);
            owner.verification = "not_verified";
            owner.messagingLimit = "TIER_250";
            owner.phoneCap = 2;
        }
        PhoneLine line = signup.line;
        if (line != null && !signup.onApp) {
            checkHome(line, owner);
        }
        signup.owner = owner;
        // An app number's WABA is made with its name; there is nothing to choose.
        signup.step = signup.onApp ? Step.PERMISSIONS : Step.WABA;
    }

    private void waba(Signup signup, Map<String, String> form) {
        String chosen = form.getOrDefault("waba", "");
        Business owner = Objects.requireNonNull(signup.owner);
        Waba shared = chosen.equals("share") ? sharedBy(signup, form.getOrDefault("shared", "")) : null;
        Waba there = world.wabas.get(chosen);
        if (there != null && !there.ownerId.equals(owner.id)) {
            throw ErrorRow.INVALID_PARAMETER.saying("This account is not of this portfolio.");
        }
        if (there == null) {
            rules.newWabas.check(owner);
        }
        signup.shared = shared;
        signup.waba = there;
        // Documented: who shares a WABA again, or numbers that are there, is asked for no number.
        signup.withoutNumber = signup.withoutNumber || (there != null && there.unshared);
        boolean known = shared != null || (there != null && there.unshared);
        signup.step = known ? Step.PERMISSIONS : Step.PROFILE;
    }

    private static void profile(Signup signup, Map<String, String> form) {
        String wabaName = form.getOrDefault("wabaName", "").strip();
        String displayName = form.getOrDefault("displayName", "").strip();
        boolean nameless = signup.waba == null && wabaName.isEmpty();
        if (nameless || (displayName.isEmpty() && !signup.withoutNumber)) {
            throw ErrorRow.INVALID_PARAMETER.saying("A name is needed.");
        }
        signup.wabaName = wabaName;
        signup.displayName = displayName;
        signup.step = signup.numberSettled() ? Step.PERMISSIONS : Step.NUMBER;
    }

    private void number(Signup signup, Map<String, String> form) {
        if (form.containsKey("later")) {
            choose(signup, null, null);
            signup.withoutNumber = true;
            afterNumber(signup);
            return;
        }
        PreverifiedNumber pooled = world.preverifiedNumbers.get(form.getOrDefault("pooled", ""));
        if (pooled != null && offered(signup).contains(pooled)) {
            choose(signup, null, pooled);
            signup.verified = rules.preverification.verified(pooled);
            afterNumber(signup);
            return;
        }
        // What was written stays in its field, whatever becomes of it.
        signup.typed = form.getOrDefault("number", "");
        PhoneLine line = rules.numbers.lineOf(Digits.of(signup.typed));
        if (line.onBusinessApp && signup.launch.takesAppNumbers()) {
            choose(signup, line, null);
            signup.step = Step.APP;
            return;
        }
        checkNumber(line, signup);
        send(signup, line, form);
        choose(signup, line, null);
        signup.step = Step.CODE;
    }

    private static void choose(Signup signup, @Nullable PhoneLine line, @Nullable PreverifiedNumber pooled) {
        signup.line = line;
        signup.pooled = pooled;
        signup.withoutNumber = false;
        signup.verified = false;
    }

    private Waba sharedBy(Signup signup, String id) {
        return shareable(signup).stream()
                .filter(waba -> waba.id.equals(id))
                .findFirst()
                .orElseThrow(() -> ErrorRow.INVALID_PARAMETER.saying("Choose whose numbers to share."));
    }

    /** WABAs whose numbers other providers serve and that can be shared with this one too. */
    public List<Waba> shareable(Signup signup) {
        Business owner = signup.owner;
        return owner == null
                ? List.of()
                : world.wabas.values()
                        .stream()
                        .filter(waba -> waba.ownerId.equals(owner.id) && rules.sharedNumbers.can(waba, signup.app))
                        .toList();
    }

    /** Numbers of the provider's pool that the page offers. */
    public Collection<PreverifiedNumber> offered(Signup signup) {
        List<String> ids = signup.launch.preverified();
        return rules.preverification.all().stream().filter(each -> ids.contains(each.id)).toList();
    }

    private void checkNumber(PhoneLine line, Signup signup) {
        if (line.banned) {
            throw ErrorRow.ACCOUNT_LOCKED.refused();
        }
        if (line.onBusinessApp) {
            throw ErrorRow.ON_BUSINESS_APP.refused();
        }
        if (line.onMessenger) {
            throw Hindrance.ON_MESSENGER.hinders();
        }
        Waba waba = signup.waba;
        if (waba != null && rules.numbers.at(waba, line).filter(NumberLink::registered).isPresent()) {
            throw ErrorRow.ALREADY_IN_WABA.refused();
        }
        Business owner = signup.owner;
        rules.numbers.home(line).ifPresent(home -> checkHome(line, owner == null ? rules.numbers.owner(home.waba) : owner));
    }

    private void checkHome(PhoneLine line, Business owner) {
        rules.numbers.home(line).ifPresent(home -> rules.initiation.checkSignup(home, owner.id));
    }

    private void send(Signup signup, PhoneLine line, Map<String, String> form) {
        String method = form.getOrDefault("method", "SMS").equals("VOICE") ? "VOICE" : "SMS";
        rules.ownership.send(line, signup.id, method, form.getOrDefault("language", "en"));
    }

    private void code(Signup signup, Map<String, String> form) {
        if (form.containsKey("again")) {
            send(signup, Objects.requireNonNull(signup.line), form);
            return;
        }
        if (form.containsKey("back")) {
            signup.step = Step.NUMBER;
            return;
        }
        // Documented: since version 3 one can finish with a number that is not verified.
        boolean verified = !form.containsKey("later");
        if (verified) {
            rules.ownership.enter(Objects.requireNonNull(signup.line), signup.id, Digits.of(form.getOrDefault("code", "")));
        }
        signup.verified = verified;
        afterNumber(signup);
    }

    private static void afterNumber(Signup signup) {
        signup.step = signup.owner == null ? Step.PORTFOLIO : Step.PERMISSIONS;
    }
}
