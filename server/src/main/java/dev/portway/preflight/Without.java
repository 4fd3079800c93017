package dev.portway.preflight;

/** What a check becomes when it cannot see what it looks for. */
public enum Without {
    /** Somebody who knows is asked; the answer counts as stated, never as verified. Until then the migration waits. */
    STATED,
    /** Unknown, and nobody is asked: Meta refuses the number when it is added or registered, nothing has changed by then, and we say why. */
    LEARNT,
    /** Unknown, and it would not have stopped anything. */
    UNKNOWN,
    /** The same; whoever knows may say so, and nothing waits for it. */
    WELCOME
}
