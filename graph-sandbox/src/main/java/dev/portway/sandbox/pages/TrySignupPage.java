package dev.portway.sandbox.pages;

import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.World;
import java.util.List;

/**
 * Embedded Signup for who has no page of their own yet: chooses what {@code FB.login} is asked for, opens the window, shows all that the page
 * hears, and exchanges the code. What it does is in {@code try.js}, which uses the same script that a page of one's own would.
 */
final class TrySignupPage implements Page {

    static final String NAME = "try-signup";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Tag> show(Visit visit) {
        return List.of(Parts.head(visit, NAME, "try.lead"),
                Tag.of("noscript").add(Tag.of("p", "notice", visit.say("try.scripts")).set("data-tone", "warn")),
                Tag.of("div", "two")
                        .add(Tag.of("div", "stack").add(heard(visit), exchange(visit), snippet(visit)),
                                Tag.of("div", "stack first").add(choose(visit), hints(visit))),
                Tag.script("/sandbox/assets/try.js"));
    }

    private static Tag choose(Visit visit) {
        World world = visit.stage().world;
        Tag apps = select("try-app");
        String destination = world.landmarks.getOrDefault("destination-app", "");
        world.apps.values().forEach(app -> apps.add(choice(app, app.id.equals(destination))));
        Tag form = Tag.of("form", "stack")
                .set("id", "try")
                .set("data-sdk", visit.at("sdk.js"))
                .set("data-graph", visit.request().origin())
                .set("data-message", visit.say("try.message"))
                .set("data-callback", visit.say("try.callback"))
                .set("data-blocked", visit.say("try.blocked"))
                .add(labelled("try-app", visit.say("app"), apps), labelled("try-version", visit.say("try.version"), versions(visit)),
                        labelled("try-feature", visit.say("try.feature"), features(visit)))
                .add(Tag.of("label", "choice")
                        .add(Tag.of("input").set("id", "try-only").set("type", "checkbox"), Tag.of("span").say(visit.say("try.appOnly"))))
                .add(labelled("try-name", visit.say("try.name"),
                        Tag.of("input").set("id", "try-name").set("autocomplete", "off").set("value", "Padaria Aurora Ltda")));
        return Parts.card("choose", visit.say("try.choose")).add(form.add(Parts.button(visit.say("try.open"), "primary wide")));
    }

    private static Tag choice(App app, boolean chosen) {
        return Parts.choice(app.id, app.name + " " + app.id, chosen).set("data-secret", app.secret);
    }

    private static Tag select(String id) {
        return Tag.of("select").set("id", id);
    }

    private static Tag labelled(String id, String label, Tag field) {
        return Tag.of("div", "field").add(Tag.of("label").set("for", id).say(label), field);
    }

    private static Tag versions(Visit visit) {
        return select("try-version").add(Parts.choice("v4", "v4", true), Parts.choice("v4-public-preview", visit.say("try.preview"), false),
                Parts.choice("v3", visit.say("try.old"), false));
    }

    private static Tag features(Visit visit) {
        return select("try-feature").add(Parts.choice("", visit.say("try.plain"), true),
                Parts.choice("whatsapp_business_app_onboarding", visit.say("try.onApp"), false));
    }

    /** What can be typed into the window. */
    private static Tag hints(Visit visit) {
        Tag list = Tag.of("ul", "rows");
        List.of("new", "moving", "onApp", "later")
                .forEach(each -> list.add(Tag.of("li")
                        .add(Tag.of("div")
                                .add(Tag.of("strong").say(visit.say("try.hint." + each)),
                                        Tag.of("p", "muted small", visit.say("try.hint." + each + ".how"))))));
        return Parts.card("hints", visit.say("try.hints"))
                .add(list, Tag.of("p", "small").add(Tag.link(visit.at("phones"), visit.say("try.phones"))));
    }

    private static Tag heard(Visit visit) {
        return Parts.card("events", visit.say("try.heard"))
                .add(Tag.of("p", "muted", visit.say("try.nothing")).set("id", "nothing"),
                        Tag.of("ol", "heard").set("id", "heard").set("aria-live", "polite"));
    }

    private static Tag exchange(Visit visit) {
        return Parts.card("exchange", visit.say("try.exchange"))
                .flag("hidden", true)
                .add(Tag.of("div", "stack")
                        .add(Tag.of("p", "muted", visit.say("try.exchange.how")), Tag.of("pre").set("id", "exchange-call"),
                                Tag.of("button", "button primary", visit.say("try.exchange.do"))
                                        .set("type", "button")
                                        .set("id", "exchange-do"),
                                Tag.of("pre").set("id", "exchange-answer").flag("hidden", true).set("aria-live", "polite"),
                                Tag.of("div", "stack")
                                        .set("id", "exchange-next")
                                        .flag("hidden", true)
                                        .add(Tag.of("p", "muted", visit.say("try.next")), Tag.of("pre").set("id", "exchange-calls"))));
    }

    private static Tag snippet(Visit visit) {
        return Parts.card("snippet", visit.say("try.snippet"))
                .add(Tag.of("p", "muted", visit.say("try.snippet.how")), Tag.of("pre").set("id", "snippet-code"));
    }

    @Override
    public Outcome act(Visit visit) {
        return new Outcome.Wrong(visit.say("wrong"));
    }
}
