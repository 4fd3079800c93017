package dev.portway.explain;

import dev.portway.graph.meaning.ErrorRow;
import dev.portway.problem.Problem;
import dev.portway.words.Vocabulary;
import dev.portway.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue on the command line. Needs no server: it reads the tables it was built with. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = {
    "What an error of Meta means, whose move it is and what helps. Needs no running server; nothing is sent anywhere.", "",
    "  portway explain 133016", "  portway explain \"two-factor authentication not yet disabled\"",
    "  portway explain < error.json     a whole error, as Meta sent it"})
public final class Explain implements Callable<Integer> {
    private static final int FOUND_NOTHING = 1;
    private static final int ASKED_NOTHING = 2;
    private static final String INDENT = "  ";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    CommandSpec spec;

    @Parameters(paramLabel = "TEXT", arity = "0..*", description = "A code or subcode, a sentence, words, or a whole error. Without: standard input.")
    List<String> asked = List.of();

    @Option(names = "--lang", paramLabel = "TAG", description = "en, pt-BR or es; else as the environment says.")
    @Nullable
    String language;

    @Option(names = "--json", description = "As JSON, for programs.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        String text = asked.isEmpty() || asked.equals(List.of("-"))
                ? new String(System.in.readNBytes(4 * Catalogue.LONGEST), StandardCharsets.UTF_8)
                : String.join(" ", asked);
        var words = new Vocabulary(Words.of("words", spoken(language, System.getenv())));
        PrintWriter out = spec.commandLine().getOut();
        if (text.isBlank()) {
            spec.commandLine().usage(spec.commandLine().getErr());
            return ASKED_NOTHING;
        }
        Explained explained = Catalogue.look(text);
        if (json) {
            out.println(json(explained, words));
        } else {
            tell(explained, words, out);
        }
        out.flush();
        return explained.isEmpty() ? FOUND_NOTHING : 0;
    }

    static Locale spoken(@Nullable String tag, Map<String, String> environment) {
        return Stream.of(Optional.ofNullable(tag), Optional.ofNullable(environment.get("LC_ALL")),
                Optional.ofNullable(environment.get("LC_MESSAGES")), Optional.ofNullable(environment.get("LANG")))
                .flatMap(Optional::stream)
                .filter(named -> !named.isBlank())
                .findFirst()
                .flatMap(named -> Words.best(named.replaceFirst("[.@].*", "").replace('_', '-')))
                .orElse(Locale.ENGLISH);
    }

    private static void tell(Explained explained, Vocabulary words, PrintWriter out) {
        if (explained.isEmpty()) {
            out.println(words.say("explained.nothing"));
            out.println(words.say("explained.nothing.do"));
        } else if (explained.answers().size() > 1) {
            out.println(words.words().say("explained.several", Map.of("count", explained.answers().size())));
            out.println();
        }
        explained.answers().forEach(answer -> tell(answer, words, out));
        if (!explained.trace().isEmpty()) {
            out.println(words.words().say("explained.trace", Map.of("trace", explained.trace().replaceAll("\\p{Cntrl}", ""))));
        }
    }

    private static void tell(Explained.Answer answer, Vocabulary words, PrintWriter out) {
        Problem problem = answer.problem();
        Vocabulary.Guidance guidance = words.problem(problem.code());
        out.println(guidance.title() + "  [" + problem.code() + "]");
        out.println(INDENT + words.say("problem." + problem.code() + ".meaning"));
        out.println(INDENT + words.say("explained.owner") + ": " + words.say("party." + problem.owner().word()));
        out.println(INDENT + words.say("explained.remedy") + ": " + guidance.todo());
        guidance.link().ifPresent(link -> out.println(INDENT + INDENT + link));
        out.println(INDENT + words.say("explained.again") + ": " + words.say("again." + again(problem)) + pause(problem));
        String numbers = answer.rows()
                .stream()
                .map(ErrorRow::numbers)
                .filter(number -> !number.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        answer.rows()
                .stream()
                .findFirst()
                .ifPresent(row -> out.println(INDENT + words.say("explained.known") + ": "
                        + (numbers.isEmpty() ? "" : numbers + "; ") + words.say("evidence." + row.from().kind().word()) + ": "
                        + row.from().where()));
        answer.rows()
                .stream()
                .map(ErrorRow::fault)
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .ifPresent(fault -> out.println(INDENT + words.say("explained.fault") + ": error:" + fault));
        out.println();
    }

    private static String again(Problem problem) {
        return problem.retry().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As ISO 8601 without its letters of form: {@code 72h}. */
    private static String pause(Problem problem) {
        return problem.pause().isZero() ? "" : " (" + problem.pause().toString().substring(2).toLowerCase(Locale.ROOT) + ")";
    }

    private static ObjectNode json(Explained explained, Vocabulary words) {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        ArrayNode problems = all.putArray("problems");
        for (Explained.Answer answer : explained.answers()) {
            Problem problem = answer.problem();
            Vocabulary.Guidance guidance = words.problem(problem.code());
            ObjectNode one = problems.addObject()
                    .put("code", problem.code())
                    .put("title", guidance.title())
                    .put("meaning", words.say("problem." + problem.code() + ".meaning"))
                    .put("remedy", guidance.todo())
                    .put("link", guidance.link().orElse(null))
                    .put("owner", problem.owner().word())
                    .put("retry", again(problem))
                    .put("waitSeconds", problem.pause().toSeconds())
                    .put("foundBy", answer.by().word());
            ArrayNode numbers = one.putArray("numbers");
            answer.rows().stream().map(ErrorRow::numbers).filter(number -> !number.isEmpty()).distinct().forEach(numbers::add);
        }
        return all.put("trace", explained.trace().isEmpty() ? null : explained.trace());
    }
}
