package dev.portway.console.migration;

import dev.portway.console.migration.ActionForm.Choice;
import dev.portway.guest.GuestLink;
import dev.portway.guest.Question;
import dev.portway.guest.Wish;
import dev.portway.migration.fact.PhoneNumber;
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
            Moment expiresAt, Optional<Moment> openedAt, Optional<Moment> answeredAt, Optional<No> no, boolean closable) {}

    /** Whoever held it said no.
     *
     * @param words why, in theirs; may be empty
     */
    public record No(String why, String words, Moment at) {}

    public LinksPage {
        questions = List.copyOf(questions);
        spans = List.copyOf(spans);
        typed = Map.copyOf(typed);
        links = List.copyOf(links);
    }

    /** With nothing typed. */
    public static LinksPage of(Voice voice, Desk.Card card, List<GuestLink> links) {
        List<Choice> questions = Question.askable(card).stream().map(one -> choice(voice, one, card)).distinct().toList();
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

    private static Choice choice(Voice voice, Question question, Desk.Card card) {
        return new Choice(question.task().word() + "/" + question.subject() + "/" + question.number().map(PhoneNumber::e164).orElse(""),
                asks(voice, question, card));
    }

    /** With its number, where it is not the only one. */
    private static String asks(Voice voice, Question question, Desk.Card card) {
        boolean several = card.migration().order().numbers().size() > 1;
        String title = GuestPage.title(voice, question);
        return question.number().filter(_ -> several).map(number -> title + " " + voice.phone(number)).orElse(title);
    }

    private static Line line(Voice voice, Desk.Card card, GuestLink link) {
        GuestLink.State state = link.state(card.now());
        String tone = switch (state) {
            case OPEN -> "calm";
            case ANSWERED -> "good";
            case REFUSED -> "warn";
            case EXPIRED, REVOKED -> "";
        };
        boolean moot = state == GuestLink.State.OPEN && card.migration().ending().isPresent();
        boolean closable = link.revokedAt().isEmpty() && link.saidNo().isEmpty() && card.now().isBefore(link.expiresAt());
        return new Line(link.id(), asks(voice, link.question(), card), link.to(), MigrationPage.word(state),
                voice.say("guest.state." + (moot ? "moot" : MigrationPage.word(state))), moot ? "" : tone, link.madeBy(),
                voice.moment(link.madeAt()),
                voice.moment(link.expiresAt()), link.openedAt().map(voice::moment), link.answeredAt().map(voice::moment),
                link.saidNo().map(no -> new No(voice.say("links.no." + no.why().word()), no.words(), voice.moment(no.at()))), closable);
    }
}
