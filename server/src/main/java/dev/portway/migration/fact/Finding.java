package dev.portway.migration.fact;

import dev.portway.problem.Party;
import java.time.Instant;
import java.util.Optional;

/**
 * What one check saw.
 *
 * @param check the check's durable name, {@code two-step-off}
 * @param number the number it is about; empty when it is about a WABA or the whole migration
 * @param verdict whether the way is free
 * @param certainty how surely
 * @param owner whose move it is when the way is not free
 * @param value what was seen, in Graph's words or in short ones of ours ({@code on}, {@code lacks: business_management}); never a secret
 * @param where which field of which object it was read from
 * @param at when it was seen
 * @param statable whether a person's word would do where Graph is silent
 * @param unseen why it could not be seen; empty when it was
 * @param toldBy who told it where Graph showed nothing; empty when it was read from Graph, or nobody knows
 */
public record Finding(String check, Optional<PhoneNumber> number, Verdict verdict, Certainty certainty, Party owner, String value,
        String where, Instant at, boolean statable, Optional<Unseen> unseen, Optional<Source> toldBy) {

    /** What a value begins with that says until when it is so. */
    public static final String VALID_UNTIL = "valid-until: ";

    /** Whether the way is free. */
    public enum Verdict {
        HOLDS,
        /** Stands in the way until somebody acts. */
        FAILS,
        /** Could not be found out: missing access, Graph silent. Asked of a person where a person can know. */
        UNKNOWN,
        /** Worth knowing, stops nothing. */
        WARNS
    }

    /** Whether the migration waits for this one: what fails, and what is unknown and could be asked. */
    public boolean blocks() {
        return verdict == Verdict.FAILS || verdict == Verdict.UNKNOWN && statable;
    }

    /** Key of the sentence that says how it is, and not how it should be: a mark beside it means the same as the sentence. */
    public String words() {
        return "check." + check + (verdict == Verdict.FAILS || verdict == Verdict.WARNS ? ".unmet" : ".title");
    }

    /** Whether looking again in a while may tell what nobody knows now. */
    public boolean passes() {
        return verdict == Verdict.UNKNOWN && unseen.filter(Unseen::passes).isPresent();
    }

    /** When what was seen ends; empty when it does not, or nobody knows. */
    Optional<Instant> validUntil() {
        return value.startsWith(VALID_UNTIL) ? Optional.of(Instant.parse(value.substring(VALID_UNTIL.length()))) : Optional.empty();
    }

    /** What was seen, or why nothing was, as a difference names it. */
    public String shown() {
        return verdict == Verdict.UNKNOWN ? "not-seen" : unseen.isPresent() ? "stated" : value;
    }

    boolean isAboutTheSame(Finding other) {
        return check.equals(other.check) && number.equals(other.number);
    }

    /** Whether a reader would see no difference. */
    boolean reads(Finding other) {
        return verdict == other.verdict && shown().equals(other.shown());
    }

    /** Says the same, whenever it was seen. */
    boolean saysTheSame(Finding other) {
        return seenAt(other.at).equals(other);
    }

    private Finding seenAt(Instant when) {
        return new Finding(check, number, verdict, certainty, owner, value, where, when, statable, unseen, toldBy);
    }
}
