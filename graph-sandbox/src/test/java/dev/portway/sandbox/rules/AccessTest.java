package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.fidelity.Assumed;
import dev.portway.sandbox.fidelity.Documented;
import dev.portway.sandbox.fidelity.Page;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.rules.access.Signature;
import dev.portway.sandbox.world.Token;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

    private final Rehearsal stage = new Rehearsal();
    private final Access access = stage.rules.access;

    @ParameterizedTest
    @CsvSource({"sandbox-token-expired, TOKEN_EXPIRED", "sandbox-token-revoked, TOKEN_REVOKED", "sandbox-token-blocked, API_ACCESS_BLOCKED",
        "nonsense, TOKEN_MALFORMED", "'', TOKEN_MISSING"})
    @Documented(page = Page.ERROR_CODES, but = "subcode 467")
    void badToken_isRefusedWithItsRow(String value, ErrorRow row) {
        assertThat(Rehearsal.refused(() -> access.authenticate(value, null))).isEqualTo(row);
    }

    @Test
    @Documented(page = Page.SECURE_CALLS)
    void proof_isCheckedWhenGivenAndDemandedWhenTheAppSaysSo() {
        Token token = token("sandbox-token-destination", null);
        token("sandbox-token-destination", Signature.hex("sandbox-secret-destination", "sandbox-token-destination"));

        assertThat(Rehearsal.refused(() -> access.authenticate(token.value, "00"))).isEqualTo(ErrorRow.PROOF_INVALID);
        token.app.proofRequired = true;
        assertThat(Rehearsal.refused(() -> access.authenticate(token.value, null))).isEqualTo(ErrorRow.PROOF_REQUIRED);
    }

    @Test
    @Assumed(because = "sharing gives tasks, and reading is the least of them", settledBy = "a write to a WABA shared for reading")
    void destination_readsTheSharedSourceButMayNotChangeIt() {
        Token token = token("sandbox-token-destination", null);
        access.toRead(token, stage.waba("200000000000001"));

        assertThat(Rehearsal.refused(() -> access.toManage(token, stage.waba("200000000000001")))).isEqualTo(ErrorRow.WRITE_DENIED);
        assertThat(Rehearsal.refused(() -> access.toRead(token, stage.waba("200000000000003")))).isEqualTo(ErrorRow.NO_SUCH_OBJECT);
    }

    @Test
    @Documented(page = Page.REGISTRATION)
    void scopes_areNeededForWhatTheyAreFor() {
        assertThat(Rehearsal.refused(() -> access.toManage(token("sandbox-token-messaging-only", null), stage.waba(Rehearsal.DESTINATION))))
                .isEqualTo(ErrorRow.SCOPE_MISSING);
        assertThat(
                Rehearsal.refused(() -> access.toMessage(token("sandbox-token-management-only", null), stage.waba(Rehearsal.DESTINATION))))
                .isEqualTo(ErrorRow.SCOPE_MISSING);
        assertThat(Rehearsal.refused(() -> access.toRead(token("sandbox-token-other-waba", null), stage.waba(Rehearsal.DESTINATION))))
                .isEqualTo(ErrorRow.NO_SUCH_OBJECT);
    }

    private Token token(String value, @Nullable String proof) {
        return Objects.requireNonNull(access.authenticate(value, proof));
    }
}
