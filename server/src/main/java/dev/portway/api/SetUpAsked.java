package dev.portway.api;

import dev.portway.account.SetUps.Part;
import dev.portway.account.SetUps.SetUp;
import dev.portway.intake.Rejected;
import dev.portway.intake.Wrong;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself, whole: what is left out is left to the server's settings.
 *
 * @param version of what it was made from, as it was shown; 0 where nothing was said yet
 * @param signUpConfig id of the Embedded Signup configuration of its app at Meta
 * @param creditLine {@code yes} or {@code no}
 * @param solution {@code yes} or {@code no}
 * @param sharing {@code offered} or {@code not-offered}
 */
record SetUpAsked(@Nullable Integer version, @Nullable String signUpConfig, @Nullable String creditLine, @Nullable String solution,
        @Nullable String sharing) {
    int seen() {
        if (version == null) {
            throw Rejected.field(Wrong.FIELD_MISSING, "version");
        }
        if (version < 0 || version == Integer.MAX_VALUE) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, "version");
        }
        return version;
    }

    SetUp setUp() {
        return new SetUp(text(Part.SIGN_UP_CONFIG, signUpConfig), text(Part.CREDIT_LINE, creditLine), text(Part.SOLUTION, solution),
                text(Part.SHARING, sharing));
    }

    private static String text(Part part, @Nullable String given) {
        String text = Optional.ofNullable(given).orElse("");
        if (!part.takes(text)) {
            throw Rejected.field(Wrong.FIELD_MALFORMED, part.field());
        }
        return text;
    }
}
