package dev.portway.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Guest links of a migration: somebody without an account answers one thing by an address. */
@Command(name = "link", mixinStandardHelpOptions = true, subcommands = {Link.Make.class, Link.Listed.class, Link.Revoke.class})
final class Link {
    private static String links(String id) {
        return "/v1/migrations/" + id + "/guest-links";
    }

    /** One for whatever the migration waits for, or for a check. */
    @Command(name = "make", mixinStandardHelpOptions = true)
    static final class Make extends ServerCommand {
        @Parameters(paramLabel = "ID", descriptionKey = "id")
        String id = "";

        @Option(names = "--to", paramLabel = "NAME", required = true)
        String to = "";

        @Option(names = "--task", paramLabel = "TASK")
        @Nullable
        String task;

        @Option(names = "--check", paramLabel = "CHECK")
        @Nullable
        String check;

        @Option(names = "--number", paramLabel = "NUMBER")
        @Nullable
        String number;

        @Option(names = "--reason", paramLabel = "TEXT")
        @Nullable
        String reason;

        @Option(names = "--for", paramLabel = "DURATION")
        @Nullable
        String validFor;

        @Override
        public Integer call() {
            JsonNode link = api().post(links(id), wish());
            if (json) {
                System.out.println(link);
                return Ended.COMPLETED;
            }
            Sentences sentences = sentences(screen());
            sentences.screen()
                    .line(sentences.texts()
                            .say("link.made", "to", link.path("to").asString(), "asks",
                                    link.path("text").asString(), "until", sentences.time(link.path("expiresAt").asString(""))));
            System.out.println(link.path("url").asString());
            return Ended.COMPLETED;
        }

        private Map<String, String> wish() {
            var wish = new LinkedHashMap<String, String>();
            wish.put("to", to);
            put(wish, "task", task);
            put(wish, "check", check);
            put(wish, "number", number);
            put(wish, "reason", reason);
            put(wish, "validFor", validFor);
            return wish;
        }

        private static void put(Map<String, String> wish, String name, @Nullable String value) {
            if (value != null) {
                wish.put(name, value);
            }
        }
    }

    /** All that were made. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class Listed extends ServerCommand {
        @Parameters(paramLabel = "ID", descriptionKey = "id")
        String id = "";

        @Override
        public Integer call() {
            JsonNode links = api().get(links(id)).path("links");
            if (json) {
                System.out.println(links);
                return Ended.COMPLETED;
            }
            Sentences sentences = sentences(screen());
            if (links.isEmpty()) {
                sentences.screen().line(sentences.texts().say("link.none"));
            }
            links.forEach(link -> line(sentences, link));
            return Ended.COMPLETED;
        }

        private static void line(Sentences sentences, JsonNode link) {
            String number = link.path("number").asString("");
            String asks = link.path("text").asString() + (number.isEmpty() ? "" : " " + number);
            sentences.screen()
                    .line(sentences.texts()
                            .say("link.line", "id", link.path("id").asString(), "state", link.path("stateText").asString(), "to",
                                    link.path("to").asString(), "asks", asks));
            String because = link.path("refusedBecause").asString("");
            if (!because.isEmpty()) {
                String said = sentences.texts().say("link.said-" + because);
                String words = Screen.inOneLine(link.path("refusedWords").asString(""));
                sentences.screen().note(words.isEmpty() ? said : said + ": " + words);
            }
        }
    }

    /** Its address opens nothing from then on. */
    @Command(name = "revoke", mixinStandardHelpOptions = true)
    static final class Revoke extends ServerCommand {
        @Parameters(paramLabel = "ID", descriptionKey = "id")
        String id = "";

        @Parameters(paramLabel = "LINK", descriptionKey = "link")
        String link = "";

        @Override
        public Integer call() {
            JsonNode revoked = api().delete(links(id) + "/" + link);
            System.out.println(json ? revoked.toString() : texts().say("link.revoked", "to", revoked.path("to").asString()));
            return Ended.COMPLETED;
        }
    }
}
