package dev.portway.finder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.finder.Ranking.Ask;
import dev.portway.finder.Ranking.Best;
import dev.portway.finder.Ranking.Nothing;
import dev.portway.migration.fact.Certainty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What holds wherever one stands: every combination of what weighs most, and a large seeded sample of everything, each topic known from somebody, known
 * to be unknown, or not known.
 */
class WholeSpaceTest {
    private static final long SEED = 20261121;
    private static final int SAMPLES = 30_000;
    private static final List<Topic> WEIGHTIEST = List.of(Topic.WISH, Topic.PLACE, Topic.WITH, Topic.PORTFOLIO, Topic.APP,
            Topic.DESTINATION);

    @Test
    void everyCombinationOfWhatWeighsMost_holds() {
        int[] seen = new int[1];
        each(Knowledge.NONE, WEIGHTIEST, knowledge -> {
            holds(knowledge);
            seen[0]++;
        });

        assertThat(seen[0]).isEqualTo(11 * 10 * 5 * 4 * 4 * 5);
    }

    @Test
    void largeSampleOfEverything_holds() {
        var random = new Random(SEED);
        for (int i = 0; i < SAMPLES; i++) {
            holds(any(random));
        }
    }

    /** A person who answers whatever is asked, at random, comes to an end, and soon. */
    @Test
    void questionsEnd_andAreFew() {
        var random = new Random(SEED);
        var lengths = new ArrayList<Integer>();
        for (int i = 0; i < 5_000; i++) {
            Knowledge knowledge = Knowledge.NONE.with(Known.stated(Value.IN_NO_SOLUTION, Known.SET_UP));
            int asked = 0;
            while (RouteFinder.rank(knowledge).outcome() instanceof Ask(Topic topic)) {
                List<Value> choices = topic.choices();
                knowledge = random.nextInt(8) == 0
                        ? knowledge.unsureOf(topic)
                        : knowledge.with(Known.stated(choices.get(random.nextInt(choices.size())), Known.ANSWER));
                asked++;
            }
            lengths.add(asked);
        }

        assertThat(lengths).as("questions until an end, seed " + SEED).allMatch(asked -> asked <= 8);
        assertThat(lengths.stream().mapToInt(asked -> asked).average().orElseThrow()).isLessThan(4);
    }

    @Test
    void everyWay_fitsSomewhere() {
        var random = new Random(SEED);
        var best = new HashSet<Way>();
        for (int i = 0; i < SAMPLES && best.size() < Way.values().length; i++) {
            if (RouteFinder.rank(any(random)).outcome() instanceof Best(Way way)) {
                best.add(way);
            }
        }

        assertThat(best).as("ways that are the best for somebody").contains(Way.values());
    }

    @Test
    void everyValue_everyReason_everyCondition_isOfSomeUse() {
        Set<Value> weighing = new HashSet<>(Topic.WISH.choices());
        Set<Reason> reasons = new HashSet<>(Set.of(Reason.NOT_WISHED));
        Set<Condition> conditions = new HashSet<>();
        Table.rows().forEach(row -> {
            weighing.addAll(row.outs().keySet());
            weighing.addAll(row.afters().keySet());
            reasons.addAll(row.outs().values());
            conditions.addAll(row.afters().values());
        });

        assertThat(reasons).contains(Reason.values());
        assertThat(conditions).contains(Condition.values());
        assertThat(Arrays.stream(Topic.values()).filter(topic -> topic != Topic.MARKET && topic != Topic.MONEY))
                .allSatisfy(topic -> assertThat(topic.choices()).anyMatch(weighing::contains));
        assertThat(Topic.values()).as("a topic of one value asks nothing")
                .allSatisfy(topic -> assertThat(topic.choices()).hasSizeGreaterThan(1));
    }

    private static void holds(Knowledge knowledge) {
        Ranking ranking = RouteFinder.rank(knowledge);
        Supplier<String> where = () -> "seed " + SEED + ", " + knowledge;

        assertThat(ranking.ways()).as(where).hasSize(Way.values().length).extracting(Verdict::way).doesNotHaveDuplicates();
        ranking.ways().forEach(verdict -> says(verdict, where));
        List<Verdict> possible = ranking.ways().stream().filter(Verdict::mayFit).toList();
        assertThat(ranking.ways().subList(0, possible.size())).as(where).isEqualTo(possible);
        switch (ranking.outcome()) {
            case Best(Way way) -> {
                Verdict first = ranking.ways().getFirst();
                assertThat(first.way()).as(where).isEqualTo(way);
                assertThat(first.fit()).as(where).isIn(Fit.FITS, Fit.FITS_AFTER);
                boolean alone = possible.stream().allMatch(verdict -> verdict.way().isDestructive());
                assertThat(way.isDestructive() && !alone).as(where).isFalse();
                assertThat(first.needsConfirmation()).as(where).isEqualTo(way.isDestructive());
            }
            case Ask(Topic topic) -> changesSomething(knowledge, topic, where);
            case Nothing(List<Reason> because) -> {
                assertThat(possible).as(where).isEmpty();
                assertThat(because).as(where).isNotEmpty();
            }
        }
        knowledge.known().forEach((topic, known) -> assertThat(ranking.knowledge().of(topic)).as(where).contains(known));
    }

    /** Each kind of verdict has what it stands on, and nothing else. */
    private static void says(Verdict verdict, Supplier<String> where) {
        switch (verdict.fit()) {
            case DOES_NOT_FIT -> assertThat(verdict.reasons()).as(where).isNotEmpty();
            case UNKNOWN -> assertThat(verdict.pending()).as(where).isNotEmpty();
            case FITS_AFTER -> assertThat(verdict.needs()).as(where).isNotEmpty();
            case FITS -> assertThat(verdict.needs()).as(where).isEmpty();
        }
        assertThat(verdict.fit() == Fit.DOES_NOT_FIT).as(where).isEqualTo(!verdict.reasons().isEmpty());
        assertThat(verdict.drawn()).as(where).extracting(Verdict.Drawn::topic).containsExactlyElementsOf(verdict.row().topics());
    }

    /** Nobody is asked what is known, what they did not know, or what makes no difference. */
    private static void changesSomething(Knowledge knowledge, Topic topic, Supplier<String> where) {
        assertThat(topic.isAsked()).as(where).isTrue();
        assertThat(knowledge.of(topic)).as(where).isEmpty();
        assertThat(knowledge.unsure()).as(where).doesNotContain(topic);
        Set<List<String>> orders = topic.choices()
                .stream()
                .map(value -> RouteFinder.rank(knowledge.with(Known.stated(value, Known.ANSWER))))
                .map(WholeSpaceTest::order)
                .collect(Collectors.toSet());
        assertThat(orders).as(() -> "the answers to " + topic + " lead to one ranking: " + where.get()).hasSizeGreaterThan(1);
    }

    private static List<String> order(Ranking ranking) {
        return ranking.ways().stream().map(verdict -> verdict.way() + " " + verdict.fit()).toList();
    }

    private static void each(Knowledge knowledge, List<Topic> topics, Consumer<Knowledge> visit) {
        if (topics.isEmpty()) {
            visit.accept(knowledge);
            return;
        }
        List<Topic> others = topics.subList(1, topics.size());
        each(knowledge, others, visit);
        each(knowledge.unsureOf(topics.getFirst()), others, visit);
        topics.getFirst().choices().forEach(value -> each(knowledge.with(Known.stated(value, Known.ANSWER)), others, visit));
    }

    private static Knowledge any(Random random) {
        Knowledge knowledge = Knowledge.NONE;
        for (Topic topic : Topic.values()) {
            int kind = random.nextInt(10);
            List<Value> choices = topic.choices();
            Value value = choices.get(random.nextInt(choices.size()));
            if (kind < 7) {
                knowledge = knowledge.with(new Known(value, kind < 4 ? Certainty.STATED : Certainty.VERIFIED, "test"));
            } else if (kind == 7) {
                knowledge = knowledge.unsureOf(topic);
            }
        }
        return knowledge;
    }
}
