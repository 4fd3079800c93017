package dev.portway.guest;

import dev.portway.account.Providers;
import dev.portway.migration.Event;
import dev.portway.migration.Field;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Secret;
import dev.portway.migration.Source;
import dev.portway.migration.Told;
import dev.portway.runner.Desk;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes guest links, closes them, and takes what is answered by them.
 *
 * <pre>
 * made ──▶ open ──▶ answered          looking at a link changes nothing: messengers fetch every address they are sent
 *            ├────▶ revoked, expired  from the outside the same as one that never was
 *            └────▶ not asked any more: the migration went on without it
 * </pre>
 */
@Component
public class GuestLinks {
    /** More than one migration has people and questions; beyond it somebody makes them in a circle. */
    public static final int MOST_OPEN = 50;

    /** What the link itself says of an answer, and nobody types. */
    private static final Set<String> GIVEN = Set.of("check", "task", "number");

    private final LinkRows rows;
    private final Tries tries;
    private final Desk desk;
    private final Providers providers;

    GuestLinks(JdbcClient sql, Desk desk, Providers providers) {
        this.rows = new LinkRows(sql);
        this.tries = new Tries(sql);
        this.desk = desk;
        this.providers = providers;
    }

    /** What became of the wish for a link. */
    public sealed interface Made {
        /** @param token the only time it is seen */
        record New(Secret token, GuestLink link) implements Made {}

        /** The migration asks nothing of that kind now. */
        record NothingToAsk() implements Made {}

        record TooMany() implements Made {}
    }

    /** How a link is found by whoever has it. */
    public sealed interface Visit {
        /** Never was, is over, or was closed. */
        record Closed() implements Visit {}

        /** @param opensIn when looking or answering is worth it again */
        record TooMany(Duration opensIn) implements Visit {}

        /** @param by whose people ask */
        record Asked(GuestLink link, Desk.Card card, String by) implements Visit {}

        /** It was answered, and the answer is being looked at. */
        record Checking(GuestLink link, String by) implements Visit {}

        record Answered(GuestLink link, String by) implements Visit {}

        /** Nobody needs it any more, and nobody answered by it. */
        record NotAsked(GuestLink link, String by) implements Visit {}
    }

    /** What became of an answer. */
    public sealed interface Answered {
        record Taken() implements Answered {}

        /** @param wrong as {@link Told.Misunderstood} says it */
        record Misunderstood(Visit.Asked asked, String field, String wrong) implements Answered {}

        /** It could not be answered; this is how the link stands. */
        record Elsewhere(Visit visit) implements Answered {}
    }

    /**
     * An answer on its way in.
     *
     * @param language of the page
     * @param network where it comes from
     */
    public record Sent(Map<String, String> typed, String language, String network) {}

    public Made make(Desk.Card card, Wish wish, String by) {
        ProviderId provider = card.migration().provider();
        MigrationId migration = card.migration().id();
        Optional<Question> question = Question.askable(card)
                .stream()
                .filter(one -> one.isNamed(wish.task(), wish.check()))
                .findFirst();
        if (question.isEmpty()) {
            return new Made.NothingToAsk();
        }
        return rows.insert(provider, migration, question.get(), wish, by, MOST_OPEN).<Made>map(fresh -> {
            note(fresh.link(), "guest-link-made", Map.of("asks", question.get().word(), "value", fresh.link().to()), by);
            return new Made.New(fresh.token(), fresh.link());
        }).orElseGet(Made.TooMany::new);
    }

    /** Newest first. */
    public List<GuestLink> of(ProviderId provider, MigrationId migration) {
        return rows.of(provider, migration);
    }

    /** Empty when the migration has no such link. */
    public Optional<GuestLink> revoke(Desk.Card card, String id, String by) {
        ProviderId provider = card.migration().provider();
        MigrationId migration = card.migration().id();
        boolean was = rows.of(provider, migration).stream().anyMatch(link -> link.id().equals(id) && link.revokedAt().isEmpty());
        Optional<GuestLink> revoked = rows.revoke(provider, migration, id, by);
        revoked.filter(_ -> was).ifPresent(link -> note(link, "guest-link-revoked", Map.of("value", link.to()), by));
        return revoked;
    }

    /** Looks, and changes nothing of the link or its migration. */
    public Visit visit(Secret token, String network) {
        return rows.open(token).map(this::standing).orElseGet(() -> stranger(network));
    }

    private Visit stranger(String network) {
        return tries.spend(Tries.Limit.strangers(network)).<Visit>map(Visit.TooMany::new).orElseGet(Visit.Closed::new);
    }

    private Visit standing(GuestLink link) {
        String by = providers.find(link.provider()).map(Providers.Provider::name).orElse("");
        Optional<Desk.Card> found = desk.find(link.provider(), link.migration());
        boolean usedUp = link.uses() >= link.question().mostUses();
        if (found.isEmpty() || usedUp) {
            return new Visit.Answered(link, by);
        }
        Desk.Card card = found.get();
        if (link.uses() > 0 && isAtWork(card.standing().next())) {
            return new Visit.Checking(link, by);
        }
        if (link.question().isAsked(card)) {
            return new Visit.Asked(link, card, by);
        }
        return link.uses() > 0 ? new Visit.Answered(link, by) : new Visit.NotAsked(link, by);
    }

    private static boolean isAtWork(Next next) {
        return next instanceof Next.Call || next instanceof Next.Wait(_, var reason) && reason == Next.Waiting.ANSWER;
    }

    /** A person has the page before them. */
    public void opened(Secret token) {
        rows.open(token)
                .filter(rows::opened)
                .ifPresent(link -> note(link, "guest-link-opened", Map.of("value", link.to()), link.guest()));
    }

    public Answered answer(Secret token, Sent sent) {
        Optional<GuestLink> found = rows.open(token);
        if (found.isEmpty()) {
            return new Answered.Elsewhere(stranger(sent.network()));
        }
        GuestLink link = found.get();
        return tries.spend(Tries.Limit.answers(link.id()))
                .<Answered>map(wait -> new Answered.Elsewhere(new Visit.TooMany(wait)))
                .orElseGet(() -> standing(link) instanceof Visit.Asked asked
                        ? answered(asked, sent)
                        : new Answered.Elsewhere(standing(link)));
    }

    /** One of its uses is taken first, so that a link that has one left is answered once by two who answer at once. */
    private Answered answered(Visit.Asked asked, Sent sent) {
        GuestLink link = asked.link();
        if (!rows.use(link, sent.language())) {
            return new Answered.Elsewhere(new Visit.Closed());
        }
        Told told = desk.tell(link.provider(), link.migration(), link.question().action(), input(link.question(), sent.typed()),
                Source.person(link.guest())).orElseThrow();
        return switch (told) {
            case Told.Accepted _ -> {
                note(link, "guest-link-answered", Map.of("language", sent.language(), "value", link.to()), link.guest());
                yield new Answered.Taken();
            }
            case Told.NotAllowed _ -> {
                rows.giveBack(link);
                yield new Answered.Elsewhere(new Visit.NotAsked(link, asked.by()));
            }
            case Told.Misunderstood(var field, var wrong) -> {
                rows.giveBack(link);
                yield new Answered.Misunderstood(asked, field, wrong);
            }
        };
    }

    private static Map<String, String> input(Question question, Map<String, String> typed) {
        var input = new HashMap<String, String>();
        question.action()
                .fields()
                .stream()
                .map(Field::name)
                .filter(name -> !GIVEN.contains(name) && typed.containsKey(name))
                .forEach(name -> input.put(name, typed.getOrDefault(name, "")));
        input.putAll(question.given());
        return input;
    }

    private void note(GuestLink link, String name, Map<String, String> data, String by) {
        var all = new HashMap<>(data);
        all.put("link", link.id());
        desk.note(link.provider(), link.migration(), new Event(name, "", null, all, Source.person(by)));
    }
}
