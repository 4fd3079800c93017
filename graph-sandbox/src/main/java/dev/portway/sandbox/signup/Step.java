package dev.portway.sandbox.signup;

/** Where a client is. Documented (implementation, 28 Jun 2026): the words of {@code current_step}; assumed: which screen has which. */
public enum Step {
    SIGN_IN("BUSINESS_ACCOUNT_SELECTION"), AUTHORIZE("BUSINESS_ACCOUNT_SELECTION"), PORTFOLIO("BUSINESS_ACCOUNT_SELECTION"), WABA(
            "WABA_PHONE_PROFILE_PICKER"), PROFILE("WHATSAPP_BUSINESS_PROFILE_SETUP"), NUMBER("PHONE_NUMBER_SETUP"),
    /** The code is scanned with the WhatsApp Business app. */
    APP("PHONE_NUMBER_SETUP"), CODE("PHONE_NUMBER_VERIFICATION"), PERMISSIONS("PERMISSIONS"),
    /** Everything is made; the client has yet to say so. */
    SUCCESS("PERMISSIONS"), OVER("PERMISSIONS");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** As {@code current_step} has it. */
    public String word() {
        return word;
    }
}
