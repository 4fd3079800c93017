package dev.portway.console.migration;

import dev.portway.console.migration.ActionForm.Choice;
import dev.portway.console.migration.ActionForm.Input;
import dev.portway.console.migration.ActionForm.Trouble;
import dev.portway.console.migration.ActionForm.Weight;
import dev.portway.guest.GuestLink;
import dev.portway.guest.GuestLinks.Visit;
import dev.portway.guest.Question;
import dev.portway.guest.SaidNo;
import dev.portway.migration.Action;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.runner.Desk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The page of a guest link: one question, and one answer.
 *
 * @param by whose people ask
 * @param title what is asked
 * @param numbers which it is about; hidden in part from whoever need not look them up
 * @param what how it is done
 * @param where where to click
 * @param why why it is asked
 * @param then what comes of an answer
 * @param reason the same, in the words of whoever made the link; empty when they left it at ours
 * @param until when the link closes
 * @param notice what became of the answer before this one
 * @param no how to say no
 * @param left how many tries are left, where they are counted
 */
public record GuestPage(String by, String title, List<String> numbers, String what, Optional<Link> where, String why, String then,
        String reason, Moment until, Optional<Trouble> notice, Optional<String> left, ActionForm form, ActionForm no) {
    /** The parameter that tells a no from an answer. */
    public static final String REFUSE = "refuse";

    /** What the link says, and nobody types. */
    private static final Set<String> GIVEN = Set.of("check", "task", "number");

    /** Enough to tell a number from one's others, and too few to learn it. */
    private static final int SHOWN_DIGITS = 4;

    public GuestPage {
        numbers = List.copyOf(numbers);
    }

    /** Whether it is answered in Meta's window, and typed by nobody. */
    public boolean signsUp() {
        return form.action().equals(Action.SIGN_UP.word());
    }

    /** Empty when it cannot be answered now. */
    public static Optional<GuestPage> of(Voice voice, Visit.Asked asked, String path, Optional<Typed> typed) {
        return new Writer(voice, asked.link(), asked.card(), path).page(asked.by(), typed);
    }

    /** What a link asks, as its page is headed. */
    static String title(Voice voice, Question question) {
        return voice.say("guest." + question.word() + ".title");
    }

    /** Finds the words. */
    private record Writer(Voice voice, GuestLink link, Desk.Card card, String path) {

        Optional<GuestPage> page(String by, Optional<Typed> typed) {
            WhatNow now = WhatNow.of(voice, card, typed);
            Action action = question().action();
            return new Forms(voice, card, typed, Optional.empty()).all()
                    .stream()
                    .filter(form -> form.action().equals(action.word()))
                    .findFirst()
                    .map(form -> new GuestPage(by, title(voice, question()), numbers(), what(by), where(),
                            voice.say("guest." + question().word() + ".why", Map.of("by", by)), then(by), link.reason(),
                            voice.moment(link.expiresAt()), notice(now, action), now.left().filter(_ -> isWaitedFor()), bare(form),
                            no(typed)));
        }

        private Question question() {
            return link.question();
        }

        private List<String> numbers() {
            List<PhoneNumber> numbers = question().number().map(List::of).orElse(card.migration().order().numbers());
            return numbers.stream().map(voice::phone).map(number -> question().masksNumber() ? masked(number) : number).toList();
        }

        /** Country and the last digits: {@code +55 •• •••••-4321}. */
        private static String masked(String number) {
            int country = number.indexOf(' ');
            int shown = number.length();
            for (int digits = 0; digits < SHOWN_DIGITS && shown > 0;) {
                digits += Character.isDigit(number.charAt(--shown)) ? 1 : 0;
            }
            return country < 0 || country > shown
                    ? number
                    : number.substring(0, country) + number.substring(country, shown).replaceAll("[0-9]", "•") + number.substring(shown);
        }

        /** Whoever can mend something is told first what is wrong. */
        private String what(String by) {
            String check = "check." + question().subject();
            String guest = "guest." + question().word();
            String how = voice.find(guest + "." + Asking.variant(question().task(), card) + ".do", guest + ".do", check + ".remedy",
                    "task." + question().task().word() + ".do").orElse("").replace("{by}", by);
            String asked = Owed.beside(how, question().task(), voice, card.migration());
            return question().action() == Action.RECHECK
                    ? voice.find(check + ".unmet").map(wrong -> wrong + ". " + how).orElse(how)
                    : asked;
        }

        /** Most answers are somebody's word and no more; what does more says so beforehand. */
        private String then(String by) {
            return voice.find("guest." + question().word() + ".then", "guest.then.lead").orElse("").replace("{by}", by);
        }

        private Optional<Link> where() {
            return Deep.link(voice, "check." + question().subject(), "task." + question().task().word(), card.migration());
        }

        /** What became of the last call, and how often it may be tried, is nobody's business who is asked something else. */
        private boolean isWaitedFor() {
            return question().isWaitedFor(card);
        }

        private Optional<Trouble> notice(WhatNow now, Action action) {
            boolean lookedInVain = link.uses() > 0 && action == Action.RECHECK;
            return now.lastTry()
                    .filter(_ -> isWaitedFor())
                    .or(() -> lookedInVain ? Optional.of(new Trouble(voice.say("guest.not-seen"), Optional.empty())) : Optional.empty());
        }

        /** The other answer: they will not, or it is not theirs to say. */
        private ActionForm no(Optional<Typed> typed) {
            Optional<Typed> sent = typed.filter(one -> one.action().equals(REFUSE));
            List<Choice> whys = Stream.of(SaidNo.Why.values())
                    .map(why -> new Choice(why.word(), because(why)))
                    .toList();
            return new ActionForm(REFUSE, REFUSE, path, "", Weight.GRAVE, voice.say("guest.no.go"), Optional.empty(), sent.isEmpty(),
                    List.of(new Input(REFUSE, "", ActionForm.Kind.HIDDEN, "", Optional.empty(), "1", false, List.of(), Optional.empty()),
                            no("why", ActionForm.Kind.RADIO, whys, sent), no("words", ActionForm.Kind.TEXT, List.of(), sent)),
                    Optional.empty());
        }

        /** A question that has a plain no of its own offers that. */
        private String because(SaidNo.Why why) {
            return voice.find("guest." + question().word() + "." + why.word(), "guest.no." + why.word()).orElse(why.word());
        }

        private Input no(String name, ActionForm.Kind kind, List<Choice> choices, Optional<Typed> sent) {
            return new Input(name, REFUSE + "-" + name, kind, voice.say("guest.no." + name), voice.find("guest.no." + name + ".hint"),
                    sent.flatMap(one -> one.value(REFUSE, name)).orElse(""), false, choices,
                    sent.filter(one -> one.field().equals(name)).map(_ -> voice.say("guest.no." + name + ".wrong")));
        }

        private ActionForm bare(ActionForm form) {
            List<Input> inputs = form.inputs().stream().filter(input -> !GIVEN.contains(input.name())).toList();
            return new ActionForm(form.action(), "answer", path, "", Weight.FIRST, voice.say("guest." + question().word() + ".go"),
                    Optional.empty(), false, inputs, form.problem());
        }
    }
}
