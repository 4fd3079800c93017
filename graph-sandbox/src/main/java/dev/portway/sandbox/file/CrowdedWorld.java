package dev.portway.sandbox.file;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/**
 * A provider with many clients: each has a WABA at the source, full of numbers and templates, and an empty one at the destination. Made as it
 * goes, the same each time, because a file of it would be fifty megabytes.
 *
 * @param wabas source WABAs, one client each
 * @param numbers over all of them
 * @param templates over all of them
 */
record CrowdedWorld(int wabas, int numbers, int templates) implements WorldStart {

    private static final List<String> TRADES = List.of("Padaria", "Farmácia", "Livraria", "Oficina", "Clínica", "Mercado", "Papelaria",
            "Floricultura", "Academia", "Pousada");
    private static final List<String> NAMES = List.of("Aurora", "São João", "Boa Vista", "Ipê", "Jequitibá", "Três Corações", "Paineira",
            "Mangabeira", "Esperança", "Ribeirão", "Araucária");
    private static final List<String> AREAS = List.of("11", "21", "31", "41", "51", "61", "71", "81", "85", "92");
    private static final List<String> LANGUAGES = List.of("pt_BR", "en_US", "es");
    private static final List<String> CATEGORIES = List.of("UTILITY", "MARKETING", "AUTHENTICATION");
    private static final String SOURCE = "510000000000001";
    private static final String DESTINATION = "510000000000002";
    private static final String SOURCE_APP = "634974688087001";
    private static final String DESTINATION_APP = "634974688087002";

    /** Shared by all templates of a language: an edit replaces a template's components, and never writes into them. */
    private static final List<ArrayNode> BODIES = List.of(body("Olá {{1}}, seu pedido {{2}} saiu."),
            body("Hello {{1}}, order {{2}} has left."),
            body("Hola {{1}}, su pedido {{2}} salió."));

    private static ArrayNode body(String text) {
        ArrayNode components = Json.array();
        components.addObject().put("type", "BODY").put("text", text);
        return components;
    }

    @Override
    public void into(World world) {
        ShippedWorlds.file("empty").into(world);
        for (int i = 0; i < wabas; i++) {
            client(i, world);
        }
        world.landmarks.put("source-waba", sourceWaba(0));
        world.landmarks.put("destination-waba", destinationWaba(0));
        world.landmarks.put("client-business", business(0));
        world.landmarks.put("number", number(0, 0));
        world.landmarks.put("phone-number-id", phoneNumberId(0, 0));
    }

    @Override
    public Map<String, String> landmarks() {
        return ShippedWorlds.file("empty").landmarks();
    }

    private void client(int i, World world) {
        Business business = new Business(business(i), TRADES.get(i % TRADES.size()) + " " + NAMES.get(i % NAMES.size()) + " " + (i + 1));
        business.messagingLimit = i % 3 == 0 ? "TIER_100K" : "TIER_10K";
        business.phoneCap = 1200;
        world.businesses.put(business.id, business);
        Waba source = waba(sourceWaba(i), business, "(Cedro)", world);
        source.partners.put(SOURCE, Waba.Share.MANAGE);
        source.partners.put(DESTINATION, Waba.Share.READ);
        source.subscriptions.put(SOURCE_APP, "");
        Waba destination = waba(destinationWaba(i), business, "(Rota)", world);
        destination.partners.put(DESTINATION, Waba.Share.MANAGE);
        destination.subscriptions.put(DESTINATION_APP, "");
        for (int n = 0; n < share(numbers, i); n++) {
            number(i, n, source, world);
        }
        for (int t = 0; t < share(templates, i); t++) {
            template(i, t, source, world);
        }
    }

    private static Waba waba(String id, Business owner, String whose, World world) {
        Waba waba = new Waba(id, owner.name + " " + whose, owner.id);
        waba.namespace = "sandbox_" + id;
        waba.fundingId = "63" + id.substring(2);
        world.wabas.put(id, waba);
        return waba;
    }

    /** How many of all fall to the i-th WABA; the first ones take what is left over. */
    private int share(int all, int i) {
        return all / wabas + (i < all % wabas ? 1 : 0);
    }

    private static String business(int i) {
        return Long.toString(520_000_000_000_000L + i);
    }

    private static String sourceWaba(int i) {
        return Long.toString(210_000_000_000_000L + i);
    }

    private static String destinationWaba(int i) {
        return Long.toString(220_000_000_000_000L + i);
    }

    private static String phoneNumberId(int i, int n) {
        return Long.toString(106_550_000_000_000L + i * 10_000L + n);
    }

    private static String national(int i, int n) {
        return AREAS.get(n % AREAS.size()) + (960_000_000 + i * 10_000 + n);
    }

    private static String number(int i, int n) {
        return "55" + national(i, n);
    }

    private static void number(int i, int n, Waba source, World world) {
        String national = national(i, n);
        PhoneLine line = new PhoneLine("55", national,
                "+55 " + national.substring(0, 2) + " " + national.substring(2, 7) + "-" + national.substring(7));
        world.lines.put(line.digits, line);
        NumberLink link = new NumberLink(phoneNumberId(i, n), source, line);
        link.state = NumberLink.State.REGISTERED;
        link.verifiedName = source.name.replaceFirst(" \\d+ \\(.*", "");
        link.addedAt = world.now().minus(Duration.ofDays(400)).plus(Duration.ofMinutes(n));
        link.verifiedAt = link.addedAt;
        link.registeredAt = link.addedAt.plus(Duration.ofMinutes(5));
        link.hasCertificate = true;
        trouble(line, link, n);
        world.add(link);
    }

    /** Most are ready to move; the others have the troubles that most have. The first of each client has none. */
    private static void trouble(PhoneLine line, NumberLink link, int n) {
        line.trouble = "none";
        if (n % 7 == 3) {
            line.trouble = "two-step-on";
            line.pin = "246810";
        } else if (n % 23 == 11) {
            line.trouble = "name-not-approved";
            link.nameStatus = "DECLINED";
        } else if (n % 31 == 17) {
            line.trouble = "on-business-app";
            line.onBusinessApp = true;
        } else if (n % 29 == 19) {
            line.trouble = "low-quality";
            link.quality = "RED";
        }
    }

    private static void template(int i, int t, Waba source, World world) {
        int language = t % LANGUAGES.size();
        Template template = new Template(Long.toString(1_690_000_000_000_000L + i * 100_000L + t), source,
                new Template.Name("aviso_" + t / LANGUAGES.size(), LANGUAGES.get(language), CATEGORIES.get(t % 7 % CATEGORIES.size())),
                BODIES.get(language));
        template.status = t % 19 == 7 ? "REJECTED" : t % 37 == 5 ? "PAUSED" : "APPROVED";
        template.rejectedReason = template.status.equals("REJECTED") ? "INVALID_FORMAT" : "NONE";
        template.quality = t % 5 == 1 ? "UNKNOWN" : t % 11 == 4 ? "YELLOW" : "GREEN";
        template.qualityAt = world.now().minus(Duration.ofDays(3));
        template.createdAt = world.now().minus(Duration.ofDays(90));
        world.add(template);
    }
}
