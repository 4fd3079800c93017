package dev.portway.graphclient.answer;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An error as Graph sent it, whole. What it means is not decided here: one code, even one subcode, can have nine causes.
 *
 * <p>Source: Meta, "Error codes", 18 Jun 2026, and the envelope of the Graph API. Meta's advice is to branch on code and details, not on
 * titles or the HTTP status.
 *
 * @param httpStatus the status of the answer; 200 happens
 * @param type {@code OAuthException} for most; empty when absent
 * @param code {@link #NO_CODE} when absent; 0 is a code of its own (the user could not be authenticated)
 * @param subcode 0 when absent: messaging calls have had none since v16, management calls still have
 * @param message for developers, English; empty when absent
 * @param userTitle for people, in the language of the token's user
 * @param userMessage for people, in the language of the token's user; tells apart what shares a subcode
 * @param details {@code error_data.details}, or {@code error_data} itself where it is a text; waits are told here
 * @param isTransient Graph says that it may work later
 * @param traceId Meta's support asks for it ({@code fbtrace_id})
 * @param body the whole answer, redacted, at most {@link Exchange#BODY_LIMIT} characters
 * @param usage what the answer said about quotas
 */
public record GraphError(
        int httpStatus,
        String type,
        int code,
        int subcode,
        String message,
        @Nullable String userTitle,
        @Nullable String userMessage,
        @Nullable String details,
        boolean isTransient,
        @Nullable String traceId,
        String body,
        Usage usage) {
    /** There was no {@code code}, or none that is a number. */
    public static final int NO_CODE = -1;

    /**
     * 1 unknown fault, 2 temporary outage, 131000 something went wrong: said by machinery in front of, or around, the one that acts.
     *
     * <p>Assumed: the effect may have taken place, because Meta's texts for these three do not exclude it and looking is cheap.
     */
    private static final Set<Integer> CODES_THAT_LEAVE_DOUBT = Set.of(1, 2, 131000);

    /** True: after a call with an effect this error does not tell whether it took place. */
    public boolean leavesDoubt() {
        return CODES_THAT_LEAVE_DOUBT.contains(code);
    }

    /** Short and safe to log. */
    @Override
    public String toString() {
        return "GraphError[" + httpStatus + " " + type + " " + code + (subcode == 0 ? "" : "/" + subcode) + " trace=" + traceId + "]";
    }
}
