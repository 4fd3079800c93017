package dev.portway.guest;

import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import java.time.Instant;
import java.util.Optional;

/**
 * A link somebody was given. Its token is kept by nobody but them.
 *
 * @param to the name of whoever was asked, as the one who asked wrote it
 * @param reason why they are asked, in the words of the one who asks; empty when our own say enough
 * @param answeredIn the language of the page it was answered on
 * @param uses how often it was answered
 */
public record GuestLink(String id, ProviderId provider, MigrationId migration, Question question, String to, String reason, String madeBy,
        Instant madeAt, Instant expiresAt, Optional<Instant> revokedAt, Optional<Instant> openedAt, Optional<Instant> answeredAt,
        Optional<String> answeredIn, int uses, Optional<SaidNo> saidNo) {

    /** How a link is now. */
    public enum State {
        OPEN, ANSWERED, REFUSED, EXPIRED, REVOKED
    }

    public State state(Instant now) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        if (saidNo.isPresent()) {
            return State.REFUSED;
        }
        if (uses >= question.mostUses()) {
            return State.ANSWERED;
        }
        return now.isBefore(expiresAt) ? uses > 0 ? State.ANSWERED : State.OPEN : State.EXPIRED;
    }

    /** As facts and events name whoever answers: it may have been somebody else who held the link. */
    String guest() {
        return to + " (" + id + ")";
    }
}
