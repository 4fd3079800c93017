package dev.portway.sandbox.pages;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The clock, what is due next, and the scenarios that come by it. */
final class ClockPart {

    private static final List<String> STEPS = List.of("PT1M", "PT1H", "PT12H", "P1D", "P3D", "P30D");

    /** A minute, and an hour, in a second; a day in one. */
    private static final List<Integer> SPEEDS = List.of(60, 3600, 86_400);

    private ClockPart() {}

    static Tag clock(Visit visit) {
        World world = visit.stage().world;
        boolean frozen = world.clock.mode() == SandboxClock.Mode.FROZEN;
        Tag now = Tag.of("dl", "facts")
                .add(Parts.row(visit.say("clock.now"), Parts.dayAndTime(world.now())),
                        Parts.row(visit.say("clock.mode"), how(visit, world.clock)),
                        Parts.row(visit.say("clock.next"), world.nextDue().map(Parts::dayAndTime).orElse(Tag.of("span").say("–"))));
        Tag steps = Parts.form(visit, "faults-and-clock", "advance").set("class", "row");
        STEPS.forEach(step -> steps.add(Parts.button("+ " + visit.say("clock." + step), "small").set("name", "by").set("value", step)));
        Tag speeds = Parts.form(visit, "faults-and-clock", "speed").set("class", "row");
        SPEEDS.forEach(speed -> speeds
                .add(Parts.button(visit.say("clock.times", speed), "small").set("name", "speed").set("value", speed.toString())));
        Tag other = Tag.of("div", "row")
                .add(one(visit, "next", "clock.toNext"), frozen ? one(visit, "run", "clock.run") : one(visit, "freeze", "clock.freeze"),
                        one(visit, "real", "clock.real"));
        return Parts.card("clock", visit.say("clock"))
                .add(Parts.live(Tag.of("div").set("id", "clock-now")).add(now))
                .add(steps, speeds, other);
    }

    private static String how(Visit visit, SandboxClock clock) {
        String mode = visit.say("time." + clock.mode().name().toLowerCase(Locale.ROOT));
        return clock.speed() == 1 ? mode : mode + ", " + visit.say("clock.times", clock.speed());
    }

    private static Tag one(Visit visit, String asks, String text) {
        return Parts.form(visit, "faults-and-clock", asks).add(Parts.button(visit.say(text), "small"));
    }

    static Tag scenarios(Visit visit) {
        JsonNode all = Controls.read(visit, "scenarios");
        Tag list = Tag.of("ul", "rows");
        List<String> playing = all.path("playing").valueStream().map(each -> each.path("name").asString("")).toList();
        all.path("playing").forEach(each -> list.add(scenario(visit, each, true)));
        all.path("scenarios")
                .valueStream()
                .filter(each -> !playing.contains(each.path("name").asString("")))
                .forEach(each -> list.add(scenario(visit, each, false)));
        return Parts.live(Parts.card("scenarios", visit.say("scenarios"))).add(list);
    }

    private static Tag scenario(Visit visit, JsonNode each, boolean playing) {
        String name = each.path("name").asString("");
        Tag events = Tag.of("ul", "small muted");
        each.path("events")
                .forEach(event -> events.add(Tag.of("li")
                        .say(event.path("at").asString("") + " " + event.path("does").asString("") + " ")
                        .add(Parts.pill(visit.say("event." + event.path("outcome").asString("")), Parts.Tone.PLAIN))));
        return Tag.of("li")
                .add(Tag.of("div").add(Tag.of("strong").say(name), Tag.of("p", "muted small", each.path("about").asString("")), events),
                        Parts.form(visit, "faults-and-clock", playing ? "end" : "begin")
                                .add(Parts.hidden("name", name),
                                        Parts.button(visit.say(playing ? "scenarios.end" : "scenarios.begin"), "small")));
    }

    static Page.Outcome act(Visit visit, String back) {
        Instant now = visit.stage().world.clock.instant();
        return switch (visit.field("do")) {
            case "advance" -> Controls.ask(visit, "POST clock/advance", Json.object().put("by", step(visit.field("by"))), back);
            case "next" -> Controls.ask(visit, "POST clock/advance", Json.object(), back);
            case "freeze" -> Controls.ask(visit, "PUT clock", Json.object().put("mode", "frozen"), back);
            case "run" -> Controls.ask(visit, "PUT clock", Json.object().put("mode", "real").put("now", now.toString()), back);
            case "speed" -> Controls.ask(visit, "PUT clock", fast(visit.field("speed")), back);
            case "real" -> Controls.ask(visit, "PUT clock", Json.object().put("mode", "real"), back);
            case "begin" -> Controls.ask(visit, "POST scenarios", Json.object().put("scenario", visit.field("name")), back);
            case "end" -> Controls.ask(visit, "DELETE scenarios/" + visit.field("name"), Json.object(), back);
            default -> new Page.Outcome.Wrong(visit.say("wrong"));
        };
    }

    private static ObjectNode fast(String speed) {
        ObjectNode asked = Json.object().put("mode", "real");
        return speed.matches("\\d{1,9}") ? asked.put("speed", Integer.parseInt(speed)) : asked.put("speed", speed);
    }

    private static String step(String by) {
        return STEPS.contains(by) ? Duration.parse(by).toString() : by;
    }
}
