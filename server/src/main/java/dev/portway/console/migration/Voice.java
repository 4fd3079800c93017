package dev.portway.console.migration;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.words.Words;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.Optional;

/**
 * How things are said to whoever reads a page: in their words, by their clock.
 *
 * @param zone where their clock hangs
 * @param now the database's time when the page was made
 * @param toKeep whether it will be read on another day, when today is no longer today
 */
public record Voice(Words words, ZoneId zone, Instant now, boolean toKeep) {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Duration SHORT = Duration.ofSeconds(1);

    public Voice(Words words, ZoneId zone, Instant now) {
        this(words, zone, now, false);
    }

    /** The same, for paper. */
    public Voice toBeKept() {
        return new Voice(words, zone, now, true);
    }

    public String say(String key) {
        return words.say(key);
    }

    public String say(String key, Map<String, ?> blanks) {
        return words.say(key, blanks);
    }

    /** The first of these that some bundle has; empty when none has. */
    Optional<String> find(String... keys) {
        for (String key : keys) {
            if (words.has(key)) {
                return Optional.of(words.say(key));
            }
        }
        return Optional.empty();
    }

    /** To the minute: today, yesterday and tomorrow by name. */
    Moment moment(Instant at) {
        return moment(at, FormatStyle.SHORT);
    }

    /** To the second, for what is compared with logs. */
    Moment precise(Instant at) {
        return moment(at, FormatStyle.MEDIUM);
    }

    /** What no clock shows is said as it is written. */
    private Moment moment(Instant at, FormatStyle clock) {
        try {
            return byTheClock(at, clock);
        } catch (DateTimeException beyondEveryClock) {
            return new Moment(at.toString(), at.toString());
        }
    }

    private Moment byTheClock(Instant at, FormatStyle clock) {
        ZonedDateTime there = at.atZone(zone);
        String time = DateTimeFormatter.ofLocalizedTime(clock).withLocale(words.locale()).format(there);
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(words.locale()).format(there);
        return new Moment(at.toString(), near(there.toLocalDate()).map(name -> name + ", " + time).orElse(day + ", " + time));
    }

    private Optional<String> near(LocalDate day) {
        if (toKeep) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        return day.equals(today)
                ? Optional.of(say("migration.day.today"))
                : day.equals(today.minusDays(1))
                        ? Optional.of(say("migration.day.yesterday"))
                        : day.equals(today.plusDays(1)) ? Optional.of(say("migration.day.tomorrow")) : Optional.empty();
    }

    /** The two largest units that say anything: {@code 2 min 5 s}, {@code 3,4 s}, {@code 250 ms}. */
    String lasting(Duration time) {
        if (time.compareTo(SHORT) < 0) {
            return time.toMillis() + " ms";
        }
        if (time.toMinutes() == 0) {
            NumberFormat tenths = NumberFormat.getInstance(words.locale());
            tenths.setMaximumFractionDigits(1);
            return tenths.format(time.toMillis() / 1000.0) + " s";
        }
        if (time.toHours() == 0) {
            return pair(time.toMinutes(), "min", time.toSecondsPart(), "s");
        }
        return time.toDays() == 0
                ? pair(time.toHours(), "h", time.toMinutesPart(), "min")
                : pair(time.toDays(), "d", time.toHoursPart(), "h");
    }

    private static String pair(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** As people write it: {@code +55 11 98765-4321}. */
    String phone(PhoneNumber number) {
        try {
            return PHONES.format(PHONES.parse(number.e164(), null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException unusual) {
            return number.e164();
        }
    }

    /** Where the reader's clock hangs, by name. */
    String clock() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getDisplayName(TextStyle.FULL, words.locale());
    }
}
