package dev.portway.sandbox.pages;

import dev.portway.sandbox.signup.Signup;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.PreverifiedNumber;
import dev.portway.sandbox.world.Waba;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What stands on each screen of the window. */
final class SignupSteps {

    private SignupSteps() {}

    static List<Tag> of(Visit visit, Signup signup) {
        return switch (signup.step) {
            case SIGN_IN -> List.of(text(visit, "signup.signIn", signup.app.name), next(visit, "signup.continue"));
            case AUTHORIZE -> List.of(text(visit, "signup.access", signup.app.name), rights(visit), next(visit, "signup.continue"));
            case PORTFOLIO -> portfolio(visit, signup);
            case WABA -> waba(visit, signup);
            case PROFILE -> profile(visit, signup);
            case NUMBER -> number(visit, signup);
            case APP -> List.of(text(visit, "signup.scan", shown(signup)), next(visit, "signup.scanned"));
            case CODE -> code(visit, signup);
            case PERMISSIONS -> List.of(summary(visit, signup), next(visit, "signup.confirm"));
            case SUCCESS, OVER ->
                List.of(text(visit, "signup.connected", signup.app.name), summary(visit, signup), next(visit, "signup.finish"));
        };
    }

    private static Tag text(Visit visit, String key, String about) {
        return Tag.of("p").say(visit.say(key, about));
    }

    private static Tag next(Visit visit, String key) {
        return Parts.button(visit.say(key), "primary wide");
    }

    private static Tag rights(Visit visit) {
        return Tag.of("ul")
                .add(Tag.of("li").say(visit.say("signup.right.manage")), Tag.of("li").say(visit.say("signup.right.message")));
    }

    private static Tag option(String name, String value, String label, boolean chosen) {
        return Tag.of("label", "choice")
                .add(Tag.of("input").set("type", "radio").set("name", name).set("value", value).flag("checked", chosen),
                        Tag.of("span").say(label));
    }

    private static Tag group(String legend) {
        return Tag.of("fieldset").add(Tag.of("legend").say(legend));
    }

    private static Tag field(String name, String label, String value) {
        return Tag.of("div", "field")
                .add(Tag.of("label").set("for", name).say(label),
                        Tag.of("input").set("id", name).set("name", name).set("value", value).set("autocomplete", "off"));
    }

    /** Those that are not the provider's own. */
    private static List<Tag> portfolio(Visit visit, Signup signup) {
        String wished = signup.launch.prefilled("business.id");
        List<Business> there = visit.stage().world.businesses.values()
                .stream()
                .filter(business -> visit.stage().world.apps.values().stream().noneMatch(app -> app.businessId.equals(business.id)))
                .limit(50)
                .toList();
        String first = there.isEmpty() ? "new" : there.getFirst().id;
        Tag choices = group(visit.say("signup.portfolio"));
        there.forEach(business -> choices
                .add(option("business", business.id, business.name, business.id.equals(wished.isEmpty() ? first : wished))));
        choices.add(option("business", "new", visit.say("signup.newPortfolio"), there.isEmpty()));
        return List.of(choices, field("name", visit.say("signup.newPortfolioName"), signup.wabaName), next(visit, "signup.continue"));
    }

    private static List<Tag> waba(Visit visit, Signup signup) {
        Business owner = Objects.requireNonNull(signup.owner);
        Tag choices = group(visit.say("signup.waba")).add(option("waba", "new", visit.say("signup.newWaba"), true));
        for (Waba waba : visit.stage().world.wabas.values()) {
            if (waba.ownerId.equals(owner.id)) {
                String name = waba.name + " · " + waba.id;
                choices.add(option("waba", waba.id, waba.unshared ? visit.say("signup.sharedBefore", name) : name, false));
            }
        }
        List<Waba> shareable = visit.stage().signups.shareable(signup);
        List<Tag> all = new ArrayList<>(List.of(choices));
        if (!shareable.isEmpty()) {
            choices.add(option("waba", "share", visit.say("signup.share"), false));
            Tag numbers = group(visit.say("signup.shareWhich")).set("class", "shared");
            shareable.forEach(waba -> numbers.add(option("shared", waba.id, waba.name + " · " + numbers(waba), false)));
            all.add(numbers);
        }
        all.add(next(visit, "signup.continue"));
        return all;
    }

    private static String numbers(Waba waba) {
        return waba.links.stream().filter(NumberLink::registered).map(link -> link.line.display).collect(Collectors.joining(", "));
    }

    private static List<Tag> profile(Visit visit, Signup signup) {
        List<Tag> all = new ArrayList<>();
        if (signup.waba == null) {
            Business owner = signup.owner;
            String name = signup.wabaName.isEmpty() && owner != null ? owner.name : signup.wabaName;
            all.add(field("wabaName", visit.say("signup.wabaName"), name));
        }
        all.add(field("displayName", visit.say("signup.displayName"), signup.displayName));
        all.add(next(visit, "signup.continue"));
        return all;
    }

    private static List<Tag> number(Visit visit, Signup signup) {
        List<Tag> all = new ArrayList<>();
        Collection<PreverifiedNumber> offered = visit.stage().signups.offered(signup);
        if (!offered.isEmpty()) {
            Tag choices = group(visit.say("signup.offered")).add(option("pooled", "", visit.say("signup.own"), true));
            offered.forEach(each -> choices.add(option("pooled", each.id, each.line.display, false)));
            all.add(choices);
        }
        all.add(field("number", visit.say("signup.number"), signup.typed));
        all.add(methods(visit));
        all.add(next(visit, "signup.send"));
        all.add(Parts.button(visit.say("signup.noNumber"), "wide").set("name", "later").set("value", "yes"));
        return all;
    }

    private static Tag methods(Visit visit) {
        return group(visit.say("signup.how"))
                .add(option("method", "SMS", visit.say("message.sms"), true), option("method", "VOICE", visit.say("message.voice"), false),
                        Parts.hidden("language", visit.words().language().replace('-', '_')));
    }

    private static String shown(Signup signup) {
        PhoneLine line = signup.line;
        return line == null ? "" : line.display;
    }

    private static List<Tag> code(Visit visit, Signup signup) {
        PhoneLine line = signup.line;
        Tag phone = Tag.link(visit.at("phones") + "?q=" + (line == null ? "" : line.digits), visit.say("signup.phone"))
                .set("target", "_blank")
                .set("rel", "noopener");
        return List.of(text(visit, "signup.sent", shown(signup)), Tag.of("p", "small").add(phone),
                Tag.of("div", "field")
                        .add(Tag.of("label").set("for", "code").say(visit.say("code")),
                                Tag.of("input", "digits")
                                        .set("id", "code")
                                        .set("name", "code")
                                        .set("inputmode", "numeric")
                                        .set("autocomplete",
                                                "one-time-code")),
                next(visit, "signup.verify"), methods(visit),
                Tag.of("div", "row")
                        .add(Parts.button(visit.say("signup.again"), "small").set("name", "again").set("value", "yes"),
                                Parts.button(visit.say("signup.other"), "small").set("name", "back").set("value", "yes"),
                                Parts.button(visit.say("signup.verifyLater"), "small").set("name", "later").set("value", "yes")));
    }

    private static Tag summary(Visit visit, Signup signup) {
        Business owner = signup.owner;
        Waba waba = signup.waba;
        Waba made = signup.madeWaba;
        Tag facts = Tag.of("dl", "facts").add(Parts.row(visit.say("portfolio"), owner == null ? "–" : owner.name));
        String name = made != null ? made.name : waba == null ? signup.wabaName : waba.name;
        facts.add(Parts.row(visit.say("waba"), name.isEmpty() && owner != null ? owner.name : name));
        if (signup.shared != null) {
            facts.add(Parts.row(visit.say("signup.theNumber"), numbers(signup.shared)));
        }
        if (signup.line != null) {
            facts.add(Parts.row(visit.say("signup.theNumber"), shown(signup) + " · " + visit.say(verified(signup))));
        }
        return facts.add(Parts.row(visit.say("signup.to"), signup.app.name));
    }

    private static String verified(Signup signup) {
        return signup.verified || signup.onApp ? "signup.verified" : "signup.unverified";
    }
}
