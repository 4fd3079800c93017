package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client signs up in Meta's window, opened from Portway's own page on a phone: left in the middle, taken up again, and carried to the end of the route. */
class SignUpPageTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PASSWORD = "cavalo bateria grampo correto";

    @TempDir
    Path folder;

    private Rehearsed rehearsed;
    private Server server;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        rehearsed = Rehearsed.start(folder);
        rehearsed.twoStepOff();
        var here = new LinkedHashMap<String, Object>();
        new JsonMapper().readTree(Files.readString(rehearsed.bootstrap()))
                .properties()
                .forEach(part -> here.put(part.getKey(), part.getValue()));
        here.put("operator", Map.of("name", "ana", "password", PASSWORD));
        Files.writeString(rehearsed.bootstrap(), new JsonMapper().writeValueAsString(here));
        server = rehearsed.server();
    }

    @AfterEach
    void stop() {
        server.close();
        rehearsed.close();
    }

    @Test
    void windowIsLeft_andTakenUpAgain_andTheNumberArrives() {
        String id = ordered();
        rehearsed.untilAsked(server, id, "sign-up");
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser.phone("en"));
            page.navigate(address("/migrations/" + id + "/sign-up"));
            page.waitForSelector("#sign-up-open:enabled");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isEqualTo(true);

            leave(page);
            page.waitForURL(address("/migrations/" + id + "?told=sign-up"));
            assertThat(said(id)).as("where the client left is told").contains("PHONE_NUMBER_SETUP");
            page.navigate(address("/migrations/" + id + "/sign-up"));
            assertThat(page.locator(".notice").first().textContent()).as("it may be taken up again").isNotBlank();

            page.waitForSelector("#sign-up-open:enabled");
            finish(page);
            page.waitForURL(address("/migrations/" + id + "?told=sign-up"));
        }
        completed(id);
        assertThat(rehearsed.registers("&effect=true")).isEqualTo(1);
        assertThat(complaints).as("what the browser complained of, the content policy for one").isEmpty();
    }

    @Test
    void clientWithoutAccount_signsUpByALink_leavesAndGoesOn() {
        String id = ordered();
        rehearsed.untilAsked(server, id, "sign-up");
        Http.Answer made = rehearsed.asKeyHolder(server).post("/v1/migrations/" + id + "/guest-links", Map.of("to", "Maria Souza"));
        try (Browser browser = Browser.open()) {
            Page page = watched(browser.phone("en"));
            page.navigate(made.json().path("url").asString());
            page.waitForSelector("#sign-up-open:enabled");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).isEqualTo(true);

            leave(page);
            page.waitForSelector(".notice");
            assertThat(page.locator(".notice").textContent()).as("where they left").contains("at the number");
            page.waitForSelector("#sign-up-open:enabled");
            finish(page);
            page.waitForSelector("main [role=status] h1");
        }
        completed(id);
        assertThat(rehearsed.registers("&effect=true")).isEqualTo(1);
        assertThat(complaints).as("what the browser complained of, the content policy for one").isEmpty();
    }

    private String ordered() {
        Http.Answer placed = rehearsed.asKeyHolder(server)
                .post("/v1/migrations", Map.of("route", "signup", "number", rehearsed.number(), "from",
                        Map.of("waba", rehearsed.env().path("sourceWabaId").asString(), "access", "read"), "settling", "PT1S", "submit",
                        true));
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        return placed.json().path("id").asString();
    }

    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private Page signedIn(Page page) {
        watched(page);
        page.navigate(address("/"));
        page.fill("#username", "ana");
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL("**/migrations");
        return page;
    }

    /** Closes the window at the page of the number. */
    private static void leave(Page page) {
        Page window = toNumber(page);
        window.close();
    }

    private void finish(Page page) {
        Page window = toNumber(page);
        window.fill("#number", rehearsed.number());
        SignupTest.go(window, "Send the code");
        window.waitForSelector("#code");
        window.fill("#code", rehearsed.sandbox().newestCode(rehearsed.number()).orElseThrow());
        SignupTest.go(window, "Verify");
        SignupTest.go(window, "Confirm");
        SignupTest.go(window, "Finish");
    }

    private static Page toNumber(Page page) {
        Page window = page.waitForPopup(() -> page.click("#sign-up-open"));
        SignupTest.toNumber(window);
        window.waitForSelector("#number");
        window.waitForLoadState();
        return window;
    }

    private String said(String id) {
        return rehearsed.asKeyHolder(server).get("/v1/migrations/" + id).body();
    }

    /** Whatever is asked after it is said. */
    private void completed(String id) {
        try {
            server.process().until("it completes", LIMIT, () -> {
                JsonNode migration = rehearsed.migration(server, id);
                String actions = "/v1/migrations/" + id + "/actions/";
                switch (migration.path("next").path("task").asString("")) {
                    case "set-up-payment" ->
                        rehearsed.asKeyHolder(server).post(actions + "state", Map.of("check", "payment-at-destination"));
                    case "confirm-two-step-off" -> rehearsed.asKeyHolder(server).post(actions + "state", Map.of("check", "two-step-off"));
                    default -> {
                        // It goes on by itself.
                    }
                }
                return migration.path("status").asString().equals("completed");
            });
        } catch (AssertionError never) {
            throw new AssertionError(said(id), never);
        }
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }
}
