package dev.portway.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine, driven without a window.
 *
 * <p>Where there is none, the test that asks for it is skipped and says so; {@code ./portway test --no-skips} makes that a failure.
 */
final class Browser implements AutoCloseable {

    /** The usual places, tried in this order after {@code -Dportway.chromium} and the variable {@code CHROME}. */
    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    /** A browser under test talks to us and to nobody else: no updates, no field trials, no guesses of what the page needs next. */
    private static final List<String> QUIET = List.of("--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browser open() {
        Optional<Path> chromium = find();
        Assumptions.assumeTrue(chromium.isPresent(), "no Chromium on this machine");
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setExecutablePath(chromium.orElseThrow()).setArgs(arguments());
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** A page as on a laptop. */
    Page desktop(String language) {
        return page(language, 1280, 800);
    }

    /** A page as on a phone held upright. */
    Page phone(String language) {
        return page(language, 390, 844);
    }

    private Page page(String language, int width, int height) {
        BrowserContext context = browser.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setLocale(language).setViewportSize(width, height));
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        Stream<String> named = Stream
                .of(Optional.ofNullable(System.getProperty("portway.chromium")), Optional.ofNullable(System.getenv("CHROME")))
                .flatMap(Optional::stream);
        return Stream.concat(named, USUAL_PLACES.stream())
                .filter(place -> !place.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(QUIET);
        if (isRoot()) {
            // Chromium's own sandbox refuses to run as root.
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    private static boolean isRoot() {
        try {
            return Files.getOwner(Files.createTempFile("portway", "owner")).getName().equals("root");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
