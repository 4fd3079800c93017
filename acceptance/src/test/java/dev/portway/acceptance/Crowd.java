package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Many numbers that move at the same time, and the people who hold their phones: each types the code once it is asked for. What became of a number is
 * asked of the sandbox, never of Portway.
 *
 * @param ids the migration of each number
 */
public record Crowd(Rehearsed rehearsed, Map<String, String> ids) {

    /** Callers at a time: enough to keep two nodes busy, few enough for the machine. */
    private static final int CALLERS = 8;

    /** The calls that change something at Graph for one number, each of which must take effect once. */
    static final List<String> ONCE = List.of("add-number", "request-code", "verify-code", "register");

    public static Crowd nobody(Rehearsed rehearsed) {
        return new Crowd(rehearsed, Map.of());
    }

    /** Places the move of each number, at the nodes in turn. */
    public static Crowd placed(Rehearsed rehearsed, List<String> numbers, Server... nodes) {
        return nobody(rehearsed).joinedBy(numbers, rehearsed.env().path("wabaId").asString(), nodes);
    }

    /** These and others, whose move into this WABA is placed now. */
    public Crowd joinedBy(List<String> numbers, String waba, Server... nodes) {
        Map<String, String> all = new LinkedHashMap<>(ids);
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<String>> placed = new ArrayList<>();
            for (String number : numbers) {
                Server node = nodes[placed.size() % nodes.length];
                placed.add(callers.submit(() -> rehearsed.placed(node, number, waba)));
            }
            for (int at = 0; at < placed.size(); at++) {
                all.put(numbers.get(at), result(placed.get(at)));
            }
        }
        return new Crowd(rehearsed, all);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The migration of this number. */
    public String id(String number) {
        return Optional.ofNullable(ids.get(number)).orElseThrow();
    }

    /** People type what arrives, at this node, until the condition holds. */
    public void until(Server node, String what, Duration limit, BooleanSupplier condition) {
        try {
            node.process().until(what, limit, () -> {
                typeCodes(node);
                return condition.getAsBoolean();
            });
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "\nNot there yet:\n" + String.join("\n", unfinished(node)), late);
        }
    }

    public void untilCompleted(Server node, Duration limit) {
        until(node, "all complete", limit, () -> completed(node).containsAll(ids.keySet()));
    }

    /** The numbers whose migration has completed. */
    public Set<String> completed(Server node) {
        return lines(node, "status=completed").stream()
                .flatMap(line -> line.path("numbers").valueStream())
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private List<String> unfinished(Server node) {
        return lines(node, "").stream()
                .filter(line -> !line.path("status").asString().equals("completed"))
                .limit(10)
                .map(line -> rehearsed.migration(node, line.path("id").asString()))
                .map(one -> one.path("status") + " " + one.path("next") + " " + one.path("why"))
                .toList();
    }

    /** All are asked for their code, and nobody types one yet. */
    void untilAllAreAsked(Server node, Duration limit) {
        node.process().until("all are asked for their code", limit, () -> asked(node).size() == ids.size());
    }

    /** All type at once, at these nodes in turn: from now on there is work for all of them. */
    void typeAtOnce(Server... nodes) {
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<JsonNode> asked = asked(nodes[0]);
            for (int at = 0; at < asked.size(); at++) {
                JsonNode line = asked.get(at);
                Server node = nodes[at % nodes.length];
                callers.execute(() -> type(node, line));
            }
        }
    }

    private void typeCodes(Server node) {
        asked(node).forEach(line -> type(node, line));
    }

    private List<JsonNode> asked(Server node) {
        return lines(node, "status=authorizing&waitsFor=client").stream()
                .filter(line -> line.path("step").asString().equals("code-entered"))
                .toList();
    }

    private void type(Server node, JsonNode line) {
        rehearsed.enterCode(node, line.path("id").asString(), whoIsAsked(node, line));
    }

    private String whoIsAsked(Server node, JsonNode line) {
        JsonNode numbers = line.path("numbers");
        return numbers.size() == 1
                ? numbers.path(0).asString()
                : rehearsed.migration(node, line.path("id").asString()).path("next").path("number").asString("");
    }

    private List<JsonNode> lines(Server node, String filter) {
        List<JsonNode> lines = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = rehearsed.asKeyHolder(node).get("/v1/migrations?limit=100&" + filter + after).json();
            page.path("migrations").forEach(lines::add);
            after = page.path("next").isString() ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return lines.stream().filter(line -> ids.containsValue(line.path("id").asString())).toList();
    }

    /** Each number was moved by one call of each kind that took effect. */
    public void assertMovedOnce() {
        for (String call : ONCE) {
            Map<String, List<JsonNode>> calls = rehearsed.sandbox().callsByNumber(call);
            assertThat(ids.keySet()).as(call + " takes effect once for each number")
                    .allSatisfy(number -> assertThat(calls.getOrDefault(number, List.of())).as(number)
                            .filteredOn(one -> one.path("effect").asBoolean())
                            .hasSize(1));
        }
    }
}
