package dev.portway.graph;

import dev.portway.graphclient.answer.GraphError;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import dev.portway.problem.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Graph's errors mean: the one place where codes and texts become problems. The first row that fits counts; none fits: unrecognised.
 *
 * <p>Source: Meta, "Error codes", 18 Jun 2026. Codes above 1,000 are looked for as code and as subcode: which of the two some are is not
 * published. Texts are in the language of the token's user; English words are Meta's. Assumed: the Portuguese and Spanish ones, because no
 * copy of those pages shows them.
 */
public final class Meanings {
    private static final Pattern WAIT = Pattern.compile("(\\d{1,4})\\s*(second|segundo|minut|hour|hora|day|dia|día)");

    private static final List<Row> ROWS = List.of(
            // Adding a number that moves.
            row(2388001, Problems.TWO_STEP_ON, "two-step", "two step", "duas etapas", "dois fatores", "dos pasos"),
            row(2388001, Problems.OWNERSHIP_NOT_CONFIRMED, "ownership", "propriedade", "titularidade", "propiedad", "titularidad"),
            row(2388012, Problems.ALREADY_AT_DESTINATION),
            row(2388103, Problems.APP_NOT_SUBSCRIBED, "webhook"),
            row(2388103, Problems.ADD_DIRECTLY, "added directly", "adicionado diretamente", "agregarse directamente",
                    "añadirse directamente"),
            row(2388103, Problems.NAME_NOT_APPROVED, "display name", "registered name", "nome de exibição", "nome registrado",
                    "nombre para mostrar", "nombre visible", "nombre registrado"),
            row(2388103, Problems.DIFFERENT_BUSINESS, "different business manager", "same business", "mesma empresa",
                    "business manager diferente", "misma empresa"),
            row(2388103, Problems.NO_PAYMENT_AT_DESTINATION, "payment", "line of credit", "pagamento", "linha de crédito", "de pago",
                    "línea de crédito"),
            row(2388103, Problems.SOURCE_NOT_SET_UP, "not set up properly", "source whatsapp", "conta de origem", "cuenta de origen",
                    "whatsapp business de origem", "whatsapp business de origen"),
            row(2388103, Problems.MESSAGING_FOR_NOT_APPROVED, "messaging for", "mensagens para", "mensajes para"),
            row(2388103, Problems.DESTINATION_NOT_APPROVED, "needs to be approved", "must be approved", "ser aprovada", "estar aprobada",
                    "ser aprobada"),
            row(2388103, Problems.CANNOT_MIGRATE, "an error while migrating", "error occurred while migrating", "ocorreu um erro ao migrar",
                    "se produjo un error al migrar"),
            row(2494100, Problems.NUMBER_IN_MAINTENANCE),
            row(131057, Problems.NUMBER_IN_MAINTENANCE),
            row(1349175, Problems.PHONE_CAP_REACHED, "limit", "maximum", "máximo", "límite"),
            row(200000, Problems.NUMBER_NOT_ADDED),

            // The ownership code.
            row(136024, Problems.ALREADY_VERIFIED, "already verified", "já verificad", "já foi verificad", "ya verificad",
                    "ya está verificad"),
            row(136024, Problems.CODE_BUDGET_SPENT, "too many", "12 hours", "12 horas", "muitas tentativas", "demasiados intentos"),
            row(136024, Problems.CODE_NOT_AVAILABLE),
            row(136025, Problems.ON_BUSINESS_APP, "smb"),
            row(136025, Problems.ALREADY_VERIFIED, "already verified", "já verificad", "já foi verificad", "ya verificad",
                    "ya está verificad"),
            row(136025, Problems.CODE_BUDGET_SPENT, "too many", "12 hours", "12 horas", "muitas tentativas", "demasiados intentos"),
            row(136025, Problems.UNRECOGNISED, "not available for this use case"),
            row(136025, Problems.WRONG_CODE),

            // Register.
            row(133000, Problems.DEREGISTER_INCOMPLETE),
            row(133004, Problems.GRAPH_UNAVAILABLE),
            row(133005, Problems.PIN_MISMATCH),
            row(133006, Problems.NOT_VERIFIED),
            row(133008, Problems.PIN_LOCKED),
            row(133009, Problems.PIN_TOO_FAST),
            row(133010, Problems.NOT_REGISTERED),
            row(133015, Problems.RECENTLY_DELETED),
            row(133016, Problems.REGISTER_BUDGET_SPENT),
            row(131031, Problems.PIN_MISMATCH, "pin incorrect", "pin mismatch", "wrong pin", "pin incorreto", "pin incorrecto"),
            row(131031, Problems.ACCOUNT_LOCKED),
            row(131045, Problems.NOT_REGISTERED),

            // Any call.
            row(80007, Problems.RATE_LIMITED),
            row(80008, Problems.RATE_LIMITED),
            row(130429, Problems.RATE_LIMITED),
            row(131056, Problems.RATE_LIMITED),
            row(4, Problems.RATE_LIMITED),
            row(17, Problems.RATE_LIMITED),
            row(613, Problems.RATE_LIMITED),
            row(131042, Problems.PAYMENT_PROBLEM),
            row(134011, Problems.PAYMENT_PROBLEM),
            row(131000, Problems.GRAPH_UNAVAILABLE),
            row(131016, Problems.GRAPH_UNAVAILABLE),
            row(131005, Problems.PERMISSION_MISSING),
            row(131008, Problems.BAD_PARAMETER),
            row(131009, Problems.BAD_PARAMETER),
            row(1, Problems.GRAPH_UNAVAILABLE),
            row(2, Problems.GRAPH_UNAVAILABLE),
            row(0, Problems.TOKEN_INVALID),
            row(102, Problems.TOKEN_INVALID),
            row(104, Problems.TOKEN_INVALID),
            row(190, Problems.TOKEN_INVALID),
            row(100, Problems.TOKEN_INVALID, "appsecret_proof"),
            row(100, Problems.PERMISSION_MISSING, "must provide an app access token"),
            row(200, Problems.ACCESS_BLOCKED, "api access blocked"),
            row(368, Problems.ACCESS_BLOCKED),
            row(3, Problems.PERMISSION_MISSING),
            row(10, Problems.PERMISSION_MISSING),
            row(33, Problems.NOT_FOUND),
            row(803, Problems.NOT_FOUND),
            row(192, Problems.BAD_PARAMETER));

    /** A code or subcode and, where it has several meanings, words of which one must be in the texts. */
    private record Row(int number, Problem problem, List<String> words) {
        boolean fits(GraphError error, String texts) {
            boolean numbered = error.code() == number || number > 1_000 && error.subcode() == number;
            return numbered && (words.isEmpty() || words.stream().anyMatch(texts::contains));
        }
    }

    private Meanings() {}

    public static Problem of(GraphError error) {
        String texts = texts(error);
        return ROWS.stream().filter(row -> row.fits(error, texts)).map(Row::problem).findFirst().orElseGet(() -> byKind(error));
    }

    /** How long to wait: what Graph told in its headers or words where waiting helps, and never less than the problem's own wait. */
    static Duration pause(GraphError error, Problem problem) {
        if (problem.retry() != Retry.AFTER_WAIT) {
            return problem.pause();
        }
        return Stream.of(problem.pause(), error.usage().regainAccessAfter(), told(texts(error)))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    /** Whole families of codes. Umbrella subcodes whose texts we do not know are left unrecognised. */
    private static Problem byKind(GraphError error) {
        if (error.code() >= 200 && error.code() < 300) {
            return Problems.PERMISSION_MISSING;
        }
        if (error.code() != 100 || error.subcode() > 1_000) {
            return Problems.UNRECOGNISED;
        }
        return error.subcode() == 33 ? Problems.NOT_FOUND : Problems.BAD_PARAMETER;
    }

    private static Duration told(String texts) {
        Matcher wait = WAIT.matcher(texts);
        if (!wait.find()) {
            return Duration.ZERO;
        }
        long number = Long.parseLong(wait.group(1));
        return switch (wait.group(2).charAt(0)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static String texts(GraphError error) {
        return Stream.of(error.message(), error.userTitle(), error.userMessage(), error.details())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static Row row(int number, Problem problem, String... words) {
        return new Row(number, problem, List.of(words));
    }
}
