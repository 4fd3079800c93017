package dev.portway.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Moves a number, and asks what only a person knows. */
@Command(name = "migrate", mixinStandardHelpOptions = true)
final class Migrate extends ServerCommand {
    @Mixin
    final Move move = new Move();

    @Option(names = "--window", paramLabel = "OPENS/CLOSES")
    @Nullable
    String window;

    @Option(names = "--voice")
    boolean voice;

    @Option(names = "--prober", paramLabel = "NUMBER")
    @Nullable
    String prober;

    @Option(names = "--settling", paramLabel = "DURATION")
    @Nullable
    String settling;

    @Option(names = "--yes")
    boolean yes;

    @Override
    public Integer call() {
        Api api = api();
        Screen screen = json ? new Screen(System.err, false, false) : screen();
        Sentences sentences = sentences(screen);
        Texts texts = sentences.texts();
        preflight(api, sentences);
        if (!yes && !texts.means(Person.read(texts.say("agree")), "yes")) {
            throw new Told(Ended.WAITS, texts.say("nothing-done"));
        }
        String id = api.post("/v1/migrations", order()).path("id").asString();
        var done = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            if (!done.get()) {
                System.err.println("\n" + texts.say("comes-back", "id", id));
            }
        }));
        JsonNode migration = new Journey(api, sentences).follow(id, new Person(api, sentences, code()));
        JsonNode report = api.get("/v1/migrations/" + id + "/report");
        done.set(Journey.ended(migration));
        if (json) {
            System.out.println(report);
        } else {
            sentences.summary(report);
        }
        return Show.code(migration);
    }

    private void preflight(Api api, Sentences sentences) {
        try {
            JsonNode checked = api.post("/v1/checks", move.asked());
            sentences.screen().heading(sentences.texts().say("findings"));
            sentences.checked(checked);
        } catch (Told told) {
            // Nobody is asked about what was not seen. Who said yes beforehand has it placed all the same when it can be seen later: it waits until then.
            if (!yes || !told.passes()) {
                throw told;
            }
            sentences.screen().bad(told.text());
        }
    }

    private Map<String, String> code() {
        return Map.of("method", voice ? "VOICE" : "SMS", "language", texts().codeLanguage());
    }

    Map<String, Object> order() {
        var order = new LinkedHashMap<String, Object>(move.asked());
        order.put("route", "migrate");
        order.put("submit", true);
        order.put("code", code());
        if (window != null) {
            String[] span = window.split("/", 2);
            if (span.length < 2) {
                throw new Told(Ended.USAGE, texts().say("window"));
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
}
