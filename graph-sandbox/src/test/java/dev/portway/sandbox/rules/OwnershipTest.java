package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.PhoneLine;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnershipTest {

    private static final String READY = "5511987650002";

    private final Rehearsal stage = new Rehearsal();

    @ParameterizedTest
    @CsvSource({"pt_BR, Seu código", "es, Tu código", "en_US, Your WhatsApp", "ja, Your WhatsApp"})
    void sms_isInTheLanguageAskedForAndHyphenated(String language, String start) {
        stage.rules.ownership.request(stage.initiated(READY), "SMS", language);
        PhoneLine.PhoneMessage message = stage.line(READY).inbox.getFirst();

        assertThat(message.text()).startsWith(start).containsPattern("\\d{3}-\\d{3}");
        assertThat(message.text().replaceAll("\\D", "")).isEqualTo(message.code());
    }

    @Test
    void landline_getsCallsOnly() {
        NumberLink link = stage.initiated("551137650017");
        stage.rules.ownership.request(link, "SMS", "pt_BR");
        assertThat(link.line.inbox).isEmpty();

        stage.rules.ownership.request(link, "VOICE", "pt_BR");
        assertThat(link.line.inbox.getFirst().kind()).isEqualTo("voice");
    }

    @Test
    void code_livesTenMinutes() {
        NumberLink link = stage.initiated(READY);
        stage.rules.ownership.request(link, "SMS", "en");
        stage.advance(Duration.ofMinutes(10));

        assertThat(verify(link, stage.code(READY))).isEqualTo(ErrorRow.CODE_EXPIRED);
    }

    @Test
    void code_ofTheRequestBeforeNoLongerCounts() {
        NumberLink link = stage.initiated(READY);
        stage.rules.ownership.request(link, "SMS", "en");
        String first = stage.code(READY);
        stage.rules.ownership.request(link, "SMS", "en");

        assertThat(verify(link, first)).isEqualTo(ErrorRow.WRONG_CODE);
    }

    @Test
    void threeWrongCodes_blockForHalfADay() {
        NumberLink link = stage.initiated(READY);
        stage.rules.ownership.request(link, "SMS", "en");
        for (int i = 0; i < 3; i++) {
            assertThat(verify(link, "000000")).isEqualTo(ErrorRow.WRONG_CODE);
        }

        assertThat(verify(link, stage.code(READY))).isEqualTo(ErrorRow.CODES_BLOCKED);
        assertThat(Rehearsal.refused(() -> stage.rules.ownership.request(link, "SMS", "en"))).isEqualTo(ErrorRow.CODE_WAIT_AN_HOUR);
        stage.advance(Duration.ofHours(12));
        stage.rules.ownership.request(link, "SMS", "en");
        stage.rules.ownership.verify(link, stage.code(READY));
        assertThat(stage.rules.numbers.codeStatus(link)).isEqualTo("VERIFIED");
    }

    @Test
    void fiveRequests_areAllThatHalfADayGives() {
        NumberLink link = stage.initiated(READY);
        for (int i = 0; i < 5; i++) {
            stage.rules.ownership.request(link, "SMS", "en");
        }

        assertThat(Rehearsal.refused(() -> stage.rules.ownership.request(link, "SMS", "en"))).isEqualTo(ErrorRow.CODE_WAIT_AN_HOUR);
    }

    @Test
    void verified_cannotAskAgainAndLapsesAfterTwoWeeks() {
        NumberLink link = stage.proved(READY);
        assertThat(Rehearsal.refused(() -> stage.rules.ownership.request(link, "SMS", "en"))).isEqualTo(ErrorRow.ALREADY_VERIFIED);

        stage.advance(Duration.ofDays(14).plusSeconds(1));
        assertThat(stage.rules.numbers.codeStatus(link)).isEqualTo("EXPIRED");
        assertThat(Rehearsal.refused(() -> stage.rules.registration.register(link, "148392"))).isEqualTo(ErrorRow.NOT_VERIFIED);
        stage.rules.ownership.request(link, "SMS", "en");
    }

    private ErrorRow verify(NumberLink link, String code) {
        return Rehearsal.refused(() -> stage.rules.ownership.verify(link, code));
    }
}
