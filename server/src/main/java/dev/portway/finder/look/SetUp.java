package dev.portway.finder.look;

import dev.portway.finder.Known;
import dev.portway.finder.Topic;
import dev.portway.migration.ProviderId;
import dev.portway.vault.SetUps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a provider is at Meta: as it says itself, else as the server's settings say. What both leave open is asked where it matters; nobody is in a
 * solution without knowing it, so that is not.
 */
@Component
final class SetUp {
    private final Function<ProviderId, SetUps.SetUp> own;
    private final Map<Topic, String> server;

    @Autowired
    SetUp(SetUps setUps, @Value("${portway.credit.line:}") String creditLine, @Value("${portway.solution:no}") String solution,
            @Value("${portway.sharing:}") String sharing) {
        this(setUps::of, creditLine, solution, sharing);
    }

    SetUp(Function<ProviderId, SetUps.SetUp> own, String creditLine, String solution, String sharing) {
        this.own = own;
        this.server = Map.of(Topic.CREDIT_LINE, creditLine, Topic.OUR_SOLUTION, solution, Topic.SHARING, sharing);
    }

    List<Known> known(ProviderId provider) {
        SetUps.SetUp said = own.apply(provider);
        Map<Topic, String> ofProvider = Map.of(Topic.CREDIT_LINE, said.creditLine(), Topic.OUR_SOLUTION, said.solution(), Topic.SHARING,
                said.sharing());
        return server.entrySet()
                .stream()
                .map(one -> Map.entry(one.getKey(),
                        Optional.ofNullable(ofProvider.get(one.getKey())).filter(word -> !word.isEmpty()).orElse(one.getValue())))
                .filter(one -> !one.getValue().isBlank())
                .map(one -> one.getKey()
                        .value(one.getValue().strip())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The setting for " + one.getKey().word() + " is one of " + words(one.getKey()) + ", not \"" + one.getValue()
                                        + "\"")))
                .map(value -> Known.stated(value, Known.SET_UP))
                .toList();
    }

    private static List<String> words(Topic topic) {
        return topic.choices().stream().map(dev.portway.finder.Value::word).toList();
    }
}
