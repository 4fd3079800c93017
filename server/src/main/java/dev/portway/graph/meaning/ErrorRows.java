package dev.portway.graph.meaning;

import static dev.portway.graph.meaning.ErrorRow.ANY;

import dev.portway.graph.meaning.ErrorRow.Evidence;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.util.List;

/**
 * By what each of Graph's errors is recognised: the one table of it. The first row that fits counts, so what is particular stands before what is general.
 *
 * <p>Whose move each problem is, whether trying again helps and how long to wait stands in {@link Problems}; what it means and what to click, in the
 * bundles. Texts are in the language of the token's user: English and Portuguese words are Meta's. Assumed: the Spanish ones, because no copy of Meta's
 * pages in Spanish was read. Accents, case and punctuation do not count.
 */
public final class ErrorRows {
    private static final Evidence ERRORS = documented("Error codes, 18 Jun 2026");
    private static final Evidence ERRORS_BEFORE = documented("Error codes, 12 Dec 2025; gone from later copies");
    private static final Evidence LIMITS = documented("Rate limits, 4 Aug 2026");
    private static final Evidence SYNC = documented("Onboarding WhatsApp Business app users, 4 Feb 2026");
    private static final Evidence REFERENCE = documented("Graph API reference, the errors listed per edge, undated");
    private static final Evidence OPENAPI = documented("OpenAPI file of the Business Messaging API v23.0, Nov 2025");
    private static final Evidence LOGS = new Evidence(Evidence.Kind.OBSERVED, "in answers that people published");
    private static final Evidence WRAPPED = documented("Error codes, 18 Jun 2026; the code around the subcode is not published");
    private static final Evidence GENERAL = new Evidence(Evidence.Kind.ASSUMED, "it means this all over the Graph API");
    private static final Evidence PROVIDERS = new Evidence(Evidence.Kind.OBSERVED, "in the words of other providers' tools");

    private static final String IN_OTHER_WORDS = "Embedded Signup words it so, without a subcode; the row with 2388367 is played";
    private static final String IN_HISTORY = "Graph never answers with it: it comes inside a webhook";
    private static final String BESIDE_ITS_CODE = "Graph sends it beside 136024 or 136025, whose rows come first";
    private static final String NOT_GRAPHS = "Graph does not say it: providers' tools do, in words of their own";
    private static final String ON_A_PAGE = "Embedded Signup shows it on its page; no call answers with it";

    /** In the order in which they are tried. */
    // @formatter:off
    public static final List<ErrorRow> ALL = List.of(
            // Adding a number that moves.
            row(2388001, Problems.TWO_STEP_ON, ERRORS_BEFORE).playedAs("two-step-must-be-off").seenBy("two-step-off")
                    .words("two-step", "two-factor", "duas etapas", "dois fatores", "dos pasos", "dos factores"),
            row(2388001, Problems.ON_BUSINESS_APP, LOGS).playedAs("registered-elsewhere").seenBy("not-on-business-app")
                    .words("registered to an existing whatsapp account", "registrado em uma conta existente do whatsapp",
                            "registrado en una cuenta existente de whatsapp"),
            row(2388001, Problems.NAME_BEING_PROCESSED, LOGS).playedAs("certificate-not-ready").seenBy("display-name-approved")
                    .words("create certificate", "criar o certificado", "criar certificado", "crear el certificado", "crear certificado"),
            row(2388001, Problems.OWNERSHIP_NOT_CONFIRMED, ERRORS_BEFORE).playedAs("ownership-not-confirmed")
                    .words("ownership", "propriedade", "titularidade", "propiedad", "titularidad"),
            row(2388012, Problems.ALREADY_AT_DESTINATION, WRAPPED).playedAs("already-in-waba"),
            row(2388103, Problems.APP_NOT_SUBSCRIBED, WRAPPED).playedAs("destination-webhooks-missing").seenBy("app-subscribed").words("webhook"),
            row(2388103, Problems.ADD_DIRECTLY, WRAPPED).playedAs("can-be-added-directly")
                    .seenBy("number-registered", "number-at-source", "number-format")
                    .words("added directly", "add this phone number to your whatsapp account", "adicionado diretamente",
                            "adicione esse numero de telefone", "agregarse directamente", "añadirse directamente",
                            "agrega este numero de telefono", "añade este numero de telefono"),
            row(2388103, Problems.NAME_NOT_APPROVED, WRAPPED).playedAs("name-not-approved").seenBy("display-name-approved")
                    .words("display name", "registered name", "nome de exibição", "nome registrado", "nombre para mostrar", "nombre visible",
                            "nombre registrado"),
            row(2388103, Problems.DIFFERENT_BUSINESS, WRAPPED).playedAs("other-business").seenBy("same-business")
                    .words("different business manager", "same business", "mesma empresa", "conta diferente do gerenciador de negócios",
                            "business manager diferente", "misma empresa", "administrador comercial diferente"),
            row(2388103, Problems.NO_PAYMENT_AT_DESTINATION, WRAPPED).playedAs("destination-without-payment").seenBy("payment-at-destination")
                    .words("payment", "line of credit", "pagamento", "linha de crédito", "de pago", "línea de crédito"),
            row(2388103, Problems.SOURCE_NOT_SET_UP, WRAPPED).playedAs("source-not-set-up").seenBy("source-ready")
                    .words("not set up properly", "source whatsapp", "conta de origem", "cuenta de origen", "whatsapp business de origem",
                            "whatsapp business de origen", "não está configurada corretamente", "no está configurada correctamente"),
            row(2388103, Problems.MESSAGING_FOR_NOT_APPROVED, WRAPPED).playedAs("messaging-for-not-approved").seenBy("request-approved")
                    .words("messaging for", "mensagens para", "mensajes para"),
            row(2388103, Problems.DESTINATION_NOT_APPROVED, WRAPPED).playedAs("destination-not-approved").seenBy("destination-ready")
                    .words("needs to be approved", "must be approved", "ser aprovada", "estar aprobada", "ser aprobada"),
            row(2388103, Problems.CANNOT_MIGRATE, WRAPPED).playedAs("migration-failed")
                    .vaguely("an error while migrating", "error occurred while migrating", "ocorreu um erro ao migrar",
                            "se produjo un error al migrar", "ocurrió un error al migrar"),
            row(2494100, Problems.NUMBER_IN_MAINTENANCE, WRAPPED).playedAs("number-in-maintenance"),
            row(131057, Problems.NUMBER_IN_MAINTENANCE, ERRORS).playedAs("account-in-maintenance"),
            row(1349175, Problems.PHONE_CAP_REACHED, OPENAPI).playedAs("phone-cap-reached").words("limit", "maximum", "máximo", "límite"),
            row(200000, Problems.NUMBER_NOT_ADDED, REFERENCE).playedAs("cannot-add-number"),
            row(100, Problems.NAME_MISSING, GENERAL).playedAs("name-missing").words("verified_name"),

            // Between solutions, in sign-up, and with the Business app.
            row(2593079, Problems.TAGGED_FOR_OTHER_SOLUTION, ERRORS_BEFORE).playedAs("tagged-for-other"),
            row(2593085, Problems.NOT_VALID_FOR_SOLUTION, ERRORS_BEFORE).playedAs("not-valid-for-intent"),
            row(1752041, Problems.ALREADY_INVITED, ERRORS).playedAs("already-invited"),
            row(2200, Problems.CALLBACK_UNVERIFIED, LOGS).playedAs("callback-unverified"),
            row(100, Problems.SIGNUP_CODE_SPENT, LOGS).playedAs("signup-code-expired").subcode(36007),
            row(100, Problems.SIGNUP_CODE_SPENT, LOGS).playedAs("signup-code-used").subcode(36009),
            row(100, Problems.SIGNUP_CODE_SPENT, LOGS).playedAs("signup-code-unknown").words("invalid verification code format"),
            row(100, Problems.ON_BUSINESS_APP, LOGS).playedAs("no-register-for-app").words("not available for smb"),
            row(100, Problems.NOT_FROM_APP, LOGS).playedAs("not-from-app").words("not onboarded from the whatsapp business app"),
            row(2593107, Problems.SYNC_ALREADY_ASKED, SYNC).playedAs("sync-already-asked"),
            row(2593108, Problems.SYNC_TOO_LATE, SYNC).playedAs("sync-too-late"),
            row(2593109, Problems.HISTORY_NOT_SHARED, SYNC).unplayed(IN_HISTORY),

            // The ownership code.
            row(136024, Problems.ALREADY_VERIFIED, REFERENCE).playedAs("already-verified")
                    .words("already verified", "já verificad", "já foi verificad", "ya verificad", "ya está verificad", "ya se verific"),
            row(136024, Problems.NOT_BEING_MOVED, ERRORS).playedAs("not-eligible-for-code")
                    .words("not available for this use case", "not eligible", "não está qualificado", "não estão disponíveis para esse caso",
                            "no reune los requisitos", "no están disponibles para este caso"),
            row(2388367, Problems.CODE_BUDGET_SPENT, LOGS).playedAs("codes-spent"),
            row(136024, Problems.CODE_BUDGET_SPENT, LOGS).unplayed(IN_OTHER_WORDS)
                    .words("too many", "12 hours", "12 horas", "muitas tentativas", "muitas vezes", "demasiados intentos", "demasiadas veces"),
            row(136024, Problems.CODE_NOT_AVAILABLE, LOGS).playedAs("code-not-available"),
            row(136025, Problems.ON_BUSINESS_APP, LOGS).playedAs("on-business-app").words("smb"),
            row(136025, Problems.ALREADY_VERIFIED, REFERENCE).unplayed("only request_code is known to say it; taken as said by both")
                    .words("already verified", "já verificad", "já foi verificad", "ya verificad", "ya está verificad", "ya se verific"),
            row(136025, Problems.CODE_BUDGET_SPENT, ERRORS).playedAs("codes-blocked")
                    .words("too many", "12 hours", "12 horas", "muitas tentativas", "demasiados intentos"),
            row(136025, Problems.NOT_BEING_MOVED, ERRORS).playedAs("not-eligible-to-verify")
                    .words("not available for this use case", "not eligible", "não está qualificado", "não estão disponíveis para esse caso",
                            "no reune los requisitos", "no están disponibles para este caso"),
            row(136025, Problems.WRONG_CODE, ERRORS).playedAs("wrong-code"),
            row(2388091, Problems.CODE_NOT_AVAILABLE, LOGS).unplayed(BESIDE_ITS_CODE)
                    .words("try again", "tente novamente", "tente de novo", "vuelve a intentar", "inténtalo de nuevo"),
            row(2388091, Problems.NOT_BEING_MOVED, ERRORS).unplayed(BESIDE_ITS_CODE),
            row(2388093, Problems.WRONG_CODE, LOGS).unplayed(BESIDE_ITS_CODE)
                    .words("incorrect", "expired", "incorreto", "expirou", "caducó", "venció"),
            row(2388093, Problems.NOT_BEING_MOVED, ERRORS).unplayed(BESIDE_ITS_CODE),

            // Register.
            row(133000, Problems.DEREGISTER_INCOMPLETE, ERRORS).playedAs("deregistration-incomplete"),
            row(133004, Problems.GRAPH_UNAVAILABLE, ERRORS).playedAs("server-unavailable"),
            row(133005, Problems.PIN_MISMATCH, ERRORS).playedAs("pin-mismatch"),
            row(133006, Problems.NOT_VERIFIED, ERRORS).playedAs("not-verified"),
            row(133008, Problems.PIN_LOCKED, ERRORS).playedAs("too-many-pin-guesses"),
            row(133009, Problems.PIN_TOO_FAST, ERRORS).playedAs("pin-guessed-too-fast"),
            row(133010, Problems.NOT_REGISTERED, ERRORS).playedAs("not-registered"),
            row(133015, Problems.RECENTLY_DELETED, ERRORS).playedAs("recently-deleted"),
            row(133016, Problems.REGISTER_BUDGET_SPENT, ERRORS).playedAs("register-budget-spent"),
            row(2207051, Problems.NOT_REGISTERED, OPENAPI).playedAs("not-registered-to-leave"),
            row(131031, Problems.PIN_MISMATCH, ERRORS).playedAs("locked-by-pin")
                    .words("pin incorrect", "pin mismatch", "wrong pin", "pin is incorrect", "pin incorreto", "pin incorrecto"),
            row(131031, Problems.ACCOUNT_LOCKED, ERRORS).playedAs("account-locked"),
            row(131045, Problems.NOT_REGISTERED, ERRORS).playedAs("certificate-problem"),

            // Limits.
            row(4, Problems.RATE_LIMITED, LIMITS).playedAs("app-calls-spent"),
            row(17, Problems.RATE_LIMITED, LIMITS).playedAs("user-calls-spent"),
            row(613, Problems.RATE_LIMITED, GENERAL).playedAs("custom-calls-spent"),
            row(80007, Problems.RATE_LIMITED, ERRORS).playedAs("waba-rate-limited"),
            row(80008, Problems.RATE_LIMITED, LIMITS).playedAs("waba-calls-spent"),
            row(130429, Problems.RATE_LIMITED, ERRORS).playedAs("throughput-reached"),
            row(131056, Problems.RATE_LIMITED, ERRORS).playedAs("pair-limited"),
            row(131048, Problems.SPAM_LIMITED, ERRORS).playedAs("spam-limited"),
            row(131064, Problems.CLASSIFICATION_LIMITED, ERRORS).playedAs("classification-limited"),

            // Tokens, permissions, standing.
            row(0, Problems.TOKEN_INVALID, ERRORS).playedAs("no-app-user"),
            row(101, Problems.TOKEN_INVALID, LOGS).playedAs("client-id-missing"),
            row(102, Problems.TOKEN_INVALID, REFERENCE).playedAs("session-over"),
            row(104, Problems.TOKEN_INVALID, REFERENCE).playedAs("token-missing"),
            row(190, Problems.TOKEN_INVALID, ERRORS).playedAs("token-expired"),
            row(1, Problems.TOKEN_INVALID, LOGS).playedAs("client-secret-wrong").words("client secret"),
            row(100, Problems.TOKEN_INVALID, LOGS).playedAs("proof-required").words("appsecret_proof"),
            row(2500, Problems.TOKEN_INVALID, LOGS).playedAs("no-current-user").words("active access token"),
            row(2500, Problems.BAD_PARAMETER, LOGS).playedAs("unknown-path"),
            row(100, Problems.PERMISSION_MISSING, LOGS).playedAs("token-of-other-app").words("must provide an app access token"),
            row(100, Problems.APP_NOT_SUBSCRIBED, LOGS).playedAs("override-too-early").words("your app must be subscribed"),
            row(2388185, Problems.PERMISSION_MISSING, REFERENCE).playedAs("template-permission-missing"),
            row(200, Problems.ACCESS_BLOCKED, LOGS).playedAs("api-access-blocked").words("api access blocked"),
            row(368, Problems.BLOCKED_BY_POLICY, ERRORS).playedAs("blocked-by-policy"),
            row(3, Problems.PERMISSION_MISSING, ERRORS).playedAs("capability-missing"),
            row(10, Problems.PERMISSION_MISSING, ERRORS).playedAs("permission-denied"),
            family(200, 299, Problems.PERMISSION_MISSING, ERRORS).playedAs("write-denied"),
            row(131005, Problems.PERMISSION_MISSING, ERRORS).playedAs("access-denied"),
            row(130497, Problems.COUNTRY_RESTRICTED, ERRORS).playedAs("country-restricted"),
            row(131042, Problems.PAYMENT_PROBLEM, ERRORS).playedAs("payment-issue"),
            row(134011, Problems.PAYMENTS_TERMS, ERRORS).playedAs("payments-terms-missing"),

            // Requests, and Graph itself.
            row(33, Problems.NUMBER_DELETED, ERRORS).playedAs("number-deleted"),
            row(803, Problems.NOT_FOUND, OPENAPI).playedAs("unknown-alias"),
            row(100, Problems.NOT_FOUND, REFERENCE).playedAs("no-such-object").subcode(33),
            row(100, Problems.MARKETING_ONLY, ERRORS).playedAs("template-message-wanted").words("must be a template message"),
            row(100, Problems.MEDIA_NOT_RECEIVED, LOGS).playedAs("media-link-dead").words("media link"),
            row(100, Problems.BAD_PARAMETER, ERRORS).playedAs("invalid-parameter"),
            row(192, Problems.BAD_PARAMETER, REFERENCE).playedAs("phone-number-invalid"),
            row(300, Problems.EDIT_FAILED, REFERENCE).playedAs("edit-failed"),
            row(131008, Problems.BAD_PARAMETER, ERRORS).playedAs("parameter-missing"),
            row(131009, Problems.BAD_PARAMETER, ERRORS).playedAs("parameter-invalid"),
            row(135000, Problems.BAD_PARAMETER, ERRORS).playedAs("user-error"),
            row(131059, Problems.CURSOR_INVALID, ERRORS).playedAs("cursor-invalid"),
            row(1, Problems.GRAPH_UNAVAILABLE, ERRORS).playedAs("unknown-error"),
            row(2, Problems.GRAPH_UNAVAILABLE, ERRORS).playedAs("service-unavailable"),
            row(131000, Problems.GRAPH_UNAVAILABLE, ERRORS).playedAs("something-went-wrong"),
            row(131016, Problems.GRAPH_UNAVAILABLE, ERRORS).playedAs("messaging-unavailable"),

            // Messages.
            row(130403, Problems.RECIPIENT_BLOCKED, ERRORS).playedAs("recipient-blocked"),
            row(130472, Problems.RECIPIENT_IN_EXPERIMENT, ERRORS).playedAs("recipient-in-experiment"),
            row(131021, Problems.RECIPIENT_IS_SENDER, ERRORS).playedAs("recipient-is-sender"),
            row(131026, Problems.RECIPIENT_UNREACHABLE, ERRORS).playedAs("undeliverable"),
            row(131030, Problems.RECIPIENT_NOT_ALLOWED, ERRORS).playedAs("recipient-not-allowed"),
            row(131037, Problems.ISSUED_NUMBER_NEEDS_NAME, ERRORS).playedAs("issued-number-needs-name"),
            row(131047, Problems.TOO_LATE_FOR_FREE_TEXT, ERRORS).playedAs("window-closed"),
            row(131049, Problems.META_DID_NOT_DELIVER, ERRORS).playedAs("meta-did-not-deliver"),
            row(131050, Problems.MARKETING_NOT_WANTED, ERRORS).playedAs("marketing-not-wanted"),
            row(131051, Problems.MESSAGE_TYPE_UNKNOWN, ERRORS).playedAs("message-type-unknown"),
            row(131052, Problems.MEDIA_NOT_RECEIVED, ERRORS).playedAs("media-not-received"),
            row(131053, Problems.MEDIA_NOT_SENT, ERRORS).playedAs("media-not-uploaded"),
            row(131055, Problems.MARKETING_ONLY, ERRORS).playedAs("method-not-allowed"),
            row(134100, Problems.MARKETING_ONLY, ERRORS).playedAs("marketing-only"),
            row(131060, Problems.MESSAGE_NOT_THERE, SYNC).playedAs("message-not-there"),
            row(131062, Problems.RECIPIENT_NOT_SUPPORTED, ERRORS).playedAs("recipient-not-supported"),
            row(131063, Problems.MARKETING_TEMPLATES_OFF, ERRORS).playedAs("marketing-templates-off"),
            row(137000, Problems.RECIPIENT_CHANGED, ERRORS).playedAs("recipient-changed"),

            // Templates.
            row(132000, Problems.TEMPLATE_PARAMETERS, ERRORS).playedAs("template-parameters"),
            row(132001, Problems.TEMPLATE_MISSING, ERRORS).playedAs("template-missing"),
            row(132005, Problems.TEMPLATE_PARAMETERS, ERRORS).playedAs("template-translation-too-long"),
            row(132007, Problems.TEMPLATE_AGAINST_POLICY, ERRORS).playedAs("template-against-policy"),
            row(132008, Problems.TEMPLATE_PARAMETERS, ERRORS).playedAs("template-parameter-missing"),
            row(132012, Problems.TEMPLATE_PARAMETERS, ERRORS).playedAs("template-parameter-format"),
            row(132015, Problems.TEMPLATE_PAUSED, ERRORS).playedAs("template-paused"),
            row(132016, Problems.TEMPLATE_DISABLED, ERRORS).playedAs("template-disabled"),
            row(132018, Problems.TEMPLATE_NOT_USABLE, ERRORS).playedAs("template-issue"),
            row(134101, Problems.TEMPLATE_STILL_SYNCING, ERRORS).playedAs("template-still-syncing"),
            row(134102, Problems.TEMPLATE_NOT_USABLE, ERRORS).playedAs("template-not-usable"),
            row(2593002, Problems.TEMPLATE_MISSING, LOGS).playedAs("template-not-found"),
            row(2388019, Problems.TEMPLATES_FULL, ERRORS).playedAs("template-limit"),
            row(2388023, Problems.TEMPLATE_NAME_BLOCKED, ERRORS).playedAs("template-name-blocked"),
            row(2388024, Problems.TEMPLATE_EXISTS, ERRORS).playedAs("template-exists"),
            row(2388039, Problems.TEMPLATE_CANNOT_CHANGE, ERRORS).playedAs("template-cannot-change"),
            row(2388040, Problems.TEMPLATE_FORMAT, ERRORS).playedAs("template-text-too-long"),
            row(2388043, Problems.TEMPLATE_FORMAT, ERRORS).playedAs("template-field-missing"),
            row(2388046, Problems.TEMPLATE_FORMAT, ERRORS).playedAs("template-name-format"),
            row(2388047, Problems.TEMPLATE_FORMAT, ERRORS).playedAs("template-header-format"),
            row(2388072, Problems.TEMPLATE_FORMAT, ERRORS).playedAs("template-body-format"),
            row(2388073, Problems.TEMPLATE_FORMAT, ERRORS).playedAs("template-footer-format"),
            row(2388155, Problems.TEMPLATE_FORMAT, ERRORS).playedAs("template-variable-format"),
            row(2388293, Problems.TEMPLATE_FORMAT, ERRORS).playedAs("template-too-many-variables"),
            row(2388299, Problems.TEMPLATE_FORMAT, ERRORS).playedAs("template-variable-at-end"),
            row(200002, Problems.TEMPLATE_NOT_CREATED, REFERENCE).playedAs("template-not-created"),
            row(200005, Problems.INSIGHTS_NOT_AVAILABLE, ERRORS).playedAs("insights-not-available"),
            row(200006, Problems.INSIGHTS_NOT_AVAILABLE, ERRORS).playedAs("insights-stay-on"),
            row(200007, Problems.INSIGHTS_NOT_AVAILABLE, ERRORS).playedAs("insights-off"),

            // Flows and block lists.
            row(132068, Problems.FLOW_BLOCKED, ERRORS).playedAs("flow-message-blocked"),
            row(132069, Problems.FLOW_THROTTLED, ERRORS).playedAs("flow-throttled"),
            row(139000, Problems.FLOW_BLOCKED, ERRORS).playedAs("flow-blocked"),
            row(139001, Problems.FLOW_NOT_CHANGED, ERRORS).playedAs("flow-not-updated"),
            row(139002, Problems.FLOW_NOT_CHANGED, ERRORS).playedAs("flow-not-published"),
            row(139003, Problems.FLOW_NOT_CHANGED, ERRORS).playedAs("flow-not-deprecated"),
            row(139004, Problems.FLOW_NOT_CHANGED, ERRORS).playedAs("flow-not-deleted"),
            row(4233041, Problems.FLOWS_NOT_COPIED, ERRORS).playedAs("flow-migration"),
            family(139100, 139102, Problems.BLOCK_LIST_REFUSED, ERRORS).playedAs("block-list-refused"),

            // What people bring from elsewhere, without a number: providers' tools, and the page of Embedded Signup.
            said(Problems.REGISTERED_ELSEWHERE).unplayed(ON_A_PAGE)
                    .words("registered to an existing whatsapp business account", "registered with another business solution provider",
                            "registrado em uma conta do whatsapp business existente", "registrado em uma conta existente do whatsapp business",
                            "registrado en una cuenta de whatsapp business existente", "registrado en una cuenta existente de whatsapp business"),
            said(Problems.MESSAGING_FOR_NOT_APPROVED).unplayed(NOT_GRAPHS)
                    .words("message on behalf request", "messaging on behalf request", "mensagens em nome de", "mensagem em nome de",
                            "mensajes en nombre de", "mensaje en nombre de"),
            said(Problems.TWO_STEP_ON).unplayed(NOT_GRAPHS)
                    .words("two-factor authentication not yet disabled", "two-factor authentication", "2fa", "autenticação de dois fatores",
                            "autenticação em dois fatores", "autenticación de dos factores", "autenticación en dos factores"),
            said(Problems.ADD_DIRECTLY).unplayed(NOT_GRAPHS)
                    .words("eligible to be added directly", "pode ser adicionado diretamente", "puede agregarse directamente",
                            "puede añadirse directamente"),
            said(Problems.NAME_NOT_APPROVED).unplayed(NOT_GRAPHS)
                    .words("register name should be present", "registered name should be present", "nome registrado deve estar presente",
                            "nombre registrado debe estar presente"),
            said(Problems.ALREADY_AT_DESTINATION).unplayed(NOT_GRAPHS)
                    .words("already been moved to your destination", "já foi movido para a sua conta", "já foi movido para sua conta",
                            "ya se ha movido a tu cuenta", "ya se movió a tu cuenta"),
            said(Problems.DIFFERENT_BUSINESS).unplayed(NOT_GRAPHS)
                    .words("need to represent the same business", "must represent the same business", "devem representar a mesma empresa",
                            "precisam representar a mesma empresa", "deben representar a la misma empresa"),
            said(Problems.CANNOT_MIGRATE).unplayed(NOT_GRAPHS)
                    .words("something went wrong when trying to migrate", "algo deu errado ao tentar migrar", "algo salió mal al intentar migrar"));
    // @formatter:on

    private ErrorRows() {}

    private static ErrorRow row(int number, Problem problem, Evidence from) {
        return family(number, number, problem, from);
    }

    private static ErrorRow family(int first, int last, Problem problem, Evidence from) {
        return new ErrorRow(first, last, ANY, problem, List.of(), false, List.of(), from, "", "");
    }

    private static ErrorRow said(Problem problem) {
        return row(GraphError.NO_CODE, problem, PROVIDERS);
    }

    private static Evidence documented(String where) {
        return new Evidence(Evidence.Kind.DOCUMENTED, "Meta, " + where);
    }
}
