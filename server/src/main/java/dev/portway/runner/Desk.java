package dev.portway.runner;

import dev.portway.migration.Act;
import dev.portway.migration.Action;
import dev.portway.migration.Attempt;
import dev.portway.migration.Event;
import dev.portway.migration.Migration;
import dev.portway.migration.MigrationId;
import dev.portway.migration.Order;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Route;
import dev.portway.migration.Spendings;
import dev.portway.migration.Status;
import dev.portway.migration.fact.AccountTold;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.History;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Source;
import dev.portway.migration.fact.TwoStepTold;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.standing.Standing;
import dev.portway.migration.standing.Told;
import dev.portway.problem.Party;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where people, pages and the API meet migrations. Every method takes the owner: nobody sees or touches another provider's rows. */
public interface Desk {
    /** How many findings are kept of one check of one number. Few checks ever say something new; one that does each hour is kept for most of a day. */
    int MOST_SAID = 20;

    /**
     * A migration and where it stands, at the database's time.
     *
     * @param version another one whenever anything was written to it: what was read to the end, too, which is no moment of its own
     */
    record Card(Migration migration, Standing standing, List<Action> allowed, Instant now, long version) {

        /** Whether what it waits for was not seen to be wrong, but not seen at all. */
        public boolean isBlockedUnseen() {
            return migration.facts().value(Fact.CHECKED).filter(Findings::blockedUnseen).isPresent();
        }
    }

    /** One line of a list. */
    record Line(MigrationId id, String route, List<PhoneNumber> numbers, Status status, Optional<Party> waitsFor, String step,
            Instant createdAt,
            Instant changedAt) {}

    /**
     * Which migrations are listed.
     *
     * @param status only these; empty for all
     * @param waitsFor only those that wait for this party
     * @param number only those of this number
     * @param digits only those with a number that holds these digits in a row; empty for all
     * @param after the last id of the page before; empty for the first page
     * @param limit 1 to 101: a page of 100, and one that says whether there is another
     */
    record Filter(List<Status> status, Optional<Party> waitsFor, Optional<PhoneNumber> number, String digits, Optional<MigrationId> after,
            int limit) {}

    /** What became of an order. */
    sealed interface Placed {
        record New(Card card) implements Placed {}

        /** One of its numbers has a migration that has not ended. */
        record NumberBusy(PhoneNumber number, MigrationId by) implements Placed {}
    }

    /**
     * An event, as told to others.
     *
     * @param no counts within the migration, from 1
     * @param cursor place in the feed of all the provider's events
     */
    record Entry(MigrationId migration, long no, String name, String step, Optional<PhoneNumber> number, Map<String, String> data,
            Source by, Instant at,
            String cursor) {}

    /**
     * What a webhook said of a number, or else of a WABA.
     *
     * @param about what changed, {@code security:PIN_CHANGED}
     * @param twoStep what it tells of two-step verification
     * @param account what it announces about an account
     */
    record Hearsay(Optional<PhoneNumber> number, Optional<WabaId> waba, String about, Optional<TwoStepTold> twoStep,
            Optional<AccountTold> account) {}

    /** An attempt with what was said to Graph and what came back, secrets left out; empty when there is nothing to show. */
    record Tried(Attempt attempt, String exchange) {}

    /** Places an order; it begins at once when what is said holds that it is submitted. */
    Placed place(ProviderId provider, Route route, Order order, List<Learned<?>> said, Source by);

    Optional<Card> find(ProviderId provider, MigrationId id);

    /** Whether nothing more will happen to it; so it is with one that the provider does not have. For those who look often: reads one row. */
    boolean hasEnded(ProviderId provider, MigrationId id);

    /** Newest first. */
    List<Line> list(ProviderId provider, Filter filter);

    /** Empty when the provider has no such migration. */
    Optional<Told> tell(ProviderId provider, MigrationId id, Action action, Map<String, String> input, Source by);

    /** This was heard at once: each migration that any of it may concern is told of it all together, and looks again. Returns how many. */
    int heard(ProviderId provider, List<Hearsay> heard, Source by);

    /** Writes down what happened beside a migration's way and changes nothing of it. False when the provider has no such migration. */
    boolean note(ProviderId provider, MigrationId id, Event event);

    /** In the order they happened, after this number. */
    List<Entry> events(ProviderId provider, MigrationId id, long afterNo, int limit);

    /** All the provider's events after this cursor (empty for the beginning), none skipped even when they were committed late. */
    List<Entry> feed(ProviderId provider, String cursor, int limit);

    /**
     * A refusal that nobody recognised.
     *
     * @param at when it was refused
     */
    record Strange(MigrationId migration, Act act, Instant at, String exchange) {}

    /** Those of all the provider's migrations, newest first. */
    List<Strange> unrecognised(ProviderId provider, int limit);

    /** What its checks said from one instant to the other, and what they said at the first. */
    History history(ProviderId provider, MigrationId id, Instant from, Instant to);

    /**
     * What its checks said, newest first.
     *
     * @param check only this one; empty for all
     * @param before only those with a lower number
     */
    List<History.Entry> said(ProviderId provider, MigrationId id, String check, long before, int limit);

    /** Oldest first. */
    List<Tried> attempts(ProviderId provider, MigrationId id);

    /** What was tried on these numbers lately, over all the provider's migrations. */
    Spendings spendings(ProviderId provider, List<PhoneNumber> numbers);
}
