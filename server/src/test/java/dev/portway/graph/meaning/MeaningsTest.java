package dev.portway.graph.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.Usage;
import dev.portway.migration.fact.Certainty;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.Finding.Verdict;
import dev.portway.migration.fact.Findings;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.problem.Party;
import dev.portway.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "100|2388001|Two-step authentication must be disabled for this phone number.|two-step-on",
        "100|2388001|Desative a confirmação em duas etapas deste número.|two-step-on",
        "100|2388001|Certificate can be downloaded only after confirming ownership of a phone number|ownership-not-confirmed",
        "100|2388012|Phone number already exists in your list|already-at-destination",
        "100|2388103|Webhooks have not been set up for the destination WhatsApp Business account.|app-not-subscribed",
        "100|2388103|This phone number is eligible to be added directly, and does not need phone migration APIs.|add-directly",
        "100|2388103|Registered name needs to be present and approved|name-not-approved",
        "100|2388103|The source WhatsApp Business account and \"Messaging For\" must be approved.|source-not-set-up",
        "100|2388103|Your WhatsApp account must have an active line of credit|no-payment-at-destination",
        "100|2388103|There was an error while migrating your phone number.|cannot-migrate",
        "100|2388103|The source and destination WhatsApp Business accounts must represent the same business.|different-business",
        "100|2388103|the destination WhatsApp Business account must be approved.|destination-not-approved",
        "100|2388103|The client must approve the destination account's \"Messaging For\" request.|messaging-for-not-approved",
        "100|2388103|Quelque chose d'inconnu|unrecognised",
        "100|2494100|The business phone number is in maintenance mode.|number-in-maintenance",
        "200|1349175|Your business has reached the maximum number of phone numbers|phone-cap-reached",
        "100|0|(#100) The parameter verified_name is required.|name-missing",
        "200000|0|Unable to add phone number|number-not-added",
        "136024|2388091|Request code failed: Please try again in some time.|code-not-available",
        "136024|0|(#136024) Phone number ownership is already verified|already-verified",
        "136025|2388093|The code you entered is incorrect.|wrong-code",
        "136025|2388093|You have made too many attempts. Please try again in 12 hours.|code-budget-spent",
        "136025|0|(#136025) Phone number registration not available for SMB accounts|on-business-app",
        "133005|0|Two step verification PIN Mismatch|pin-mismatch",
        "133006|0|Phone number re-verification needed|not-verified",
        "133016|0|Account register deregister rate limit exceeded|register-budget-spent",
        "190|463|Error validating access token: Session has expired|token-invalid",
        "200|0|API access blocked.|access-blocked",
        "200|0|(#200) Permissions error|permission-missing",
        "33|0|(#33) Parameter value is not valid|number-deleted",
        "100|33|Unsupported request. Object does not exist|not-found",
        "100|0|(#100) Invalid parameter|bad-parameter",
        "100|0|(#100) You must provide an app access token, or a user access token|permission-missing",
        "80008|0|(#80008) There have been too many calls|rate-limited",
        "2|0|Temporary outage|graph-unavailable",
        "-1|0||unrecognised",
        "100|2388001|Cannot Create Certificate|name-being-processed",
        "136025|2388093|Phone ownership verification APIs are not available for this use case.|not-being-moved",
        "987654|0|Something new|unrecognised"})
    void codeSubcodeAndWords_makeTheProblem(int code, int subcode, String words, String problem) {
        assertThat(Meanings.of(error(code, subcode, words, Usage.UNKNOWN)).code()).isEqualTo(problem);
    }

    @Test
    void wordsThatSayNothing_areOverruledByWhatACheckSaw() {
        Findings seen = new Findings(List.of(finding("payment-at-destination", Verdict.FAILS), finding("same-business", Verdict.HOLDS)));

        for (String words : List.of("Quelque chose d'inconnu", "There was an error while migrating your phone number.")) {
            Meaning meaning = Meanings.of(error(100, 2388103, words, Usage.UNKNOWN), seen);
            assertThat(meaning.problem()).isEqualTo(Problems.NO_PAYMENT_AT_DESTINATION);
            assertThat(meaning.by()).isEqualTo(Meaning.By.CHECKS);
            assertThat(meaning.seen()).containsExactly("payment-at-destination");
        }
        Meaning told = Meanings.of(error(100, 2388103, "The source and destination must represent the same business.", Usage.UNKNOWN),
                seen);
        assertThat(told.problem()).as("Graph's words come first").isEqualTo(Problems.DIFFERENT_BUSINESS);
        assertThat(told.by()).isEqualTo(Meaning.By.TEXT);
    }

    @Test
    void causesThatSeveralChecksSaw_areListed_andNoneIsChosen() {
        Findings seen = new Findings(List.of(finding("payment-at-destination", Verdict.FAILS), finding("app-subscribed", Verdict.WARNS)));

        Meaning meaning = Meanings.of(error(100, 2388103, "Quelque chose d'inconnu", Usage.UNKNOWN), seen);

        assertThat(meaning.problem()).isEqualTo(Problems.UNRECOGNISED);
        assertThat(meaning.by()).isEqualTo(Meaning.By.AMBIGUOUS);
        assertThat(meaning.maybe()).containsExactly(Problems.APP_NOT_SUBSCRIBED, Problems.NO_PAYMENT_AT_DESTINATION);
    }

    @Test
    void whatWasSeenToBeInOrder_isNoLongerSuspected() {
        Findings seen = new Findings(List.of(finding("two-step-off", Verdict.HOLDS), finding("display-name-approved", Verdict.UNKNOWN)));

        Meaning meaning = Meanings.of(error(100, 2388001, "Quelque chose d'inconnu", Usage.UNKNOWN), seen);

        assertThat(meaning.problem()).isEqualTo(Problems.UNRECOGNISED);
        assertThat(meaning.maybe()).containsExactly(Problems.ON_BUSINESS_APP, Problems.NAME_BEING_PROCESSED,
                Problems.OWNERSHIP_NOT_CONFIRMED);
        Meaning unknown = Meanings.of(error(987654, 0, "Something new", Usage.UNKNOWN), seen);
        assertThat(unknown.by()).isEqualTo(Meaning.By.NOTHING);
        assertThat(unknown.maybe()).isEmpty();
    }

    @Test
    void whatWasSeenOfAnotherNumber_isNoEvidence() {
        PhoneNumber one = new PhoneNumber("+5511987650001");
        Findings seen = new Findings(List.of(finding("two-step-off", Verdict.FAILS)));

        assertThat(Meanings.about(one, seen).all()).isEmpty();
        assertThat(Meanings.about(null, seen)).isEqualTo(seen);
    }

    private static Finding finding(String check, Verdict verdict) {
        return new Finding(check, Optional.of(new PhoneNumber("+5511987650002")), verdict,
                verdict == Verdict.UNKNOWN ? Certainty.UNKNOWN : Certainty.VERIFIED, Party.CLIENT, "", "", Instant.EPOCH, false,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void theLongestWaitTold_counts() {
        var told = error(133008, 0, "Please try again in 14 hours.", Usage.UNKNOWN);
        assertThat(Meanings.pause(told, Problems.PIN_LOCKED)).isEqualTo(Duration.ofHours(14));
        var shorter = error(136024, 2388091, "try again in 1 minute", Usage.UNKNOWN);
        assertThat(Meanings.pause(shorter, Problems.CODE_NOT_AVAILABLE)).isEqualTo(Problems.CODE_NOT_AVAILABLE.pause());
        var header = new Usage(List.of(new Usage.BusinessUse("1", "whatsapp_business_management", new Usage.Load(100, 1, 1), 17)), null);
        assertThat(Meanings.pause(error(80008, 0, "", header), Problems.RATE_LIMITED)).isEqualTo(Duration.ofMinutes(17));
    }

    private static GraphError error(int code, int subcode, String words, Usage usage) {
        return new GraphError(400, "OAuthException", code, subcode, "Invalid parameter", null, words, null, false, null, "{}", usage);
    }
}
