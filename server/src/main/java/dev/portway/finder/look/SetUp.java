package dev.portway.finder.look;

import dev.portway.finder.Known;
import dev.portway.finder.Topic;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the provider is at Meta, as its settings say. What they leave open is asked where it matters; nobody is in a solution without knowing it, so
 * that is not.
 */
@Component
final class SetUp {
    private final Map<Topic, String> said;

    SetUp(@Value("${portway.credit.line:}") String creditLine, @Value("${portway.solution:no}") String solution,
            @Value("${portway.sharing:}") String sharing) {
        this.said = Map.of(Topic.CREDIT_LINE, creditLine, Topic.OUR_SOLUTION, solution, Topic.SHARING, sharing);
    }

    List<Known> known() {
        return said.entrySet()
                .stream()
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
