package dev.portway.sandbox.pages;

import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Waba;
import java.util.List;

/** One WABA as WhatsApp Manager and Business settings show it: numbers, partners, payment. */
final class ClientParts {

    private ClientParts() {}

    static Tag waba(Visit visit, Business client, Waba waba) {
        Tag card = Tag.of("section", "card").set("id", "waba-" + waba.id);
        card.add(Tag.of("div", "row spread").add(Tag.of("h2").say(waba.name), States.of(waba.disabled() ? "DISABLED" : waba.reviewStatus)),
                Tag.of("p", "muted small", visit.say("waba") + " " + waba.id));
        List<NumberLink> links = waba.links.stream().filter(link -> !link.gone()).toList();
        Tag numbers = Tag.of("ul", "rows");
        links.forEach(link -> numbers.add(number(visit, client, link)));
        if (!links.isEmpty()) {
            card.add(part(visit, "manager.numbers").add(numbers));
        }
        return card.add(partners(visit, client, waba), payment(visit, client, waba));
    }

    private static Tag part(Visit visit, String title) {
        return Tag.of("div", "waba").add(Tag.of("h3").say(visit.say(title)));
    }

    private static Tag number(Visit visit, Business client, NumberLink link) {
        String word = link.line.offAsked ? "manager.mailed" : link.line.twoStepOn() ? "twoStep.on" : "twoStep.off";
        Tag about = Tag.of("div", "grow")
                .add(Tag.of("div", "row")
                        .add(Tag.of("strong", "number", link.line.display), States.of(visit.stage().rules.numbers.status(link))),
                        Tag.of("p", "muted small", link.verifiedName + name(visit, link)), Tag.of("p", "muted small", visit.say(word)),
                        more(visit, client, link));
        Tag row = Tag.of("li", "top-row").add(about);
        return link.line.twoStepOn() && !link.line.offAsked
                ? row.add(ClientPage.form(visit, client, "two-step-off")
                        .add(Parts.hidden("number", link.line.digits),
                                Parts.button(visit.say("twoStep.turnOff"), "small")
                                        .set("aria-label", visit.say("twoStep.turnOff") + " " + link.line.display)))
                : row;
    }

    private static String name(Visit visit, NumberLink link) {
        String status = link.newName == null ? link.nameStatus : link.newName + " " + link.newNameStatus;
        return " · " + visit.say("manager.name") + " " + status;
    }

    private static Tag more(Visit visit, Business client, NumberLink link) {
        Tag rename = ClientPage.form(visit, client, "name")
                .set("class", "stack")
                .add(Parts.hidden("link", link.id), Parts.field("name-" + link.id, "name", visit.say("manager.newName")),
                        Parts.button(visit.say("manager.rename"), "small"));
        Tag delete = ClientPage.form(visit, client, "delete")
                .set("class", "stack")
                .add(Parts.hidden("number", link.line.digits), Parts.hidden("waba", link.waba.id),
                        Parts.field("pin-" + link.id, "pin", visit.say("manager.pin")),
                        Parts.button(visit.say("manager.delete"), "danger small"));
        return Tag.of("details", "fold")
                .set("id", "more-" + link.id)
                .add(Tag.of("summary")
                        .set("aria-label", visit.say("manager.more") + " " + link.line.display)
                        .say(visit.say("manager.more")),
                        Tag.of("div", "pair").add(rename, delete));
    }

    private static Tag partners(Visit visit, Business client, Waba waba) {
        Tag list = Tag.of("ul", "rows");
        waba.partners.forEach((id, share) -> list.add(Tag.of("li")
                .add(Tag.of("div").add(Tag.of("strong").say(called(visit, id)), Tag.of("p", "muted small", share + " · " + id)),
                        ClientPage.form(visit, client, "partner")
                                .add(Parts.hidden("waba", waba.id), Parts.hidden("partner", id), Parts.hidden("share", "NONE"),
                                        Parts.button(visit.say("remove"), "small")
                                                .set("aria-label", visit.say("remove") + " " + called(visit, id))))));
        return part(visit, "partners").add(list, add(visit, client, waba));
    }

    private static String called(Visit visit, String id) {
        Business business = visit.stage().world.businesses.get(id);
        return business == null ? id : business.name;
    }

    private static Tag add(Visit visit, Business client, Waba waba) {
        Tag whom = Tag.of("select").set("name", "partner").set("id", "partner-" + waba.id);
        visit.stage().world.businesses.values()
                .stream()
                .filter(business -> !business.id.equals(waba.ownerId) && !waba.partners.containsKey(business.id))
                .limit(100)
                .forEach(business -> whom.add(Parts.choice(business.id, business.name, false)));
        Tag share = Tag.of("select")
                .set("name", "share")
                .set("aria-label", visit.say("manager.share"))
                .add(Parts.choice("MANAGE", "MANAGE", true), Parts.choice("READ", "READ", false));
        return Tag.of("details", "fold")
                .set("id", "add-" + waba.id)
                .add(Tag.of("summary").say(visit.say("manager.addPartner")), ClientPage.form(visit, client, "partner")
                        .set("class", "stack")
                        .add(Parts.hidden("waba", waba.id),
                                Tag.of("div", "field")
                                        .add(Tag.of("label").set("for", "partner-" + waba.id).say(visit.say("manager.partner")), whom,
                                                share),
                                Parts.button(visit.say("manager.addPartner"), "small")));
    }

    /** Documented: a client adds a card here and nowhere else; there is no call for it. */
    private static Tag payment(Visit visit, Business client, Waba waba) {
        boolean pays = visit.stage().rules.numbers.pays(waba);
        String method = waba.fundingId == null ? visit.say("waba.noPayment") : waba.fundingId;
        Tag state = Tag.of("div", "row").add(ClientPage.state(method, pays));
        Tag form = waba.fundingId == null
                ? ClientPage.form(visit, client, "pay").add(Parts.button(visit.say("manager.addCard"), "small"))
                : ClientPage.form(visit, client, "no-payment").add(Parts.button(visit.say("manager.removePayment"), "small"));
        return part(visit, "manager.payment").add(Tag.of("div", "row spread after").add(state, form.add(Parts.hidden("waba", waba.id))));
    }
}
