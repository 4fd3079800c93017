package dev.portway.graphclient;

import dev.portway.graphclient.value.SendBy;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one moment at which a request with an effect leaves. The connection stands, handshake included; the deadline is read; the bytes go.
 *
 * <pre>
 * WAITING ──leave──▶ GONE         in doubt until an answer says otherwise
 *    └────callOff──▶ CALLED_OFF   nothing happened, and never will
 * </pre>
 *
 * <p>Whoever gives up waiting calls off first. So "not sent" stays true even if the thread that carries the request is still connecting.
 */
final class Departure {
    private enum State {
        WAITING, GONE, CALLED_OFF
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final SendBy sendBy;

    Departure(SendBy sendBy) {
        this.sendBy = sendBy;
    }

    /** Right before the bytes go. Once only. */
    void leave() throws StayedHere {
        if (tooLate()) {
            callOff();
            throw new StayedHere();
        }
        if (!state.compareAndSet(State.WAITING, State.GONE)) {
            throw new StayedHere();
        }
    }

    /** Not sent, for good: false when it is too late for that. */
    boolean callOff() {
        state.compareAndSet(State.WAITING, State.CALLED_OFF);
        return state.get() == State.CALLED_OFF;
    }

    boolean tooLate() {
        return sendBy.passed();
    }

    /** The bytes did not go: too late, or called off. */
    static final class StayedHere extends IOException {
        private static final long serialVersionUID = 1L;

        StayedHere() {
            super("the request stayed here");
        }
    }
}
