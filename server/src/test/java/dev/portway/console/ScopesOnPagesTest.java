package dev.portway.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.Serving;
import dev.portway.Visitor;
import dev.portway.account.Providers;
import dev.portway.account.Scope;
import dev.portway.account.Users;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Proving;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.route.Routes;
import dev.portway.runner.Desk;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What people of each scope may open and send in the console, and what they are offered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScopesOnPagesTest {
    private static final ProviderId HERE = new ProviderId("scopes");

    /** Whoever adds a page says here whose it is. */
    private static final Map<String, Scope> PAGES = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /", Scope.READ),
            Map.entry("GET /migrations", Scope.READ),
            Map.entry("GET /migrations/{id}", Scope.READ),
            Map.entry("GET /migrations/{id}/stream", Scope.READ),
            Map.entry("GET /migrations/{id}/report", Scope.READ),
            Map.entry("GET /migrations/{id}/export", Scope.READ),
            Map.entry("GET /migrations/{id}/support-bundle", Scope.READ),
            Map.entry("GET /migrations/{id}/guest-links", Scope.READ),
            Map.entry("GET /explain", Scope.READ),
            Map.entry("POST /explain", Scope.READ),
            Map.entry("GET /password", Scope.READ),
            Map.entry("POST /password", Scope.READ),
            Map.entry("GET /migrations/new", Scope.WRITE),
            Map.entry("POST /migrations/new", Scope.WRITE),
            Map.entry("GET /migrations/route", Scope.WRITE),
            Map.entry("GET /migrations/route/start", Scope.WRITE),
            Map.entry("GET /migrations/{id}/withdraw", Scope.WRITE),
            Map.entry("GET /migrations/{id}/sign-up", Scope.WRITE),
            Map.entry("GET /migrations/{id}/actions/{action}", Scope.READ),
            Map.entry("POST /migrations/{id}/actions/{action}", Scope.WRITE),
            Map.entry("POST /migrations/{id}/guest-links", Scope.WRITE),
            Map.entry("POST /migrations/{id}/guest-links/{link}/revoke", Scope.WRITE),
            Map.entry("GET /set-up", Scope.ADMIN),
            Map.entry("POST /set-up", Scope.ADMIN)));

    /** Behind other doors, or none. */
    private static final String ELSEWHERE = "[A-Z]+ /(v1|g|webhooks|docs|openapi|problems|health|error|sign-in|swagger-ui)(/.*)?";

    private final Serving serving = Serving.shared();
    private final Map<Scope, Visitor> people = new EnumMap<>(Scope.class);

    @BeforeAll
    void serve() {
        serving.bean(Providers.class).addUnlessThere(new Providers.Provider(HERE, "Scopes"));
        for (Scope scope : Scope.values()) {
            serving.bean(Users.class).add(HERE, scope.word() + ".scopes", scope, new Secret("correct horse battery"));
            Visitor one = browser();
            one.signIn(scope.word() + ".scopes", "correct horse battery");
            people.put(scope, one);
        }
    }

    private Visitor browser() {
        return new Visitor(serving.uri(), Map.of("Accept-Language", "pt-BR", "Accept", "text/html"));
    }

    private Visitor person(Scope scope) {
        return Objects.requireNonNull(people.get(scope));
    }

    @Test
    void everyPage_hasAScope() {
        var served = serving.beans(RequestMappingHandlerMapping.class)
                .stream()
                .filter(mapping -> mapping.getClass() == RequestMappingHandlerMapping.class)
                .findFirst()
                .orElseThrow()
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(info -> info.getPatternValues()
                        .stream()
                        .flatMap(path -> methods(info.getMethodsCondition().getMethods().stream()).map(method -> method + " " + path)))
                .filter(one -> !one.matches(ELSEWHERE))
                .collect(Collectors.toSet());

        assertThat(served).isEqualTo(PAGES.keySet());
    }

    /** One that names no method takes all. */
    private static Stream<String> methods(Stream<RequestMethod> named) {
        List<String> all = named.map(Enum::name).toList();
        return all.isEmpty() ? Stream.of("GET", "POST") : all.stream();
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void page_opensForItsScopeAndThoseAbove_andForNobodyElse(Scope scope) {
        Visitor one = person(scope);
        Map<String, String> token = Map.of("_csrf", one.get("/explain").form("/explain").getOrDefault("_csrf", ""));

        PAGES.forEach((page, needed) -> {
            String path = page.substring(page.indexOf('/')).replaceAll("\\{[a-z]+}", "nothing");
            Visitor.Answer answer = page.startsWith("GET") ? one.get(path) : one.post(path, token);
            if (needed.compareTo(scope) > 0) {
                assertThat(answer.status()).as(page).isEqualTo(403);
                assertThat(answer.body()).as(page).contains("Seu acesso não cobre isto", scope.word() + ".scopes");
            } else {
                assertThat(answer.status()).as(page).isNotIn(401, 403);
                assertThat(answer.location()).as(page).doesNotContain("/sign-in");
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"pt-BR, Seu acesso não cobre isto", "en, Your access does not cover this", "es, Su acceso no cubre esto"})
    void refusal_isAPageInTheReadersLanguage(String language, String said) {
        Visitor reader = person(Scope.READ).copy();
        reader.get("/explain?lang=" + language);
        Map<String, String> token = Map.of("_csrf", reader.get("/explain").form("/explain").getOrDefault("_csrf", ""));

        Visitor.Answer refused = reader.post("/migrations/new", token);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains(said, "<html lang=\"" + language);
    }

    @Test
    void reader_isOfferedNothingThatWouldBeRefused() {
        String home = home();

        for (String page : List.of("/migrations", home, home + "/guest-links", "/explain", home + "/report")) {
            String body = person(Scope.READ).get(page).body();
            assertThat(body).as(page)
                    .doesNotContain("/actions/", "/migrations/new", "/migrations/route", "/withdraw\"", "\"/set-up\"", "/revoke\"",
                            "form class=\"stack\" method=\"post\"");
        }
        assertThat(person(Scope.READ).get(home).body()).contains("Seu acesso é só para consulta", "Você pode ver tudo");
        assertThat(person(Scope.WRITE).get(home).body()).contains("/actions/submit", "/withdraw\"", "/migrations/new")
                .doesNotContain("\"/set-up\"");
        assertThat(person(Scope.ADMIN).get(home).body()).contains("/actions/submit", "\"/set-up\"");
    }

    @Test
    void otherScope_holdsFromTheNextClickOn() {
        var users = serving.bean(Users.class);
        users.add(HERE, "changing.scopes", Scope.READ, new Secret("correct horse battery"));
        Visitor one = browser();
        one.signIn("changing.scopes", "correct horse battery");
        assertThat(one.get("/migrations/new").status()).isEqualTo(403);

        users.allow(HERE, "Changing.Scopes", Scope.WRITE);
        assertThat(one.get("/migrations/new").status()).isEqualTo(200);

        assertThat(users.allow(new ProviderId("here"), "changing.scopes", Scope.ADMIN)).as("another provider's").isFalse();
        users.allow(HERE, "changing.scopes", Scope.READ);
        assertThat(one.get("/migrations/new").status()).isEqualTo(403);
    }

    private String home() {
        var order = new Order(List.of(new PhoneNumber("+5511970000077")), Optional.of(new WabaId("102290129340001")), SourceAccess.NONE,
                Optional.of(new WabaId("102290129340002")), Proving.BEFORE_WINDOW, Order.SETTLING, Order.PATIENCE, Optional.empty());
        var placed = serving.bean(Desk.class).place(HERE, Routes.named("migrate").orElseThrow(), order, List.of(), Source.person("ana"));
        return "/migrations/" + (placed instanceof Desk.Placed.New(var card)
                ? card.migration().id()
                : ((Desk.Placed.NumberBusy) placed).by());
    }
}
