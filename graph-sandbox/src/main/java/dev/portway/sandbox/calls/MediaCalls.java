package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.DELETE_MEDIA;
import static dev.portway.sandbox.wire.CallName.DOWNLOAD_MEDIA;
import static dev.portway.sandbox.wire.CallName.READ_MEDIA;
import static dev.portway.sandbox.wire.CallName.UPLOAD_MEDIA;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.Params;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.wire.Target;
import dev.portway.sandbox.world.Content;
import dev.portway.sandbox.world.Media;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Calls on files for messages. Source: media, 16 Jun 2026; shapes as in recorded answers. */
final class MediaCalls {

    /** Where links lead, as Meta's do. */
    static final List<String> LINKS = List.of("whatsapp_business", "attachments");

    private final World world;
    private final Rules rules;

    MediaCalls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    List<Route<NumberLink>> numberRoutes() {
        return List.of(new Route<>("POST", "media", UPLOAD_MEDIA, this::upload));
    }

    List<Route<Media>> routes() {
        return List.of(new Route<>("GET", "", READ_MEDIA, this::read), new Route<>("DELETE", "", DELETE_MEDIA, this::delete));
    }

    Target download() {
        return Target.of(DOWNLOAD_MEDIA, this::content);
    }

    private JsonNode upload(NumberLink link, Ask ask) {
        rules.access.toMessage(ask.token, link.waba);
        ask.params().oneOf("messaging_product", List.of("whatsapp"));
        Content file = ask.params().content("file").orElseThrow(() -> Params.missing("file"));
        if (!link.registered()) {
            throw ErrorRow.NOT_REGISTERED.refused();
        }
        Media media = rules.media.upload(link, type(ask.params()), file);
        ask.effect(true);
        return Json.object().put("id", media.id);
    }

    /** Observed: what the part of the form says counts; documented beside it: a parameter of its own. Without parameters of its own. */
    private static String type(Params params) {
        String type = params.typeOf("file").or(() -> params.text("type")).orElse("application/octet-stream");
        return type.split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Documented: with a number's id it must be that one's. */
    private NumberLink reached(Media media, Ask ask) {
        Optional<String> number = ask.params().text("phone_number_id");
        List<NumberLink> holders = rules.media.holders(media);
        if (number.isPresent() && holders.stream().noneMatch(each -> each.id.equals(number.get())) && !media.link.id.equals(number.get())) {
            throw missing(media.id, ask);
        }
        NumberLink link = holders.stream()
                .filter(each -> rules.access.shareOf(ask.token, each.waba).orElse(Waba.Share.READ) == Waba.Share.MANAGE)
                .findFirst()
                .orElseThrow(() -> missing(media.id, ask));
        rules.access.toMessage(ask.token, link.waba);
        return link;
    }

    private static RuntimeException missing(String id, Ask ask) {
        return Access.missing(ask.request.method().toLowerCase(Locale.ROOT), id);
    }

    private Media there(Media media, Ask ask) {
        Media found = rules.media.find(media.id).orElseThrow(() -> missing(media.id, ask));
        reached(found, ask);
        return found;
    }

    private JsonNode read(Media asked, Ask ask) {
        Media media = there(asked, ask);
        long end = rules.media.linkEnd();
        ObjectNode shown = Json.object()
                .put("messaging_product", "whatsapp")
                .put("url", ask.request.origin() + "/" + String.join("/", LINKS) + "/?mid=" + media.id + "&ext=" + end + "&hash="
                        + rules.media.seal(media, end))
                .put("mime_type", media.type)
                .put("sha256", HexFormat.of().formatHex(media.content.sha256()));
        if (world.switches.is(Switch.MEDIA_FILE_SIZE, "text")) {
            shown.put("file_size", Integer.toString(media.content.length()));
        } else {
            shown.put("file_size", media.content.length());
        }
        return shown.put("id", media.id);
    }

    private JsonNode delete(Media asked, Ask ask) {
        rules.media.delete(there(asked, ask));
        ask.effect(true);
        return NumberCalls.success();
    }

    /** Documented: a link that no longer holds answers 404. */
    private JsonNode content(Ask ask) {
        String end = ask.params().text("ext").filter(text -> text.matches("\\d{1,12}")).orElse("0");
        Media media = ask.params()
                .text("mid")
                .flatMap(rules.media::find)
                .filter(found -> rules.media.linkHolds(found, Long.parseLong(end), ask.params().text("hash").orElse("")))
                .orElseThrow(ErrorRow.MEDIA_LINK_DEAD::refused);
        reached(media, ask);
        return JsonNodeFactory.instance.pojoNode(media);
    }
}
