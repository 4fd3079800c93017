package dev.portway.sandbox.pages;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.signup.Launch;
import dev.portway.sandbox.signup.Signup;
import dev.portway.sandbox.signup.Signups;
import dev.portway.sandbox.signup.Step;
import dev.portway.sandbox.signup.Told;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The window of Embedded Signup. Each screen is a form; what the page that opened the window is to be told stands in attributes, and a script of
 * ours passes it on, to that page's origin only.
 */
final class SignupPages {

    /** Its address below the world's. */
    static final String NAME = "signup";

    private SignupPages() {}

    static PageReply answer(Visit visit) {
        return visit.stage().world.with(() -> {
            String id = visit.request().query().getOrDefault("s", "");
            Optional<Signup> signup = visit.stage().signups.find(id);
            if (id.isEmpty()) {
                return begin(visit);
            }
            return signup.map(found -> visit.request().post() ? act(visit, found) : shown(visit, found))
                    .orElseGet(() -> refused(visit, "signup.gone"));
        });
    }

    private static PageReply begin(Visit visit) {
        JsonNode extras = Json.parse(visit.field("extras")).orElse(Json.object());
        Launch launch = new Launch(visit.field("app_id"), visit.field("config_id"), visit.field("origin"), extras);
        if (!launch.origin().matches("https?://[^/\\s]+")) {
            return refused(visit, "signup.noPage");
        }
        return switch (visit.stage().signups.open(launch)) {
            case Signups.Opened.Begun begun -> PageReply.seeOther(visit.at(NAME) + "?s=" + begun.signup().id);
            case Signups.Opened.Refusal refusal -> refused(visit, refusal.why());
        };
    }

    private static PageReply refused(Visit visit, String why) {
        return PageReply.page(400, Frame.window(visit, "signup",
                List.of(Tag.of("h1").say(visit.say("signup.cannot")), Tag.of("p", "notice", visit.say(why)).set("data-tone", "bad"))));
    }

    private static PageReply act(Visit visit, Signup signup) {
        String asked = visit.field("do");
        Told told = new Told(visit.stage().world, visit.stage().rules);
        if (asked.equals("cancel")) {
            return ended(visit, signup, closing(visit, signup), "");
        }
        if (asked.equals("report")) {
            return ended(visit, signup, told.reported(signup, visit.field("problem")), "");
        }
        // A form that was sent twice, or a page that was gone back to, is about a step that is over.
        if (visit.field("step").equals(signup.step.name())) {
            visit.stage().signups.take(signup, visit.request().form());
        }
        if (signup.step == Step.OVER) {
            ObjectNode message = told.finished(signup);
            String waba = message.path("data").path("waba_id").asString("");
            return ended(visit, signup, message, code(visit, signup, waba));
        }
        return PageReply.seeOther(visit.at(NAME) + "?s=" + signup.id);
    }

    private static String code(Visit visit, Signup signup, String waba) {
        return Controls.told(visit, "POST signup-codes", Json.object().put("appId", signup.app.id).put("wabaId", waba))
                .path("code")
                .asString("");
    }

    /** The last page: its script tells the opener and closes the window. */
    private static PageReply ended(Visit visit, Signup signup, ObjectNode message, String code) {
        Tag end = told(Tag.of("div", "signup"), signup).set("data-message", Json.text(message)).set("data-code", code);
        return PageReply.page(200, Frame.window(visit, "signup",
                List.of(end.add(Tag.of("h1").say(visit.say("signup.closing")), Tag.of("p", "muted", visit.say("signup.close"))))));
    }

    private static Tag told(Tag tag, Signup signup) {
        return tag.set("data-signup", signup.id).set("data-origin", signup.launch.origin());
    }

    private static PageReply shown(Visit visit, Signup signup) {
        Tag window = told(Tag.of("div", "signup"), signup).set("data-step", signup.step.name())
                .set("data-closing", Json.text(closing(visit, signup)));
        window.add(Tag.of("p", "muted small", visit.say("signup.stands", signup.launch.version(), signup.app.name)));
        if (signup.problem != null) {
            String problem = Wrongs.of(visit, signup.problem);
            window.add(Tag.of("div", "notice stack")
                    .set("data-tone", "bad")
                    .set("role", "alert")
                    .add(Tag.of("p").say(problem),
                            form(visit, signup, "report").add(Parts.hidden("problem", problem),
                                    Parts.button(visit.say("signup.report"), "small"))));
        }
        Tag step = form(visit, signup, "next").set("class", "stack").add(Parts.hidden("step", signup.step.name()));
        window.add(Tag.of("h1").say(visit.say("signup." + signup.step)), step.add(SignupSteps.of(visit, signup)));
        window.add(form(visit, signup, "cancel").set("class", "leave")
                .add(Parts.button(visit.say(signup.step == Step.SUCCESS ? "signup.closeWindow" : "signup.cancel"), "")));
        return PageReply.page(200, Frame.window(visit, "signup", List.of(window)));
    }

    /** What the page is told when the window is closed now. */
    private static ObjectNode closing(Visit visit, Signup signup) {
        World world = visit.stage().world;
        Told told = new Told(world, visit.stage().rules);
        boolean finishes = signup.step == Step.SUCCESS && world.switches.is(Switch.SIGNUP_CLOSED_AT_END, "finish");
        return finishes ? told.finished(signup) : told.cancelled(signup);
    }

    private static Tag form(Visit visit, Signup signup, String asks) {
        return Tag.of("form").set("method", "post").set("action", visit.at(NAME) + "?s=" + signup.id).add(Parts.hidden("do", asks));
    }
}
