package dev.portway.console.migration;

import dev.portway.runner.Desk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened.
 *
 * @param detail what the event says of it besides its name
 * @param who by whom it is known
 */
public record EventLine(long no, String text, Optional<String> number, String detail, String who, Moment at) {

    /** Newest first. */
    static List<EventLine> all(Voice voice, Dossier dossier) {
        boolean several = dossier.card().migration().order().numbers().size() > 1;
        return dossier.events().reversed().stream().map(entry -> line(voice, entry, several)).toList();
    }

    private static EventLine line(Voice voice, Desk.Entry entry, boolean several) {
        return new EventLine(entry.no(), text(voice, entry), entry.number().filter(_ -> several).map(voice::phone), detail(voice, entry),
                Because.source(voice, entry.by()), voice.precise(entry.at()));
    }

    private static String text(Voice voice, Desk.Entry entry) {
        return voice.find("event." + entry.name()).orElse(entry.name());
    }

    private static String detail(Voice voice, Desk.Entry entry) {
        Map<String, String> data = entry.data();
        if (data.containsKey("to")) {
            String to = voice.say("status." + data.get("to"));
            return data.containsKey("from") ? voice.say("status." + data.get("from")) + " → " + to : to;
        }
        return Optional.ofNullable(data.get("problem"))
                .or(() -> Optional.ofNullable(data.get("value")).filter(value -> !value.equals("true")))
                .or(() -> Optional.ofNullable(data.get("about")))
                .or(() -> Optional.ofNullable(data.get("cause")))
                .map(word -> Because.seen(voice, word))
                .or(() -> Optional.ofNullable(data.get("route")).map(route -> voice.find("route." + route).orElse(route)))
                .orElse("");
    }
}
