package dev.portway.console.migration;

import dev.portway.asset.Assets;
import dev.portway.asset.Assets.Fate;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.AssetsCompared;
import dev.portway.migration.fact.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Message templates before and after.
 *
 * @param note why there are none to show, or that nothing was compared yet
 */
public record TemplateRows(Optional<Counts> counts, List<Row> rows, Optional<String> note) {
    public TemplateRows {
        rows = List.copyOf(rows);
    }

    /** Those that should have come and did not: shown without being asked for. */
    public List<Row> troubled() {
        return rows.stream().filter(row -> row.tone().equals("bad")).toList();
    }

    /** How many of each fate. */
    public record Counts(int source, int carried, int pending, int failed, int stayed) {}

    /**
     * @param before status at the source
     * @param quality at the source
     * @param after status at the destination; empty when it is not there
     * @param fate {@code carried}, {@code pending}, {@code failed} or {@code stayed}; before anything was compared, what is expected
     */
    public record Row(String name, String language, String category, String before, String quality, String after, String fate,
            String fateName) {
        public String tone() {
            return switch (fate) {
                case "carried" -> "good";
                case "failed" -> "bad";
                case "pending" -> "warn";
                default -> "calm";
            };
        }
    }

    private static final List<Fate> WORST_FIRST = List.of(Fate.FAILED, Fate.PENDING, Fate.STAYED, Fate.CARRIED);

    static TemplateRows of(Voice voice, Dossier dossier) {
        Optional<AssetsCompared> compared = dossier.card().migration().facts().value(Fact.ASSETS);
        List<Row> rows = dossier.templates()
                .stream()
                .sorted(Comparator.comparingInt((Assets.TemplateLine line) -> WORST_FIRST.indexOf(line.fate())))
                .map(line -> row(voice, line, compared.isPresent()))
                .toList();
        return new TemplateRows(compared.map(one -> new Counts(one.source(), one.carried(), one.pending(), one.failed(), one.stayed())),
                rows, note(voice, dossier, rows.isEmpty(), compared.isPresent()));
    }

    /** How many of those that travel can be used, and what of the others; empty when all can, or nothing was compared. */
    static Optional<String> share(Voice voice, Migration migration) {
        return migration.facts()
                .value(Fact.ASSETS)
                .filter(one -> one.pending() + one.failed() > 0)
                .map(one -> share(voice, one, migration.ending().isPresent()));
    }

    private static String share(Voice voice, AssetsCompared one, boolean ended) {
        var said = new ArrayList<String>();
        said.add(voice.say("migration.templates.share",
                Map.of("carried", one.carried(), "due", one.carried() + one.pending() + one.failed())));
        if (one.failed() > 0) {
            said.add(voice.say("migration.templates.rejected", Map.of("count", one.failed())));
        }
        if (one.pending() > 0) {
            said.add(voice.say("migration.templates.review", Map.of("count", one.pending())));
            if (ended) {
                said.add(voice.say("migration.templates.review-over"));
            }
        }
        return String.join(" ", said);
    }

    private static Optional<String> note(Voice voice, Dossier dossier, boolean none, boolean compared) {
        boolean taken = dossier.card().migration().facts().is(Fact.SNAPSHOT_TAKEN);
        String key = none ? taken ? "none" : "not-read" : compared ? "" : "not-compared";
        return key.isEmpty() ? Optional.empty() : Optional.of(voice.say("migration.templates." + key));
    }

    private static Row row(Voice voice, Assets.TemplateLine line, boolean compared) {
        String fate = compared ? MigrationPage.word(line.fate()) : "expected";
        return new Row(line.name(), line.language(), word(voice, "category", line.category()), word(voice, "status", line.before()),
                word(voice, "quality", line.quality()), line.after().map(after -> word(voice, "status", after)).orElse(""), fate,
                voice.say("migration.fate." + fate));
    }

    /** In the reader's language; a word nobody has translated is Graph's own, and shown as it is. */
    private static String word(Voice voice, String kind, String graphs) {
        return voice.find("migration.template." + kind + "." + graphs.toLowerCase(Locale.ROOT).replace('_', '-')).orElse(graphs);
    }
}
