package dev.portway.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** What every command does that moves numbers: looks first, places the order, and asks what only a person knows until it ends. */
abstract class Moving extends ServerCommand {
    @Option(names = "--yes")
    boolean yes;

    /** What is to be moved, as the API asks for it. */
    abstract Map<String, Object> asked();

    /** How an ownership code comes, where the route needs one. */
    abstract Map<String, String> code();

    /** What is placed. */
    Map<String, Object> order() {
        var order = new LinkedHashMap<>(asked());
        order.put("submit", true);
        return order;
    }

    @Override
    public Integer call() {
        Map<String, Object> order = order();
        Api api = api();
        Screen screen = json ? new Screen(System.err, false, false) : screen();
        Sentences sentences = sentences(screen);
        Texts texts = sentences.texts();
        preflight(api, sentences);
        if (!yes && !texts.means(Person.read(texts.say("agree")), "yes")) {
            throw new Told(Ended.WAITS, texts.say("nothing-done"));
        }
        String id = api.post("/v1/migrations", order).path("id").asString();
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
            JsonNode checked = api.post("/v1/checks", asked());
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
}
