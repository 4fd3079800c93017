package dev.portway.graph;

import dev.portway.graphclient.value.AppDataSync;
import dev.portway.graphclient.value.Backup;
import dev.portway.graphclient.value.BackupData;
import dev.portway.graphclient.value.BackupPassword;
import dev.portway.graphclient.value.CodeLanguage;
import dev.portway.graphclient.value.CodeMethod;
import dev.portway.graphclient.value.NumberToAdd;
import dev.portway.graphclient.value.OwnershipCode;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.graphclient.value.Pin;
import dev.portway.migration.Migration;
import dev.portway.migration.Outcome;
import dev.portway.migration.fact.CodeChoice;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.NumberSeen;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Secret;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Acts that bring one number into the destination WABA, and the looks at it there. */
final class Moves {
    private Moves() {}

    static Outcome add(Conversation talk, PhoneNumber number) {
        Optional<NumberToAdd> split = Numbers.moving(number);
        if (split.isEmpty()) {
            return new Outcome.Refused(Problems.BAD_PARAMETER);
        }
        Heard<PhoneNumberId> added = talk.effect((graph, sendBy) -> graph.registration().add(talk.waba(), split.get(), sendBy));
        return refusedWith(Problems.ALREADY_AT_DESTINATION, added) ? alreadyThere(talk, number) : added.then(id -> knownAs(id, number));
    }

    /** A number that is nowhere yet. Meta wants to know what it shall be called. */
    static Outcome addNew(Conversation talk, Migration migration, PhoneNumber number) {
        Optional<NumberToAdd> split = Numbers.moving(number)
                .map(one -> new NumberToAdd(one.callingCode(), one.nationalNumber(), false,
                        migration.facts().value(Fact.DISPLAY_NAME).orElse(null)));
        if (split.isEmpty()) {
            return new Outcome.Refused(Problems.BAD_PARAMETER);
        }
        Heard<PhoneNumberId> added = talk.effect((graph, sendBy) -> graph.registration().add(talk.waba(), split.get(), sendBy));
        return refusedWith(Problems.ALREADY_AT_DESTINATION, added) ? alreadyThere(talk, number) : added.then(id -> knownAs(id, number));
    }

    /** It was added before, by whomever: the list tells its id. */
    private static Outcome alreadyThere(Conversation talk, PhoneNumber number) {
        return talk.read(graph -> graph.numbers().of(talk.waba()))
                .then(list -> Numbers.find(list, number)
                        .map(found -> knownAs(found.id(), number))
                        .orElseGet(() -> new Outcome.Refused(Problems.ALREADY_AT_DESTINATION)));
    }

    private static Outcome knownAs(PhoneNumberId id, PhoneNumber number) {
        return Outcome.done(Learned.that(Fact.PHONE_NUMBER_ID, number, id.value()));
    }

    /** @param number null: all numbers of the order */
    static Outcome list(Conversation talk, Migration migration, @Nullable PhoneNumber number) {
        List<PhoneNumber> asked = number == null ? migration.order().numbers() : List.of(number);
        return talk.read(graph -> graph.numbers().of(talk.waba())).then(list -> {
            var learned = new ArrayList<Learned<?>>();
            for (PhoneNumber one : asked) {
                var found = Numbers.find(list, one);
                learned.add(Learned.that(Fact.LISTED_HERE, one, found.isPresent()));
                found.ifPresent(there -> learned.add(Learned.that(Fact.PHONE_NUMBER_ID, one, there.id().value())));
            }
            return new Outcome.Done(learned);
        });
    }

    /** What Graph does not show is not learned: not shown is neither live nor not live. */
    static Outcome read(Conversation talk, Migration migration, PhoneNumber number) {
        return known(migration, number, id -> talk.read(graph -> graph.numbers().get(id)).then(there -> {
            NumberSeen seen = Numbers.seen(there);
            var learned = new ArrayList<Learned<?>>();
            learned.add(Learned.that(Fact.NUMBER_SEEN, number, seen));
            if (Numbers.showsLife(seen)) {
                learned.add(Learned.that(Fact.LIVE_HERE, number, seen.live()));
            }
            if (Numbers.showsVerification(seen)) {
                learned.add(Learned.that(Fact.VERIFIED_HERE, number, seen.verified()));
            }
            return new Outcome.Done(learned);
        }));
    }

    static Outcome requestCode(Conversation talk, Migration migration, PhoneNumber number) {
        Optional<CodeChoice> choice = migration.facts().value(Fact.CODE_CHOICE, number);
        if (choice.isEmpty()) {
            return new Outcome.Refused(Problems.BAD_PARAMETER);
        }
        var method = CodeMethod.valueOf(choice.get().method().name());
        var language = new CodeLanguage(choice.get().language());
        return known(migration, number, id -> unlessVerified(number,
                talk.effect((graph, sendBy) -> graph.registration().requestCode(id, method, language, sendBy))));
    }

    static Outcome verifyCode(Conversation talk, Migration migration, PhoneNumber number) {
        Optional<OwnershipCode> code = migration.facts().value(Fact.CODE, number).flatMap(typed -> code(typed.reveal()));
        if (code.isEmpty()) {
            return new Outcome.Refused(Problems.WRONG_CODE);
        }
        return known(migration, number, id -> unlessVerified(number,
                talk.effect((graph, sendBy) -> graph.registration().verifyCode(id, code.get(), sendBy))));
    }

    private static Optional<OwnershipCode> code(String typed) {
        try {
            return Optional.of(new OwnershipCode(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Outcome register(Conversation talk, Migration migration, PhoneNumber number) {
        return migration.facts()
                .value(Fact.PIN, number)
                .map(pin -> new Pin(pin.reveal()))
                .map(pin -> known(migration, number,
                        id -> talk.effect((graph, sendBy) -> backup(migration, number)
                                .map(backup -> graph.registration().register(id, pin, backup, sendBy))
                                .orElseGet(() -> graph.registration().register(id, pin, sendBy))).then(_ -> Outcome.done())))
                .orElseGet(() -> new Outcome.Refused(Problems.BAD_PARAMETER));
    }

    private static Optional<Backup> backup(Migration migration, PhoneNumber number) {
        return migration.facts().value(Fact.BACKUP, number).map(Secret::reveal).map(given -> {
            String[] parts = given.split("\n", 2);
            return new Backup(new BackupData(parts[1]), new BackupPassword(parts[0]));
        });
    }

    /** Asked before means done: Graph takes each request once. */
    static Outcome sync(Conversation talk, Migration migration, PhoneNumber number, AppDataSync what) {
        return known(migration, number, id -> {
            Heard<?> asked = talk.effect((graph, sendBy) -> graph.coexistence().sync(id, what, sendBy));
            return refusedWith(Problems.SYNC_ALREADY_ASKED, asked) ? Outcome.done() : asked.then(_ -> Outcome.done());
        });
    }

    private static Outcome known(Migration migration, PhoneNumber number, Function<PhoneNumberId, Outcome> deed) {
        return migration.facts()
                .value(Fact.PHONE_NUMBER_ID, number)
                .map(PhoneNumberId::new)
                .map(deed)
                .orElseGet(() -> new Outcome.Refused(Problems.NOT_FOUND));
    }

    private static Outcome unlessVerified(PhoneNumber number, Heard<?> heard) {
        return refusedWith(Problems.ALREADY_VERIFIED, heard)
                ? Outcome.done(Learned.that(Fact.OWNERSHIP_VERIFIED, number, true))
                : heard.then(_ -> Outcome.done());
    }

    private static boolean refusedWith(Problem problem, Heard<?> heard) {
        return heard instanceof Heard.No<?>(Outcome.Refused(var why, _)) && why.equals(problem);
    }
}
