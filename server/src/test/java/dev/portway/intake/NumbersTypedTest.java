package dev.portway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.portway.migration.fact.PhoneNumber;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people type them: read as they are, or refused; never another number. */
class NumbersTypedTest {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final String BETWEEN = " -.()/";

    @Test
    void everyCountrysNumbers_areReadDigitByDigit() {
        assertThat(examples()).hasSizeGreaterThan(1_000).allSatisfy(example -> {
            String e164 = PHONES.format(example, PhoneNumberFormat.E164);
            assertThat(Understanding.number("number", e164).e164()).isEqualTo(e164);
            assertThat(
                    Understanding.number("number", PHONES.format(example, PhoneNumberFormat.INTERNATIONAL).replaceAll(" ext.*", "")).e164())
                    .isEqualTo(e164);
        });
    }

    /** Whatever somebody types, what comes out has the digits that went in. */
    @Test
    void noNumberIsRewritten() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var all = examples().map(example -> PHONES.format(example, PhoneNumberFormat.E164)).toList();
        for (int i = 0; i < 20_000; i++) {
            String typed = disturbed(all.get(random.nextInt(all.size())), random);
            try {
                PhoneNumber read = Understanding.number("number", typed);
                assertThat(read.digits()).as("seed " + seed + ": " + typed).isEqualTo(PhoneNumberUtil.normalizeDigitsOnly(typed));
            } catch (Rejected refused) {
                assertThat(refused.wrong()).as("seed " + seed + ": " + typed).isIn(Wrong.NUMBER_IMPOSSIBLE, Wrong.NUMBER_UNCLEAR);
            }
        }
    }

    /** A digit more, a digit less, another digit, signs in between. */
    private static String disturbed(String number, Random random) {
        var text = new StringBuilder(number);
        for (int times = random.nextInt(3); times > 0; times--) {
            int at = 1 + random.nextInt(text.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, random.nextInt(10));
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setCharAt(at, (char) ('0' + random.nextInt(10)));
                default -> text.insert(at, BETWEEN.charAt(random.nextInt(BETWEEN.length())));
            }
        }
        return text.toString();
    }

    /** Both forms of a Brazilian mobile number are possible; which is the line's is for Graph to say. */
    @ParameterizedTest
    @CsvSource({"+55 31 98765-0015, +5531987650015", "+55 31 8765-0015, +553187650015", "+5215512345678, +5215512345678",
        "+52 55 1234 5678, +525512345678", "+54 9 11 2345-6789, +5491123456789", "+39 02 3661 8300, +390236618300",
        "+225 01 02 03 04 05, +2250102030405"})
    void numbersWithAHistory_stayAsTheyAreTyped(String typed, String read) {
        assertThat(Understanding.number("number", typed).e164()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"+55 031 98765-0015, +5531987650015", "+44 (0)20 7031 3000, +442070313000", "+54 11 15 2345-6789, +5491123456789",
        "+55 11 98765-0002;ext=5, +5511987650002", "+1 800 FLOWERS, +18003569377"})
    void aNumberThatWouldBeRewritten_isRefused_andBothAreShown(String typed, String understood) {
        assertThatThrownBy(() -> Understanding.number("number", typed)).isInstanceOfSatisfying(Rejected.class, refused -> {
            assertThat(refused.wrong()).isEqualTo(Wrong.NUMBER_UNCLEAR);
            assertThat(refused.about()).containsEntry("number", understood);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"11987650002", "+55", "+55 11 9876", "+551198765000212345", "+0 11 98765 0002", "number", "+999 123456789",
        "'; drop table migrations; --"})
    void whatNoTelephoneCanHave_isRefused(String typed) {
        assertThatThrownBy(() -> Understanding.number("number", typed)).isInstanceOfSatisfying(Rejected.class,
                refused -> assertThat(refused.wrong()).isEqualTo(Wrong.NUMBER_IMPOSSIBLE));
    }

    /** One of each kind of each country. */
    private static Stream<Phonenumber.PhoneNumber> examples() {
        return PHONES.getSupportedRegions()
                .stream()
                .sorted()
                .flatMap(region -> Arrays.stream(PhoneNumberType.values()).map(type -> PHONES.getExampleNumberForType(region, type)))
                .filter(Objects::nonNull)
                .filter(example -> PHONES.format(example, PhoneNumberFormat.E164).length() >= 9);
    }
}
