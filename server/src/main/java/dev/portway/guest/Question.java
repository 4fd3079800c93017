package dev.portway.guest;

import dev.portway.migration.Action;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Order;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Statement;
import dev.portway.migration.standing.Allowed;
import dev.portway.problem.Party;
import dev.portway.runner.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one thing a link asks, and the one action that answers it.
 *
 * @param task the kind of task it is; {@link Kind#CLEAR_THE_WAY} for a check
 * @param subject the check it is about; empty where the kind says it all
 * @param number the one it is about; empty where all share it
 */
public record Question(Kind task, String subject, Optional<PhoneNumber> number, Action action) {
    /** Who has no account here. What a provider's own people do, they do signed in. */
    static final Set<Party> GUESTS = Set.of(Party.CLIENT, Party.ORIGIN, Party.PARTNER);

    /** Typing a code wrong, having looked for a change too early, or closing Meta's window half way is no reason to ask for another link. */
    private static final int MANY_USES = 10;

    /** What a link may ask about this migration now: what it waits for first. */
    public static List<Question> askable(Desk.Card card) {
        Stream<Question> waited = Allowed.asked(card.migration(), card.now()).flatMap(task -> waitedFor(task, card)).stream();
        return Stream.of(waited, stated(card), beside(card)).flatMap(Function.identity()).distinct().toList();
    }

    private static Optional<Question> waitedFor(HumanTask task, Desk.Card card) {
        return Optional.of(task)
                .filter(_ -> GUESTS.contains(task.owner()))
                .map(_ -> action(task.kind(), card.allowed()))
                .filter(card.allowed()::contains)
                .map(action -> task.kind() == Kind.SIGN_UP
                        ? new Question(Kind.SIGN_UP, "", Optional.empty(), action)
                        : new Question(task.kind(), subject(task, action), number(subject(task, action), card), action));
    }

    /** A step that all share may wait for what a check saw of one of them. */
    private static Optional<PhoneNumber> number(String subject, Desk.Card card) {
        return Optional.ofNullable(card.standing().number())
                .or(() -> card.migration()
                        .facts()
                        .value(Fact.CHECKED)
                        .flatMap(Findings::blocking)
                        .filter(finding -> finding.check().equals(subject))
                        .flatMap(Finding::number));
    }

    private static String subject(HumanTask task, Action action) {
        return action == Action.STATE ? task.check().orElse(task.subject()) : task.subject();
    }

    private static Action action(Kind kind, List<Action> allowed) {
        return switch (kind) {
            case CHOOSE_CODE -> Action.CHOOSE_CODE;
            case ENTER_CODE -> Action.ENTER_CODE;
            case ACCEPT_LOSSES -> Action.ACCEPT_LOSSES;
            case GIVE_BACKUP -> Action.GIVE_BACKUP;
            case SIGN_UP -> Action.SIGN_UP;
            case CLEAR_THE_WAY, CONFIRM_TWO_STEP_OFF -> allowed.contains(Action.STATE) ? Action.STATE : Action.RECHECK;
            default -> kind.answers().contains(Action.CONFIRM) ? Action.CONFIRM : Action.RECHECK;
        };
    }

    /** Checks that nobody could see, beside the one it waits for: each may be asked of whoever knows. */
    private static Stream<Question> stated(Desk.Card card) {
        return card.allowed().contains(Action.STATE)
                ? card.migration()
                        .facts()
                        .value(Fact.CHECKED)
                        .map(Findings::unseen)
                        .orElse(List.of())
                        .stream()
                        .filter(finding -> Statement.answers(finding.check()))
                        .map(finding -> new Question(Kind.CLEAR_THE_WAY, finding.check(), finding.number(), Action.STATE))
                : Stream.empty();
    }

    /** What helps and nobody waits for: only where somebody names it. */
    private static Stream<Question> beside(Desk.Card card) {
        Stream<Question> access = card.allowed().contains(Action.GRANT_SOURCE)
                ? Stream.of(new Question(Kind.GRANT_SOURCE, "", Optional.empty(), Action.GRANT_SOURCE))
                : Stream.empty();
        Stream<Question> name = card.allowed().contains(Action.SAY_NAME)
                ? card.migration()
                        .order()
                        .numbers()
                        .stream()
                        .map(one -> new Question(Kind.LOOK_AT_NAME, "", Optional.of(one), Action.SAY_NAME))
                : Stream.empty();
        return Stream.concat(access, name);
    }

    private boolean isBeside() {
        return task == Kind.GRANT_SOURCE || task == Kind.LOOK_AT_NAME;
    }

    /** Whether the migration still asks it. */
    public boolean isAsked(Desk.Card card) {
        return askable(card).stream().anyMatch(this::isTheSameAs);
    }

    /** Whether it is what the migration waits for now, not only what it takes beside that. */
    public boolean isWaitedFor(Desk.Card card) {
        return Allowed.asked(card.migration(), card.now())
                .flatMap(task -> waitedFor(task, card))
                .filter(this::isTheSameAs)
                .isPresent();
    }

    /** The same of another number is another question. */
    boolean isTheSameAs(Question other) {
        return equals(other) || isAboutTwoStep() && other.isAboutTwoStep() && number.equals(other.number) && action == other.action;
    }

    /** A check asks for it, and the step after it: whoever said too early that it is off is asked on, whichever of them saw that. */
    private boolean isAboutTwoStep() {
        return task == Kind.TURN_OFF_TWO_STEP || Kind.TURN_OFF_TWO_STEP.check().filter(subject::equals).isPresent();
    }

    /** What the link itself says, so that nobody can answer anything else by it. */
    public Map<String, String> given() {
        var given = new HashMap<String, String>();
        if (action == Action.STATE) {
            given.put("check", subject);
        }
        if (action == Action.CONFIRM) {
            given.put("task", task.word());
        }
        if (action.fields().stream().anyMatch(field -> field.name().equals("number"))) {
            number.ifPresent(one -> given.put("number", one.e164()));
        }
        return Map.copyOf(given);
    }

    /** Under what its texts are found: the check where its word is asked, else the kind of task. */
    public String word() {
        return action == Action.STATE ? "check." + subject : task.word();
    }

    /** Whoever has the SIM knows which number it is; who looks in Meta's lists has to find it there. */
    public boolean masksNumber() {
        return task == Kind.CHOOSE_CODE || task == Kind.ENTER_CODE;
    }

    int mostUses() {
        return action == Action.ENTER_CODE || action == Action.RECHECK || action == Action.SIGN_UP ? MANY_USES : 1;
    }

    /** Whether this is what somebody names, where they name anything. */
    boolean isNamed(Wish wish, Order order) {
        boolean kind = wish.task().isEmpty() ? !isBeside() : task.word().equals(wish.task());
        return kind && (wish.check().isEmpty() || subject.equals(wish.check()))
                && (wish.number().isEmpty() || isAbout(wish.number(), order));
    }

    /** What all numbers share is about the only one, too. */
    private boolean isAbout(String named, Order order) {
        List<PhoneNumber> numbers = number.map(List::of).orElse(order.numbers());
        return numbers.size() == 1 && numbers.getFirst().e164().equals(named);
    }
}
