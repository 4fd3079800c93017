package dev.portway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider's page that holds Meta's documented snippet and nothing else: only the address of the script is another. */
class SignupTest {

    /** Source: Embedded Signup, implementation, 28 Jun 2026. */
    private static final String SNIPPET = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Provider</title><link rel="icon" href="data:,"></head><body>
            <!-- SDK loading -->
            <script async defer crossorigin="anonymous" src="https://connect.facebook.net/en_US/sdk.js"></script>

            <script>
              // SDK initialization
              window.fbAsyncInit = function() {
                FB.init({
                  appId: '<APP_ID>', // your app ID goes here
                  autoLogAppEvents: true,
                  xfbml: true,
                  version: 'v24.0' // Graph API version goes here
                });
              };

              // Session logging message event listener
              window.addEventListener('message', (event) => {
                if (!event.origin.endsWith('facebook.com')) return;
                try {
                  const data = JSON.parse(event.data);
                  if (data.type === 'WA_EMBEDDED_SIGNUP') {
                    console.log('message event: ', data); // remove after testing
                    // your code goes here
                  }
                } catch {
                  console.log('message event: ', event.data); // remove after testing
                  // your code goes here
                }
              });

              // Response callback
              const fbLoginCallback = (response) => {
                if (response.authResponse) {
                  const code = response.authResponse.code;
                  console.log('response: ', code); // remove after testing
                  // your code goes here
                } else {
                  console.log('response: ', response); // remove after testing
                  // your code goes here
                }
              }

              // Launch method and callback registration
              const launchWhatsAppSignup = () => {
                FB.login(fbLoginCallback, {
                  config_id: '<CONFIGURATION_ID>', // your configuration ID goes here
                  response_type: 'code',
                  override_default_response_type: true,
                  extras: {
                    setup: {},
                  }
                });
              }
            </script>

            <!-- Launch button -->
            <button onclick="launchWhatsAppSignup()" style="background-color: #1877f2; border: 0; border-radius: 4px; color: #fff; cursor: pointer; font-family: Helvetica, Arial, sans-serif; font-size: 16px; font-weight: bold; height: 40px; padding: 0 24px;">Login with Facebook</button>
            </body></html>
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private HttpServer provider;
    private Browser browser;
    private Page page;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<List<JsonNode>> logged = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() throws IOException {
        browser = Browser.open();
        sandbox = Sandbox.start(folder);
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] snippet = SNIPPET
                .replace("https://connect.facebook.net/en_US/sdk.js", "http://127.0.0.1:" + sandbox.port() + "/sandbox/sdk.js")
                .replace("<APP_ID>", sandbox.env().path("appId").asString())
                .replace("<CONFIGURATION_ID>", "771000000000001")
                .getBytes(StandardCharsets.UTF_8);
        provider.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, snippet.length);
            try (var body = exchange.getResponseBody()) {
                body.write(snippet);
            }
        });
        provider.start();
        page = browser.desktop("en");
        page.onConsoleMessage(this::heard);
        page.navigate("http://localhost:" + provider.getAddress().getPort() + "/");
        page.waitForFunction("() => window.FB");
    }

    @AfterEach
    void close() {
        provider.stop(0);
        browser.close();
        sandbox.close();
    }

    private void heard(ConsoleMessage line) {
        said.add(line.text());
        logged.add(line.args().stream().map(arg -> JSON.<JsonNode>valueToTree(arg.jsonValue())).toList());
    }

    /** What the snippet logged under this name, as soon as it did. */
    private JsonNode heard(String name) {
        page.waitForCondition(() -> logged.stream().anyMatch(args -> args.getFirst().asString("").equals(name)));
        return logged.stream().filter(args -> args.getFirst().asString("").equals(name)).findFirst().orElseThrow().get(1);
    }

    private Page window() {
        return page.waitForPopup(() -> page.click("text=Login with Facebook"));
    }

    static void go(Page window, String button) {
        window.click("button:has-text('" + button + "')");
    }

    static void toNumber(Page window) {
        go(window, "Continue");
        go(window, "Continue");
        window.check("text=Padaria Aurora Ltda");
        go(window, "Continue");
        go(window, "Continue");
        window.fill("#wabaName", "Aurora Nova");
        window.fill("#displayName", "Aurora");
        go(window, "Continue");
    }

    @Test
    void client_goesThroughTheWindowAndThePageHasIdsAndACode() {
        Page window = window();
        toNumber(window);
        window.fill("#number", "+55 11 95555-0001");
        go(window, "Send the code");
        window.waitForSelector("#code");
        window.fill("#code", sandbox.newestCode("+5511955550001").orElseThrow());
        go(window, "Verify");
        go(window, "Confirm");
        go(window, "Finish");

        JsonNode message = heard("message event: ");
        assertThat(message.path("event").asString()).isEqualTo("FINISH");
        String number = message.path("data").path("phone_number_id").asString();
        String code = heard("response: ").asString();
        assertThat(said).hasSize(2).first().asString().startsWith("message event: ");
        assertThat(window.isClosed()).isTrue();
        assertThat(read("/v26.0/" + number + "?fields=code_verification_status,display_phone_number&access_token=" + token(code)))
                .contains("VERIFIED", "+55 11 95555-0001");
    }

    private String token(String code) {
        JsonNode env = sandbox.env();
        return sandbox.http()
                .get("/v26.0/oauth/access_token?client_id=" + env.path("appId").asString() + "&client_secret="
                        + env.path("appSecret").asString()
                        + "&code=" + code)
                .json()
                .path("access_token")
                .asString();
    }

    private String read(String path) {
        return sandbox.http().get(path).body();
    }

    @Test
    void windowClosed_isACancelAtThatStep() {
        Page window = window();
        toNumber(window);
        window.waitForSelector("#number");
        window.waitForLoadState();
        window.close();

        assertThat(heard("message event: ").path("event").asString()).isEqualTo("CANCEL");
        assertThat(heard("message event: ").path("data").path("current_step").asString()).isEqualTo("PHONE_NUMBER_SETUP");
        assertThat(heard("response: ").path("status").asString()).isEqualTo("unknown");
    }

    @Test
    void problem_isReportedFromTheWindow() {
        Page window = window();
        toNumber(window);
        window.fill("#number", "+55 11 98765-0008");
        go(window, "Send the code");
        go(window, "Report this problem");

        assertThat(heard("message event: ").path("data").path("error_message").asString()).isNotEmpty();
    }
}
