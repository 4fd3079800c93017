package dev.portway.preflight;

import dev.portway.asset.TemplateMark;
import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Drift.Difference;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.migration.fact.Findings;
import dev.portway.problem.Party;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was seen when the checks held, beside what is seen now. Pure. Only what got worse is a difference, or another name; what the migration does itself
 * is none.
 *
 * @param was as they were when they held
 * @param done ids of what only warned then, and was put right on the way
 */
record Comparison(Findings was, Set<String> done, Instant at) {
    /**
     * Not compared: the destination's list shows our own work, copies of templates fill it, our credit line may set its currency, the move itself tries
     * codes and registers, attaches the line and uses up calls, who is in a portfolio and where webhooks go is not read again, and what the source's token no longer reads is told by what could not be read.
     */
    private static final Set<Check> NOT_COMPARED = EnumSet.of(Check.NOT_AT_DESTINATION, Check.TEMPLATE_CAPACITY, Check.SAME_CURRENCY,
            Check.SOURCE_TOKEN, Check.ROOM_FOR_NUMBERS, Check.REGISTERS_LEFT, Check.CODES_LEFT, Check.ADMIN_KNOWN, Check.CALLBACK_REACHABLE,
            Check.NO_OTHER_LINE, Check.CALLS_LEFT);
    /** Any other value is another state of things, though both are good. */
    private static final Set<Check> ANY_CHANGE = EnumSet.of(Check.DISPLAY_NAME_APPROVED, Check.SAME_BUSINESS);
    /** It warns because time passes, which is no change of anything. What a webhook told is judged where somebody's word can answer it. */
    private static final Set<String> ONLY_WHEN_IT_FAILS = Set.of(Check.DESTINATION_TOKEN.id());
    /** Only webhooks tell it: that it was not known before makes it no less new. */
    private static final Set<String> ANNOUNCED = Set.of(Check.NO_BAN_ANNOUNCED.id());
    /** From best to worst. */
    private static final Map<Check, List<String>> LADDERS = Map.of(Check.QUALITY_GOOD, List.of("GREEN", "YELLOW", "RED"),
            Check.MESSAGING_LIMIT,
            List.of("TIER_UNLIMITED", "TIER_100K", "TIER_10K", "TIER_2K", "TIER_1K", "TIER_250", "TIER_50"));
    /** More than anybody reads one by one: then they are counted. */
    private static final int MOST_TEMPLATES = 50;
    /** No template of these is of any use any more. */
    private static final Set<String> LOST = Set.of("DELETED", "PENDING_DELETION");
    static final String TEMPLATES = "templates";

    /**
     * @param before templates as the snapshot has them; empty when it has none
     * @param now templates as the source shows them; empty when it was not read
     */
    Drift with(Findings now, List<TemplateMark> before, Optional<List<TemplateMark>> shown) {
        Map<Key, Finding> then = was.all().stream().collect(Collectors.toMap(Key::of, Function.identity(), (one, _) -> one));
        List<Finding> compared = now.all().stream().filter(Comparison::isCompared).toList();
        Stream<Difference> checks = compared.stream()
                .flatMap(finding -> Optional.ofNullable(then.get(Key.of(finding))).flatMap(old -> difference(old, finding)).stream());
        List<Difference> templates = before.isEmpty() ? List.of() : shown.map(some -> templates(before, some)).orElse(List.of());
        Stream<String> unread = Stream.concat(unread(then, compared),
                Stream.of(TEMPLATES).filter(_ -> !before.isEmpty() && shown.isEmpty()));
        return new Drift(Stream.concat(checks, templates.stream()).toList(), unread.distinct().toList());
    }

    /** What a finding is about. */
    private record Key(String check, String number) {
        static Key of(Finding finding) {
            return new Key(finding.check(), finding.number().map(Object::toString).orElse(""));
        }
    }

    private static boolean isCompared(Finding finding) {
        return Check.named(finding.check()).filter(check -> !NOT_COMPARED.contains(check)).isPresent();
    }

    private static Stream<String> unread(Map<Key, Finding> then, List<Finding> now) {
        return now.stream()
                .filter(finding -> finding.verdict() == Verdict.UNKNOWN)
                .filter(finding -> Optional.ofNullable(then.get(Key.of(finding)))
                        .filter(old -> old.verdict() != Verdict.UNKNOWN)
                        .isPresent())
                .map(Finding::check);
    }

    private Optional<Difference> difference(Finding old, Finding now) {
        boolean unread = now.verdict() == Verdict.UNKNOWN || now.unseen().isPresent();
        boolean judgedLater = now.toldBy().isPresent() || now.verdict() == Verdict.WARNS && ONLY_WHEN_IT_FAILS.contains(now.check());
        if (unread || judgedLater || !isWorse(old, now)) {
            return Optional.empty();
        }
        return Optional.of(new Difference(now.check(), now.number(), "", old.shown(), now.value(), at, now.owner(),
                now.verdict() == Verdict.FAILS));
    }

    private boolean isWorse(Finding old, Finding now) {
        int then = done.contains(old.check()) ? 0 : badness(old);
        if (then != badness(now)) {
            return badness(now) > then
                    && (old.verdict() != Verdict.UNKNOWN || now.verdict() == Verdict.FAILS || ANNOUNCED.contains(now.check()));
        }
        boolean bothSeen = old.unseen().isEmpty() && !old.value().equals(now.value());
        return bothSeen && Check.named(now.check()).filter(check -> isWorse(check, old.value(), now.value())).isPresent();
    }

    private static boolean isWorse(Check check, String old, String now) {
        List<String> ladder = LADDERS.getOrDefault(check, List.of());
        return ANY_CHANGE.contains(check) || ladder.contains(old) && ladder.indexOf(now) > ladder.indexOf(old);
    }

    /** What was not seen stood in nobody's way. */
    private static int badness(Finding finding) {
        return switch (finding.verdict()) {
            case HOLDS, UNKNOWN -> 0;
            case WARNS -> 1;
            case FAILS -> 2;
        };
    }

    private List<Difference> templates(List<TemplateMark> before, List<TemplateMark> now) {
        var all = new TreeMap<String, TemplateMark>();
        now.forEach(one -> all.put(name(one), one));
        List<Difference> changed = before.stream()
                .flatMap(old -> changed(old, Optional.ofNullable(all.remove(name(old)))).stream())
                .toList();
        List<Difference> added = all.values().stream().map(one -> template(one, "not-listed", one.status())).toList();
        List<Difference> both = Stream.concat(changed.stream(), added.stream()).toList();
        return both.size() > MOST_TEMPLATES ? List.of(counted(before.size(), now.size(), both.size())) : both;
    }

    private static String name(TemplateMark one) {
        return one.name() + " (" + one.language() + ")";
    }

    /** What gets approved meanwhile is no loss. */
    private Optional<Difference> changed(TemplateMark old, Optional<TemplateMark> now) {
        if (now.isEmpty()) {
            return LOST.contains(old.status()) ? Optional.empty() : Optional.of(template(old, old.status(), "removed"));
        }
        if (!old.content().equals(now.get().content())) {
            return Optional.of(template(old, old.status(), "edited"));
        }
        return old.status().equals("APPROVED") && !now.get().status().equals("APPROVED")
                ? Optional.of(template(old, old.status(), now.get().status()))
                : Optional.empty();
    }

    private Difference template(TemplateMark one, String was, String is) {
        return new Difference(TEMPLATES, Optional.empty(), name(one), was, is, at, Party.PROVIDER, false);
    }

    private Difference counted(int before, int now, int changed) {
        return new Difference(TEMPLATES, Optional.empty(), "", "templates-then: " + before, "templates-now: " + now + " / " + changed, at,
                Party.PROVIDER, false);
    }
}
