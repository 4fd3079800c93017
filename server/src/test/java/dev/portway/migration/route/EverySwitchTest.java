package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.HumanTask;
import dev.portway.sandbox.switches.Switch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What nobody knows about Graph, Portway must not rely on: its journeys come to their end under every value of every switch of the sandbox. The standard
 * values are those of {@link EveryRouteTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverySwitchTest {
    private static final String COMPLETED = "completed";

    /** A journey that may feel a switch. */
    private enum Way {
        MIGRATE(WorldJourneys::migrate), WITHOUT_ACCESS(WorldJourneys::migrateWithoutAccess), SIGNUP(WorldJourneys::signup), JOIN(
                WorldJourneys::join), RESHARE(WorldJourneys::reshare), TO_SOLUTION(WorldJourneys::intentToAnotherSolution), ONTO_SOLUTION(
                        WorldJourneys::intentOntoASolution), CURRENCY(
                                WorldJourneys::currency), ADD(WorldJourneys::add), COEXIST(WorldJourneys::coexist), RECONNECT(
                                        WorldJourneys::reconnect), HOSTING(WorldJourneys::hosting), PARTNER_CHANGE(
                                                WorldJourneys::partnerChange), PORT_OUT(WorldJourneys::portOut);

        private final Function<WorldJourneys, WorldJourney> starts;

        Way(Function<WorldJourneys, WorldJourney> starts) {
            this.starts = starts;
        }
    }

    private static final List<Way> ALWAYS = List.of(Way.MIGRATE, Way.WITHOUT_ACCESS, Way.SIGNUP);

    /** The routes that a switch belongs to, beside those that are always tried. */
    private static List<Way> belongsTo(Switch unknown) {
        return switch (unknown) {
            case ON_PREMISES_CAN_MIGRATE, ON_PREMISES_WITHOUT_BACKUP -> List.of(Way.HOSTING);
            case COEXISTENCE_REFUSED_AT, APP_REGISTER_REFUSAL, OFFBOARDED_NUMBER, RECONNECTION_MINUTES -> List.of(Way.COEXIST);
            case SILENT_REGISTER_ANSWER, ACCOUNT_MODEL_PHASE -> List.of(Way.JOIN, Way.ADD, Way.COEXIST, Way.PARTNER_CHANGE);
            case ADD_OF_DEREGISTERED, TWO_STEP_AFTER_DELETION, DELETION_WAIT_MINUTES -> List.of(Way.ADD, Way.RECONNECT);
            case DELETED_NUMBER_ANSWERS, SOURCE_NUMBER_AFTER_MOVE -> List.of(Way.RECONNECT, Way.PORT_OUT);
            case NAME_REVIEW_MINUTES -> List.of(Way.ADD, Way.RECONNECT, Way.HOSTING);
            case INTENT_AFTER_90_DAYS, INTENT_REFUSALS -> List.of(Way.TO_SOLUTION, Way.ONTO_SOLUTION);
            case SHARED_NUMBER_ID, PARTNER_TICKET_HOURS -> List.of(Way.JOIN, Way.PARTNER_CHANGE);
            case CURRENCY_CLONE_SECONDS, CURRENCY_FROM_CARD_TO_CARD, CURRENCY_NUMBER_ID -> List.of(Way.CURRENCY);
            case CREDIT_SHARING_REFUSAL, CREDIT_MONTHS_OF, SUBSCRIPTION_AFTER_UNSHARING, UNSHARED_AFTER_90_DAYS ->
                List.of(Way.RESHARE, Way.JOIN);
            case PIN_FIELD, OWNERSHIP_CODE_MINUTES, CODE_REQUESTS_PER_12_HOURS -> List.of(Way.ADD, Way.RECONNECT);
            case CALLS_PER_HOUR, CALLS_PER_HOUR_INACTIVE, APP_CALLS_PER_HOUR, WITHOUT_ADVANCED_ACCESS -> List.of(Way.ADD, Way.CURRENCY);
            default -> List.of();
        };
    }

    /** What is tried besides the standard: the other choices, or a small and a large number that make sense. */
    static List<String> others(Switch unknown) {
        return switch (unknown) {
            case OWNERSHIP_CODE_MINUTES -> List.of("1", "60");
            case OWNERSHIP_VERIFIED_DAYS -> List.of("1", "90");
            case CODE_REQUESTS_PER_12_HOURS, WRONG_CODES_BEFORE_BLOCK, WRONG_PINS_BEFORE_BLOCK -> List.of("1", "50");
            case WRONG_PIN_PAUSE_SECONDS -> List.of("0", "3600");
            case WRONG_PIN_BLOCK_MINUTES -> List.of("1", "10080");
            case NAME_REVIEW_MINUTES -> List.of("0", "4320");
            case DELETION_WAIT_MINUTES -> List.of("0", "60");
            case RECONNECTION_MINUTES -> List.of("0", "60");
            case CURRENCY_CLONE_SECONDS -> List.of("0", "3600");
            case PARTNER_TICKET_HOURS -> List.of("72");
            case TEMPLATE_WORDS_PER_VARIABLE -> List.of("1", "7");
            case TEMPLATE_LINES_APART -> List.of("2", "100");
            case TEMPLATE_COPY_SECONDS, TEMPLATE_RECHECK_SECONDS -> List.of("0", "3600");
            case TEMPLATE_COPIES_IN_TIME -> List.of("0", "12");
            case TEMPLATE_QUALITY_HOURS -> List.of("0", "168");
            case CALLS_PER_HOUR, CALLS_PER_HOUR_INACTIVE -> List.of("60", "100000");
            case APP_CALLS_PER_HOUR -> List.of("200", "1000000");
            case MESSAGES_A_SECOND, MESSAGES_TO_ONE_AT_ONCE -> List.of("0", "1");
            case WEBHOOK_RETRY_HOURS -> List.of("1", "36");
            case WEBHOOK_DELAY_MILLIS, MESSAGE_STATUS_MILLIS -> List.of("0", "60000");
            default -> {
                assertThat(unknown.choices()).as("numbers to try for %s", unknown).isNotEmpty();
                yield unknown.choices();
            }
        };
    }

    /** Where a journey stops because of what the switch means, and whose it is then; all others complete. */
    private static final Map<String, String> STOPS = Map.of(
            // The PIN outlives the deletion, and only the client knows it.
            "TWO_STEP_AFTER_DELETION=kept RECONNECT", "CLIENT mend pin-mismatch");

    private final WorldJourneys ways = new WorldJourneys("every-switch");

    @AfterAll
    void close() {
        ways.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyValue_letsTheJourneysComeToTheirEnd(Switch unknown) {
        var ends = new TreeMap<String, String>();
        var expected = new TreeMap<String, String>();
        for (String value : others(unknown)) {
            if (!value.equals(unknown.standard())) {
                Stream.concat(ALWAYS.stream(), belongsTo(unknown).stream()).forEach(way -> {
                    String tried = unknown + "=" + value + " " + way;
                    ends.put(tried, end(way, unknown, value));
                    expected.put(tried, STOPS.getOrDefault(tried, COMPLETED));
                });
            }
        }
        assertThat(ends).isEqualTo(expected);
    }

    @Test
    void portOut_whereTheSourceCannotBeRead_isLeftToPeople() {
        WorldJourney one = ways.portOut().readingInVain("200000000000001").stoppingAt(HumanTask.Kind.LET_GO);

        assertThat(one.goes()).isEqualTo("DESTINATION let-go ");
    }

    private String end(Way way, Switch unknown, String value) {
        return way.starts.apply(ways).with(unknown, value).goes();
    }
}
