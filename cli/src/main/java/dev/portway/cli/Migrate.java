package dev.portway.cli;

import java.io.Console;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Moves a number, and asks what only a person knows. */
@Command(name = "migrate", description = "Moves a number.", mixinStandardHelpOptions = true)
final class Migrate extends Server {
    @Parameters(paramLabel = "NUMBER", description = "With + and country code.")
    String number = "";

    @Option(names = "--from", paramLabel = "WABA", description = "The WABA it comes from.")
    @Nullable
    String from;

    @Option(names = "--access", defaultValue = "read", description = "What you may see of it: none, read, own.")
    String access = "read";

    @Option(names = "--to", paramLabel = "WABA", required = true, description = "The WABA it goes to.")
    String to = "";

    @Option(names = "--window", paramLabel = "OPENS/CLOSES", description = "When the cutover may happen: two instants, as in 2026-12-01T02:00:00Z.")
    @Nullable
    String window;

    @Option(names = "--voice", description = "The code comes by a call rather than SMS.")
    boolean voice;

    @Option(names = "--lang", paramLabel = "TAG", defaultValue = "pt-BR", description = "The language of the code's message.")
    String language = "pt-BR";

    @Option(names = "--prober", paramLabel = "NUMBER", description = "Gets one message from each side, to measure the time without sending.")
    @Nullable
    String prober;

    @Option(names = "--settling", paramLabel = "DURATION", description = "How long it is looked at afterwards (PT24H).")
    @Nullable
    String settling;

    @Option(names = "--yes", description = "Do not ask before acting.")
    boolean yes;

    @Override
    public Integer call() {
        Api api = api();
        Screen screen = json ? new Screen(System.err, false, false) : screen();
        preflight(api, screen);
        if (!yes && !agreed()) {
            throw new Told(Ended.WAITS, "Nothing was done. Answer y, or give --yes.");
        }
        String id = api.post("/v1/migrations", order()).path("id").asString();
        var done = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            if (!done.get()) {
                System.err.println("\n" + id + " goes on without you. Come back with: portway show " + id);
            }
        }));
        JsonNode migration = new Journey(api, screen).follow(id, asking -> answer(api, screen, asking));
        JsonNode report = api.get("/v1/migrations/" + id + "/report");
        done.set(Journey.ended(migration));
        if (json) {
            System.out.println(report);
        } else {
            Sentences.summary(screen, report);
        }
        return Show.code(migration);
    }

    private void preflight(Api api, Screen screen) {
        try {
            JsonNode checked = api.post("/v1/checks", Map.of("number", number, "from", source(), "to", Map.of("waba", to)));
            screen.heading("Before anything is done");
            Sentences.findings(screen, checked.path("findings"));
        } catch (Told told) {
            if (told.exitCode() == Ended.UNREACHABLE) {
                throw told;
            }
            screen.note(told.text());
        }
    }

    private Map<String, Object> source() {
        return from == null ? Map.of() : Map.of("waba", from, "access", access);
    }

    Map<String, Object> order() {
        var order = new LinkedHashMap<String, Object>(
                Map.of("route", "migrate", "number", number, "to", Map.of("waba", to), "submit", true));
        order.put("from", source());
        order.put("code", Map.of("method", voice ? "VOICE" : "SMS", "language", language.replace('-', '_')));
        if (window != null) {
            String[] span = window.split("/", 2);
            if (span.length < 2) {
                throw new Told(Ended.USAGE, "A window is two instants with a slash between: OPENS/CLOSES.");
            }
            order.put("window", Map.of("opens", span[0], "closes", span[1]));
        }
        if (prober != null) {
            order.put("prober", prober);
        }
        if (settling != null) {
            order.put("settling", settling);
        }
        return order;
    }

    private static boolean agreed() {
        return read("Move it? [y/N] ").filter(answer -> answer.strip().matches("(?i)y(es)?")).isPresent();
    }

    private static Optional<String> read(String question) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readLine("%s", question)));
    }

    /** The code is asked for here; for anything else a person has to go elsewhere, and it is looked at again meanwhile. */
    private static boolean answer(Api api, Screen screen, JsonNode migration) {
        if (!screen.isTerminal()) {
            screen.line(Sentences.next(migration));
            return false;
        }
        return !migration.path("next").path("task").asString().equals("enter-code") || enterCode(api, screen, migration);
    }

    private static boolean enterCode(Api api, Screen screen, JsonNode migration) {
        screen.line("");
        Optional<String> typed = read("The code that was sent to the phone: ");
        try {
            typed.ifPresent(code -> api.act(migration, "enter-code", Map.of("code", code.strip())));
        } catch (Told refused) {
            screen.bad(refused.text());
        }
        return typed.isPresent();
    }
}
