package dev.portway.sandbox.pages;

import dev.portway.sandbox.fault.CallLog;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.App;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes over the wire, as it goes: calls with what was said and answered, and the webhooks that were sent. */
final class TrafficPage implements Page {

    private static final int SHOWN = 100;

    /** One line of the list. */
    private record Moment(Instant at, Tag line) {}

    @Override
    public String name() {
        return "traffic";
    }

    @Override
    public List<Tag> show(Visit visit) {
        String only = visit.request().query().getOrDefault("only", "");
        Tag list = Parts.live(Tag.of("ul", "traffic").set("id", "traffic"));
        moments(visit, only).sorted(Comparator.comparing(Moment::at).reversed()).limit(SHOWN).map(Moment::line).forEach(list::add);
        boolean quiet = moments(visit, only).findAny().isEmpty();
        return List.of(Parts.head(visit, "traffic", "traffic.lead"), chips(visit, only),
                Tag.of("section", "card").add(list.add(quiet ? List.of(Tag.of("li", "muted", visit.say("traffic.none"))) : List.of())));
    }

    private static Tag chips(Visit visit, String only) {
        Tag chips = Tag.of("nav", "chips").set("aria-label", visit.say("traffic.show"));
        for (String kind : List.of("", "changes", "refusals", "webhooks")) {
            Tag chip = Tag.link(visit.at("traffic") + (kind.isEmpty() ? "" : "?only=" + kind),
                    visit.say("traffic." + (kind.isEmpty() ? "all" : kind))).set("class", "chip");
            chips.add(kind.equals(only) ? chip.set("aria-current", "true") : chip);
        }
        return chips;
    }

    private static Stream<Moment> moments(Visit visit, String only) {
        Stream<Moment> calls = visit.stage().calls.heard().stream().filter(one -> wanted(one.entry(), only)).map(one -> call(visit, one));
        List<Moment> webhooks = new ArrayList<>();
        if (only.isEmpty() || only.equals("webhooks")) {
            visit.stage().postman.history().forEach(each -> webhooks.add(webhook(visit, each)));
        }
        return Stream.concat(calls, webhooks.stream());
    }

    private static boolean wanted(CallLog.Entry entry, String only) {
        return switch (only) {
            case "changes" -> entry.effect();
            case "refusals" -> entry.status() != 200;
            case "webhooks" -> false;
            default -> true;
        };
    }

    private static Moment call(Visit visit, CallLog.Heard heard) {
        CallLog.Entry entry = heard.entry();
        Tag states = Tag.of("span", "row").add(status(visit, entry.status()));
        if (entry.error() != null) {
            states.add(Parts.pill(entry.error(), Parts.Tone.WARN));
        }
        if (entry.fault() != null) {
            states.add(Parts.pill(visit.say("traffic.fault"), Parts.Tone.BAD));
        }
        if (entry.effect()) {
            states.add(Parts.pill(visit.say("traffic.effect"), Parts.Tone.CALM));
        }
        Tag line = line("call-no-" + entry.no(), entry.at(), entry.call(), states)
                .add(Tag.of("p", "what").add(Tag.of("code").say(entry.method() + " " + entry.path())));
        Tag more = Tag.of("div", "said");
        if (!heard.sent().get().isEmpty()) {
            more.add(Tag.of("h3").say(visit.say("traffic.sent")), Tag.of("pre").say(heard.sent().get()));
        }
        more.add(Tag.of("h3").say(visit.say("traffic.answered")),
                Tag.of("pre").say(heard.answered().get().isEmpty() ? visit.say("traffic.noAnswer") : pretty(heard.answered().get())));
        String app = entry.app();
        more.add(Tag.of("p", "muted small", about(visit, app) + (entry.number() == null ? "" : " · " + entry.number())));
        return new Moment(entry.at(), Tag.of("li").add(line.add(more)));
    }

    private static String about(Visit visit, @Nullable String appId) {
        App app = appId == null ? null : visit.stage().world.apps.get(appId);
        return visit.say("app") + " " + (app == null ? "–" : app.name);
    }

    private static Tag line(String id, Instant at, String name, Tag states) {
        return Tag.of("details").set("id", id).add(Tag.of("summary").add(Parts.time(at), Tag.of("strong").say(name), states));
    }

    private static Tag status(Visit visit, int status) {
        return switch (status / 100) {
            case 0 -> Parts.pill(visit.say("traffic.noAnswer"), Parts.Tone.BAD);
            case 2 -> Parts.pill(Integer.toString(status), Parts.Tone.GOOD);
            case 5 -> Parts.pill(Integer.toString(status), Parts.Tone.BAD);
            default -> Parts.pill(Integer.toString(status), Parts.Tone.WARN);
        };
    }

    private static Moment webhook(Visit visit, JsonNode each) {
        Instant at = Instant.parse(each.path("at").asString(""));
        List<Integer> tries = each.path("tries").valueStream().map(JsonNode::asInt).toList();
        Tag states = Tag.of("span", "row").add(Parts.pill(visit.say("traffic.webhook"), Parts.Tone.CALM));
        if (each.path("delivered").asBoolean(false)) {
            states.add(Parts.pill(visit.say("traffic.delivered"), Parts.Tone.GOOD));
        } else {
            states.add(Parts.pill(visit.say("traffic.tries", tries.size()), Parts.Tone.WARN));
        }
        String address = each.path("url").asString("").replaceFirst("[?#].*", "");
        Tag line = line("webhook-" + each.path("no").asString(""), at, each.path("field").asString(""), states)
                .add(Tag.of("p", "what").add(Tag.of("code").say("→ " + address)))
                .add(Tag.of("div", "said").add(Tag.of("pre").say(pretty(Json.text(each.path("body"))))));
        return new Moment(at, Tag.of("li").add(line));
    }

    private static String pretty(String body) {
        return Json.parse(body).map(Json::pretty).orElse(body);
    }

    @Override
    public Outcome act(Visit visit) {
        return Controls.ask(visit, "DELETE calls", Json.object(), "traffic");
    }
}
