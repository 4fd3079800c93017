package dev.portway.sandbox.file;

import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Business;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PaymentMethod;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same facts as in a file, for one thing of a running world: read, or set from outside. What is set wrongly is told, and nothing is set. */
public final class WorldFacts {

    private WorldFacts() {}

    public static List<String> set(Business business, JsonNode values, World world) {
        return AccountRows.BUSINESSES.change(business, values, world);
    }

    public static List<String> set(App app, JsonNode values, World world) {
        return AccountRows.APPS.change(app, values, world);
    }

    public static List<String> set(Token token, JsonNode values, World world) {
        return AccountRows.TOKENS.change(token, values, world);
    }

    public static List<String> set(PaymentMethod method, JsonNode values, World world) {
        return AccountRows.PAYMENT_METHODS.change(method, values, world);
    }

    public static List<String> set(Waba waba, JsonNode values, World world) {
        return WabaRows.WABAS.change(waba, values, world);
    }

    public static List<String> set(Template template, JsonNode values, World world) {
        return WabaRows.TEMPLATES.change(template, values, world);
    }

    public static List<String> set(PhoneLine line, JsonNode values, World world) {
        return NumberRows.NUMBERS.change(line, values, world);
    }

    public static List<String> set(NumberLink link, JsonNode values, World world) {
        return NumberRows.LINKS.change(link, values, world);
    }

    public static boolean ofNumber(String name) {
        return NumberRows.NUMBERS.facts().of(name).isPresent();
    }

    public static ObjectNode of(Business business, World world) {
        return AccountRows.BUSINESSES.writeOne(business, world);
    }

    public static ObjectNode of(App app, World world) {
        return AccountRows.APPS.writeOne(app, world);
    }

    public static ObjectNode of(Token token, World world) {
        return AccountRows.TOKENS.writeOne(token, world);
    }

    public static ObjectNode of(PaymentMethod method, World world) {
        return AccountRows.PAYMENT_METHODS.writeOne(method, world);
    }

    public static ObjectNode of(Waba waba, World world) {
        return WabaRows.WABAS.writeOne(waba, world);
    }

    public static ObjectNode of(Template template, World world) {
        return WabaRows.TEMPLATES.writeOne(template, world);
    }

    public static ObjectNode of(PhoneLine line, World world) {
        return NumberRows.NUMBERS.writeOne(line, world);
    }

    /** What the phone received, newest first. */
    public static ArrayNode inbox(PhoneLine line) {
        return NumberRows.inbox(line);
    }
}
