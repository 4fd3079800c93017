package dev.portway.preflight;

import static dev.portway.preflight.Check.Side.BOTH;
import static dev.portway.preflight.Check.Side.DESTINATION;
import static dev.portway.preflight.Check.Side.NEITHER;
import static dev.portway.preflight.Check.Side.SOURCE;
import static dev.portway.preflight.Without.LEARNT;
import static dev.portway.preflight.Without.STATED;
import static dev.portway.preflight.Without.UNKNOWN;
import static dev.portway.preflight.Without.WELCOME;

import dev.portway.migration.Order;
import dev.portway.migration.fact.WabaId;
import dev.portway.problem.Party;
import dev.portway.problem.Problem;
import dev.portway.problem.Problems;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every check there is, in the order findings are shown. What it is called and what to do about it are texts: {@code check.<id>.title},
 * {@code .remedy} and {@code .link}.
 *
 * <p>Source of what must hold: Meta, "migrating phone numbers among solution partners programmatically", 26 Nov 2025, and its error codes, 18 Jun 2026.
 */
public enum Check {
    // @formatter:off
    DESTINATION_TOKEN(About.THE_MOVE, Party.PROVIDER, Problems.TOKEN_INVALID,
            read(DESTINATION, "/debug_token", "is_valid, app_id, scopes, granular_scopes, expires_at"), LEARNT),
    SOURCE_TOKEN(About.THE_MOVE, Party.ORIGIN, Problems.PERMISSION_MISSING,
            read(SOURCE, "/debug_token", "is_valid, scopes, granular_scopes, expires_at"), UNKNOWN),
    NUMBER_FORMAT(About.EACH_NUMBER, Party.PROVIDER, Problems.ADD_DIRECTLY,
            read(SOURCE, "/{source}/phone_numbers", "display_phone_number"), LEARNT),
    NUMBER_AT_SOURCE(About.EACH_NUMBER, Party.CLIENT, Problems.ADD_DIRECTLY,
            read(SOURCE, "/{source}/phone_numbers", "display_phone_number"), LEARNT),
    /** Judged on three fields together: a number that was never registered can read {@code CONNECTED} and {@code ON_PREMISE}. */
    NUMBER_REGISTERED(About.EACH_NUMBER, Party.PROVIDER, Problems.ADD_DIRECTLY,
            read(SOURCE, "/{source}/phone_numbers", "status, code_verification_status, throughput, platform_type"), LEARNT),
    NOT_AT_DESTINATION(About.EACH_NUMBER, Party.PROVIDER, Problems.ALREADY_AT_DESTINATION,
            read(DESTINATION, "/{destination}/phone_numbers", "display_phone_number, status"), LEARNT),
    TWO_STEP_OFF(About.EACH_NUMBER, Party.CLIENT, Problems.TWO_STEP_ON,
            read(SOURCE, "/{source}/phone_numbers", "is_pin_enabled"), STATED),
    DISPLAY_NAME_APPROVED(About.EACH_NUMBER, Party.ORIGIN, Problems.NAME_NOT_APPROVED,
            read(SOURCE, "/{source}/phone_numbers", "name_status, new_name_status"), STATED),
    NOT_ON_BUSINESS_APP(About.EACH_NUMBER, Party.CLIENT, Problems.ON_BUSINESS_APP,
            read(SOURCE, "/{source}/phone_numbers", "is_on_biz_app"), STATED),
    NOT_ON_PREMISES(About.EACH_NUMBER, Party.ORIGIN, Problems.CANNOT_MIGRATE,
            read(SOURCE, "/{source}/phone_numbers", "platform_type"), LEARNT),
    NOT_A_TEST_NUMBER(About.EACH_NUMBER, Party.CLIENT, Problems.CANNOT_MIGRATE,
            read(SOURCE, "/{source}/phone_numbers", "account_mode"), LEARNT),
    NUMBER_NOT_RESTRICTED(About.EACH_NUMBER, Party.CLIENT, Problems.CANNOT_MIGRATE,
            read(SOURCE, "/{source}/phone_numbers", "status"), LEARNT),
    /** Stops nothing: it travels with the number. */
    QUALITY_GOOD(About.EACH_NUMBER, Party.CLIENT, Problems.SPAM_LIMITED,
            read(SOURCE, "/{source}/phone_numbers", "quality_rating"), UNKNOWN),
    /** Stops nothing: a call reaches what no SMS reaches, unless a menu answers it. */
    CODE_REACHABLE(About.EACH_NUMBER, Party.CLIENT, Problems.CODE_NOT_AVAILABLE,
            read(NEITHER, "numbering plan", "line type"), UNKNOWN),
    /** Asked only where no SMS comes, and nobody but a person can know. What gets no call either only warns: numbering plans are not told all. */
    CALL_ANSWERED(About.EACH_NUMBER, Party.CLIENT, Problems.CODE_NOT_AVAILABLE,
            read(NEITHER, "numbering plan", "line type"), STATED),
    /** Stops nothing, because Meta says nowhere that it refuses one: providers do. A number for tests is told by {@link #NOT_A_TEST_NUMBER}. */
    NOT_ISSUED_BY_WHATSAPP(About.EACH_NUMBER, Party.CLIENT, Problems.ISSUED_NUMBER_NEEDS_NAME,
            read(NEITHER, "numbering plan", "area code"), UNKNOWN),
    /** Stops nothing: a register is held back by itself where none is left. What others spend is seen by nobody. */
    REGISTERS_LEFT(About.EACH_NUMBER, Party.PROVIDER, Problems.REGISTER_BUDGET_SPENT,
            read(NEITHER, "attempts of Portway", "register"), UNKNOWN),
    CODES_LEFT(About.EACH_NUMBER, Party.PROVIDER, Problems.CODE_BUDGET_SPENT,
            read(NEITHER, "attempts of Portway", "request_code, verify_code"), UNKNOWN),
    SAME_BUSINESS(About.THE_MOVE, Party.CLIENT, Problems.DIFFERENT_BUSINESS,
            read(BOTH, "/{source}, /{destination}", "owner_business_info"), STATED),
    SOURCE_READY(About.THE_MOVE, Party.CLIENT, Problems.SOURCE_NOT_SET_UP,
            read(SOURCE, "/{source}", "account_review_status, business_verification_status, status, on_behalf_of_business_info"), STATED),
    /** Stops nothing: on some ways Meta wants one there, too. */
    PAYMENT_AT_SOURCE(About.THE_MOVE, Party.CLIENT, Problems.SOURCE_NOT_SET_UP,
            read(SOURCE, "/{source}", "primary_funding_id"), UNKNOWN),
    /** Stops nothing: what the client does not own, somebody else has to agree to. */
    OWNED_BY_CLIENT(About.THE_MOVE, Party.CLIENT, Problems.DIFFERENT_BUSINESS,
            read(SOURCE, "/{source}", "ownership_type"), UNKNOWN),
    /** Stops nothing: it is the portfolio's, and stays. */
    MESSAGING_LIMIT(About.THE_MOVE, Party.CLIENT, Problems.SPAM_LIMITED,
            read(SOURCE, "/{source}", "whatsapp_business_manager_messaging_limit"), UNKNOWN),
    /** Stops nothing: whoever else works with the number has to know the day. */
    ALONE_AT_SOURCE(About.THE_MOVE, Party.CLIENT, Problems.APP_NOT_SUBSCRIBED,
            read(SOURCE, "/{source}/subscribed_apps", "id, name"), UNKNOWN),
    /** Stops nothing by itself: what only an admin can do is asked for where the way comes to it. */
    ADMIN_KNOWN(About.THE_MOVE, Party.CLIENT, Problems.PERMISSION_MISSING,
            read(DESTINATION, "business_users of the owner of /{destination}", "role"), WELCOME),
    /** Stops nothing by itself: what is switched off already, other checks see. Only webhooks tell it. */
    NO_BAN_ANNOUNCED(About.THE_MOVE, Party.CLIENT, Problems.CANNOT_MIGRATE,
            read(NEITHER, "webhook account_update", "ban_info, restriction_info"), UNKNOWN),
    DESTINATION_READY(About.THE_MOVE, Party.CLIENT, Problems.DESTINATION_NOT_APPROVED,
            read(DESTINATION, "/{destination}", "account_review_status, business_verification_status, status"), LEARNT),
    REQUEST_APPROVED(About.THE_MOVE, Party.CLIENT, Problems.MESSAGING_FOR_NOT_APPROVED,
            read(DESTINATION, "/{destination}", "on_behalf_of_business_info"), LEARNT),
    PAYMENT_AT_DESTINATION(About.THE_MOVE, Party.PROVIDER, Problems.NO_PAYMENT_AT_DESTINATION,
            read(DESTINATION, "/{destination}", "primary_funding_id"), STATED),
    /** Stops nothing: what a portfolio may hold is shown nowhere, and Meta raises it. A number that stays in its portfolio needs no room. */
    ROOM_FOR_NUMBERS(About.THE_MOVE, Party.CLIENT, Problems.PHONE_CAP_REACHED,
            read(BOTH, "/{source}/phone_numbers, /{destination}/phone_numbers", "display_phone_number, business_verification_status"), UNKNOWN),
    /** Stops nothing by itself: what Meta refuses for it, other checks name. */
    ABLE_TO_SEND(About.THE_MOVE, Party.PROVIDER, Problems.PAYMENT_PROBLEM,
            read(DESTINATION, "/{destination}", "health_status"), UNKNOWN),
    /** Stops nothing: both are fixed once a credit line is attached. */
    SAME_CURRENCY(About.THE_MOVE, Party.PROVIDER, Problems.PAYMENT_PROBLEM,
            read(BOTH, "/{source}, /{destination}", "currency, timezone_id"), UNKNOWN),
    /** Stops nothing: it is subscribed on the way. */
    APP_SUBSCRIBED(About.THE_MOVE, Party.PORTWAY, Problems.APP_NOT_SUBSCRIBED,
            read(DESTINATION, "/{destination}/subscribed_apps", "id"), UNKNOWN),
    /** Stops nothing: Meta moves the number all the same, and what people write to it then is lost. Asked in the app's own name. */
    CALLBACK_REACHABLE(About.THE_MOVE, Party.PROVIDER, Problems.CALLBACK_UNVERIFIED,
            read(DESTINATION, "subscriptions of our app, /{destination}/subscribed_apps", "callback_url, active, fields, override_callback_uri"), UNKNOWN),
    /** Stops nothing: whether Meta puts one line in the place of another is written nowhere. Looked at only where the order brings a line. */
    NO_OTHER_LINE(About.THE_MOVE, Party.CLIENT, Problems.PAYMENT_PROBLEM,
            read(DESTINATION, "/{destination}, owning_credit_allocation_configs of the line", "primary_funding_id, receiving_credential"), UNKNOWN),
    /** Stops nothing: calls wait by themselves until there are some left. */
    CALLS_LEFT(About.THE_MOVE, Party.PROVIDER, Problems.RATE_LIMITED,
            read(DESTINATION, "/{destination}, /{source}", "header X-Business-Use-Case-Usage"), UNKNOWN),
    /** Stops nothing: what does not fit is left out of the copy, and listed. */
    TEMPLATE_CAPACITY(About.THE_MOVE, Party.PROVIDER, Problems.TEMPLATES_NOT_COPIED,
            read(BOTH, "/{source}/message_templates, /{destination}/message_templates", "id"), UNKNOWN);
    // @formatter:on

    /** What a check is made for. */
    public enum About {
        EACH_NUMBER, THE_MOVE
    }

    /** Whose WABA it is read from: without access to the source, a check of the source sees nothing. */
    public enum Side {
        SOURCE, DESTINATION, BOTH,
        /** What the number itself tells. */
        NEITHER
    }

    /**
     * Where it is read.
     *
     * @param call the path, with {@code {source}} and {@code {destination}} for the WABAs
     * @param fields of what it answers
     */
    public record Read(Side side, String call, String fields) {
        /** As evidence: the call that was made and the fields that were looked at. */
        String of(Order order) {
            String source = order.source().map(WabaId::value).orElse("?");
            return call.replace("{source}", source).replace("{destination}", order.destination().map(WabaId::value).orElse("?")) + ": "
                    + fields;
        }
    }

    private final About about;
    private final Party owner;
    private final Problem protectsFrom;
    private final Read read;
    private final Without without;

    Check(About about, Party owner, Problem protectsFrom, Read read, Without without) {
        this.about = about;
        this.owner = owner;
        this.protectsFrom = protectsFrom;
        this.read = read;
        this.without = without;
    }

    private static Read read(Side side, String call, String fields) {
        return new Read(side, call, fields);
    }

    /** Durable: in stored findings, JSON and message keys. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Check> named(String id) {
        return Arrays.stream(values()).filter(check -> check.id().equals(id)).findFirst();
    }

    public About about() {
        return about;
    }

    /** Whose move it is when the way is not free. */
    public Party owner() {
        return owner;
    }

    /** What would go wrong later. */
    public Problem protectsFrom() {
        return protectsFrom;
    }

    public Read read() {
        return read;
    }

    /** What it becomes when it cannot be read. */
    public Without without() {
        return without;
    }

    /** Whether the migration waits when it fails; the others only warn. */
    public boolean stops() {
        return without == STATED || without == LEARNT;
    }

    /** The WABA it is about, where a screen opens for one; empty when nobody named the source. */
    public Optional<WabaId> waba(Order order) {
        return read.side == DESTINATION ? order.destination() : order.source();
    }
}
