package dev.portway.console;

import dev.portway.finder.Fate;
import dev.portway.finder.Fit;
import dev.portway.finder.Need;
import dev.portway.finder.Ranking;
import dev.portway.finder.Reason;
import dev.portway.finder.Topic;
import dev.portway.finder.Verdict;
import dev.portway.finder.look.Found;
import dev.portway.finder.look.Phrases;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.words.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page of the route finder shows. */
record RouteResult(RouteWizard wizard, PhoneNumber number, Found found, Phrases phrases) {
    private static final Set<String> BLINDING = Set.of("number-format", "source-token", "destination-token");

    Topic question() {
        return found.ranking().outcome() instanceof Ranking.Ask(Topic topic) ? topic : Topic.WISH;
    }

    Optional<Verdict> best() {
        return found.ranking().outcome() instanceof Ranking.Best ? Optional.of(found.ranking().ways().getFirst()) : Optional.empty();
    }

    List<Reason> because() {
        return found.ranking().outcome() instanceof Ranking.Nothing(List<Reason> because) ? because : List.of();
    }

    /** What may fit all the same, in order. */
    List<Verdict> others() {
        return beside().filter(verdict -> verdict.reasons().isEmpty()).toList();
    }

    /** What does not fit, and says why; what does something else than is wanted is not worth a line. */
    List<Verdict> ruledOut() {
        return beside().filter(verdict -> !verdict.reasons().isEmpty() && !verdict.reasons().contains(Reason.NOT_WISHED)).toList();
    }

    private Stream<Verdict> beside() {
        return found.ranking().ways().stream().skip(best().isPresent() ? 1 : 0);
    }

    static String tone(Fit fit) {
        return switch (fit) {
            case FITS -> "good";
            case FITS_AFTER -> "warn";
            case UNKNOWN -> "calm";
            case DOES_NOT_FIT -> "";
        };
    }

    /** What is known not to hold: it is shown with what to do. */
    static List<Need> unmet(Verdict verdict) {
        return verdict.needs().stream().filter(Need::unmet).toList();
    }

    /** What nobody has seen: the checks ask about it when it comes to it. */
    static List<Need> unseen(Verdict verdict) {
        return verdict.needs().stream().filter(need -> !need.unmet()).toList();
    }

    /** What becomes of what, one line for each fate: what is lost stands first. */
    Map<Fate, String> fates(Verdict verdict) {
        Map<Fate, String> fates = new LinkedHashMap<>();
        for (Fate fate : List.of(Fate.LOST, Fate.REPLACED, Fate.ANEW, Fate.STAYS, Fate.UNKNOWN, Fate.COPIED, Fate.UNCHANGED, Fate.KEPT)) {
            String assets = verdict.row()
                    .costs()
                    .fates()
                    .entrySet()
                    .stream()
                    .filter(one -> one.getValue() == fate)
                    .map(one -> phrases.of(one.getKey()))
                    .collect(Collectors.joining(", "));
            if (!assets.isEmpty()) {
                fates.put(fate, assets);
            }
        }
        return fates;
    }

    String party(Need need) {
        return phrases.words().say("party." + need.owner().word());
    }

    /** What the look at Meta found wrong and that is no condition of the best way. */
    List<Finding> troubles() {
        Set<String> known = best().map(verdict -> verdict.needs().stream().map(Need::check).collect(Collectors.toSet())).orElse(Set.of());
        return found.troubles().stream().filter(finding -> !known.contains(finding.check())).toList();
    }

    /** What keeps us from seeing the number at all, and is better mended than answered around. */
    List<Finding> blinding() {
        return found.troubles().stream().filter(finding -> BLINDING.contains(finding.check())).toList();
    }

    String saw(Finding finding) {
        return new Vocabulary(phrases.words()).saw(finding.value());
    }

    Vocabulary.Guidance check(Finding finding) {
        return new Vocabulary(phrases.words()).check(finding.check());
    }

    /** A check is called by what is wrong with it. */
    String unmet(Need need) {
        String key = "check." + need.check() + ".unmet";
        return need.unmet() && phrases.words().has(key) && need.check().equals(need.key())
                ? phrases.words().say(key)
                : phrases.of(need).title();
    }
}
