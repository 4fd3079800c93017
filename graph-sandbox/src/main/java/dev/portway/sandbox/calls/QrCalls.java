package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.QR_CODES;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.FieldSpec;
import dev.portway.sandbox.wire.NodeView;
import dev.portway.sandbox.wire.Page;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.World;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** QR codes and short links of a number. Source: the OpenAPI file v23 and the QR codes page; images are named and not drawn. */
final class QrCalls {

    static final String EDGE = "message_qrdls";
    private static final int LONGEST_PAGE = 100;
    /** Documented: 140 characters, and 2,000 codes of a number. */
    private static final int LONGEST_MESSAGE = 140;
    private static final int MOST = 2_000;
    private static final int CODE_LENGTH = 14;

    private final World world;
    private final Rules rules;

    QrCalls(World world, Rules rules) {
        this.world = world;
        this.rules = rules;
    }

    List<Route<NumberLink>> routes() {
        return List.of(new Route<>("GET", EDGE, QR_CODES, this::list), new Route<>("POST", EDGE, QR_CODES, this::write),
                new Route<>("DELETE", EDGE, QR_CODES, this::delete));
    }

    /** The code in the path, or the one asked for by a parameter; empty for none. */
    private static String asked(Ask ask) {
        List<String> segments = ask.request.segments();
        return segments.size() > 2 ? segments.get(2) : ask.params().text("code").orElse("");
    }

    private JsonNode list(NumberLink link, Ask ask) {
        rules.access.toRead(ask.token, link.waba);
        String code = asked(ask);
        List<String> codes = link.qrCodes.keySet().stream().filter(each -> code.isEmpty() || each.equals(code)).toList();
        List<FieldSpec> fields = ask.fields();
        return Page.of(codes, ask, LONGEST_PAGE, each -> each, each -> shown(link, each, fields));
    }

    private static JsonNode shown(NumberLink link, String code, List<FieldSpec> fields) {
        ObjectNode all = plain(link, code);
        fields.stream()
                .filter(field -> field.name().equals("qr_image_url"))
                .findFirst()
                .ifPresent(image -> all.put("qr_image_url", image(code, image.arguments().getOrDefault("format", "SVG"))));
        return fields.isEmpty() ? all : NodeView.only(all, fields);
    }

    private static ObjectNode plain(NumberLink link, String code) {
        return Json.object()
                .put("code", code)
                .put("prefilled_message", link.qrCodes.getOrDefault(code, ""))
                .put("deep_link_url", "https://wa.me/message/" + code);
    }

    private static String image(String code, String format) {
        return "https://scontent.example/qr/" + code + "." + format.toLowerCase(Locale.ROOT);
    }

    private JsonNode write(NumberLink link, Ask ask) {
        rules.access.toManage(ask.token, link.waba);
        String message = ask.params().required("prefilled_message");
        if (message.length() > LONGEST_MESSAGE) {
            throw ErrorRow.INVALID_PARAMETER
                    .saying("(#100) Param prefilled_message must be at most " + LONGEST_MESSAGE + " characters long.");
        }
        boolean drawn = ask.params().has("generate_qr_image");
        String format = drawn ? ask.params().oneOfInAnyCase("generate_qr_image", List.of("SVG", "PNG")) : "";
        String code = asked(ask);
        if (code.isEmpty()) {
            if (link.qrCodes.size() >= MOST) {
                throw ErrorRow.INVALID_PARAMETER.saying("(#100) The phone number has " + MOST + " QR codes already");
            }
            code = world.ids().text(CODE_LENGTH).toUpperCase(Locale.ROOT);
        } else if (!link.qrCodes.containsKey(code)) {
            throw Access.missing("post", code);
        }
        link.qrCodes.put(code, message);
        ask.effect(true);
        ObjectNode written = plain(link, code);
        return drawn ? written.put("qr_image_url", image(code, format)) : written;
    }

    private JsonNode delete(NumberLink link, Ask ask) {
        rules.access.toManage(ask.token, link.waba);
        if (link.qrCodes.remove(asked(ask)) == null) {
            throw Access.missing("delete", asked(ask));
        }
        ask.effect(true);
        return NumberCalls.success();
    }
}
