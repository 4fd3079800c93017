package dev.portway.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Does what a task asks for, from a script or for somebody who is not at a terminal; what may be done now is said by the migration. */
@Command(name = "answer", mixinStandardHelpOptions = true)
final class Answer extends ServerCommand {
    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "id")
    String id = "";

    @Parameters(index = "1", paramLabel = "ACTION", descriptionKey = "action")
    String action = "";

    @Parameters(index = "2..*", paramLabel = "FIELD=VALUE", descriptionKey = "field", arity = "0..*")
    List<String> fields = List.of();

    @Option(names = "--more")
    boolean more;

    @Override
    public Integer call() {
        Map<String, String> input = input();
        Api api = api();
        JsonNode standing = api.migration(id);
        keepSecrets(standing);
        JsonNode migration = api.act(standing, action, input);
        if (json) {
            System.out.println(migration);
        } else {
            Sentences sentences = sentences(screen());
            sentences.screen().line(sentences.next(migration));
        }
        return Show.code(migration);
    }

    /** An argument can be read by others on this machine, and stays in the shell's history. */
    private void keepSecrets(JsonNode standing) {
        standing.path("actions")
                .valueStream()
                .filter(one -> one.path("action").asString("").equals(action))
                .flatMap(one -> one.path("fields").valueStream())
                .filter(field -> field.path("form").asString("").equals("secret"))
                .map(field -> field.path("name").asString(""))
                .filter(name -> fields.stream().anyMatch(field -> field.startsWith(name + "=")))
                .findFirst()
                .ifPresent(name -> {
                    throw new Told(Ended.USAGE, texts().say("secret-argument", "name", name));
                });
    }

    private Map<String, String> input() {
        var input = new LinkedHashMap<String, String>();
        fields.forEach(field -> put(input, field));
        if (more) {
            var lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            lines.lines().filter(line -> !line.isBlank()).forEach(line -> put(input, line));
        }
        return input;
    }

    private void put(Map<String, String> input, String field) {
        int at = field.indexOf('=');
        if (at < 1) {
            throw new Told(Ended.USAGE, texts().say("field-value"));
        }
        input.put(field.substring(0, at).strip(), field.substring(at + 1).strip());
    }
}
