package dev.portway.console.migration;

import dev.portway.console.migration.ActionForm.Trouble;
import dev.portway.guest.Question;
import dev.portway.migration.Action;
import dev.portway.migration.Attempt;
import dev.portway.migration.Ending;
import dev.portway.migration.Ends;
import dev.portway.migration.HumanTask;
import dev.portway.migration.Migration;
import dev.portway.migration.Next;
import dev.portway.migration.Order;
import dev.portway.migration.Outcome;
import dev.portway.migration.Spending;
import dev.portway.migration.Step;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.WabaId;
import dev.portway.migration.standing.Standing;
import dev.portway.problem.Party;
import dev.portway.runner.Desk;
import dev.portway.words.Vocabulary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The box that answers "what now?".
 *
 * @param whose whose move it is, as a heading's small line
 * @param title what is to be done, or is being done
 * @param subject the check it is about, where it is about one
 * @param others what else stands in the way, where a check does
 * @param number the number it is about, where there is more than one
 * @param what how
 * @param where where to click
 * @param sent when the code was sent that is asked for, and which way
 * @param by when it expires
 * @param again when Portway looks or goes on by itself
 * @param window from when to when it may go on, where that was agreed and is to come
 * @param because why it stands here, unless it is being carried on at this moment
 * @param lastTry what the last call was refused with, where that is why it is asked again
 * @param left how many tries are left, where they are counted
 * @param byLink where somebody without an account is asked for it
 * @param problem the one of the catalogue that it is about; empty when it is about none
 */
public record WhatNow(Mood mood, String whose, String title, Optional<String> subject, Others others, Optional<String> number,
        Optional<String> what, Optional<Link> where, Optional<Sent> sent,
        Optional<Moment> by, Optional<Moment> again, Optional<String> window, Optional<Because> because, Optional<Trouble> lastTry,
        Optional<String> left,
        List<ActionForm> forms, Optional<Link> withdraw, Optional<Link> byLink, String problem) {
    public WhatNow {
        forms = List.copyOf(forms);
    }

    /** @param way in words: that it was sent, and how */
    public record Sent(String way, Moment at) {}

    /** What stands in the way beside what the box is about, or will be asked after it. */
    public record Others(String heading, List<String> checks) {
        static final Others NONE = new Others("", List.of());

        public Others {
            checks = List.copyOf(checks);
        }
    }

    /** What kind of now it is: which colour it gets. */
    public enum Mood {
        YOURS, THEIRS, WORKING, WAITING, DONE, STOPPED;

        public String word() {
            return MigrationPage.word(this);
        }
    }

    /** Whether somebody has to fill something in: such a page is not reloaded under their hands. */
    public boolean asks() {
        return forms.stream().anyMatch(form -> !form.folded() && form.asksAnything());
    }

    /** Somebody else's move, who may have no account here. */
    public boolean isTheirs() {
        return mood == Mood.THEIRS;
    }

    static WhatNow of(Voice voice, Desk.Card card, Optional<Typed> typed) {
        return new Writer(voice, card, typed).box();
    }

    /** Finds the words. */
    private record Writer(Voice voice, Desk.Card card, Optional<Typed> typed) {
        private record Said(Mood mood, String whose, String title, Optional<String> what, Optional<Link> where) {}

        WhatNow box() {
            Standing standing = card.standing();
            Said said = said(standing.next());
            Optional<Trouble> lastTry = lastTry();
            boolean stands = card.migration().ending().isEmpty() && said.mood() != Mood.WORKING;
            return new WhatNow(said.mood(), said.whose(), said.title(), subject(standing.next()), others(standing.next()), several(),
                    said.what(), said.where(), sent(), by(standing.next()), again(standing.next()), window(),
                    stands ? Because.of(voice, card) : Optional.empty(), lastTry, left(),
                    said.mood() == Mood.WORKING ? List.of() : forms(lastTry), withdraw(), byLink(),
                    problem(standing.next()));
        }

        /** How a sign-up ended is taken by the page it is done on; what was typed wrong there comes back here. */
        private List<ActionForm> forms(Optional<Trouble> lastTry) {
            return new Forms(voice, card, typed, lastTry).all()
                    .stream()
                    .filter(form -> !form.action().equals(Action.SIGN_UP.word()) || form.wrong())
                    .toList();
        }

        private static String problem(Next next) {
            return next instanceof Next.Ask(var task, _, _, _) && task.kind() == HumanTask.Kind.MEND ? task.subject() : "";
        }

        private Said said(Next next) {
            return switch (next) {
                case Next.Call call -> new Said(Mood.WORKING, whose(Party.PORTWAY), voice.say("act." + call.act().word()),
                        Optional.of(voice.say(call.looksFor() > 0 ? "migration.now.looking" : "migration.now.working")),
                        Optional.empty());
                case Next.Ask ask -> asked(ask.task());
                case Next.Wait(_, var reason) when reason == Next.Waiting.ANSWER && underWay().isPresent() ->
                    new Said(Mood.WORKING, whose(Party.PORTWAY), voice.say("act." + underWay().get().act().word()),
                            Optional.of(voice.say("waiting.answer")), Optional.empty());
                case Next.Wait(_, var reason) -> waiting(word(reason), card.standing().step().map(Step::name).orElse(""));
                case Next.Done(var ending) ->
                    new Said(ending == Ending.COMPLETED ? Mood.DONE : Mood.STOPPED, voice.say("migration.now.ended"),
                            voice.say("status." + word(ending)), Optional.of(voice.say("ending." + word(ending))), Optional.empty());
            };
        }

        /** @param step what it is that is waited for, where the reason alone does not say */
        private Said waiting(String reason, String step) {
            String title = "migration.wait." + reason;
            return new Said(Mood.WAITING, waitsFor(), voice.find(title + "." + step + ".title", title + ".title").orElse(""),
                    Optional.of(arrived() + new Vocabulary(voice.words()).waiting(reason, step) + stillThere(reason)),
                    Optional.empty());
        }

        /** While nothing can be done for days, people want to know whether the number works meanwhile. */
        private String stillThere(String reason) {
            Migration migration = card.migration();
            boolean elsewhere = migration.route().asks().ends().source() != Ends.End.UNNAMED && !migration.pivotCrossed(null);
            return reason.equals("budget") && elsewhere ? " " + voice.say("waiting.still-there") : "";
        }

        /** The call that nothing was heard of yet: mostly it is being made at this moment. */
        private Optional<Attempt> underWay() {
            return card.migration()
                    .attempts()
                    .stream()
                    .filter(attempt -> attempt.outcome().isEmpty())
                    .max(Comparator.comparingLong(Attempt::no));
        }

        /** What people want to know first of a number that has moved, whatever else is still waited for: but not before Meta has taken its name. */
        private String arrived() {
            boolean named = card.standing().step().filter(step -> step.name().equals("name-approved")).isEmpty();
            boolean all = named && card.migration()
                    .order()
                    .numbers()
                    .stream()
                    .allMatch(number -> card.migration().facts().is(Fact.LIVE_HERE, number));
            return all ? voice.say("migration.now.arrived") + " " : "";
        }

        private Said asked(HumanTask task) {
            String kind = "task." + task.kind().word();
            String thing = thing(task);
            Mood mood = task.owner() == Party.PROVIDER ? Mood.YOURS : Mood.THEIRS;
            String title = switch (task.kind()) {
                case MEND -> thing + ".title";
                case CLEAR_THE_WAY -> card.allowed().contains(Action.STATE) ? "migration.now.confirm" : kind + ".title";
                default -> kind + ".title";
            };
            Optional<String> what = voice.find(thing + ".remedy", kind + "." + Asking.variant(task.kind(), card) + ".do", kind + ".do");
            return new Said(mood, whose(task.owner()), fill(voice.find(title, kind + ".title").orElse(title), blanks(task)),
                    what.map(text -> Owed.beside(fill(text, blanks(task)), task.kind(), voice, card.migration())), link(task, thing));
        }

        /** A page of ours for the one thing that is done in a window opened from there; Meta's for all else. */
        private Optional<Link> link(HumanTask task, String thing) {
            return task.kind() == HumanTask.Kind.SIGN_UP
                    ? Optional.of(new Link("/migrations/" + card.migration().id() + "/sign-up", voice.say("sign-up.title")))
                    : Deep.link(voice, thing, "task." + task.kind().word(), card.migration());
        }

        /** The words that say more than the kind of task does. */
        private static String thing(HumanTask task) {
            return switch (task.kind()) {
                case CLEAR_THE_WAY -> "check." + task.subject();
                case MEND -> "problem." + task.subject();
                default -> "task." + task.kind().word();
            };
        }

        private Optional<String> subject(Next next) {
            return next instanceof Next.Ask(var task, _, _, _)
                    ? voice.find(subject(task)).map(name -> subject(task, name))
                    : Optional.empty();
        }

        /** A check's name says how things should be, and is not to be read as how they are. A person confirms it as it is. */
        private String subject(HumanTask task, String name) {
            if (task.kind() != HumanTask.Kind.CLEAR_THE_WAY || card.allowed().contains(Action.STATE)) {
                return name;
            }
            return card.isBlockedUnseen()
                    ? voice.say("migration.now.unseen", Map.of("check", name))
                    : voice.find("check." + task.subject() + ".unmet").orElse(name);
        }

        private static String subject(HumanTask task) {
            return switch (task.kind()) {
                case CLEAR_THE_WAY -> "check." + task.subject() + ".title";
                case MEND -> "problem." + task.subject() + ".meaning";
                case DECIDE_DOUBT -> "act." + task.subject();
                default -> "";
            };
        }

        private Map<String, String> blanks(HumanTask task) {
            Order order = card.migration().order();
            String act = voice.find("act." + task.subject()).orElse(task.subject());
            return Map.of("act", act, "number", number().map(voice::phone).orElse(""), "destination",
                    card.migration().destination().map(WabaId::value).orElse(""),
                    "source",
                    order.source().map(WabaId::value).orElse(""));
        }

        private static String fill(String text, Map<String, String> blanks) {
            String filled = text;
            for (var blank : blanks.entrySet()) {
                filled = filled.replace("{" + blank.getKey() + "}", blank.getValue());
            }
            return filled;
        }

        private String whose(Party party) {
            return voice.say("migration.whose." + party.word());
        }

        private String waitsFor() {
            return card.standing().waitsFor().map(this::whose).orElseGet(() -> voice.say("migration.whose.clock"));
        }

        private Optional<PhoneNumber> number() {
            return Optional.ofNullable(card.standing().number());
        }

        /** Which number it is about, where there is more than one. */
        private Optional<String> several() {
            return number().or(this::blockedNumber).filter(_ -> card.migration().order().numbers().size() > 1).map(voice::phone);
        }

        /** A step that all share may wait for what a check saw of one of them. */
        private Optional<PhoneNumber> blockedNumber() {
            return card.standing().next() instanceof Next.Ask(var task, _, _, _) && task.kind() == HumanTask.Kind.CLEAR_THE_WAY
                    ? card.migration()
                            .facts()
                            .value(Fact.CHECKED)
                            .flatMap(Findings::blocking)
                            .filter(finding -> finding.check().equals(task.subject()))
                            .flatMap(Finding::number)
                    : Optional.empty();
        }

        /** Beside a code, which is good for minutes, the end of the whole order is spoken of on its last day alone. */
        private Optional<Moment> by(Next next) {
            Instant soon = voice.now().plus(1, ChronoUnit.DAYS);
            return next instanceof Next.Ask ask
                    ? ask.by().filter(at -> sent().isEmpty() || at.isBefore(soon)).map(voice::moment)
                    : Optional.empty();
        }

        /** A code is asked for: when was it sent? */
        private Optional<Sent> sent() {
            return card.allowed().contains(Action.ENTER_CODE)
                    ? number().flatMap(number -> card.migration().facts().seen(Fact.CODE_REQUESTED, number))
                            .map(seen -> new Sent(Asking.way(card)
                                    .flatMap(way -> voice.find("migration.sent." + way))
                                    .orElseGet(() -> voice.say("migration.sent")), voice.moment(seen.at())))
                    : Optional.empty();
        }

        /** One thing is asked for at a time, and nobody likes to learn of the next one only after it. */
        private Others others(Next next) {
            if (!(next instanceof Next.Ask(var task, _, _, _)) || task.kind() != HumanTask.Kind.CLEAR_THE_WAY) {
                return Others.NONE;
            }
            boolean asked = card.isBlockedUnseen();
            return new Others(voice.say(asked ? "migration.now.others.asked" : "migration.now.others"),
                    FindingLine.all(voice, card.migration())
                            .stream()
                            .filter(finding -> finding.inTheWay() && finding.unseen().isPresent() == asked)
                            .filter(finding -> !finding.check().equals(task.subject()))
                            .map(FindingLine::title)
                            .distinct()
                            .toList());
        }

        private Optional<String> window() {
            return card.migration()
                    .facts()
                    .value(Fact.WINDOW)
                    .filter(window -> voice.now().isBefore(window.closes()))
                    .filter(_ -> card.migration().ending().isEmpty() && !card.migration().pivotCrossed(null))
                    .map(window -> voice.moment(window.opens()).text() + " – " + voice.moment(window.closes()).text() + " (" + voice.clock()
                            + ")");
        }

        private Optional<Moment> again(Next next) {
            return switch (next) {
                case Next.Ask ask -> ask.lookAgain().filter(at -> ask.by().filter(at::equals).isEmpty()).map(voice::moment);
                case Next.Wait wait -> Optional.of(voice.precise(wait.until()));
                case Next.Call _,Next.Done _ -> Optional.empty();
            };
        }

        /** The latest call with an effect, if it was refused and a person is asked now; where the task is that refusal, it says so itself. */
        private Optional<Trouble> lastTry() {
            if (!(card.standing().next() instanceof Next.Ask(var task, _, _, _)) || task.kind() == HumanTask.Kind.MEND) {
                return Optional.empty();
            }
            Optional<Trouble> left = leftTheWindow(task);
            return left.isPresent() ? left : refused();
        }

        private Optional<Trouble> leftTheWindow(HumanTask task) {
            return SignUpPage.left(voice, card.migration())
                    .filter(_ -> task.kind() == HumanTask.Kind.SIGN_UP)
                    .map(where -> new Trouble(voice.say("sign-up.left", Map.of("where", where)),
                            Optional.of(SignUpPage.resume(voice, card.migration()))));
        }

        private Optional<Trouble> refused() {
            return latestEffect().flatMap(Attempt::outcome)
                    .filter(Outcome.Refused.class::isInstance)
                    .map(outcome -> ((Outcome.Refused) outcome).problem())
                    .map(problem -> AttemptLine.trouble(voice, problem));
        }

        private Optional<Attempt> latestEffect() {
            return card.migration()
                    .attempts()
                    .stream()
                    .filter(attempt -> attempt.act().isEffect() && Objects.equals(attempt.number(), card.standing().number()))
                    .max(Comparator.comparingLong(Attempt::no));
        }

        /** Only once one was used: nobody is to be frightened before. */
        private Optional<String> left() {
            return card.standing().next() instanceof Next.Ask(var task, _, _, Optional<Spending> spending)
                    && task.kind() == HumanTask.Kind.ENTER_CODE
                            ? spending.filter(tries -> tries.used() > 0)
                                    .map(tries -> voice.say("migration.tries-left", Map.of("count", tries.left())))
                            : Optional.empty();
        }

        private Optional<Link> withdraw() {
            return card.allowed().contains(Action.WITHDRAW)
                    ? Optional.of(new Link("/migrations/" + card.migration().id() + "/withdraw", voice.say("migration.withdraw.link")))
                    : Optional.empty();
        }

        private Optional<Link> byLink() {
            return Question.askable(card).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Link("/migrations/" + card.migration().id() + "/guest-links", voice.say("links.ask")));
        }

        private static String word(Enum<?> constant) {
            return MigrationPage.word(constant);
        }
    }
}
