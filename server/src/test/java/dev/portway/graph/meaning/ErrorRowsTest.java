package dev.portway.graph.meaning;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.portway.graphclient.GraphAccess;
import dev.portway.graphclient.GraphClient;
import dev.portway.graphclient.GraphConfig;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.answer.Usage;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.GraphVersion;
import dev.portway.graphclient.value.PhoneNumberId;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import dev.portway.sandbox.fault.Faults;
import dev.portway.sandbox.switches.Switch;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of meanings and the table of matches agree, and each row is what some error of Graph comes to. */
class ErrorRowsTest {
    /** Problems that no error of Graph is: something of ours is missing, or nobody answered. */
    private static final Set<Problem> OURS = Set.of(Problems.GRAPH_UNREACHABLE, Problems.TEMPLATES_NOT_COPIED,
            Problems.CREDENTIALS_MISSING, Problems.REQUEST_DECLINED, Problems.CLONE_REFUSED, Problems.CLONE_NOT_COMPLETED,
            Problems.NAME_DECLINED, Problems.PARTNER_UNKNOWN, Problems.UNRECOGNISED);

    /** Played so that one can see what is done about an error that no table has. */
    private static final String IN_NO_TABLE = "never-heard-of";

    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.onFreePort());
    private static final GraphClient GRAPH = GraphClient.open(
            GraphConfig.of(URI.create(SANDBOX.uri().toString()), GraphVersion.CURRENT),
            GraphAccess.of(new AccessToken(requireNonNull(SANDBOX.environment().get("sourceToken"))),
                    new AppSecret(requireNonNull(SANDBOX.environment().get("sourceAppSecret")))));

    @AfterAll
    static void close() {
        GRAPH.close();
        SANDBOX.close();
    }

    static List<ErrorRow> rows() {
        return ErrorRows.ALL;
    }

    static List<String> faults() {
        return Arrays.stream(dev.portway.sandbox.refusal.ErrorRow.values()).map(dev.portway.sandbox.refusal.ErrorRow::key).toList();
    }

    /** Which languages Graph may word an error in without being asked. */
    @BeforeEach
    void inEnglish() {
        speak("english");
    }

    private static void speak(String language) {
        assertThat(SANDBOX.stage().world.switches.set(Switch.ERROR_LANGUAGE, language)).isEmpty();
    }

    static Stream<Arguments> faultsInOtherLanguages() {
        return faults().stream().flatMap(fault -> Stream.of("portuguese", "spanish").map(language -> arguments(fault, language)));
    }

    /** Words in another language lead to the very row that the English ones do. */
    @ParameterizedTest
    @MethodSource("faultsInOtherLanguages")
    void errorOfTheSandbox_isTheSameInEveryLanguage(String fault, String language) {
        Meaning english = Meanings.of(played(fault), Meanings.NOTHING_SEEN);
        speak(language);
        Meaning other = Meanings.of(played(fault), Meanings.NOTHING_SEEN);

        assertThat(other.row()).as(fault + " in " + language).isEqualTo(english.row());
        assertThat(other.problem()).isEqualTo(english.problem());
    }

    @Test
    void problems_areWhatSomeErrorComesTo_orOurs() {
        Set<Problem> matched = ErrorRows.ALL.stream().map(ErrorRow::problem).collect(Collectors.toSet());

        assertThat(Problems.all()).filteredOn(problem -> !matched.contains(problem)).containsExactlyInAnyOrderElementsOf(OURS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void row_isPlayedInTheSandbox_orSaysWhyNot(ErrorRow row) {
        if (row.fault().isEmpty()) {
            assertThat(row.unplayed()).as(row.toString()).isNotBlank();
            assertThat(faults()).isNotEmpty();
        } else {
            assertThat(Meanings.of(played(row.fault()), Meanings.NOTHING_SEEN).row()).as(row.fault()).contains(row);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void errorOfTheSandbox_isRecognised(String fault) {
        Problem problem = Meanings.of(played(fault));

        assertThat(problem.equals(Problems.UNRECOGNISED)).as(fault + " is " + problem).isEqualTo(fault.equals(IN_NO_TABLE));
    }

    /** What stands before it in the table hides no row, and none of its words. */
    @ParameterizedTest
    @MethodSource("rows")
    void row_isReachedByEachOfItsWords(ErrorRow row) {
        for (String word : row.words().isEmpty() ? List.of("") : row.words()) {
            assertThat(Meanings.of(said(row, word), Meanings.NOTHING_SEEN).row()).as(word).contains(row);
        }
    }

    private static GraphError said(ErrorRow row, String word) {
        int subcode = row.subcode() == ErrorRow.ANY ? 0 : row.subcode();
        return new GraphError(400, "OAuthException", row.number(), subcode, word, null, null, null, false, null, "", Usage.UNKNOWN);
    }

    private static GraphError played(String fault) {
        var ordered = SANDBOX.stage().faults
                .order(new Faults.Order("read-number", "error:" + fault, null, 1, 1, Duration.ZERO));
        assertThat(ordered).as("the sandbox knows the fault " + fault).isPresent();
        var heard = GRAPH.numbers().get(new PhoneNumberId(requireNonNull(SANDBOX.environment().get("phoneNumberId"))));
        assertThat(heard).as(fault).isInstanceOf(Refused.class);
        return ((Refused<?>) heard).error();
    }

    @Test
    void numbers_areWrittenAsPeopleWriteThem() {
        assertThat(ErrorRows.ALL.stream().map(ErrorRow::numbers)).contains("2388103", "200–299", "100/33", "0", "");
        assertThat(ErrorRow.plain("  (#133016) “Verificação” em duas-etapas! ")).isEqualTo("#133016 verificacao em duas etapas");
    }
}
