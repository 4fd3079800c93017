package dev.portway.api;

import static dev.portway.api.Moves.READER;
import static dev.portway.api.Moves.SERVER;
import static dev.portway.api.Moves.WRITER;
import static dev.portway.api.Moves.act;
import static dev.portway.api.Moves.code;
import static dev.portway.api.Moves.keyed;
import static dev.portway.api.Moves.order;
import static dev.portway.api.Moves.untilAsked;
import static dev.portway.api.Moves.untilStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.GeneratedDoc;
import dev.portway.account.Scope;
import dev.portway.intake.Asked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The document that describes the API says what the API does: {@link Contract} holds every answer of every test here against it. */
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void document_isToldToAnybody() {
        Asking.Answer answer = SERVER.nobody().get("/openapi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(Contract.DOCUMENT);
        assertThat(answer.json().path("openapi").asString()).startsWith("3.1");
    }

    @Test
    void everyRouteOfTheApplication_isInTheDocument_andTheReverse() {
        Set<String> documented = new TreeSet<>();
        Contract.DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().forEach(method -> documented.add(method + " " + path.getKey())));
        Set<String> served = new TreeSet<>();
        SERVER.controllers().forEach(bean -> routes(bean, served));

        assertThat(documented).isEqualTo(served);
    }

    private static void routes(Object bean, Set<String> served) {
        Class<?> type = ClassUtils.getUserClass(bean);
        RequestMapping whole = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        String home = whole == null || whole.path().length == 0 ? "" : whole.path()[0];
        Stream.of(type.getDeclaredMethods()).forEach(method -> {
            RequestMapping route = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
            String path = route == null ? "" : home + (route.path().length == 0 ? "" : route.path()[0]);
            if (route != null && path.startsWith("/v1")) {
                Stream.of(route.method()).forEach(verb -> served.add(verb.name().toLowerCase(java.util.Locale.ROOT) + " " + path));
            }
        });
    }

    private static Stream<JsonNode> operations() {
        return Contract.DOCUMENT.path("paths").valueStream().flatMap(JsonNode::valueStream);
    }

    @Test
    void everyExample_fitsItsSchema() {
        operations().forEach(operation -> {
            assertThat(operation.path("summary").asString()).isNotBlank();
            Stream.concat(operation.path("requestBody").path("content").valueStream(),
                    operation.path("responses").valueStream().flatMap(answer -> answer.path("content").valueStream()))
                    .filter(content -> !content.path("schema").has("description"))
                    .forEach(content -> {
                        assertThat(content.path("example").isContainer()).as(operation.path("operationId") + " has an example").isTrue();
                        assertThat(Contract.misfits(content.path("schema"), content.path("example")))
                                .as(operation.path("operationId").asString())
                                .isEmpty();
                    });
        });
    }

    @Test
    void schema_refusesWhatIsNotThere_andWhatIsMissing() {
        JsonNode page = JSON.readTree("{\"$ref\":\"#/components/schemas/Page\"}");

        assertThat(Contract.misfits(page, JSON.readTree("{\"migrations\":[],\"next\":null}"))).isEmpty();
        assertThat(Contract.misfits(page, JSON.readTree("{\"migrations\":[]}"))).isNotEmpty();
        assertThat(Contract.misfits(page, JSON.readTree("{\"migrations\":[],\"next\":null,\"more\":1}"))).isNotEmpty();
        assertThat(Contract.misfits(page, JSON.readTree("{\"migrations\":[{}],\"next\":null}"))).isNotEmpty();
        assertThat(Contract.misfits(page, JSON.readTree("{\"migrations\":null,\"next\":null}"))).isNotEmpty();
    }

    @Test
    void orderOfTheExample_isOneThatIsTaken() {
        JsonNode example = operations().filter(one -> one.path("operationId").asString().equals("placeMigration"))
                .findFirst()
                .orElseThrow()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");

        assertThat(Bodies.parse(example.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8), Asked.class)).isNotNull();
    }

    /** Written anew with {@code -Dportway.docs=write}: each is an answer that was really given, its lists cut short. */
    @Test
    void examples_areAnswersThatWereGiven() {
        Map<String, Object> order = new TreeMap<>(order(SERVER.number(), "prober", SERVER.env("testerNumber")));
        order.put("submit", true);
        order.put("from", new TreeMap<>(Map.of("waba", SERVER.env("sourceWabaId"), "access", "own")));
        order.put("code", new TreeMap<>(Map.of("method", "SMS", "language", "pt_BR")));
        var given = new LinkedHashMap<String, JsonNode>();
        given.put("order", JSON.valueToTree(order));
        given.put("input", JSON.readTree("{\"code\":\"123456\"}"));
        given.put("check", WRITER.post("/v1/checks", order).json());
        Map<String, Object> route = new TreeMap<>(Map.of("number", order.get("number"), "answers", new TreeMap<>(Map.of("wish", "come"))));
        List.of("from", "to").forEach(side -> route.put(side, order.get(side)));
        given.put("route", JSON.valueToTree(route));
        given.put("findRoute", WRITER.post("/v1/route-finder", route).json());
        given.put("guestLink", JSON.valueToTree(
                new TreeMap<>(Map.of("to", "Maria Souza", "reason", "We would like to move the number on Friday.", "validFor", "P7D"))));
        JsonNode placed = keyed(WRITER).post("/v1/migrations", order).json();
        given.put("placeMigration", placed);
        String id = placed.path("id").asString();
        String one = "/v1/migrations/" + id;
        untilAsked(id, "enter-code");
        given.put("getMigration", READER.get(one).json());
        JsonNode link = WRITER.post(one + "/guest-links", given.get("guestLink")).json();
        given.put("makeGuestLink", withoutToken(link));
        given.put("listGuestLinks", READER.get(one + "/guest-links").json());
        given.put("revokeGuestLink", WRITER.send("DELETE", one + "/guest-links/" + link.path("id").asString(), "").json());
        given.put("act", act(id, "enter-code", Map.of("code", code(placed.path("numbers").path(0).asString()))).json());
        untilStatus(id, "completed");
        given.put("getReport", READER.get(one + "/report").json());
        given.put("listEvents", READER.get(one + "/events").json());
        given.put("listAttempts", READER.get(one + "/attempts").json());
        String granted = "/v1/migrations/" + FindingsApiTest.granted() + "/findings";
        given.put("compareFindings", READER.get(granted + "/changes").json());
        given.put("listFindings", READER.get(granted + "/history?limit=2").json());
        given.put("findProblems", READER.get("/v1/problems?q=133016").json());
        given.put("getProblem", READER.get("/v1/problems/two-step-on").json());
        Asking admin = SERVER.as(RunningServer.HERE, Scope.ADMIN);
        given.put("setUp", JSON.valueToTree(
                new TreeMap<>(Map.of("version", admin.get("/v1/set-up").json().path("version").asInt(), "creditLine", "yes"))));
        given.put("setSetUp", admin.send("PUT", "/v1/set-up", given.get("setUp")).json());
        given.put("getSetUp", admin.get("/v1/set-up").json());
        SetUpApiTest.leftToTheServer(admin);
        given.put("listMigrations", READER.get("/v1/migrations?limit=1").json());

        assertThat(given.values()).allSatisfy(answer -> assertThat(answer.isObject()).isTrue());
        if ("write".equals(System.getProperty("portway.docs"))) {
            given.forEach((name, answer) -> new GeneratedDoc("server/src/main/resources/openapi/" + name + ".json")
                    .reads(JSON.writeValueAsString(shortened(answer)).replaceAll("http://127.0.0.1:[0-9]+", "https://graph.facebook.com")
                            + "\n"));
        }
    }

    private static JsonNode withoutToken(JsonNode link) {
        return JSON.readTree(link.toString().replaceAll("http://[^\"]+/g/\\w+", "https://portway.example/g/TOKEN"));
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode list) {
            while (list.size() > 2) {
                list.remove(list.size() - 1);
            }
        }
        node.forEach(OpenApiTest::shortened);
        return node;
    }

    @Test
    void pageForPeople_needsNothingFromElsewhere_andNoScriptInside() {
        Asking.Answer page = SERVER.nobody().get("/docs");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'").doesNotContain("unsafe-eval", "script-src");
        assertThat(page.body()).doesNotContain("http://", "https://", "<script>", "onclick");
        java.util.regex.Pattern.compile("(?:src|href)=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .forEach(part -> {
                    Asking.Answer loaded = SERVER.nobody().get(part);
                    assertThat(loaded.status()).as(part).isEqualTo(200);
                    assertThat(loaded.body()).isNotBlank();
                });
    }
}
