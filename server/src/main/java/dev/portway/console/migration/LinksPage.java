package dev.portway.console.migration;

import dev.portway.console.migration.ActionForm.Choice;
import dev.portway.guest.GuestLink;
import dev.portway.guest.Question;
import dev.portway.guest.Wish;
import dev.portway.runner.Desk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an operator makes and closes the guest links of a migration.
 *
 * @param home the migration's own page
 * @param questions what may be asked now
 * @param spans for how long, as the API writes it
 * @param typed what was typed, where it was not taken
 * @param fresh the link that was just made
 */
public record LinksPage(String home, String title, List<Choice> questions, List<Choice> spans, Map<String, String> typed, String wrong,
        Optional<Fresh> fresh, List<Line> links) {
    private static final List<String> SPANS = List.of("PT1H", "P1D", "P7D", "P30D");

    /** @param onlyHere whether nobody on another machine can open it */
    public record Fresh(String address, String to, String asks, Moment until, boolean onlyHere) {}

    /** One link that was made. */
    public record Line(String id, String asks, String to, String state, String stateName, String tone, String madeBy, Moment madeAt,
            Moment expiresAt, Optional<Moment> openedAt, Optional<Moment> answeredAt, boolean closable) {}

    public LinksPage {
        questions = List.copyOf(questions);
        spans = List.copyOf(spans);
        typed = Map.copyOf(typed);
        links = List.copyOf(links);
    }

    /** With nothing typed. */
    public static LinksPage of(Voice voice, Desk.Card card, List<GuestLink> links) {
        List<Choice> questions = Question.askable(card).stream().map(one -> choice(voice, one)).distinct().toList();
        return new LinksPage("/migrations/" + card.migration().id(), MigrationPage.title(voice, card.migration()), questions,
                SPANS.stream().map(span -> new Choice(span, voice.say("links.for." + span))).toList(), Map.of(), "", Optional.empty(),
                links.stream().map(link -> line(voice, card, link)).toList());
    }

    public LinksPage with(Map<String, String> form, String field) {
        return new LinksPage(home, title, questions, spans, form, field, fresh, links);
    }

    /** With the one just made: its address is seen now and never again. */
    public LinksPage with(Voice voice, GuestLink link, String address, boolean onlyHere) {
        return new LinksPage(home, title, questions, spans, typed, wrong, Optional.of(new Fresh(address, link.to(),
                GuestPage.title(voice, link.question()), voice.moment(link.expiresAt()), onlyHere)), links);
    }

    public String value(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }

    public boolean isWrong(String field) {
        return wrong.equals(field);
    }

    public int longestName() {
        return Wish.LONGEST_NAME;
    }

    public int longestReason() {
        return Wish.LONGEST_REASON;
    }

    private static Choice choice(Voice voice, Question question) {
        return new Choice(question.task().word() + "/" + question.subject(), GuestPage.title(voice, question));
    }

    private static Line line(Voice voice, Desk.Card card, GuestLink link) {
        GuestLink.State state = link.state(card.now());
        String tone = switch (state) {
            case OPEN -> "calm";
            case ANSWERED -> "good";
            case EXPIRED, REVOKED -> "";
        };
        boolean closable = link.revokedAt().isEmpty() && card.now().isBefore(link.expiresAt());
        return new Line(link.id(), GuestPage.title(voice, link.question()), link.to(), MigrationPage.word(state),
                voice.say("guest.state." + MigrationPage.word(state)), tone, link.madeBy(), voice.moment(link.madeAt()),
                voice.moment(link.expiresAt()), link.openedAt().map(voice::moment), link.answeredAt().map(voice::moment), closable);
    }
}
