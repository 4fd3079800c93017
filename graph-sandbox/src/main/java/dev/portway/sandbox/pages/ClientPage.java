package dev.portway.sandbox.pages;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.pages.Parts.Tone;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.Digits;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stands for WhatsApp Manager and Business settings: what only a person of the client's can do, chosen by portfolio. Its buttons are that person;
 * the e-mail that Meta would send is shown here.
 */
final class ClientPage implements Page {

    /** More portfolios or WABAs than this belong to worlds that programs play in. */
    private static final int SHOWN = 30;

    @Override
    public String name() {
        return "manager";
    }

    @Override
    public List<Tag> show(Visit visit) {
        List<Business> clients = clients(visit.stage().world);
        List<Tag> main = new ArrayList<>(List.of(Parts.head(visit, "manager", "manager.lead")));
        Optional<Business> chosen = chosen(visit, clients);
        if (chosen.isEmpty()) {
            main.add(Tag.of("p", "muted", visit.say("manager.none")));
            return main;
        }
        Business client = chosen.get();
        main.add(chips(visit, clients, client));
        main.add(Tag.of("div", "stack")
                .add(Parts.live(Tag.of("div", "stack").set("id", "received")).add(mail(visit, client)).add(requests(visit, client)))
                .add(wabas(visit.stage().world, client).map(waba -> ClientParts.waba(visit, client, waba))));
        return main;
    }

    /** Portfolios with WABAs of their own. */
    private static List<Business> clients(World world) {
        return world.businesses.values().stream().filter(business -> wabas(world, business).findAny().isPresent()).limit(SHOWN).toList();
    }

    private static Stream<Waba> wabas(World world, Business owner) {
        return world.wabas.values().stream().filter(waba -> waba.ownerId.equals(owner.id)).limit(SHOWN);
    }

    private static Optional<Business> chosen(Visit visit, List<Business> clients) {
        String asked = visit.field("business").isEmpty()
                ? visit.stage().world.landmarks.getOrDefault("client-business", "")
                : visit.field("business");
        return clients.stream().filter(business -> business.id.equals(asked)).findFirst().or(() -> clients.stream().findFirst());
    }

    private static Tag chips(Visit visit, List<Business> clients, Business chosen) {
        Tag chips = Tag.of("nav", "chips").set("aria-label", visit.say("businesses"));
        for (Business client : clients) {
            Tag chip = Tag.link(visit.at("manager") + "?business=" + client.id, client.name).set("class", "chip");
            chips.add(client == chosen ? chip.set("aria-current", "true") : chip);
        }
        return chips;
    }

    /** Documented: two-step verification is off once the link in the e-mail was followed. */
    private static Stream<Tag> mail(Visit visit, Business client) {
        return visit.stage().world.lines.values()
                .stream()
                .filter(line -> line.offAsked && line.links.stream().anyMatch(link -> link.waba.ownerId.equals(client.id)))
                .map(line -> letter(visit, client, line));
    }

    private static Tag letter(Visit visit, Business client, PhoneLine line) {
        return Parts.card("mail-" + line.digits, visit.say("manager.mail"))
                .add(Tag.of("p").say(visit.say("manager.mail.text", line.display)),
                        form(visit, client, "two-step-confirm").set("class", "after")
                                .add(Parts.hidden("number", line.digits), Parts.button(visit.say("manager.mail.link"), "primary")));
    }

    private static List<Tag> requests(Visit visit, Business client) {
        List<JsonNode> received = Controls.read(visit, "requests")
                .path("requests")
                .valueStream()
                .filter(each -> each.path("businessId").asString("").equals(client.id))
                .toList();
        Tag list = Tag.of("ul", "rows");
        received.forEach(each -> list.add(request(visit, client, each)));
        return received.isEmpty() ? List.of() : List.of(Parts.card("requests", visit.say("manager.requests")).add(list));
    }

    private static Tag request(Visit visit, Business client, JsonNode each) {
        String id = each.path("id").asString("");
        String status = each.path("status").asString("");
        Tag about = Tag.of("div")
                .add(Tag.of("strong").say(visit.say("request." + each.path("kind").asString(""))), Tag.of("span").say(" "),
                        States.of(status),
                        Tag.of("p", "muted small", id));
        boolean open = List.of("INITIATED", "PENDING").contains(status);
        Tag buttons = Tag.of("div", "row").add(decision(visit, client, id, "accept"), decision(visit, client, id, "decline"));
        return open ? Tag.of("li").add(about, buttons) : Tag.of("li").add(about);
    }

    private static Tag decision(Visit visit, Business client, String id, String decision) {
        return form(visit, client, "decide")
                .add(Parts.hidden("id", id), Parts.hidden("decision", decision),
                        Parts.button(visit.say("manager." + decision), decision.equals("accept") ? "primary small" : "small"));
    }

    static Tag form(Visit visit, Business client, String asks) {
        return Parts.form(visit, "manager", asks).add(Parts.hidden("business", client.id));
    }

    static Tag state(String word, boolean good) {
        return Parts.pill(word, good ? Tone.GOOD : Tone.WARN);
    }

    @Override
    public Outcome act(Visit visit) {
        String back = "manager?business=" + visit.field("business").replaceAll("\\W", "");
        String number = Digits.of(visit.field("number"));
        String waba = "PUT wabas/" + visit.field("waba").replaceAll("\\W", "");
        return switch (visit.field("do")) {
            case "two-step-off" -> twoStep(visit, number, "ask", back);
            case "two-step-confirm" -> twoStep(visit, number, "confirm", back);
            case "name" -> rename(visit, back);
            case "delete" -> Controls.ask(visit, "POST numbers/" + number + "/deletion",
                    Json.object().put("pin", visit.field("pin")).put("wabaId", visit.field("waba")), back);
            case "partner" -> Controls.ask(visit, waba, partner(visit.field("partner"), visit.field("share")), back);
            case "pay" -> Controls.ask(visit, waba, Json.object().put("fundingId", card(visit)), back);
            case "no-payment" -> Controls.ask(visit, waba, Json.object().putNull("fundingId"), back);
            case "decide" -> Controls.ask(visit, "POST requests/" + visit.field("id").replaceAll("\\W", ""),
                    Json.object().put("decision", visit.field("decision")), back);
            default -> new Outcome.Wrong(visit.say("wrong"));
        };
    }

    private static Outcome rename(Visit visit, String back) {
        World world = visit.stage().world;
        boolean asked = world.with(() -> {
            Optional<NumberLink> link = world.links(visit.field("link"))
                    .stream()
                    .findFirst()
                    .filter(each -> !visit.field("name").isEmpty());
            link.ifPresent(each -> visit.stage().rules.decisions.askName(each, visit.field("name")));
            return link.isPresent();
        });
        return asked ? new Outcome.Done(back) : new Outcome.Wrong(visit.say("wrong"));
    }

    /** A card of its own, which works. */
    private static String card(Visit visit) {
        return visit.stage().world.with(() -> visit.stage().world.ids().other());
    }

    private static Outcome twoStep(Visit visit, String number, String step, String back) {
        return Controls.ask(visit, "PUT numbers/" + number + "/two-step", Json.object().put("enabled", false).put("step", step), back);
    }

    private static ObjectNode partner(String business, String share) {
        ObjectNode body = Json.object();
        body.putObject("partners").put(business, share);
        return body;
    }
}
