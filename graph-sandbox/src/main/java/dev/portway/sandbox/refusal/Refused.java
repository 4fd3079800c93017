package dev.portway.sandbox.refusal;

/** Ends a call with a refusal. Carries no stack trace: being refused is an ordinary answer. */
public final class Refused extends RuntimeException {

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.message(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
