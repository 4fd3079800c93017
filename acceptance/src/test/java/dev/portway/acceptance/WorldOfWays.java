package dev.portway.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's world {@code routes}, with as many copies of what waits there for each way as somebody wants to walk at the same time. */
final class WorldOfWays {
    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final Path ROUTES = Repository.HOME.resolve("graph-sandbox/src/main/resources/worlds/routes.json");
    /** The client there; each copy is of a client of its own. */
    private static final String CLIENT = "510000000000011";

    private final ObjectNode world;
    private final JsonNode pattern;

    private WorldOfWays() {
        pattern = JSON.readTree(ROUTES.toFile());
        world = (ObjectNode) pattern.deepCopy();
    }

    /** The file of a world with these cases. */
    static Path with(Collection<Way.Case> cases, Path folder) {
        var world = new WorldOfWays();
        cases.forEach(world::add);
        try {
            return Files.writeString(folder.resolve("ways.json"), JSON.writeValueAsString(world.world));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Way.Case one) {
        String client = one.id("51%06d".formatted(0), "11");
        pattern.path("businesses")
                .valueStream()
                .filter(business -> business.path("id").asString().equals(CLIENT))
                .forEach(business -> copied("businesses", business).put("id", client));
        for (JsonNode waba : pattern.path("wabas")) {
            String id = waba.path("id").asString();
            if (one.copies(id)) {
                copied("wabas", waba).put("id", one.waba(last(id, 3))).put("owner", client);
                listed(one, id);
            }
        }
        for (JsonNode number : pattern.path("numbers")) {
            String national = number.path("national").asString();
            if (number.path("countryCode").asString().equals("55") && one.copiesNumber(national)) {
                number(one, number, last(national, 2));
            }
        }
        for (JsonNode template : pattern.path("templates")) {
            String waba = template.path("waba").asString();
            if (one.copies(waba)) {
                copied("templates", template).put("id", one.id("1689557", last(template.path("id").asString(), 2)))
                        .put("waba", one.waba(last(waba, 3)));
            }
        }
    }

    private void number(Way.Case one, JsonNode number, String last) {
        ObjectNode copy = copied("numbers", number).put("national", one.national(last)).put("display", one.number(last));
        copy.path("links").forEach(link -> {
            String waba = link.path("waba").asString();
            ((ObjectNode) link).put("id", one.id("106540", last)).put("waba", one.copies(waba) ? one.waba(last(waba, 3)) : waba);
        });
    }

    /** Where a token or a solution reaches the one that is copied, it reaches the copy too. */
    private void listed(Way.Case one, String waba) {
        for (String list : new String[]{"tokens", "solutions"}) {
            for (JsonNode row : world.path(list)) {
                if (row.path("wabas").valueStream().anyMatch(reached -> reached.asString().equals(waba))) {
                    ((ArrayNode) row.path("wabas")).add(one.waba(last(waba, 3)));
                }
            }
        }
    }

    private ObjectNode copied(String list, JsonNode row) {
        ObjectNode copy = (ObjectNode) row.deepCopy();
        ((ArrayNode) world.path(list)).add(copy);
        return copy;
    }

    private static String last(String id, int digits) {
        return id.substring(id.length() - digits);
    }
}
