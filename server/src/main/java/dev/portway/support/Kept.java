package dev.portway.support;

import dev.portway.migration.Migration;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.History;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.runner.Desk;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of a migration, as JSON that still has to be redacted: what happened, and what the checks saw. Names of people stay out. */
final class Kept {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Set<String> IN_WORDS = Set.of("note", "words");

    private Kept() {}

    static ArrayNode events(List<Desk.Entry> events) {
        ArrayNode list = JSON.createArrayNode();
        for (Desk.Entry event : events) {
            ObjectNode one = list.addObject()
                    .put("no", event.no())
                    .put("at", event.at().toString())
                    .put("name", event.name())
                    .put("step", event.step())
                    .put("number", event.number().map(PhoneNumber::masked).orElse(null))
                    .put("by", event.by().kind().name());
            ObjectNode data = one.putObject("data");
            event.data().forEach((name, value) -> data.put(name, isOfAPerson(event, name) ? Redaction.HIDDEN : value));
        }
        return list;
    }

    /** Who was asked by link, and in which words anybody said something: there may be names in them. */
    private static boolean isOfAPerson(Desk.Entry event, String name) {
        return event.name().startsWith("guest-link-") && name.equals("value")
                || event.by().kind() == Source.Kind.PERSON && IN_WORDS.contains(name);
    }

    static ArrayNode findings(Migration migration) {
        ArrayNode list = JSON.createArrayNode();
        for (Finding finding : migration.facts().value(Fact.CHECKED).map(Findings::all).orElse(List.of())) {
            list.add(finding(finding).put("at", finding.at().toString()));
        }
        return list;
    }

    /** Whose word it is stays out: it may be a person's name. */
    private static ObjectNode finding(Finding finding) {
        return JSON.createObjectNode()
                .put("check", finding.check())
                .put("number", finding.number().map(PhoneNumber::masked).orElse(null))
                .put("verdict", finding.verdict().name())
                .put("certainty", finding.certainty().name())
                .put("saw", finding.value())
                .put("where", finding.where());
    }

    static ArrayNode said(List<History.Entry> said) {
        ArrayNode list = JSON.createArrayNode();
        said.forEach(entry -> list.add(finding(entry.finding()).put("since", entry.since().toString())));
        return list;
    }
}
