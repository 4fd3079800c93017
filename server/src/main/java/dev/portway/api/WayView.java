package dev.portway.api;

import dev.portway.finder.CalendarEffect;
import dev.portway.finder.Known;
import dev.portway.finder.Need;
import dev.portway.finder.Row;
import dev.portway.finder.Rule;
import dev.portway.finder.Topic;
import dev.portway.finder.Verdict;
import dev.portway.finder.Way;
import dev.portway.finder.look.Found;
import dev.portway.finder.look.Phrases;
import dev.portway.migration.Ends;
import dev.portway.migration.Route;
import dev.portway.migration.Term;
import dev.portway.migration.fact.Certainty;
import dev.portway.problem.Party;
import dev.portway.words.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way a number can change hands, held against one number.
 *
 * @param fit as {@link dev.portway.finder.Fit} says it
 * @param because why one would take it
 * @param confirm what has to be confirmed before it begins; null when it takes nothing away
 * @param conditions what must hold first, what is known not to hold before what nobody has seen
 * @param reasons why it does not fit
 * @param asks topics it hangs on and that nobody has answered
 * @param order what an order of it takes
 * @param facts everything it was concluded from
 */
record WayView(String way, String text, String fit, String fitText, String change, String changeText, String because,
        @Nullable String confirm,
        List<ConditionView> conditions, List<RouteFinderView.WhyNotView> reasons, List<String> asks, CostsView costs,
        List<CalendarView> calendar, RuleView rule, OrderView order, List<KnownView> facts) {

    /** @param known {@code unmet} when it is known not to hold, {@code not-seen} when nobody has seen it */
    record ConditionView(String condition, String text, String todo, @Nullable String link, String owner, String ownerText, String known) {
        static ConditionView of(Need need, Phrases phrases) {
            Vocabulary.Guidance guidance = phrases.of(need);
            return new ConditionView(need.key(), guidance.title(), guidance.todo(), guidance.link().orElse(null), need.owner().word(),
                    phrases.words().say("party." + need.owner().word()), need.unmet() ? "unmet" : "not-seen");
        }
    }

    /**
     * @param darkMostSeconds for how long it may send nothing at most; null when nobody knows
     * @param work who has something to do, who has most first
     */
    record CostsView(List<AssetView> assets, String dark, String darkText, @Nullable Long darkMostSeconds, List<String> work,
            String workText) {
        static CostsView of(Row row, Phrases phrases) {
            Row.Costs costs = row.costs();
            List<AssetView> assets = costs.fates()
                    .entrySet()
                    .stream()
                    .map(one -> new AssetView(one.getKey().word(), phrases.of(one.getKey()), one.getValue().word(),
                            phrases.of(one.getValue())))
                    .toList();
            return new CostsView(assets, costs.dark().word(), phrases.of(costs.dark()), costs.dark()
                    .most()
                    .map(most -> most.toSeconds())
                    .orElse(null), costs.work().stream().map(Party::word).toList(), phrases.work(row.way()));
        }
    }

    /**
     * What {@code POST /v1/migrations} takes beside the numbers, by the names it has there: {@code from.waba}, {@code terms.currency}.
     *
     * @param needs without which it is refused
     * @param takes what may be left out
     */
    record OrderView(String route, List<String> needs, List<String> takes) {
        static OrderView of(Way way) {
            Route.Asks asks = Found.route(way).asks();
            return new OrderView(way.word(), fields(asks.ends(), Ends.End.NAMED, asks.needed()),
                    fields(asks.ends(), Ends.End.MAYBE, asks.taken()));
        }

        private static List<String> fields(Ends ends, Ends.End end, List<Term> terms) {
            Stream<String> wabas = Stream.of(ends.source() == end ? "from.waba" : "", ends.destination() == end ? "to.waba" : "")
                    .filter(field -> !field.isEmpty());
            return Stream.concat(wabas, terms.stream().map(term -> "terms." + term.field().name())).toList();
        }
    }

    record AssetView(String asset, String text, String fate, String fateText) {}

    record CalendarView(String effect, String text, String on) {
        static CalendarView of(CalendarEffect effect, Phrases phrases) {
            return new CalendarView(effect.kind().word(), phrases.of(effect), effect.on().toString());
        }
    }

    /** @param decidedBy the setting that says whether it holds here, where Meta does not; null where there is none */
    record RuleView(String certainty, String text, String source, @Nullable String decidedBy) {
        static RuleView of(Rule rule, Phrases phrases) {
            return new RuleView(rule.sureness().word(), phrases.of(rule.sureness()), rule.source(),
                    rule.decidedBy().map(Topic::word).orElse(null));
        }
    }

    /** @param value null when nobody knows */
    record KnownView(String topic, String text, @Nullable String value, @Nullable String valueText, String certainty,
            @Nullable String from) {
        static KnownView of(Verdict.Drawn drawn, Phrases phrases) {
            Optional<Known> known = drawn.known();
            return new KnownView(drawn.topic().word(), phrases.title(drawn.topic()), known.map(one -> one.value().word()).orElse(null),
                    known.map(one -> phrases.of(one.value())).orElse(null),
                    MigrationView.word(known.map(Known::certainty).orElse(Certainty.UNKNOWN)), known.map(phrases::from).orElse(null));
        }
    }

    static WayView of(Verdict verdict, Found found, Phrases phrases) {
        Row row = verdict.row();
        return new WayView(row.way().word(), phrases.title(row.way()), verdict.fit().word(), phrases.of(verdict.fit()), row.kind().word(),
                phrases.of(row.kind()), phrases.because(row.way()), phrases.confirm(verdict).orElse(null),
                verdict.needs().stream().map(need -> ConditionView.of(need, phrases)).toList(),
                verdict.reasons().stream().map(reason -> RouteFinderView.WhyNotView.of(reason, phrases)).toList(),
                verdict.pending().stream().sorted().map(Topic::word).toList(), CostsView.of(row, phrases),
                found.effects(row.way()).stream().map(effect -> CalendarView.of(effect, phrases)).toList(),
                RuleView.of(row.rule(), phrases),
                OrderView.of(row.way()), verdict.drawn().stream().map(drawn -> KnownView.of(drawn, phrases)).toList());
    }
}
