package dev.portway.migration.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the checks of a migration said over time. A look that saw nothing new says nothing new.
 *
 * <pre>
 * two-step-off   off ────────── on ─────────────── off ──────▶
 * quality-good   GREEN ─────────────── YELLOW ───────────────▶
 *                        │ from                       │ to        two-step-off: on → off, quality-good: GREEN → YELLOW
 * </pre>
 *
 * @param entries in the order they were said
 */
public record History(List<Entry> entries) {
    public History {
        entries = List.copyOf(entries);
    }

    /**
     * What one check said, until its next entry.
     *
     * @param no counts up
     * @param since when a look first saw it like this
     */
    public record Entry(long no, Finding finding, Instant since) {}

    /** A check that says at the end of a time something else than at its beginning. */
    public record Difference(Entry was, Entry is) {}

    /**
     * What changed from one instant to another, the latest first. A check that had said nothing yet, or of which so old a word is not kept, is held
     * against the first that is known: {@code was.since} tells.
     */
    public List<Difference> between(Instant from, Instant to) {
        return byCheck().map(said -> difference(said, from, to))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Difference one) -> one.is().since()).reversed())
                .toList();
    }

    private Stream<List<Entry>> byCheck() {
        Map<List<Object>, List<Entry>> byCheck = new LinkedHashMap<>();
        entries.forEach(entry -> byCheck.computeIfAbsent(List.of(entry.finding().check(), entry.finding().number()), _ -> new ArrayList<>())
                .add(entry));
        return byCheck.values().stream();
    }

    private static Optional<Difference> difference(List<Entry> said, Instant from, Instant to) {
        Entry was = latest(said, from).orElse(said.getFirst());
        return latest(said, to).filter(is -> is.no() > was.no() && !is.finding().reads(was.finding())).map(is -> new Difference(was, is));
    }

    private static Optional<Entry> latest(List<Entry> said, Instant until) {
        return said.stream().filter(entry -> !entry.since().isAfter(until)).reduce((_, later) -> later);
    }

    /**
     * What the looks made of a migration until now say of each check: those of the check itself, and those that watched since. What Graph could not show
     * for a while says nothing.
     */
    public static List<Finding> latest(Facts facts) {
        List<Finding> checked = said(facts, Fact.CHECKED);
        boolean newer = facts.asOf(Fact.SEEN_SINCE, null) > facts.asOf(Fact.CHECKED, null);
        List<Finding> since = newer ? said(facts, Fact.SEEN_SINCE) : List.of();
        return Stream.concat(since.stream(), checked.stream().filter(old -> since.stream().noneMatch(old::isAboutTheSame))).toList();
    }

    private static List<Finding> said(Facts facts, Fact<Findings> fact) {
        return facts.value(fact).map(Findings::all).orElse(List.of()).stream().filter(finding -> !finding.passes()).toList();
    }

    /** What is new after a change, and would be told apart from what was said before by more than the time. */
    public static List<Finding> news(Facts before, Facts after) {
        if (looked(before).equals(looked(after))) {
            return List.of();
        }
        List<Finding> then = latest(before);
        return latest(after).stream().filter(now -> then.stream().noneMatch(now::saysTheSame)).toList();
    }

    private static List<Long> looked(Facts facts) {
        return List.of(facts.asOf(Fact.CHECKED, null), facts.asOf(Fact.SEEN_SINCE, null));
    }
}
