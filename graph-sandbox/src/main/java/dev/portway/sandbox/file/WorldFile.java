package dev.portway.sandbox.file;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A world as a file. Reading one replaces all there was; what is wrong in it is named by its place. What the file says is in
 * {@code docs/sandbox-worlds.md}, which is made from the tables here.
 *
 * <p>Not in a file: webhooks and statuses of messages on their way, and the history of calls and webhooks.
 */
public final class WorldFile implements WorldStart {

    /** In an order in which each names only what stands before it. */
    static final List<Rows<World, ?>> ROWS = List.of(AccountRows.BUSINESSES, AccountRows.PEOPLE, AccountRows.APPS, AccountRows.SYSTEM_USERS,
            AccountRows.TOKENS, AccountRows.PAYMENT_METHODS, AccountRows.CREDIT_LINES, WabaRows.WABAS, AccountRows.ALLOCATIONS,
            AccountRows.SIGNUP_CODES, NumberRows.NUMBERS, WabaRows.TEMPLATES, WabaRows.FLOWS, RouteRows.SOLUTIONS, RouteRows.INTENTS,
            RouteRows.CURRENCY_MIGRATIONS,
            RouteRows.PREVERIFIED_NUMBERS, RouteRows.WABA_REQUESTS, MediaRows.MEDIA, MediaRows.UPLOADS, LaterRows.LATER);

    static final List<String> OTHERS = List.of("landmarks", "testers", "switches", "clock");

    private final JsonNode tree;

    private WorldFile(JsonNode tree) {
        this.tree = tree;
    }

    /** Refused, with all that is wrong, when a world cannot be made of it. */
    public static WorldFile of(JsonNode tree) {
        WorldFile file = new WorldFile(tree);
        file.into(new World(SandboxClock.ofMachine()));
        return file;
    }

    /** Text of a file, which may have comments and commas at ends. */
    public static WorldFile of(byte[] text) {
        return of(Json.lenient(text));
    }

    /** One that comes along, whose like has been read in our tests. */
    static WorldFile trusted(byte[] text) {
        return new WorldFile(Json.lenient(text));
    }

    @Override
    public void into(World world) {
        if (!tree.isObject()) {
            throw new BrokenWorld(List.of("it wants an object"));
        }
        world.clear();
        Problems problems = new Problems();
        Row file = Row.file(tree, problems);
        refuseUnknown(file);
        // The clock first: times in the file may be relative to it.
        setClock(file, world);
        readNames(file, world);
        ROWS.forEach(rows -> rows.read(file, world));
        problems.complain();
        refuseNothing();
    }

    /** Nobody empties a world by leaving something out. A name that is unknown is told by its own. */
    private void refuseNothing() {
        if (OTHERS.containsAll(tree.propertyNames())) {
            throw new BrokenWorld(List.of("it says nothing of a world; name one that comes along, such as {\"world\":\"empty\"}, or give"
                    + " at least one list, which may be empty: " + String.join(", ", ROWS.stream().map(Rows::name).toList())));
        }
    }

    private static void refuseUnknown(Row file) {
        List<String> known = new ArrayList<>(OTHERS);
        ROWS.forEach(rows -> known.add(rows.name()));
        file.names()
                .stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> file.problems().add(name + " is unknown; there are " + String.join(", ", known)));
    }

    private static void readNames(Row file, World world) {
        given(file, "landmarks", Shape.TEXT_MAP)
                .forEach(tree -> tree.properties().forEach(each -> world.landmarks.put(each.getKey(), each.getValue().stringValue())));
        given(file, "testers", Shape.TEXTS).forEach(tree -> tree.forEach(each -> world.testers.add(each.stringValue())));
        given(file, "switches", Shape.TEXT_MAP).forEach(tree -> tree.properties().forEach(each -> {
            String key = each.getKey();
            Switch.of(key)
                    .ifPresentOrElse(
                            found -> world.switches.set(found, each.getValue().stringValue())
                                    .ifPresent(why -> file.problems().add("switches." + why)),
                            () -> file.problems().add("switches." + key + " is unknown; there are those of GET /sandbox/switches"));
        }));
    }

    private static void setClock(Row file, World world) {
        given(file, "clock", Shape.OBJECT).forEach(said -> {
            ClockFacts clock = new ClockFacts(said, world.clock.instant());
            clock.wrong().forEach(why -> file.problems().add("clock." + why));
            if (clock.wrong().isEmpty()) {
                clock.set(world.clock);
            }
        });
    }

    private static List<JsonNode> given(Row file, String name, Shape shape) {
        JsonNode value = file.value(name).orElse(null);
        if (value == null) {
            return List.of();
        }
        if (!shape.fits().test(value)) {
            file.problems().add(name + " " + Row.wrong(value, shape));
            return List.of();
        }
        return List.of(value);
    }

    /** The whole of a world, which can be read again. To be called under its lock. */
    public static ObjectNode save(World world) {
        ObjectNode file = Json.object();
        ObjectNode clock = file.putObject("clock")
                .put("mode", world.clock.mode().name().toLowerCase(Locale.ROOT))
                .put("now", world.now().toString());
        if (world.clock.speed() > 1) {
            clock.put("speed", world.clock.speed());
        }
        file.set("switches", WabaRows.map(chosen(world)));
        file.set("landmarks", WabaRows.map(world.landmarks));
        file.set("testers", Json.strings(world.testers));
        ROWS.forEach(rows -> file.set(rows.name(), rows.write(world, world)));
        return file;
    }

    private static Map<String, String> chosen(World world) {
        Map<String, String> chosen = new LinkedHashMap<>();
        world.switches.all()
                .stream()
                .filter(each -> !each.getKey().standard().equals(each.getValue()))
                .forEach(each -> chosen.put(each.getKey().key(), each.getValue()));
        return chosen;
    }

    @Override
    public Map<String, String> landmarks() {
        Map<String, String> landmarks = new LinkedHashMap<>();
        tree.path("landmarks").properties().forEach(each -> landmarks.put(each.getKey(), each.getValue().asString("")));
        return landmarks;
    }
}
