package dev.portway.support;

import dev.portway.migration.Attempt;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.runner.Desk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A migration as a file for whoever is to help with it.
 *
 * <pre>
 * portway-support-mig_…/
 *   README.txt          what this is, and what was taken out
 *   migration.json      route, accounts, where it stands and why, versions
 *   events.json         what happened, in order
 *   attempts.json       what was asked of Graph and what came back
 *   findings.json       what the checks saw
 *   history.json        what they said before, and since when: newest first
 *   unrecognised.json   what Graph said that no row of the catalogue fits, with trace ids
 * </pre>
 */
public final class SupportBundle {
    /** More happened to none; a bundle that cannot be sent helps nobody. */
    static final int MOST_EVENTS = 5_000;

    /** Some forty checks of a number, each with the last twenty things it said: five numbers whole, and of more the newest. */
    static final int MOST_SAID = 5_000;
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String README = """
            Portway support bundle: everything that is known of one migration, for whoever is to help with it.

            migration.json      route, accounts, where it stands and why, versions
            events.json         what happened, in order
            attempts.json       what was asked of Meta and what came back, with trace ids
            findings.json       what the checks saw
            history.json        what they said before, and since when: newest first
            unrecognised.json   what Meta said that nobody recognised, with the trace ids (fbtrace_id) that Meta's support asks for

            Tokens, secrets, ownership codes and PINs are not in it. Numbers are shortened to their first and last two digits; names of
            people are left out. Ids of accounts and numbers at Meta are in it: they are of no use without a token, and support needs them.
            """;

    private final Desk.Card card;
    private final Redaction redaction;

    private SupportBundle(Desk.Card card) {
        this.card = card;
        this.redaction = Redaction.of(card.migration());
    }

    public static Archive of(Desk desk, Desk.Card card) {
        Migration migration = card.migration();
        List<Desk.Entry> events = desk.events(migration.provider(), migration.id(), 0, MOST_EVENTS);
        List<Desk.Tried> attempts = desk.attempts(migration.provider(), migration.id());
        var bundle = new SupportBundle(card);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("README.txt", README);
        files.put("migration.json", bundle.written(bundle.migration()));
        files.put("events.json", bundle.written(Kept.events(events)));
        files.put("attempts.json", bundle.written(bundle.attempts(attempts)));
        files.put("findings.json", bundle.written(Kept.findings(migration)));
        files.put("history.json",
                bundle.written(Kept.said(desk.said(migration.provider(), migration.id(), "", Long.MAX_VALUE, MOST_SAID))));
        files.put("unrecognised.json", bundle.written(unrecognised(attempts)));
        return Archive.of("portway-support-" + migration.id().value(), files, card.now());
    }

    /** All that is written goes through here. */
    private String written(JsonNode node) {
        return JSON.writeValueAsString(redaction.json(node)) + "\n";
    }

    private ObjectNode migration() {
        Migration migration = card.migration();
        var order = migration.order();
        ObjectNode object = JSON.createObjectNode()
                .put("id", migration.id().value())
                .put("route", migration.route().name())
                .put("sourceWaba", order.source().map(WabaId::value).orElse(null))
                .put("sourceAccess", order.access().name())
                .put("destinationWaba", migration.destination().map(WabaId::value).orElse(null))
                .put("status", card.standing().status().word())
                .put("step", card.standing().step().map(step -> step.name()).orElse(""))
                .put("because", card.standing().why().fact())
                .put("saw", card.standing().why().saw())
                .put("createdAt", migration.createdAt().toString())
                .put("writtenAt", card.now().toString());
        ArrayNode numbers = object.putArray("numbers");
        order.numbers().forEach(number -> numbers.add(number.masked()));
        object.putObject("versions")
                .put("portway", Objects.requireNonNullElse(SupportBundle.class.getPackage().getImplementationVersion(), "from sources"))
                .put("java", Runtime.version().toString());
        return object;
    }

    private ArrayNode attempts(List<Desk.Tried> attempts) {
        ArrayNode list = JSON.createArrayNode();
        attempts.forEach(tried -> list.add(attempt(tried)));
        return list;
    }

    private static ObjectNode attempt(Desk.Tried tried) {
        Attempt attempt = tried.attempt();
        ObjectNode one = JSON.createObjectNode()
                .put("no", attempt.no())
                .put("act", attempt.act().word())
                .put("step", attempt.step())
                .put("number", Optional.ofNullable(attempt.number()).map(PhoneNumber::masked).orElse(null))
                .put("at", attempt.at().toString())
                .put("endedAt", attempt.endedAt().map(Instant::toString).orElse(null))
                .put("outcome", attempt.outcome().map(Outcome::word).orElse("open"))
                .put("problem", attempt.outcome().flatMap(SupportBundle::problem).map(Problem::code).orElse(null))
                .put("settled", attempt.settled().name())
                .put("times", attempt.times());
        one.set("exchange", exchange(tried));
        return one;
    }

    private static Optional<Problem> problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var problem, _) -> Optional.of(problem);
            case Outcome.NotSent(var problem, _) -> Optional.of(problem);
            case Outcome.Done _,Outcome.InDoubt _ -> Optional.empty();
        };
    }

    private static JsonNode exchange(Desk.Tried tried) {
        try {
            return tried.exchange().isEmpty() ? JSON.createArrayNode() : JSON.readTree(tried.exchange());
        } catch (JacksonException notOurs) {
            return JSON.getNodeFactory().stringNode(tried.exchange());
        }
    }

    private static ArrayNode unrecognised(List<Desk.Tried> attempts) {
        ArrayNode list = JSON.createArrayNode();
        var strange = new ArrayList<>(attempts);
        strange.removeIf(
                tried -> tried.attempt().outcome().flatMap(SupportBundle::problem).filter(Problems.UNRECOGNISED::equals).isEmpty());
        for (Desk.Tried tried : strange) {
            ObjectNode one = list.addObject().put("act", tried.attempt().act().word()).put("at", tried.attempt().at().toString());
            ArrayNode traces = one.putArray("traceIds");
            JsonNode exchange = exchange(tried);
            exchange.forEach(said -> said.path("traceId").asStringOpt().ifPresent(traces::add));
            one.set("answer", exchange.path(exchange.size() - 1).path("answer"));
        }
        return list;
    }
}
