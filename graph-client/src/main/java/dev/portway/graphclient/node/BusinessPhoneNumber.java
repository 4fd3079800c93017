package dev.portway.graphclient.node;

import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.PhoneNumberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number inside a WABA.
 *
 * <p>Observed: a number that was never registered can read {@code CONNECTED} with platform {@code ON_PREMISE} and verification
 * {@code NOT_VERIFIED}. Judge readiness on several fields together.
 *
 * <p>Source: Meta, "Phone numbers" and its reference, Feb to Sep 2026.
 *
 * @param displayPhoneNumber with plus, spaces and dashes, as people write it: {@code +55 11 98765-4321}. Compare digits
 * @param countryCode ISO, {@code BR}
 * @param countryDialCode digits, {@code 55}
 * @param webhookConfiguration which addresses get its webhooks, as JSON
 * @param conversationalAutomation welcome message, prompts and commands, as JSON
 */
public record BusinessPhoneNumber(
        PhoneNumberId id,
        @Nullable String displayPhoneNumber,
        @Nullable String countryCode,
        @Nullable String countryDialCode,
        DisplayName displayName,
        Registration registration,
        Standing standing,
        Visibility visibility,
        @Nullable String webhookConfiguration,
        @Nullable String conversationalAutomation,
        @Nullable Health health) {
    /**
     * The name under which the number writes, and the one that may replace it. A change that is pending stops a move.
     *
     * @param verified what people see
     * @param requested a name asked for and not decided; needs a new {@code register} once approved
     * @param certificate absent when never registered
     */
    public record DisplayName(
            @Nullable String verified,
            @Nullable Open<NameStatus> status,
            @Nullable String requested,
            @Nullable Open<NameStatus> requestedStatus,
            @Nullable String certificate,
            @Nullable String requestedCertificate) {}

    /**
     * Where the number lives and whether it can work.
     *
     * @param status must be {@code CONNECTED} to send
     * @param codeVerification whether ownership was proved here; it can expire before {@code register}
     * @param pinEnabled two-step verification is on, and the number cannot move. Observed in SDKs only, on no page of Meta's: null is
     *        <em>unknown</em>
     * @param onBusinessApp lives in the WhatsApp Business app too: cannot move by migration
     * @param preverified came from a pool of verified numbers
     * @param hostPlatform an older name for {@code platform}
     */
    public record Registration(
            @Nullable Open<Status> status,
            @Nullable Open<CodeVerification> codeVerification,
            @Nullable Boolean pinEnabled,
            @Nullable Open<Platform> platform,
            @Nullable Open<Platform> hostPlatform,
            @Nullable Open<AccountMode> accountMode,
            @Nullable Boolean onBusinessApp,
            @Nullable Boolean preverified,
            @Nullable Instant lastOnboarded,
            @Nullable Open<CertificateStatus> certificateStatus) {}

    /**
     * How well it is thought of, and how much it may send.
     *
     * @param messagingLimit of the whole portfolio since 7 Oct 2025; not of the number
     * @param formerMessagingLimit deprecated by Meta; null in new versions
     */
    public record Standing(
            @Nullable Open<Quality> quality,
            @Nullable QualityScore qualityScore,
            @Nullable Open<MessagingLimit> messagingLimit,
            @Nullable Open<MessagingLimit> formerMessagingLimit,
            @Nullable Open<Throughput> throughput,
            @Nullable Boolean officialBusinessAccount,
            @Nullable Open<OfficialStatus> officialStatus) {}

    /** Who can find it, and under what name. */
    public record Visibility(
            @Nullable Open<SearchVisibility> search,
            @Nullable String username,
            @Nullable String businessGlobalSearchEligibility) {}

    /** @param date when it was last reckoned */
    public record QualityScore(Open<Quality> score, @Nullable Instant date, List<String> reasons) {
        public QualityScore {
            reasons = List.copyOf(reasons);
        }
    }

    public enum Status {
        PENDING, DELETED, MIGRATED, BANNED, RESTRICTED, RATE_LIMITED, FLAGGED, CONNECTED, DISCONNECTED, UNKNOWN, UNVERIFIED, OFFLINE
    }

    public enum CodeVerification {
        NOT_VERIFIED, VERIFIED, EXPIRED
    }

    public enum NameStatus {
        APPROVED, AVAILABLE_WITHOUT_REVIEW, DECLINED, EXPIRED, PENDING_REVIEW, NONE, NON_EXISTS
    }

    public enum Platform {
        CLOUD_API, ON_PREMISE, NOT_APPLICABLE
    }

    /** {@code SANDBOX} marks a number that Meta issued for tests. Assumed, because only the two values are documented. */
    public enum AccountMode {
        LIVE, SANDBOX
    }

    /** {@code NA} on the node and {@code UNKNOWN} in lists both mean: not rated. */
    public enum Quality {
        GREEN, YELLOW, RED, NA, UNKNOWN
    }

    public enum Throughput {
        STANDARD, HIGH, NOT_APPLICABLE
    }

    public enum OfficialStatus {
        NOT_STARTED, PENDING, APPROVED, REJECTED
    }

    public enum SearchVisibility {
        VISIBLE, HIDDEN
    }

    public enum CertificateStatus {
        APPROVED, NAME_PENDING_REVIEW, NAME_NOT_APPROVED, ACCOUNT_REVIEW_NOT_STARTED, LIMITED_ACCESS
    }
}
