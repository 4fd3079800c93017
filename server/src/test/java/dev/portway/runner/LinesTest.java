package dev.portway.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.database.PostgresForTests;
import dev.portway.migration.fact.PhoneNumber;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whichever way a number is written, the line behind it is one, here and in the database. */
@ExtendWith(PostgresForTests.class)
class LinesTest {
    private static final List<String> BEGINNINGS = List.of("+52", "+521", "+54", "+549", "+5511", "+55119", "+551196", "+5531", "+55319",
            "+1555",
            "+4470", "+351");

    private final JdbcClient sql;

    LinesTest(JdbcClient sql) {
        this.sql = sql;
    }

    @ParameterizedTest
    @CsvSource({"+525512345678, +5215512345678", "+541123456789, +5491123456789", "+553187650015, +5531987650015"})
    void twoSpellings_areOneLine(String one, String other) {
        var shorter = new PhoneNumber(one);
        var longer = new PhoneNumber(other);

        assertThat(shorter.isSameLine(longer)).isTrue();
        assertThat(shorter.otherSpelling()).contains(longer);
        assertThat(longer.otherSpelling()).contains(shorter);
        assertThat(inDatabase(shorter)).isEqualTo(inDatabase(longer)).isEqualTo(shorter.line());
    }

    /** Fixed lines of Brazil never had a ninth digit; a number that begins alike in another country is its own. */
    @ParameterizedTest
    @CsvSource({"+551137650017", "+5511937650017", "+15215512345678", "+351912345678", "+52155123456", "+54911234567"})
    void others_areWrittenInOneWayOnly(String number) {
        assertThat(new PhoneNumber(number).otherSpelling()).isEmpty();
        assertThat(new PhoneNumber(number).line()).isEqualTo(number);
    }

    /** For any number: the other spelling's other spelling is itself, both are one line, and the database says the same. */
    @Test
    void lineAndSpellings_agreeForAnyNumber() {
        assertThat(anyNumbers()).allSatisfy(number -> {
            assertThat(inDatabase(number)).as(number.e164()).isEqualTo(number.line());
            assertThat(new PhoneNumber(number.line()).line()).as(number.e164()).isEqualTo(number.line());
            number.otherSpelling().ifPresent(other -> {
                assertThat(other).isNotEqualTo(number);
                assertThat(other.line()).isEqualTo(number.line());
                assertThat(other.otherSpelling()).contains(number);
            });
        });
    }

    private static Stream<PhoneNumber> anyNumbers() {
        var random = new Random(20261122);
        return IntStream.range(0, 2_000).mapToObj(i -> {
            var digits = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
            int length = 9 + random.nextInt(6);
            while (digits.length() < length) {
                digits.append(random.nextInt(10));
            }
            return new PhoneNumber(digits.toString());
        });
    }

    private String inDatabase(PhoneNumber number) {
        return sql.sql("select portway_line(?)").param(number.e164()).query(String.class).single();
    }
}
