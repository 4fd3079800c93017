package dev.portway.finder;

import static dev.portway.finder.CalendarEffect.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the calendar does, day by day. */
class CalendarTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-21, 2026-11-21, 2026-12-01", "2026-11-27, 2026-11-27, 2026-12-01", "2026-11-28, 2026-12-05, 2027-01-01",
        "2026-11-30, 2026-12-05, 2027-01-01", "2026-12-01, 2026-12-05, 2027-01-01", "2026-12-04, 2026-12-05, 2027-01-01",
        "2026-12-05, 2026-12-05, 2027-01-01", "2026-12-28, 2026-12-28, 2027-01-01", "2026-12-29, 2027-01-05, 2027-02-01",
        "2028-02-26, 2028-02-26, 2028-03-01", "2028-02-27, 2028-03-05, 2028-04-01"})
    void lineIsSharedNext_andSendsResume(LocalDate today, LocalDate share, LocalDate resume) {
        assertThat(Calendar.nextSharing(today)).isEqualTo(share);
        assertThat(effects(Way.RESHARE, today, Knowledge.NONE)).contains(new CalendarEffect(SENDS_RESUME, resume));
    }

    @Test
    void everyDay_sharesOnAnAllowedDay_andIsSilentForFiveWeeksAtMost() {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.isBefore(LocalDate.of(2029, 1, 1)); day = day.plusDays(1)) {
            LocalDate share = Calendar.nextSharing(day);
            assertThat(share.getDayOfMonth()).isBetween(5, share.lengthOfMonth() - 3);
            LocalDate resume = effects(Way.RESHARE, day, Knowledge.NONE).stream()
                    .filter(effect -> effect.kind() == SENDS_RESUME)
                    .findFirst()
                    .orElseThrow()
                    .on();
            assertThat(resume).isAfter(share);
            assertThat(resume).isBeforeOrEqualTo(day.plusDays(35));
        }
    }

    @Test
    void deletion_waitsThirtyDaysAfterAPaidMessage() {
        LocalDate today = LocalDate.of(2026, 11, 21);

        assertThat(reconnect(today, Optional.of(LocalDate.of(2026, 11, 11)))).containsExactly(
                new CalendarEffect(DELETABLE_FROM, LocalDate.of(2026, 12, 11)));
        assertThat(reconnect(today, Optional.of(LocalDate.of(2026, 10, 1)))).isEmpty();
        assertThat(reconnect(today, Optional.empty())).containsExactly(
                new CalendarEffect(DELETABLE_AT_THE_LATEST, LocalDate.of(2026, 12, 21)));
        assertThat(effects(Way.RECONNECT, today, knowing(Value.CONSUMER_APP))).isEmpty();
        assertThat(new Calendar(new Day(today, ZoneOffset.UTC), Optional.of(LocalDate.of(2026, 11, 11))).paid().map(Known::value))
                .contains(Value.PAID_LATELY);
    }

    @Test
    void currencyDeadlines_areThoseOfTheMarket() {
        LocalDate today = LocalDate.of(2026, 11, 21);

        assertThat(effects(Way.CURRENCY, today, knowing(Value.BRAZIL))).containsExactly(
                new CalendarEffect(BRAZIL_IN_REAIS, LocalDate.of(2027, 6, 30)));
        assertThat(effects(Way.CURRENCY, today, knowing(Value.INDIA))).containsExactly(
                new CalendarEffect(INDIA_IN_RUPEES, LocalDate.of(2026, 12, 31)));
        assertThat(effects(Way.CURRENCY, today, knowing(Value.OTHER_MARKET))).isEmpty();
        assertThat(effects(Way.CURRENCY, today, knowing(Value.BRAZIL).with(Known.stated(Value.LOCAL_MONEY, "")))).isEmpty();
    }

    @Test
    void dayIsThatOfTheZone() {
        Instant late = Instant.parse("2026-11-28T01:30:00Z");

        assertThat(Day.of(late, ZoneOffset.UTC).date()).isEqualTo("2026-11-28");
        assertThat(Day.of(late, ZoneId.of("America/Sao_Paulo")).date()).isEqualTo("2026-11-27");
    }

    private static List<CalendarEffect> reconnect(LocalDate today, Optional<LocalDate> lastPaid) {
        return new Calendar(new Day(today, ZoneOffset.UTC), lastPaid).of(Way.RECONNECT, knowing(Value.ON_CLOUD));
    }

    private static List<CalendarEffect> effects(Way way, LocalDate today, Knowledge knowledge) {
        return new Calendar(new Day(today, ZoneOffset.UTC), Optional.empty()).of(way, knowledge);
    }

    private static Knowledge knowing(Value value) {
        return Knowledge.NONE.with(Known.stated(value, ""));
    }
}
