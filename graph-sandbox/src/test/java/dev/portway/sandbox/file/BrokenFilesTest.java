package dev.portway.sandbox.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever stands in a world file: it is read, or told to be wrong at its place. Never anything else. */
class BrokenFilesTest {

    private static final List<JsonNode> VALUES = List.of(value("null"), value("true"), value("5"), value("-1.5"), value("\"\""),
            value("\"x\""),
            value("\"P1D\""), value("[]"), value("[5]"), value("[null]"), value("[{}]"), value("{}"), value("{\"x\":5}"),
            value("{\"x\":\"y\"}"),
            value("{\"x\":null}"));

    /** A list, perhaps a row of it, perhaps a fact of that; then what is wrong. */
    private static final String PLACE = "\\w+(\\[\\d+])?(\\.[\\w-]+(\\[\\d+])?)* .+";

    private static JsonNode value(String json) {
        return Json.parse(json).orElseThrow();
    }

    static Stream<String> lists() {
        return Stream.concat(WorldFile.OTHERS.stream(), WorldFile.ROWS.stream().map(Rows::name));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anyValueAnywhere_isReadOrToldByItsPlace(String list) {
        ObjectNode whole = filled();
        for (JsonNode value : VALUES) {
            tried(whole, list, value);
            if (whole.get(list) instanceof ArrayNode rows && rows.get(0) instanceof ObjectNode row) {
                inRow(whole, row, value);
            }
        }
    }

    private static void inRow(ObjectNode whole, ObjectNode row, JsonNode value) {
        for (String fact : new ArrayList<>(row.propertyNames())) {
            JsonNode before = row.get(fact);
            row.set(fact, value);
            check(whole);
            row.set(fact, before);
            if (before instanceof ArrayNode inner && inner.size() > 0 && inner.get(0) instanceof ObjectNode innerRow) {
                inRow(whole, innerRow, value);
            }
        }
    }

    private static void tried(ObjectNode whole, String name, JsonNode value) {
        JsonNode before = whole.get(name);
        whole.set(name, value);
        check(whole);
        whole.set(name, before);
    }

    /** What is read can be saved, too. */
    private static void check(ObjectNode file) {
        World world = new World(SandboxClock.ofMachine());
        try {
            WorldFile.of(Json.parse(Json.text(file)).orElseThrow()).into(world);
            assertThat(WorldFile.save(world).size()).isPositive();
        } catch (BrokenWorld broken) {
            assertThat(broken.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem).matches(PLACE));
        }
    }

    /** A small world that says something in every list. */
    private static ObjectNode filled() {
        World world = new World(SandboxClock.ofMachine());
        ShippedWorlds.named("empty").into(world);
        ObjectNode file = WorldFile.save(world);
        add(file, "people", "{'id':'1','name':'A','email':'a@b','business':'510000000000001','financePermission':'EDITOR'}");
        add(file, "paymentMethods", "{'id':'1','kind':'CARD','business':'510000000000001'}");
        add(file, "allocations", "{'id':'2','creditLine':'620000000000001','waba':'200000000000001',"
                + "'receivingBusiness':'510000000000001','fundingId':'1','currency':'BRL'}");
        add(file, "signupCodes", "{'code':'c','app':'634974688087001','waba':'200000000000001','expiresAt':'PT1M','used':true}");
        add(file, "numbers", "{'countryCode':'55','national':'11987650001','code':{'digits':'1','link':'9','expiresAt':'PT1M'},"
                + "'inbox':[{'id':'1','code':'123456','at':'-PT1M'}],'openWindows':{'55':'-PT1H'},"
                + "'links':[{'id':'9','waba':'200000000000001','profile':{'about':'x'},'settings':{'calling':{}}}]}");
        add(file, "templates", "{'id':'8','waba':'200000000000001','name':'n','language':'l','category':'UTILITY','components':[{}]}");
        add(file, "flows", "{'id':'7','waba':'200000000000001','name':'f','categories':['OTHER']}");
        return file;
    }

    private static void add(ObjectNode file, String list, String row) {
        ((ArrayNode) file.get(list)).add(value(row.replace('\'', '"')));
    }

    @Test
    void exampleOfThePage_canBeRead() {
        World world = new World(SandboxClock.ofMachine());
        String page = WorldDocumentTest.HEAD;
        String example = page.substring(page.indexOf("```json") + 7, page.lastIndexOf("```"));
        WorldFile.of(example.getBytes(StandardCharsets.UTF_8)).into(world);
        assertThat(world.lines).hasSize(1);
    }
}
