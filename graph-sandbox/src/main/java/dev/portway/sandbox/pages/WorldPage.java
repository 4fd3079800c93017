package dev.portway.sandbox.pages;

import dev.portway.sandbox.control.Environment;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.pages.Parts.Tone;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The world at a glance: who there is, which WABAs they own, which numbers are there and in which state. */
final class WorldPage implements Page {

    /** More on one page would help nobody; the others are in the world's JSON. */
    private static final int WABAS_SHOWN = 100;
    private static final int NUMBERS_SHOWN = 25;
    private static final List<String> SURFACE = List.of("world", "calls", "faults", "scenarios", "errors", "switches", "webhooks", "clock");

    @Override
    public String name() {
        return "";
    }

    @Override
    public List<Tag> show(Visit visit) {
        World world = visit.stage().world;
        List<Tag> main = new ArrayList<>();
        main.add(Parts.head(visit, "world.title", "world.lead"));
        main.add(Tag.of("div", "ways")
                .add(Tag.link(visit.at(TrySignupPage.NAME), visit.say("world.trySignup")).set("class", "button"),
                        Tag.link(visit.at(SwitchesPage.NAME), visit.say("world.guesses")).set("class", "button")));
        main.add(Parts.live(Tag.of("div", "stack").set("id", "glance")).add(counts(visit)).add(portfolios(visit, world)));
        main.add(Tag.of("div", "stack after").add(connect(visit), surface(visit)));
        return main;
    }

    @Override
    public Outcome act(Visit visit) {
        return visit.field("do").equals("reset")
                ? Controls.ask(visit, "POST reset", Json.object(), "")
                : new Outcome.Wrong(visit.say("wrong"));
    }

    private static Tag counts(Visit visit) {
        World world = visit.stage().world;
        String mode = visit.say("time." + world.clock.mode().name().toLowerCase(Locale.ROOT));
        return Tag.of("ul", "counts")
                .add(Tag.of("li").add(Tag.of("strong").say(Integer.toString(world.businesses.size()))).say(visit.say("businesses")),
                        Tag.of("li").add(Tag.of("strong").say(Integer.toString(world.wabas.size()))).say(visit.say("wabas")),
                        Tag.of("li").add(Tag.of("strong").say(Integer.toString(world.lines.size()))).say(visit.say("numbers")),
                        Tag.of("li").add(Tag.of("strong").say(Integer.toString(world.templates.size()))).say(visit.say("templates")),
                        Tag.of("li", "when").add(Tag.of("strong").add(Parts.time(world.now()))).say("UTC, " + mode));
    }

    private static Stream<Tag> portfolios(Visit visit, World world) {
        Map<String, List<Waba>> owned = world.wabas.values()
                .stream()
                .limit(WABAS_SHOWN)
                .collect(Collectors.groupingBy(waba -> waba.ownerId));
        return world.businesses.values()
                .stream()
                .filter(business -> owned.containsKey(business.id) || world.businesses.size() <= WABAS_SHOWN)
                .map(business -> portfolio(visit, business, owned.getOrDefault(business.id, List.of())));
    }

    private static Tag portfolio(Visit visit, Business business, List<Waba> wabas) {
        Tag card = Tag.of("section", "card")
                .set("id", "business-" + business.id)
                .add(Tag.of("div", "row spread")
                        .add(Tag.of("h2").say(business.name),
                                Tag.of("span", "row")
                                        .add(States.of(visit, business.verification), States.of(visit, business.messagingLimit))))
                .add(Tag.of("p", "muted small")
                        .say(visit.say("portfolio") + " ")
                        .add(Tag.of("code").say(business.id))
                        .add(apps(visit, business)));
        return card.add(wabas.stream().map(waba -> waba(visit, waba)));
    }

    private static Stream<Tag> apps(Visit visit, Business business) {
        return visit.stage().world.apps.values()
                .stream()
                .filter(app -> app.businessId.equals(business.id))
                .map(app -> Tag.of("span").say(" · " + visit.say("app") + " " + app.name + " ").add(Tag.of("code").say(app.id)));
    }

    private static Tag waba(Visit visit, Waba waba) {
        boolean pays = visit.stage().rules.numbers.pays(waba);
        Tag states = Tag.of("span", "row").add(States.of(visit, waba.disabled() ? "DISABLED" : waba.reviewStatus));
        if (!pays) {
            states.add(Parts.pill(visit.say("waba.noPayment"), Tone.WARN));
        }
        return Tag.of("div", "waba")
                .add(Tag.of("div", "row spread").add(Tag.of("h3").say(waba.name), states),
                        Tag.of("p", "muted small")
                                .say(visit.say("waba") + " ")
                                .add(Tag.of("code").say(waba.id))
                                .say(" · " + visit.say("templates") + " " + waba.templates.size() + " · " + partners(visit, waba)),
                        numbers(visit, waba));
    }

    private static String partners(Visit visit, Waba waba) {
        String names = waba.partners.entrySet()
                .stream()
                .map(partner -> name(visit.stage().world, partner.getKey()) + " (" + tasks(visit, String.valueOf(partner.getValue())) + ")")
                .collect(Collectors.joining(", "));
        return visit.say("partners") + " " + (names.isEmpty() ? "–" : names);
    }

    private static String tasks(Visit visit, String tasks) {
        return Stream.of(tasks.split(",")).map(task -> States.said(visit, task.strip())).collect(Collectors.joining(", "));
    }

    private static String name(World world, String businessId) {
        Business business = world.businesses.get(businessId);
        return business == null ? businessId : business.name;
    }

    private static Tag numbers(Visit visit, Waba waba) {
        Tag list = Tag.of("ul", "numbers");
        waba.links.stream().limit(NUMBERS_SHOWN).forEach(link -> list.add(number(visit, link)));
        int more = waba.links.size() - NUMBERS_SHOWN;
        return more > 0 ? list.add(Tag.of("li", "muted small", visit.say("more", more))) : list;
    }

    private static Tag number(Visit visit, NumberLink link) {
        Tag states = Tag.of("span", "row").add(States.of(visit, visit.stage().rules.numbers.status(link)));
        if (link.line.twoStepOn() && link.state != NumberLink.State.MIGRATED) {
            states.add(Parts.pill(visit.say("twoStep"), Tone.CALM));
        }
        if (!link.quality.equals("GREEN")) {
            states.add(States.of(visit, link.quality));
        }
        return Tag.of("li")
                .add(Tag.link(visit.at("phones") + "?q=" + link.line.digits, link.line.display).set("class", "number"),
                        Tag.of("span", "name").say(link.verifiedName.isEmpty() ? "–" : link.verifiedName), states,
                        Tag.of("code", "muted", link.id));
    }

    private static Tag connect(Visit visit) {
        Map<String, String> env = new Environment(visit.stage().world).values(visit.request().origin());
        Tag facts = Tag.of("dl", "facts");
        env.forEach((name, value) -> facts.add(Parts.row(name, Tag.of("code").say(value))));
        return Parts.card("connect", visit.say("connect"))
                .add(Tag.of("p", "muted").say(visit.say("try")), Tag.of("pre").say(firstCall(env)),
                        Tag.of("details", "fold")
                                .set("id", "env")
                                .add(Tag.of("summary").say(visit.say("connect.values")), facts,
                                        Tag.of("p", "muted small")
                                                .say(visit.say("connect.hint") + " ")
                                                .add(Tag.link(visit.at("env") + "?format=shell", visit.at("env") + "?format=shell"))));
    }

    private static String firstCall(Map<String, String> env) {
        String node = env.containsKey("phoneNumberId")
                ? env.get("phoneNumberId") + "?fields=display_phone_number,status,is_pin_enabled"
                : "me";
        return "curl '%s/%s/%s' \\\n  -H 'Authorization: Bearer %s'".formatted(env.get("graphBaseUrl"), env.get("apiVersion"), node,
                env.getOrDefault("graphToken", "…"));
    }

    private static Tag surface(Visit visit) {
        Tag facts = Tag.of("dl", "facts");
        SURFACE.forEach(name -> facts.add(Tag.of("div")
                .add(Tag.of("dt").add(Tag.link(visit.at(name), visit.at(name))), Tag.of("dd").say(visit.say("surface." + name)))));
        return Parts.card("surface", visit.say("surface"))
                .add(facts, Parts.form(visit, "", "reset").add(Parts.button(visit.say("reset"), "danger")));
    }
}
