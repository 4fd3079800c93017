package dev.portway.migration.fact;

/**
 * How the ownership code comes.
 *
 * @param method by text message or by a call that speaks it
 * @param language of the text or the voice, as Graph writes it: {@code pt_BR}, {@code en_US}, {@code es}
 */
public record CodeChoice(Method method, String language) {
    /** Graph's words for the two ways. */
    public enum Method {
        SMS, VOICE
    }

    /** The check that says so. */
    private static final String REACHABLE = "code-reachable";

    /** Whether a check has seen that no text message reaches the number. What it could not see is no reason to doubt it. */
    public static boolean isOutOfReachOfSms(Facts facts, PhoneNumber number) {
        return facts.value(Fact.CHECKED).filter(findings -> findings.seesAmiss(REACHABLE, number)).isPresent();
    }

    public CodeChoice {
        if (!language.matches("[a-z]{2,3}(_[A-Z]{2})?")) {
            throw new IllegalArgumentException("A code's language is written like pt_BR, en_US or es, not \"" + language + "\"");
        }
    }
}
