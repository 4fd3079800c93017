package dev.portway.sandbox.signup;

import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.Waba;
import org.jspecify.annotations.Nullable;

/**
 * One window, from opening to its end. Nothing in the world is made before the client has confirmed everything; only codes are spent.
 *
 * <pre>
 * v4:                SIGN_IN → AUTHORIZE → PORTFOLIO → WABA → PROFILE → NUMBER → CODE → PERMISSIONS → SUCCESS → OVER
 * v4-public-preview: SIGN_IN → AUTHORIZE → NUMBER → CODE → PORTFOLIO → WABA → PROFILE → PERMISSIONS → SUCCESS → OVER
 * </pre>
 *
 * A number of the WhatsApp Business app goes by APP instead of CODE; who shares numbers that are there, or a WABA, passes what is known.
 */
public final class Signup {

    public final String id;
    public final Launch launch;
    public final App app;
    public Step step = Step.SIGN_IN;
    public @Nullable Business owner;
    /** Null: a new one of {@link #wabaName}. */
    public @Nullable Waba waba;
    public String wabaName = "";
    public String displayName = "";
    public @Nullable PhoneLine line;
    @Nullable
    PreverifiedNumber pooled;
    public boolean verified;
    /** The client wants no number now. */
    public boolean withoutNumber;
    /** It is the WhatsApp Business app's and stays there. */
    public boolean onApp;
    /** As the client wrote the number. */
    public String typed;
    /** Another provider serves its numbers, and they are shared with this one too. */
    public @Nullable Waba shared;
    /** What came of it, once it is made. */
    public @Nullable Waba madeWaba;
    public @Nullable NumberLink madeNumber;
    /** What was wrong last, or null. */
    public @Nullable Problem problem;

    Signup(String id, Launch launch, App app) {
        this.id = id;
        this.launch = launch;
        this.app = app;
        this.wabaName = launch.prefilled("business.name");
        this.displayName = launch.prefilled("phone.displayName");
        this.typed = launch.prefilled("business.phone.code") + launch.prefilled("business.phone.number");
    }

    boolean numberSettled() {
        return withoutNumber || onApp || verified || pooled != null || shared != null || line != null;
    }
}
