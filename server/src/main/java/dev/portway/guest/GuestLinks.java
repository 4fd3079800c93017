package dev.portway.guest;

import dev.portway.account.Providers;
import dev.portway.migration.Event;
import dev.portway.migration.Field;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Next;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Status;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.fact.Source;
import dev.portway.migration.standing.Told;
import dev.portway.runner.Desk;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes guest links, closes them, and takes what is answered by them.
 *
 * <pre>
 * made ──▶ open ──▶ answered          looking at a link changes nothing: messengers fetch every address they are sent
 *            ├────▶ refused          whoever has it says no: the migration stands where it stood, and its people are told
 *            ├────▶ revoked, expired  from the outside the same as one that never was
 *            └────▶ not asked any more: the migration went on without it
 * </pre>
 */
@Component
public class GuestLinks {
    /** More than one migration has people and questions; beyond it somebody makes them in a circle. */
    public static final int MOST_OPEN = 50;

    /** Whatever became of them: a list that is read to its end, and ten times what is open at once. */
    static final int MOST = 500;

    /** What the link itself says of an answer, and nobody types. */
    private static final Set<String> GIVEN = Set.of("check", "task", "number");

    private final LinkRows rows;
    private final Tries tries;
    private final Desk desk;
    private final Providers providers;
    private final TransactionOperations holding;
    private final TransactionOperations apart;

    /** Whoever answers holds a connection while the desk takes another: one at a time in this process, or all could wait for the last one. */
    private final ReentrantLock answering = new ReentrantLock();

    GuestLinks(JdbcClient sql, Desk desk, Providers providers, PlatformTransactionManager transactions) {
        this.rows = new LinkRows(sql);
        this.tries = new Tries(sql);
        this.desk = desk;
        this.providers = providers;
        this.holding = new TransactionTemplate(transactions);
        this.apart = apart(transactions);
    }

    /** What the desk is told is committed when it wakes the migration, whatever is held here. */
    private static TransactionOperations apart(PlatformTransactionManager transactions) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return template;
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

        /** Whoever had it said no. */
        record Refused(GuestLink link, String by) implements Visit {}

        /** The migration ended before anybody answered by it. */
        record Ended(GuestLink link, String by) implements Visit {}

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

    /** What became of a no. */
    public sealed interface Refused {
        record Taken() implements Refused {}

        /** @param field {@code why} or {@code words} */
        record Misunderstood(Visit.Asked asked, String field) implements Refused {}

        /** Nothing was asked any more; this is how the link stands. */
        record Elsewhere(Visit visit) implements Refused {}
    }

    public Made make(Desk.Card card, Wish wish, String by) {
        ProviderId provider = card.migration().provider();
        MigrationId migration = card.migration().id();
        Optional<Question> question = Question.askable(card)
                .stream()
                .filter(one -> one.isNamed(wish, card.migration().order()))
                .findFirst();
        if (question.isEmpty()) {
            return new Made.NothingToAsk();
        }
        Optional<LinkRows.Fresh> made = Objects
                .requireNonNull(holding.execute(_ -> rows.insert(provider, migration, question.get(), wish, by)));
        return made.<Made>map(fresh -> {
            note(fresh.link(), "guest-link-made", Map.of("asks", question.get().word(), "value", fresh.link().to()), by);
            return new Made.New(fresh.token(), fresh.link());
        }).orElseGet(Made.TooMany::new);
    }

    /** Those that can still be answered first, then newest first. */
    public List<GuestLink> of(ProviderId provider, MigrationId migration) {
        return rows.of(provider, migration);
    }

    /** Empty when the migration has no such link. */
    public Optional<GuestLink> revoke(Desk.Card card, String id, String by) {
        ProviderId provider = card.migration().provider();
        MigrationId migration = card.migration().id();
        Optional<GuestLink> revoked = rows.revoke(provider, migration, id, by);
        revoked.ifPresent(link -> note(link, "guest-link-revoked", Map.of("value", link.to()), by));
        return revoked.or(() -> rows.find(provider, migration, id));
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
        if (link.saidNo().isPresent()) {
            return new Visit.Refused(link, by);
        }
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
        if (link.uses() > 0) {
            return new Visit.Answered(link, by);
        }
        return isOver(card) ? new Visit.Ended(link, by) : new Visit.NotAsked(link, by);
    }

    /** What is being withdrawn asks nobody any more. */
    private static boolean isOver(Desk.Card card) {
        return card.migration().ending().isPresent() || card.standing().status() == Status.WITHDRAWING;
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
                .orElseGet(() -> switch (standing(link)) {
                    case Visit.Asked asked -> answered(asked, sent);
                    case Visit elsewhere -> new Answered.Elsewhere(elsewhere);
                });
    }

    /** @param sent {@code why}, one of {@link SaidNo.Why} in small letters, and {@code words} */
    public Refused refuse(Secret token, Sent sent) {
        Optional<GuestLink> found = rows.open(token);
        if (found.isEmpty()) {
            return new Refused.Elsewhere(stranger(sent.network()));
        }
        GuestLink link = found.get();
        return tries.spend(Tries.Limit.answers(link.id()))
                .<Refused>map(wait -> new Refused.Elsewhere(new Visit.TooMany(wait)))
                .orElseGet(() -> switch (standing(link)) {
                    case Visit.Asked asked -> refused(asked, sent);
                    case Visit elsewhere -> new Refused.Elsewhere(elsewhere);
                });
    }

    private Refused refused(Visit.Asked asked, Sent sent) {
        GuestLink link = asked.link();
        String words = sent.typed().getOrDefault("words", "").strip();
        Optional<SaidNo.Why> why = SaidNo.Why.named(sent.typed().getOrDefault("why", ""));
        if (why.isEmpty() || !Wish.fits(words, Wish.LONGEST_REASON)) {
            return new Refused.Misunderstood(asked, why.isEmpty() ? "why" : "words");
        }
        if (!rows.refuse(link, why.get(), words, sent.language())) {
            return new Refused.Elsewhere(new Visit.Closed());
        }
        note(link, "guest-link-refused",
                Map.of("asks", link.question().word(), "because", why.get().word(), "value",
                        words.isEmpty() ? link.to() : link.to() + ": " + words),
                link.guest());
        return new Refused.Taken();
    }

    /**
     * One of its uses is taken first and held until the answer is in, so that a link that has one left is answered once by two who answer at once, and
     * one that is revoked meanwhile is revoked afterwards. Where nothing was told, whatever the reason, the use was never taken.
     */
    private Answered answered(Visit.Asked asked, Sent sent) {
        answering.lock();
        try {
            Answered answered = holding.execute(held -> held(asked, sent, held));
            if (answered instanceof Answered.Taken) {
                GuestLink link = asked.link();
                note(link, "guest-link-answered", Map.of("language", sent.language(), "value", link.to()), link.guest());
            }
            return answered;
        } finally {
            answering.unlock();
        }
    }

    private Answered held(Visit.Asked asked, Sent sent, TransactionStatus held) {
        if (!rows.use(asked.link(), sent.language())) {
            return new Answered.Elsewhere(new Visit.Closed());
        }
        Told told = apart.execute(_ -> told(asked.link(), sent));
        return switch (told) {
            case Told.Accepted _ -> new Answered.Taken();
            case Told.NotAllowed _ -> {
                held.setRollbackOnly();
                yield new Answered.Elsewhere(new Visit.NotAsked(asked.link(), asked.by()));
            }
            case Told.Misunderstood(var field, var wrong) -> {
                held.setRollbackOnly();
                yield new Answered.Misunderstood(asked, field, wrong);
            }
        };
    }

    private Told told(GuestLink link, Sent sent) {
        return desk.tell(link.provider(), link.migration(), link.question().action(), input(link.question(), sent.typed()),
                Source.person(link.guest())).orElseThrow();
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
