package dev.portway.migration;

import dev.portway.migration.fact.Drift;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.IntentState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever is asked, and does what the task says: in the outside where it is done there, then here. */
public final class Person {
    private final AtomicInteger codes = new AtomicInteger();

    private final SimulatedGraph graph;

    /** What is answered. */
    public record Reply(Action action, Map<String, String> input) {}

    public Person(SimulatedGraph graph) {
        this.graph = graph;
    }

    public Reply reply(HumanTask task, Migration migration) {
        return switch (task.kind()) {
            case SUBMIT -> new Reply(Action.SUBMIT, Map.of());
            case SET_UP_PAYMENT -> new Reply(Action.STATE, Map.of("check", "payment-at-destination"));
            case CONFIRM_TWO_STEP_OFF -> new Reply(Action.STATE, Map.of("check", "two-step-off"));
            case CHOOSE_CODE -> new Reply(Action.CHOOSE_CODE, Map.of("method", "VOICE", "language", "pt_BR"));
            case ENTER_CODE -> new Reply(Action.ENTER_CODE, Map.of("code", "123456"));
            case SIGN_UP -> signUp();
            case ACCEPT_LOSSES -> new Reply(Action.ACCEPT_LOSSES, Map.of("words", "I know that the history is lost"));
            case GIVE_NAME -> new Reply(Action.GIVE_NAME, Map.of("display-name", "Padaria Aurora"));
            case GIVE_BACKUP -> new Reply(Action.GIVE_BACKUP, Map.of("backup", "ZGF0YQ==", "backup-password", "secret"));
            case MEND -> new Reply(Action.RETRY, Map.of());
            case DECIDE_DOUBT -> new Reply(Action.IT_DID_NOT, Map.of());
            case AGREE_CREDIT_LINE, AGREE_PAUSE, UNSHARE, LET_OLD_PARTNER_GO, ACCEPT_CLONE, APPROVE_PARTNER, CONFIRM_PAYMENT,
                    SETTLE_INVOICES ->
                confirmed(task);
            case LEAVE_SOURCE -> {
                leave(migration);
                yield confirmed(task);
            }
            case LET_GO -> {
                leave(migration);
                yield new Reply(Action.RECHECK, Map.of());
            }
            case ACCEPT_REQUEST -> {
                graph.others.intent = IntentState.ACCEPTED;
                graph.verified.addAll(migration.order().numbers());
                yield new Reply(Action.RECHECK, Map.of());
            }
            case TURN_OFF_TWO_STEP -> {
                graph.twoStepOn.clear();
                yield new Reply(Action.RECHECK, Map.of());
            }
            case CLEAR_THE_WAY -> {
                graph.standsInTheWay = Optional.empty();
                yield new Reply(Action.RECHECK, Map.of());
            }
            case LOOK_AT_DRIFT ->
                new Reply(Action.ACCEPT_DRIFT, Map.of("mark", migration.facts().value(Fact.DRIFT).orElse(Drift.NONE).mark()));
            case NAME_ALL_NUMBERS -> new Reply(Action.WITHDRAW, Map.of());
            case GRANT_SOURCE, LOOK_AT_NAME -> throw new AssertionError("No step waits for that");
            case SCHEDULE -> throw new AssertionError("There is no window here");
        };
    }

    private Reply signUp() {
        return new Reply(Action.SIGN_UP, Map.of("event", "FINISH", "signup-code", "code-" + codes.incrementAndGet(), "waba", "300003"));
    }

    private void leave(Migration migration) {
        graph.others.left.addAll(migration.order().numbers());
        graph.twoStepOn.clear();
    }

    private static Reply confirmed(HumanTask task) {
        return new Reply(Action.CONFIRM, Map.of("task", task.kind().word(), "note", "ticket 1"));
    }
}
