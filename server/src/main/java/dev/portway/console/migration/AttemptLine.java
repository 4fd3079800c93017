package dev.portway.console.migration;

import dev.portway.console.migration.ActionForm.Trouble;
import dev.portway.migration.Attempt;
import dev.portway.migration.Outcome;
import dev.portway.problem.Problem;
import dev.portway.runner.Desk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call, and what Graph said to it.
 *
 * @param id stays the same while the call does
 * @param outcome {@code done}, {@code refused}, {@code not-sent}, {@code in-doubt} or {@code open}
 * @param effect whether it changed something; else it only looked
 * @param settled what a look or a person made of a doubt
 * @param times how often it looked and saw the same
 */
public record AttemptLine(String id, String act, String step, Optional<String> number, String outcome, String outcomeName, boolean effect,
        Optional<Trouble> problem, Optional<String> settled, Moment at, Optional<String> lasted, int times, List<Said> said) {
    public AttemptLine {
        said = List.copyOf(said);
    }

    public String tone() {
        return switch (outcome) {
            case "done" -> "good";
            case "refused" -> "bad";
            case "in-doubt" -> "warn";
            default -> "calm";
        };
    }

    /**
     * One request and its answer, secrets left out.
     *
     * @param status 0 when nothing came back
     * @param known by what it is known what a refusal means; empty when it was none
     */
    public record Said(String request, String parameters, int status, String answer, String trace, long millis, String known) {}

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Newest first. */
    static List<AttemptLine> all(Voice voice, Dossier dossier) {
        boolean several = dossier.card().migration().order().numbers().size() > 1;
        return dossier.tried().reversed().stream().map(tried -> line(voice, tried, several)).toList();
    }

    private static AttemptLine line(Voice voice, Desk.Tried tried, boolean several) {
        Attempt attempt = tried.attempt();
        String outcome = attempt.outcome().map(Outcome::word).orElse("open");
        boolean settled = attempt.act().isEffect() && attempt.settled() != Attempt.Settled.NOT_YET;
        return new AttemptLine("attempt-" + attempt.no() + "-" + attempt.act().word() + "-" + attempt.step(),
                voice.say("act." + attempt.act().word()), voice.say("step." + attempt.step()),
                Optional.ofNullable(attempt.number()).filter(_ -> several).map(voice::phone), outcome,
                voice.say("outcome." + outcome), attempt.act().isEffect(),
                attempt.outcome().flatMap(AttemptLine::problem).map(problem -> trouble(voice, problem)),
                settled ? Optional.of(voice.say("settled." + MigrationPage.word(attempt.settled()))) : Optional.empty(),
                voice.precise(attempt.at()), lasted(voice, attempt), attempt.times(), said(voice, tried.exchange()));
    }

    /** An effect's time; a look that was repeated took many. */
    private static Optional<String> lasted(Voice voice, Attempt attempt) {
        return attempt.endedAt()
                .filter(_ -> attempt.act().isEffect() || attempt.times() == 1)
                .map(ended -> voice.lasting(Duration.between(attempt.at(), ended)));
    }

    private static Optional<Problem> problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var problem, _) -> Optional.of(problem);
            case Outcome.NotSent(var problem, _) -> Optional.of(problem);
            case Outcome.Done _,Outcome.InDoubt _ -> Optional.empty();
        };
    }

    static Trouble trouble(Voice voice, Problem problem) {
        return new Trouble(voice.say("problem." + problem.code() + ".title"), voice.find("problem." + problem.code() + ".remedy"),
                problem.code());
    }

    private static List<Said> said(Voice voice, String exchange) {
        if (exchange.isBlank()) {
            return List.of();
        }
        try {
            return JSON.readTree(exchange).valueStream().map(one -> said(voice, one)).toList();
        } catch (JacksonException notOurs) {
            return List.of(new Said("", "", 0, exchange, "", 0, ""));
        }
    }

    private static Said said(Voice voice, JsonNode one) {
        JsonNode parameters = one.path("parameters");
        return new Said(one.path("method").asString("") + " " + one.path("path").asString(""),
                parameters.isEmpty() ? "" : JSON.writeValueAsString(parameters), one.path("status").asInt(0), answer(one.path("answer")),
                one.path("traceId").asString(""), one.path("millis").asLong(0), known(voice, one.path("meaning")));
    }

    private static String known(Voice voice, JsonNode meaning) {
        Stream<String> seen = meaning.path("seen").valueStream().map(check -> voice.say("check." + check.asString() + ".unmet"));
        Stream<String> maybe = meaning.path("maybe").valueStream().map(problem -> voice.say("problem." + problem.asString() + ".title"));
        return meaning.isMissingNode()
                ? ""
                : voice.say("meaning.by." + meaning.path("by").asString(), Map.of("what",
                        Stream.concat(seen, maybe).collect(Collectors.joining("; "))));
    }

    private static String answer(JsonNode answer) {
        return answer.isMissingNode() ? "" : answer.isString() ? answer.asString() : JSON.writeValueAsString(answer);
    }
}
