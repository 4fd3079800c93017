package dev.portway.console;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;

/**
 * What every template is given: the language, who reads, and how things are written for them.
 *
 * @param csrf goes into every form that changes something
 * @param path of this page, for links back to it, with what was asked of it
 * @param rehearsal whether all that is moved here are numbers of a sandbox
 * @param files addresses of scripts and styles
 */
record Page(Words words, Reader reader, Csrf csrf, String path, Instant now, boolean rehearsal, PageFiles files) {

    /** The hidden field that shows a form came from a page of ours. */
    record Csrf(String name, String token) {
        static final Csrf NONE = new Csrf("_csrf", "");
    }

    String say(String key) {
        return words.say(key);
    }

    String say(String key, Map<String, ?> blanks) {
        return words.say(key, blanks);
    }

    /** The most common case: one blank. */
    String say(String key, String blank, Object value) {
        return words.say(key, Map.of(blank, value));
    }

    String asset(String name) {
        return files.address(name);
    }

    /** The same page in another language. */
    String in(Locale language) {
        return path + (path.contains("?") ? "&" : "?") + Languages.PARAMETER + "=" + language.toLanguageTag();
    }

    /** Date and time of the reader's zone: {@code 21 de nov. de 2026, 09:14}. */
    String when(Instant instant) {
        return formatted(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), instant);
    }

    /** The time alone, to the second. */
    String clock(Instant instant) {
        return formatted(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), instant);
    }

    /** How long ago, in the largest unit that says something; in future: the date and time. */
    String ago(Instant instant) {
        Duration since = Duration.between(instant, now);
        if (since.isNegative() || since.toDays() > 6) {
            return when(instant);
        }
        if (since.toMinutes() < 1) {
            return say("ago.now");
        }
        return since.toHours() < 1
                ? say("ago.minutes", "n", since.toMinutes())
                : since.toDays() < 1 ? say("ago.hours", "n", since.toHours()) : say("ago.days", "n", since.toDays());
    }

    /** The reader's zone as people name it. */
    String zone() {
        ZoneId zone = reader.zone();
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getDisplayName(TextStyle.FULL, words.locale());
    }

    /** As it is written on visiting cards: {@code +55 11 98765-4321}. */
    String number(PhoneNumber number) {
        try {
            PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
            return phones.format(phones.parse(number.e164(), null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException unusual) {
            return number.e164();
        }
    }

    /** A language as Graph names it, {@code pt_BR}, in the reader's words. */
    String language(String named) {
        var locale = Locale.forLanguageTag(named.replace('_', '-'));
        String name = locale.getDisplayName(words.locale());
        return name.substring(0, 1).toUpperCase(words.locale()) + name.substring(1);
    }

    private String formatted(DateTimeFormatter form, Instant instant) {
        return form.withLocale(words.locale()).withZone(reader.zone()).format(instant);
    }
}
