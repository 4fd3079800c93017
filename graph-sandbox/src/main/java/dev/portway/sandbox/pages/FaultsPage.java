package dev.portway.sandbox.pages;

import dev.portway.sandbox.fault.Fault;
import dev.portway.sandbox.fault.Faults;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.wire.CallName;
import dev.portway.sandbox.wire.ErrorCalls;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What goes wrong on order: chosen by name from all there are, seen while it stands, and taken away. Beside it the clock and the scenarios. */
final class FaultsPage implements Page {

    @Override
    public String name() {
        return "faults-and-clock";
    }

    @Override
    public List<Tag> show(Visit visit) {
        return List.of(Parts.head(visit, "faults-and-clock", "faults.lead"),
                Tag.of("div", "two")
                        .add(Tag.of("div", "stack").add(standing(visit), order(visit)),
                                Tag.of("div", "stack").add(ClockPart.clock(visit), ClockPart.scenarios(visit))));
    }

    private static Tag standing(Visit visit) {
        List<Faults.Standing> all = visit.stage().faults.standing();
        Tag card = Parts.live(Parts.card("standing", visit.say("faults.standing")));
        if (all.isEmpty()) {
            return card.add(Tag.of("p", "muted", visit.say("faults.none")));
        }
        Tag list = Tag.of("ul", "rows");
        all.forEach(each -> list.add(standing(visit, each)));
        return card.add(list, Parts.form(visit, "faults-and-clock", "remove-all").add(Parts.button(visit.say("faults.removeAll"), "")));
    }

    private static Tag standing(Visit visit, Faults.Standing each) {
        Fault fault = each.fault();
        String number = fault.about().number();
        String whom = number != null
                ? "+" + number
                : Objects.requireNonNullElseGet(fault.about().waba(), () -> visit.say("faults.anyNumber"));
        String when = fault.times() == 0 ? visit.say("faults.always", fault.nth()) : visit.say("faults.some", fault.nth(), fault.times());
        return Tag.of("li")
                .add(Tag.of("div")
                        .add(Tag.of("strong").say(fault.call().equals("*") ? visit.say("faults.anyCall") : fault.call()),
                                Tag.of("span").say(" → "), Tag.of("code").say(fault.kindKey()),
                                Tag.of("p", "muted small",
                                        whom + " · " + when + " · " + visit.say("faults.struck", each.hit(), each.seen()))),
                        Parts.form(visit, "faults-and-clock", "remove")
                                .add(Parts.hidden("id", fault.id()),
                                        Parts.button(visit.say("remove"), "small")
                                                .set("aria-label", visit.say("remove") + " " + fault.id())));
    }

    private static Tag order(Visit visit) {
        Tag calls = Tag.of("select").set("id", "call").set("name", "call").add(Parts.choice("*", visit.say("faults.anyCall"), false));
        String chosen = visit.field("call").isEmpty() ? "register" : visit.field("call");
        Arrays.stream(CallName.values()).map(CallName::key).sorted().forEach(key -> calls.add(Parts.choice(key, key, key.equals(chosen))));
        Tag form = Parts.form(visit, "faults-and-clock", "order")
                .set("class", "stack")
                .add(Tag.of("div", "pair")
                        .add(Tag.of("div", "field").add(Tag.of("label").set("for", "call").say(visit.say("faults.call")), calls),
                                Parts.field("number", "number", visit.say("faults.number"))))
                .add(Tag.of("details", "fold").set("id", "finer").add(Tag.of("summary").say(visit.say("faults.finer")), finer(visit)))
                .add(Tag.of("div", "field")
                        .add(Tag.of("label").set("for", "filter").say(visit.say("faults.filter")),
                                Tag.of("input")
                                        .set("id", "filter")
                                        .set("type", "search")
                                        .set("data-filter", "kinds")
                                        .set("autocomplete", "off")));
        return Parts.card("order", visit.say("faults.order")).add(form.add(kinds(visit)));
    }

    private static Tag finer(Visit visit) {
        return Tag.of("div", "pair")
                .add(number("nth", visit.say("faults.nth"), "1"), number("times", visit.say("faults.times"), "1"),
                        number("delayMillis", visit.say("faults.delay"), "1000"), number("percent", visit.say("faults.percent"), "100"));
    }

    private static Tag number(String name, String label, String standard) {
        return Tag.of("div", "field")
                .add(Tag.of("label").set("for", name).say(label),
                        Tag.of("input").set("id", name).set("name", name).set("type", "number").set("min", "0").set("value", standard));
    }

    /** Each row orders itself: one press is one fault. */
    private static Tag kinds(Visit visit) {
        Tag list = Tag.of("ul", "rows kinds").set("id", "kinds");
        Arrays.stream(Fault.Kind.values())
                .filter(kind -> kind != Fault.Kind.ERROR)
                .forEach(kind -> list.add(kind(visit, kind.key(), Tag.of("p", "muted small", visit.say("kind." + kind.key())))));
        Stream.of(ErrorRow.values()).forEach(row -> list.add(kind(visit, "error:" + row.key(), about(visit, row))));
        return list;
    }

    private static Tag about(Visit visit, ErrorRow row) {
        String code = row.code() + (row.subcode() == 0 ? "" : "/" + row.subcode());
        String title = Wrongs.words(visit, row).map(words -> " · " + words.title()).orElse("");
        String on = ErrorCalls.of(row).equals(List.of("*")) ? "" : " · " + String.join(", ", ErrorCalls.of(row));
        return Tag.of("p", "muted small")
                .add(Tag.of("code").say(code))
                .say(" · HTTP " + row.status() + " · " + row.message() + title + on);
    }

    private static Tag kind(Visit visit, String key, Tag about) {
        return Tag.of("li")
                .add(Tag.of("div").add(Tag.of("code", "key", key), about),
                        Parts.button(visit.say("faults.orderIt"), "small")
                                .set("name", "kind")
                                .set("value", key)
                                .set("aria-label", visit.say("faults.orderIt") + " " + key));
    }

    @Override
    public Outcome act(Visit visit) {
        return switch (visit.field("do")) {
            case "order" -> Controls.ask(visit, "POST faults", ordered(visit), name() + "#standing");
            case "remove" -> Controls.ask(visit, "DELETE faults/" + visit.field("id"), Json.object(), name());
            case "remove-all" -> Controls.ask(visit, "DELETE faults", Json.object(), name());
            default -> ClockPart.act(visit, name());
        };
    }

    private static ObjectNode ordered(Visit visit) {
        ObjectNode order = Json.object().put("call", visit.field("call")).put("kind", visit.field("kind"));
        if (!visit.field("number").isEmpty()) {
            order.put("number", visit.field("number"));
        }
        put(order, visit, "nth");
        put(order, visit, "times");
        put(order, visit, "delayMillis");
        String percent = visit.field("percent");
        if (percent.matches("\\d{1,2}")) {
            order.put("probability", Integer.parseInt(percent) / 100.0);
        }
        return order;
    }

    /** What is no number is passed on as it is, so that the control surface says what is wrong with it. */
    private static void put(ObjectNode order, Visit visit, String name) {
        String value = visit.field(name);
        if (value.matches("\\d{1,9}")) {
            order.put(name, Integer.parseInt(value));
        } else if (!value.isEmpty()) {
            order.put(name, value);
        }
    }
}
