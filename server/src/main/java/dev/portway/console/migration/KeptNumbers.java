package dev.portway.console.migration;

import dev.portway.asset.Assets.NumberLine;
import dev.portway.migration.fact.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of the numbers of the source account that were verified.
 *
 * @param said in sentences; empty where nothing leaves an account
 */
public record KeptNumbers(List<String> said) {
    public KeptNumbers {
        said = List.copyOf(said);
    }

    static KeptNumbers of(Voice voice, Dossier dossier) {
        if (dossier.card().migration().order().source().isEmpty()) {
            return new KeptNumbers(List.of());
        }
        List<NumberLine> lines = dossier.numbers();
        return new KeptNumbers(lines.isEmpty() ? List.of(voice.say("migration.numbers.not-read")) : counted(voice, lines));
    }

    private static List<String> counted(Voice voice, List<NumberLine> lines) {
        List<NumberLine> verified = lines.stream().filter(NumberLine::wasVerified).toList();
        var said = new ArrayList<String>();
        said.add(voice.say("migration.numbers.kept", Map.of("kept", verified.stream().filter(NumberLine::isKept).count(), "before",
                verified.size())));
        named(voice, "lost", verified, NumberLine::isLost, said);
        named(voice, "unknown", verified, line -> !line.isKept() && !line.isLost(), said);
        return said;
    }

    private static void named(Voice voice, String key, List<NumberLine> lines, Predicate<NumberLine> which, List<String> said) {
        String numbers = lines.stream()
                .filter(which)
                .map(line -> voice.phone(new PhoneNumber("+" + line.number())))
                .collect(
                        Collectors.joining(", "));
        if (!numbers.isEmpty()) {
            said.add(voice.say("migration.numbers." + key, Map.of("numbers", numbers)));
        }
    }
}
