package dev.portway.sandbox.pages;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.switches.Reasons;
import dev.portway.sandbox.switches.Switch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What nobody outside Meta knows: each guess with its value, the reason for it and what would settle it, to be set otherwise for this world. */
final class SwitchesPage implements Page {

    /** The control surface has {@code switches}. */
    static final String NAME = "guesses";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Tag> show(Visit visit) {
        List<Tag> main = new ArrayList<>();
        main.add(Parts.head(visit, NAME, "guesses.lead"));
        main.add(changed(visit));
        Tag chips = Tag.of("nav", "chips groups").set("aria-label", visit.say("guesses.groups"));
        for (Switch.Group group : Switch.Group.values()) {
            chips.add(Tag.link("#" + id(group), visit.say(word(group))).set("class", "chip"));
        }
        main.add(chips);
        Tag groups = Tag.of("div", "stack").set("id", "groups");
        for (Switch.Group group : Switch.Group.values()) {
            groups.add(group(visit, group));
        }
        main.add(groups);
        return main;
    }

    private static boolean changed(Visit visit, Switch each) {
        return !visit.stage().world.switches.is(each, each.standard());
    }

    private static Tag changed(Visit visit) {
        List<Switch> changed = Arrays.stream(Switch.values()).filter(each -> changed(visit, each)).toList();
        Tag bar = Tag.of("div", "notice row spread");
        if (changed.isEmpty()) {
            return bar.add(Tag.of("span").say(visit.say("guesses.none")));
        }
        Tag links = Tag.of("span").say(visit.say("guesses.changed") + " ");
        changed.forEach(each -> links.add(Tag.link("#" + id(each), each.key())).say(" "));
        return bar.set("data-tone", "warn").add(links, Parts.form(visit, NAME, "reset").add(Parts.button(visit.say("guesses.reset"), "")));
    }

    private static String id(Switch each) {
        return "switch-" + each.key();
    }

    private static Tag group(Visit visit, Switch.Group group) {
        Tag list = Tag.of("ul", "rows");
        Arrays.stream(Switch.values()).filter(each -> each.group() == group).forEach(each -> list.add(row(visit, each)));
        return Parts.card(id(group), visit.say(word(group))).add(list);
    }

    private static String id(Switch.Group group) {
        return "group-" + group.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(Switch.Group group) {
        return "guesses." + group.name().toLowerCase(Locale.ROOT);
    }

    private static Tag row(Visit visit, Switch each) {
        Tag name = Tag.of("p", "row").add(Tag.of("code", "key", each.key()));
        if (changed(visit, each)) {
            name.add(Parts.pill(visit.say("guesses.was", each.standard()), Parts.Tone.WARN));
        }
        Reasons reasons = Reasons.in(visit.words().language());
        Tag why = Tag.of("dl", "facts small")
                .add(Parts.row(visit.say("guesses.because"), Tag.of("span").say(reasons.reason(each))),
                        Parts.row(visit.say("guesses.settledBy"), Tag.of("span").say(reasons.settledBy(each))));
        return Tag.of("li", "top-row switch").set("id", id(each)).add(Tag.of("div", "grow stack").add(name, why), forms(visit, each));
    }

    private static Tag forms(Visit visit, Switch each) {
        Tag set = Parts.form(visit, NAME, "set")
                .set("class", "row")
                .add(Parts.hidden("name", each.key()), value(visit, each),
                        Parts.button(visit.say("guesses.set"), "small").set("aria-label", visit.say("guesses.set") + " " + each.key()));
        Tag forms = Tag.of("div", "stack");
        if (changed(visit, each)) {
            Tag back = Parts.form(visit, NAME, "set")
                    .add(Parts.hidden("name", each.key()), Parts.hidden("value", each.standard()),
                            Parts.button(visit.say("guesses.back", each.standard()), "small"));
            return forms.add(set, back);
        }
        return forms.add(set);
    }

    private static Tag value(Visit visit, Switch each) {
        String now = visit.stage().world.switches.get(each);
        if (each.choices().isEmpty()) {
            return Tag.of("input")
                    .set("name", "value")
                    .set("type", "number")
                    .set("min", "0")
                    .set("max", "99999999")
                    .set("value", now)
                    .flag("required", true)
                    .set("aria-label", each.key());
        }
        Tag select = Tag.of("select").set("name", "value").set("aria-label", each.key());
        each.choices().forEach(choice -> select.add(Parts.choice(choice, choice, choice.equals(now))));
        return select;
    }

    @Override
    public Outcome act(Visit visit) {
        String name = visit.field("name");
        return switch (visit.field("do")) {
            case "set" -> Controls.ask(visit, "PUT switches", Json.object().put(name, visit.field("value")),
                    NAME + Switch.of(name).map(each -> "#" + id(each)).orElse(""));
            case "reset" -> Controls.ask(visit, "DELETE switches", Json.object(), NAME);
            default -> new Outcome.Wrong(visit.say("wrong"));
        };
    }
}
