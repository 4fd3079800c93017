package dev.portway.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves numbers, by any route. */
@Command(name = "migrate", mixinStandardHelpOptions = true)
final class Migrate extends Moving {
    @Mixin
    final Move move = new Move();

    @Option(names = "--window", paramLabel = "OPENS/CLOSES")
    @Nullable
    String window;

    @Option(names = "--voice")
    boolean voice;

    @Option(names = "--prober", paramLabel = "NUMBER")
    @Nullable
    String prober;

    @Option(names = "--settling", paramLabel = "DURATION")
    @Nullable
    String settling;

    @Override
    Map<String, Object> asked() {
        return move.asked();
    }

    @Override
    Map<String, String> code() {
        return Map.of("method", voice ? "VOICE" : "SMS", "language", texts().codeLanguage());
    }

    @Override
    Map<String, Object> order() {
        Map<String, Object> order = super.order();
        order.put("code", code());
        if (window != null) {
            String[] span = window.split("/", 2);
            if (span.length < 2) {
                throw new Told(Ended.USAGE, texts().say("window"));
            }
            order.put("window", Map.of("opens", span[0], "closes", span[1]));
        }
        if (prober != null) {
            order.put("prober", prober);
        }
        if (settling != null) {
            order.put("settling", settling);
        }
        return order;
    }
}
