package dev.portway.sandbox.signup;

import dev.portway.sandbox.refusal.Hindered;
import dev.portway.sandbox.refusal.Refusal;

/** What was wrong with what a client last did in the window. */
public sealed interface Problem {
    /** Graph refuses it. */
    record OfGraph(Refusal refusal) implements Problem {}

    /** The window does not let them. */
    record OfWindow(Hindered hindered) implements Problem {}
}
