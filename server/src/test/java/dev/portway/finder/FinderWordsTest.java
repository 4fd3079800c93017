package dev.portway.finder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.preflight.Check;
import dev.portway.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever the route finder has a name for has a text in every language, and no text is of something that is gone. */
class FinderWordsTest {
    static final List<Locale> LANGUAGES = Words.LANGUAGES;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void closedLists_haveWords(Locale language) {
        Words words = Words.of("words", language);

        assertThat(keys()).as(language.toString()).allMatch(words::has);
    }

    @Test
    void noText_isOfSomethingThatIsGone() throws java.io.IOException {
        Set<String> written = new TreeSet<>(new java.util.PropertyResourceBundle(
                java.util.Objects.requireNonNull(FinderWordsTest.class.getResourceAsStream("/i18n/finder_en.properties"))).keySet());
        Set<String> optional = new TreeSet<>();
        Arrays.stream(Topic.values()).forEach(topic -> optional.add("topic." + topic.word() + ".hint"));
        written.removeAll(optional);

        assertThat(written).isEqualTo(keys());
    }

    /** A condition that is a check is that very check, with its owner: the finder and the checks never say two things. */
    @Test
    void conditions_haveTheOwnersOfTheirChecks() {
        for (Condition condition : Condition.values()) {
            Check.named(condition.check()).ifPresent(check -> assertThat(condition.owner()).as(condition.word()).isEqualTo(check.owner()));
        }
        assertThat(Arrays.stream(Condition.values()).filter(condition -> Check.named(condition.check()).isPresent())).hasSizeGreaterThan(8);
    }

    private static Set<String> keys() {
        var keys = new TreeSet<>(Set.of("answer.unsure", "before.find-out", "before.find-out.do", "way.reconnect.confirm"));
        each(keys, Way.values(), way -> Stream.of("title", "because", "work").map(part -> "way." + way.word() + "." + part));
        each(keys, Fit.values(), fit -> Stream.of("fit." + fit.word()));
        each(keys, Kind.values(), kind -> Stream.of("change." + kind.word()));
        each(keys, Rule.Sureness.values(), sure -> Stream.of("sureness." + sure.word()));
        each(keys, Reason.values(), reason -> Stream.of("why-not." + reason.word()));
        each(keys, Asset.values(), asset -> Stream.of("asset." + asset.word()));
        each(keys, Fate.values(), fate -> Stream.of("fate." + fate.word()));
        each(keys, Dark.values(), dark -> Stream.of("dark." + dark.word()));
        each(keys, CalendarEffect.Kind.values(), effect -> Stream.of("calendar." + effect.word()));
        each(keys, Topic.values(), topic -> Stream.of("title", "question")
                .filter(part -> part.equals("title") || topic.isAsked())
                .map(part -> "topic." + topic.word() + "." + part));
        each(keys, Value.values(), value -> Stream.of("answer." + value.topic().word() + "." + value.word()));
        each(keys, Condition.values(), condition -> Check.named(condition.word()).isPresent()
                ? Stream.of()
                : Stream.of("title", "do").map(part -> "before." + condition.word() + "." + part));
        Stream.of("answer", "wish", "set-up", "country-code").forEach(by -> keys.add("known-by." + by));
        return keys;
    }

    private static <T> void each(Set<String> keys, T[] all, java.util.function.Function<T, Stream<String>> of) {
        Arrays.stream(all).flatMap(of).forEach(keys::add);
    }
}
