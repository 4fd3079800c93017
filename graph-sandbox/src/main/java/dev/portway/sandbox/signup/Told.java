package dev.portway.sandbox.signup;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the page that opened the window is told, as a {@code message} event. Documented (implementation, 28 Jun 2026; onboarding of app users; app-only
 * install): the events and their data, with {@code version}. Assumed: it is what the page asked for as {@code sessionInfoVersion}, else 3.
 */
public final class Told {

    private static final int STANDARD_VERSION = 3;

    private final World world;
    private final Rules rules;

    public Told(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    /** The client left, or would leave, at this step. */
    public ObjectNode cancelled(Signup signup) {
        return message(signup, "CANCEL", Json.object().put("current_step", signup.step.word()));
    }

    /** The client reported what went wrong. Observed (Sept 2026): an ERROR with {@code error_code}; see the switch. */
    public ObjectNode reported(Signup signup, String problem) {
        boolean observed = world.switches.is(Switch.SIGNUP_PROBLEM_EVENT, "ERROR");
        ObjectNode data = Json.object()
                .put("error_message", problem)
                .put(observed ? "error_code" : "error_id", observed ? "1690130" : "524126")
                .put("session_id", signup.id)
                .put("timestamp", Long.toString(world.now().toEpochMilli()));
        return message(signup, observed ? "ERROR" : "CANCEL", data);
    }

    /** Everything is made. */
    public ObjectNode finished(Signup signup) {
        ObjectNode data = Json.object();
        NumberLink number = signup.madeNumber;
        Waba waba = signup.madeWaba;
        Business owner = signup.owner;
        if (number != null && !signup.onApp) {
            data.put("phone_number_id", number.id);
            if (rules.accountIds.inEvents()) {
                data.put("waac_id", rules.accountIds.of(number.line)).put("cs_id", number.id);
            }
        }
        if (waba != null) {
            data.put("waba_id", waba.id);
        }
        if (owner != null && !signup.onApp) {
            data.put("business_id", owner.id);
        }
        return message(signup, event(signup), data);
    }

    private static String event(Signup signup) {
        if (signup.onApp) {
            return "FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING";
        }
        if (signup.launch.appOnly()) {
            return "FINISH_GRANT_ONLY_API_ACCESS";
        }
        return signup.madeNumber == null ? "FINISH_ONLY_WABA" : "FINISH";
    }

    private static ObjectNode message(Signup signup, String event, ObjectNode data) {
        ObjectNode message = Json.object();
        message.set("data", data);
        message.put("type", "WA_EMBEDDED_SIGNUP").put("event", event);
        String version = signup.launch.extras().path("sessionInfoVersion").asString("");
        return message.put("version", version.matches("\\d") ? Integer.parseInt(version) : STANDARD_VERSION);
    }
}
