package dev.portway.preflight;

import dev.portway.migration.Certainty;
import dev.portway.migration.Finding;
import dev.portway.migration.Finding.Verdict;
import dev.portway.migration.PhoneNumber;
import dev.portway.problem.Party;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes findings of one kind of question: a value that Graph shows or does not, and what it should be.
 *
 * @param check the check's durable name
 * @param owner whose move it is when the way is not free
 * @param where the value was looked for
 * @param stated whether a person has said that it is so
 * @param statable whether a person's word would do
 */
record Judge(String check, Optional<PhoneNumber> number, Party owner, String where, Instant at, boolean stated, boolean statable) {
    /** Seen: it holds or it fails. */
    Finding seen(boolean holds, String value) {
        return finding(holds ? Verdict.HOLDS : Verdict.FAILS, Certainty.VERIFIED, value);
    }

    /** Worth knowing, stops nothing. */
    Finding warns(String value) {
        return finding(Verdict.WARNS, Certainty.VERIFIED, value);
    }

    /** Graph does not show it: a person's word, or unknown. */
    Finding silent() {
        return stated ? finding(Verdict.HOLDS, Certainty.STATED, "stated") : finding(Verdict.UNKNOWN, Certainty.UNKNOWN, "");
    }

    /** Shown, or not. */
    Finding seenOrSilent(@Nullable Boolean holds, String value) {
        return holds == null ? silent() : seen(holds, value);
    }

    private Finding finding(Verdict verdict, Certainty certainty, String value) {
        return new Finding(check, number, verdict, certainty, owner, value, where, at, statable);
    }
}
