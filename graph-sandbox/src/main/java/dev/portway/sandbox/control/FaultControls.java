package dev.portway.sandbox.control;

import dev.portway.sandbox.fault.Fault;
import dev.portway.sandbox.fault.Faults;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.wire.CallName;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders, lists and cancels faults. */
final class FaultControls {

    private static final int LONGEST_DELAY_MILLIS = 600_000;

    private final Faults faults;

    FaultControls(Faults faults) {
        this.faults = faults;
    }

    ObjectNode answer(ControlRequest request) {
        return switch (request.method()) {
            case "POST" -> shown(order(request.body()), 0, 0);
            case "DELETE" -> delete(request.segment(1));
            default -> list();
        };
    }

    private ObjectNode list() {
        ObjectNode list = Json.object();
        ArrayNode all = list.putArray("faults");
        faults.standing().forEach(each -> all.add(shown(each.fault(), each.seen(), each.hit())));
        return list;
    }

    private ObjectNode delete(String id) {
        if (id.isEmpty()) {
            faults.clear();
        } else if (!faults.cancel(id)) {
            throw Wrong.missing("there is no fault '" + id + "'");
        }
        return list();
    }

    /** Refused when it cannot be understood, or there are too many already. */
    Fault order(JsonNode body) {
        return faults.order(read(body)).orElseThrow(() -> Wrong.bad("there are 1,000 faults already; remove some"));
    }

    /** What is ordered, without ordering it. */
    static Faults.Order read(JsonNode body) {
        String call = String.valueOf(Json.text(body, "call"));
        if (!call.equals("*") && CallName.of(call).isEmpty()) {
            throw Wrong.bad("call is * or one of "
                    + Arrays.stream(CallName.values()).map(CallName::key).collect(Collectors.joining(", ")) + "; not '" + call + "'");
        }
        String kind = String.valueOf(Json.text(body, "kind"));
        if (!Faults.knows(kind)) {
            throw Wrong.bad("kind is one of "
                    + Arrays.stream(Fault.Kind.values())
                            .filter(each -> each != Fault.Kind.ERROR)
                            .map(Fault.Kind::key)
                            .collect(Collectors.joining(", "))
                    + ", or error:<name> with a name of GET /sandbox/errors; not '" + kind + "'");
        }
        Fault.Chance chance = chance(body);
        var about = new Fault.About(Json.text(body, "number"), Json.text(body, "waba"));
        return new Faults.Order(call, kind, about, number(body, "nth", 1, 1),
                number(body, "times", chance.certain() ? 1 : 0, 0), chance,
                Duration.ofMillis(Math.min(LONGEST_DELAY_MILLIS, number(body, "delayMillis", 1000, 0))));
    }

    private static Fault.Chance chance(JsonNode body) {
        JsonNode probability = body.path("probability");
        int seed = number(body, "seed", 1, 0);
        if (probability.isMissingNode() || probability.isNull()) {
            return new Fault.Chance(1, seed);
        }
        if (!probability.isNumber() || !(probability.doubleValue() > 0 && probability.doubleValue() <= 1)) {
            throw Wrong.bad("probability wants a number over 0 and up to 1, such as 0.05");
        }
        return new Fault.Chance(probability.doubleValue(), seed);
    }

    private static int number(JsonNode body, String name, int standard, int least) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return standard;
        }
        if (!value.isInt() || value.intValue() < least) {
            throw Wrong.bad(name + " wants a whole number from " + least);
        }
        return value.intValue();
    }

    private static ObjectNode shown(Fault fault, int seen, int hit) {
        return Json.object()
                .put("id", fault.id())
                .put("call", fault.call())
                .put("kind", fault.kindKey())
                .put("number", fault.about().number() == null ? null : "+" + fault.about().number())
                .put("waba", fault.about().waba())
                .put("nth", fault.nth())
                .put("times", fault.times())
                .put("probability", fault.chance().probability())
                .put("seed", fault.chance().seed())
                .put("delayMillis", fault.delay().toMillis())
                .put("seen", seen)
                .put("hit", hit);
    }
}
