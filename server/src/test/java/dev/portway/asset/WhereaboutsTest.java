package dev.portway.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.asset.Assets.NumberLine;
import dev.portway.asset.Assets.Place;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessPhoneNumber.CodeVerification;
import dev.portway.graphclient.node.BusinessPhoneNumber.Status;
import dev.portway.graphclient.value.Open;
import dev.portway.graphclient.value.PhoneNumberId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final NumberLine VERIFIED = new NumberLine("5511987650002", "VERIFIED", Optional.empty(), Place.UNKNOWN);
    private static final Optional<List<BusinessPhoneNumber>> HIDDEN = Optional.empty();
    private static final Optional<List<BusinessPhoneNumber>> EMPTY = Optional.of(List.of());

    @Test
    void number_isLookedForInBothAccounts_andUnknownWhereOneIsHidden() {
        var there = listed("CONNECTED", "VERIFIED");

        assertThat(judged(there, HIDDEN)).isEqualTo(seen("VERIFIED", Place.DESTINATION));
        assertThat(judged(EMPTY, there)).isEqualTo(seen("VERIFIED", Place.SOURCE));
        assertThat(judged(HIDDEN, there)).isEqualTo(seen("VERIFIED", Place.SOURCE));
        assertThat(judged(EMPTY, EMPTY).place()).isEqualTo(Place.NEITHER);
        assertThat(judged(EMPTY, HIDDEN).place()).isEqualTo(Place.UNKNOWN);
        assertThat(judged(HIDDEN, EMPTY).place()).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void listedAndGone_isNotThere_andTheDestinationsWordCounts() {
        assertThat(judged(EMPTY, listed("MIGRATED", "VERIFIED")).place()).isEqualTo(Place.NEITHER);
        assertThat(judged(listed("CONNECTED", "EXPIRED"), listed("CONNECTED", "VERIFIED"))).isEqualTo(seen("EXPIRED", Place.DESTINATION));
    }

    @Test
    void numberThatArrivedUnderItsOtherSpelling_isNotLost() {
        assertThat(judged(listed("+55 11 8765-0002", "CONNECTED", "VERIFIED"), EMPTY)).isEqualTo(seen("VERIFIED", Place.DESTINATION));
        assertThat(judged(listed("+55 11 8765-0003", "CONNECTED", "VERIFIED"), EMPTY).place()).isEqualTo(Place.NEITHER);
    }

    @Test
    void whatHadLeftBefore_isNoneOfTheSources() {
        assertThat(listed("MIGRATED", "VERIFIED").orElseThrow()).allSatisfy(one -> assertThat(Whereabouts.before(one)).isEmpty());
        assertThat(listed("CONNECTED", "VERIFIED").orElseThrow())
                .allSatisfy(one -> assertThat(Whereabouts.before(one)).contains(VERIFIED));
    }

    /** What nobody saw is neither kept nor lost, and what was not verified before can be neither. */
    @Test
    void keptAndLost_areWhatIsKnown() {
        assertThat(seen("VERIFIED", Place.SOURCE)).matches(NumberLine::isKept).matches(line -> !line.isLost());
        assertThat(seen("EXPIRED", Place.DESTINATION)).matches(NumberLine::isLost).matches(line -> !line.isKept());
        assertThat(judged(EMPTY, EMPTY)).matches(NumberLine::isLost);
        assertThat(VERIFIED).matches(line -> !line.isKept() && !line.isLost());
        assertThat(new NumberLine("1", "NOT_VERIFIED", Optional.empty(), Place.NEITHER)).matches(line -> !line.isKept() && !line.isLost());
    }

    private static NumberLine judged(Optional<List<BusinessPhoneNumber>> destination, Optional<List<BusinessPhoneNumber>> source) {
        return new Whereabouts(destination, source).judged(VERIFIED);
    }

    private static NumberLine seen(String after, Place place) {
        return new NumberLine(VERIFIED.number(), "VERIFIED", Optional.of(after), place);
    }

    private static Optional<List<BusinessPhoneNumber>> listed(String status, String verification) {
        return listed("+55 11 98765-0002", status, verification);
    }

    private static Optional<List<BusinessPhoneNumber>> listed(String shown, String status, String verification) {
        return Optional.of(List.of(new BusinessPhoneNumber(new PhoneNumberId("106540352240002"), shown, null, null,
                new BusinessPhoneNumber.DisplayName(null, null, null, null, null, null),
                new BusinessPhoneNumber.Registration(Open.of(Status.class, status), Open.of(CodeVerification.class, verification), null,
                        null, null, null, null, null, null, null),
                new BusinessPhoneNumber.Standing(null, null, null, null, null, null, null),
                new BusinessPhoneNumber.Visibility(null, null, null), null, null, null)));
    }
}
