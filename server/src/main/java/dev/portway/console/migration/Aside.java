package dev.portway.console.migration;

import dev.portway.guest.Question;
import dev.portway.migration.Migration;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.standing.Reminders;
import dev.portway.runner.Desk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is good to know and nobody waits for: what may be seen of the source, and what a person saw of the name.
 *
 * @param tone as of a notice; empty for a plain line
 */
public record Aside(String text, String tone) {
    static List<Aside> all(Voice voice, Dossier dossier) {
        Desk.Card card = dossier.card();
        Migration migration = card.migration();
        return Stream.of(saidNo(voice, dossier).stream(), access(voice, migration, card.now()).stream(),
                migration.order().numbers().stream().flatMap(number -> name(voice, migration, number).stream()))
                .flatMap(Function.identity())
                .toList();
    }

    /** Whoever was asked by link for what it waits for, and would not. */
    private static Optional<Aside> saidNo(Voice voice, Dossier dossier) {
        Optional<String> waited = Question.askable(dossier.card())
                .stream()
                .filter(question -> question.isWaitedFor(dossier.card()))
                .map(Question::word)
                .findFirst();
        return dossier.events()
                .reversed()
                .stream()
                .filter(event -> event.name().equals("guest-link-refused") && waited.equals(Optional.ofNullable(event.data().get("asks"))))
                .findFirst()
                .map(event -> new Aside(voice.say("migration.beside.said-no." + event.data().get("because"),
                        Map.of("who", event.data().getOrDefault("value", ""), "when", voice.moment(event.at()).text())), "warn"));
    }

    /** Only of what was given beside the order: the order itself is told elsewhere. */
    private static Optional<Aside> access(Voice voice, Migration migration, Instant now) {
        return migration.facts()
                .value(Fact.SOURCE_GRANT)
                .filter(_ -> migration.ending().isEmpty())
                .map(grant -> isRefused(migration)
                        ? new Aside(voice.say("migration.beside.access.refused"), "warn")
                        : access(voice, grant.access(), migration.accessEnds(), now));
    }

    /** A token was given, and the checks saw that Meta does not take it: then nothing can be seen by it, whatever it was meant for. */
    private static boolean isRefused(Migration migration) {
        return migration.facts().value(Fact.SOURCE_TOKEN).isPresent()
                && migration.facts().value(Fact.CHECKED).filter(findings -> findings.seesAmiss("source-token", null)).isPresent();
    }

    private static Aside access(Voice voice, SourceAccess given, Optional<Instant> end, Instant now) {
        String level = voice.say("access." + MigrationPage.word(given));
        if (end.isEmpty()) {
            return new Aside(voice.say("migration.beside.access", Map.of("level", level)), "");
        }
        String when = voice.moment(end.get()).text();
        if (!now.isBefore(end.get())) {
            return new Aside(voice.say("migration.beside.access.ended", Map.of("until", when)), "warn");
        }
        return end.get().isBefore(now.plus(Reminders.AHEAD))
                ? new Aside(voice.say("migration.beside.access.soon", Map.of("until", when)), "warn")
                : new Aside(voice.say("migration.beside.access.until", Map.of("level", level, "until", when)), "");
    }

    private static Optional<Aside> name(Voice voice, Migration migration, PhoneNumber number) {
        return migration.facts()
                .seen(Fact.NAME_SHOWN, number)
                .map(seen -> new Aside(voice.say("migration.beside.name",
                        Map.of("number", voice.phone(number), "shown", voice.say("field.shown." + seen.value()), "who", seen.source().by(),
                                "when", voice.moment(seen.at()).text())),
                        seen.value().equals("name") ? "" : "warn"));
    }
}
