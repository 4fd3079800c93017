package dev.portway.api;

import dev.portway.finder.Ranking;
import dev.portway.finder.Reason;
import dev.portway.finder.Topic;
import dev.portway.finder.Way;
import dev.portway.finder.look.Found;
import dev.portway.finder.look.Inquiry;
import dev.portway.finder.look.Phrases;
import dev.portway.intake.RouteAsked;
import dev.portway.migration.fact.Finding;
import dev.portway.words.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the route finder says of a number, as JSON.
 *
 * @param result {@code best}, {@code question} or {@code nothing}: which of the next three is there
 * @param best the way to take; null until it is clear, and when there is none
 * @param question the one whose answer helps most now; null when nothing has to be asked
 * @param because why nothing fits; empty otherwise
 * @param ways all there are, the best first
 * @param troubles what the look at Graph found not in order, as the checks say it
 * @param day the day the calendar was read for
 * @param mayShowMore whether asking again in a moment may show more, because part of Graph could not be read
 */
record RouteFinderView(String number, String result, @Nullable String best, @Nullable String bestText, @Nullable QuestionView question,
        List<WhyNotView> because, List<WayView> ways, List<TroubleView> troubles, String day, String zone, boolean mayShowMore) {

    /** One question; {@code unknown} is always an answer. */
    record QuestionView(String topic, String text, @Nullable String hint, List<ChoiceView> choices) {
        static QuestionView of(Topic topic, Phrases phrases) {
            var choices = new ArrayList<ChoiceView>();
            topic.choices().forEach(value -> choices.add(new ChoiceView(value.word(), phrases.of(value))));
            choices.add(new ChoiceView(RouteAsked.UNKNOWN, phrases.unsure()));
            return new QuestionView(topic.word(), phrases.question(topic), phrases.hint(topic).orElse(null), choices);
        }
    }

    record ChoiceView(String answer, String text) {}

    record WhyNotView(String reason, String text) {
        static WhyNotView of(Reason reason, Phrases phrases) {
            return new WhyNotView(reason.word(), phrases.of(reason));
        }
    }

    /** A check that is not in order. */
    record TroubleView(String check, String text, String remedy, @Nullable String link, String owner, String ownerText, String valueText,
            String where) {
        static TroubleView of(Finding finding, Phrases phrases) {
            var vocabulary = new Vocabulary(phrases.words());
            Vocabulary.Guidance guidance = vocabulary.check(finding.check());
            return new TroubleView(finding.check(), vocabulary.say(finding.words()), guidance.todo(), guidance.link().orElse(null),
                    finding.owner().word(), vocabulary.say("party." + finding.owner().word()), vocabulary.saw(finding.value()),
                    finding.where());
        }
    }

    static RouteFinderView of(Inquiry inquiry, Found found, Phrases phrases) {
        Ranking ranking = found.ranking();
        String result = switch (ranking.outcome()) {
            case Ranking.Best _ -> "best";
            case Ranking.Ask _ -> "question";
            case Ranking.Nothing _ -> "nothing";
        };
        Optional<Way> best = ranking.outcome() instanceof Ranking.Best(Way way) ? Optional.of(way) : Optional.empty();
        List<Reason> because = ranking.outcome() instanceof Ranking.Nothing(List<Reason> reasons) ? reasons : List.of();
        return new RouteFinderView(inquiry.where().number().e164(), result, best.map(Way::word).orElse(null),
                best.map(phrases::because).orElse(null),
                ranking.outcome() instanceof Ranking.Ask(Topic topic) ? QuestionView.of(topic, phrases) : null,
                because.stream().map(reason -> WhyNotView.of(reason, phrases)).toList(),
                ranking.ways().stream().map(verdict -> WayView.of(verdict, found, phrases)).toList(),
                found.troubles().stream().map(trouble -> TroubleView.of(trouble, phrases)).toList(), inquiry.day().date().toString(),
                inquiry.day().zone().getId(), found.passing());
    }
}
