package dev.portway.sandbox.control;

import static dev.portway.sandbox.control.Html.escaped;

import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.World;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages for people: the world at a glance, and the phones with their inboxes. */
final class Pages {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final List<String> SURFACE = List.of("world", "calls", "faults", "errors", "switches", "webhooks", "clock");
    /** More on one page would help nobody; the others are in the world's JSON. */
    private static final int PHONES_SHOWN = 200;

    private final World world;
    private final Environment environment;

    Pages(World world, Environment environment) {
        this.world = world;
        this.environment = environment;
    }

    String index(ControlRequest request) {
        Texts texts = Texts.of(request);
        Map<String, String> env = environment.values(request.origin());
        String main = """
                <h1>%s</h1>
                <p class="soft">%s</p>
                <div class="cards">
                <section class="card" id="glance" data-live>%s</section>
                <section class="card"><h2>%s</h2><table class="list">%s</table></section>
                <section class="card wide"><h2>%s</h2><pre>%s</pre></section>
                <section class="card wide"><h2>%s</h2><table>%s</table><p class="soft">%s</p></section>
                </div>
                """.formatted(escaped(texts.get("title")), escaped(texts.get("notMeta")), glance(texts), escaped(texts.get("surface")),
                surface(texts), escaped(texts.get("try")), escaped(firstCall(env)), escaped(texts.get("connect")), rows(env),
                texts.get("connect.hint", "<a href=\"/sandbox/env?format=shell\">/sandbox/env?format=shell</a>"));
        return Html.page(texts, "/sandbox", main);
    }

    private static String firstCall(Map<String, String> env) {
        if (!env.containsKey("phoneNumberId")) {
            return "curl '%s/%s/me' \\\n  -H 'Authorization: Bearer %s'".formatted(env.get("graphBaseUrl"), env.get("apiVersion"),
                    env.getOrDefault("graphToken", "…"));
        }
        return "curl '%s/%s/%s?fields=display_phone_number,status,is_pin_enabled' \\\n  -H 'Authorization: Bearer %s'".formatted(
                env.get("graphBaseUrl"),
                env.get("apiVersion"),
                env.get("phoneNumberId"),
                env.getOrDefault("graphToken", "…"));
    }

    private String glance(Texts texts) {
        String mode = texts.get("time." + world.clock.mode().name().toLowerCase(Locale.ROOT));
        return "<h2>" + escaped(texts.get("world")) + "</h2><table>" + row(texts.get("time"), world.now().truncatedTo(ChronoUnit.SECONDS)
                + ", " + mode) + row(texts.get("businesses"), Integer.toString(world.businesses.size()))
                + row(texts.get("wabas"), Integer.toString(world.wabas.size()))
                + row(texts.get("numbers"), Integer.toString(world.lines.size()))
                + row(texts.get("templates"), Integer.toString(world.templates.size())) + "</table>";
    }

    private static String surface(Texts texts) {
        return SURFACE.stream()
                .map(name -> "<tr><td><a href=\"/sandbox/%1$s\"><code>/sandbox/%1$s</code></a></td><td>%2$s</td></tr>".formatted(name,
                        escaped(texts.get("surface." + name))))
                .collect(Collectors.joining());
    }

    private static String rows(Map<String, String> values) {
        return values.entrySet().stream().map(entry -> row(entry.getKey(), entry.getValue())).collect(Collectors.joining());
    }

    private static String row(String name, String value) {
        return "<tr><td>" + escaped(name) + "</td><td><code>" + escaped(value) + "</code></td></tr>";
    }

    String phones(ControlRequest request) {
        Texts texts = Texts.of(request);
        String cards = world.lines.values().stream().limit(PHONES_SHOWN).map(line -> card(line, texts)).collect(Collectors.joining());
        return Html.page(texts, "/sandbox/phones",
                "<h1>" + escaped(texts.get("phones")) + "</h1><p class=\"soft\">" + escaped(texts.get("phones.lead"))
                        + "</p><div class=\"cards\">" + cards + "</div>");
    }

    private static String card(PhoneLine line, Texts texts) {
        boolean over = line.trouble.isEmpty() || (line.trouble.equals("two-step-on") && !line.twoStepOn());
        String trouble = over ? "none" : line.trouble;
        String kind = trouble.equals("none") ? "tag" : "tag trouble";
        return "<section class=\"card\" id=\"line-%s\" data-live><div class=\"number\">%s</div><span class=\"%s\">%s</span>%s%s%s</section>"
                .formatted(line.digits, escaped(line.display), kind, escaped(texts.get("trouble." + trouble)), links(line, texts),
                        inbox(line, texts), lock(line, texts));
    }

    private static String links(PhoneLine line, Texts texts) {
        return line.links.stream().map(link -> link(link, texts)).collect(Collectors.joining("", "<ul class=\"links\">", "</ul>"));
    }

    private static String link(NumberLink link, Texts texts) {
        return "<li>%s %s <span class=\"soft\">%s</span></li>".formatted(escaped(texts.get("state." + link.state)),
                escaped(texts.get("where")) + " " + escaped(link.waba.name), link.id);
    }

    /** As an SMS shows it; a world file may have anything there. */
    private static String hyphenated(String code) {
        return code.matches("\\d{6}") ? code.substring(0, 3) + "-" + code.substring(3) : code;
    }

    private static String inbox(PhoneLine line, Texts texts) {
        if (line.inbox.isEmpty()) {
            return "<p class=\"soft\">" + escaped(texts.get("inbox.empty")) + "</p>";
        }
        return line.inbox.stream()
                .limit(3)
                .map(message -> "<div class=\"message\"><b aria-label=\"%s\">%s</b>%s<br><span class=\"soft\">%s %s %s</span></div>"
                        .formatted(
                                escaped(texts.get("code")), escaped(hyphenated(message.code())),
                                escaped(message.text()), escaped(texts.get("message." + message.kind())), escaped(texts.get("at")),
                                CLOCK.format(message.at())))
                .collect(Collectors.joining());
    }

    /** Documented: only a person can turn it off, in WhatsApp Manager. This button is that person. */
    private static String lock(PhoneLine line, Texts texts) {
        if (!line.twoStepOn()) {
            return "<div class=\"lock\"><span class=\"soft\">" + escaped(texts.get("twoStep.off")) + "</span></div>";
        }
        return """
                <form class="lock" method="post" action="/sandbox/phones/%s/two-step?lang=%s"><span>%s</span><button title="%s">%s</button></form>"""
                .formatted(line.digits, texts.language(), escaped(texts.get("twoStep.on")), escaped(texts.get("twoStep.stands")),
                        escaped(texts.get("twoStep.turnOff")));
    }

    static String languageQuery(ControlRequest request) {
        String language = request.query().getOrDefault("lang", "");
        return Texts.LANGUAGES.contains(language) ? "?lang=" + language : "";
    }
}
