package dev.portway.finder;

import static dev.portway.finder.Fates.ADDED;
import static dev.portway.finder.Fates.CLONED;
import static dev.portway.finder.Fates.JOINED;
import static dev.portway.finder.Fates.LEFT_AND_CAME_BACK;
import static dev.portway.finder.Fates.MOVED;
import static dev.portway.finder.Fates.SHARED;
import static dev.portway.finder.Fates.STAYED;
import static dev.portway.finder.Rule.assumed;
import static dev.portway.finder.Rule.documented;
import static dev.portway.finder.Rule.withReserve;
import static dev.portway.finder.Term.after;
import static dev.portway.finder.Term.all;
import static dev.portway.finder.Term.out;
import static dev.portway.finder.Value.*;
import static dev.portway.problem.Party.CLIENT;
import static dev.portway.problem.Party.META;
import static dev.portway.problem.Party.ORIGIN;
import static dev.portway.problem.Party.PORTWAY;
import static dev.portway.problem.Party.PROVIDER;

import dev.portway.finder.Row.Costs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The ways, a row each. What no row says against a way speaks for it. */
public final class Table {
    private static final Value[] NOT_ON_API = {NOWHERE, BUSINESS_APP, CONSUMER_APP};

    private static final List<Row> ROWS = List.of(
            Row.of(Way.MIGRATE, Kind.MIGRATION,
                    all(registered(), notHereYet(), moves(), code(),
                            out(Reason.NO_DESTINATION, NO_DESTINATION),
                            after(Condition.DESTINATION_READY, DESTINATION_UNREADY),
                            after(Condition.REQUEST_APPROVED, REQUEST_PENDING),
                            after(Condition.PAYMENT_AT_DESTINATION, PAYMENT_MISSING)),
                    new Costs(MOVED, Dark.SECONDS, List.of(PORTWAY, CLIENT, ORIGIN)),
                    withReserve("Meta, \"migrating phone numbers among solution partners programmatically\", 26 Nov 2025")),

            Row.of(Way.SIGNUP, Kind.MIGRATION,
                    all(registered(), notHereYet(), moves(), code(), after(Condition.ADMIN_REACHABLE, NOBODY_IS_ADMIN)),
                    new Costs(MOVED, Dark.SECONDS_OR_FROM_FINISH, List.of(CLIENT, PORTWAY, ORIGIN)),
                    documented("Meta, \"migrating phone numbers among solution partners via Embedded Signup\", 14 Nov 2025")),

            Row.of(Way.JOIN, Kind.CONFIGURATION,
                    all(registered(), notHereYet(),
                            out(Reason.SAME_PARTNER, WITH_US),
                            out(Reason.NOT_ON_CLOUD, ON_PREMISES),
                            out(Reason.OTHER_PORTFOLIO, OTHER_PORTFOLIO),
                            out(Reason.NOT_OFFERED, SHARING_NOT_OFFERED),
                            after(Condition.LIMIT_RAISED, LIMIT_LOW),
                            after(Condition.NUMBER_NOT_RESTRICTED, RESTRICTED),
                            after(Condition.ADMIN_REACHABLE, NOBODY_IS_ADMIN)),
                    new Costs(JOINED, Dark.NOTHING, List.of(CLIENT, PROVIDER, META)),
                    documented("Meta, \"Multi-Solution Conversations\", 12 Nov 2025; to whom it is offered is not published")
                            .decidedBy(Topic.SHARING)),

            Row.of(Way.RESHARE, Kind.CONFIGURATION,
                    all(registered(), notHereYet(),
                            out(Reason.SAME_PARTNER, WITH_US),
                            out(Reason.NOT_ON_CLOUD, ON_PREMISES),
                            out(Reason.OTHER_PORTFOLIO, OTHER_PORTFOLIO),
                            out(Reason.WHOLE_ACCOUNT, SOME_NUMBERS),
                            out(Reason.NOT_CLIENT_OWNED, OWNED_BY_AGENCY),
                            out(Reason.NOT_BY_LINE, PAID_BY_CARD),
                            out(Reason.NO_CREDIT_LINE, NO_LINE),
                            after(Condition.ADMIN_REACHABLE, NOBODY_IS_ADMIN)),
                    new Costs(SHARED, Dark.UNTIL_THE_FIRST, List.of(CLIENT, PROVIDER)),
                    documented("Meta, \"migrating WhatsApp Business Accounts among solution partners via Embedded Signup\", 4 Nov 2025")
                            .decidedBy(Topic.CREDIT_LINE)),

            Row.of(Way.INTENT, Kind.MIGRATION,
                    all(registered(), notHereYet(), moves(),
                            out(Reason.NO_SOLUTION, IN_NO_SOLUTION),
                            out(Reason.OTHER_SOLUTION, NO_SOLUTION_OF_OURS),
                            after(Condition.ADMIN_REACHABLE, NOBODY_IS_ADMIN)),
                    new Costs(MOVED, Dark.SECONDS, List.of(CLIENT, PORTWAY, ORIGIN)),
                    documented("Meta, \"migrating among or off Multi-Partner Solutions via Business Suite\", 21 May and 30 Jun 2026")
                            .decidedBy(Topic.OUR_SOLUTION)),

            Row.of(Way.CURRENCY, Kind.MIGRATION,
                    all(registered(),
                            out(Reason.NOT_WITH_US, ELSEWHERE),
                            out(Reason.OTHER_PORTFOLIO, OTHER_PORTFOLIO),
                            out(Reason.WHOLE_ACCOUNT, SOME_NUMBERS),
                            out(Reason.NOT_CLIENT_OWNED, OWNED_BY_AGENCY),
                            out(Reason.CARD_NOT_POSSIBLE, PAYS_BY_CARD),
                            out(Reason.NO_CREDIT_LINE, NO_LINE),
                            after(Condition.ADMIN_REACHABLE, NOBODY_IS_ADMIN),
                            after(Condition.SOURCE_READY, SOURCE_UNREADY)),
                    new Costs(CLONED, Dark.AT_RESUME, List.of(PROVIDER, CLIENT, META)),
                    documented("Meta, \"change the billing currency\", 23 Jun 2026").decidedBy(Topic.CREDIT_LINE)),

            Row.of(Way.ADD, Kind.NEW_REGISTRATION,
                    all(notHereYet(),
                            out(Reason.ON_PLATFORM, ON_CLOUD, COEXISTENCE, ON_PREMISES),
                            out(Reason.IN_AN_APP, BUSINESS_APP, CONSUMER_APP),
                            out(Reason.TEST_NUMBER, TEST_NUMBER), code(),
                            after(Condition.ENTRY_REMOVED, UNFINISHED),
                            after(Condition.DESTINATION_MADE, NO_DESTINATION),
                            after(Condition.DESTINATION_READY, DESTINATION_UNREADY)),
                    new Costs(ADDED, Dark.NOT_SENDING_YET, List.of(PORTWAY, CLIENT)),
                    documented("Meta, \"phone numbers\", 27 Feb 2026")),

            Row.of(Way.COEXIST, Kind.NEW_REGISTRATION,
                    all(notHereYet(),
                            out(Reason.NOT_IN_AN_APP, ON_CLOUD, ON_PREMISES, CONSUMER_APP, NOWHERE, UNFINISHED),
                            out(Reason.TEST_NUMBER, TEST_NUMBER),
                            out(Reason.APP_NOT_WANTED, GIVE_APP_UP),
                            out(Reason.APP_NOT_SERVED, APP_NOT_SERVED),
                            after(Condition.APP_DISCONNECTED, COEXISTENCE),
                            after(Condition.ADMIN_REACHABLE, NOBODY_IS_ADMIN)),
                    new Costs(Fates.BESIDE_THE_APP, Dark.NOTHING, List.of(CLIENT, PORTWAY)),
                    documented(
                            "Meta, \"onboarding WhatsApp Business app users\", Feb 2026, and \"reconnect offboarded clients\", 21 May 2026")),

            Row.of(Way.RECONNECT, Kind.NEW_REGISTRATION,
                    all(notHereYet(),
                            out(Reason.NOTHING_TO_LEAVE, NOWHERE, UNFINISHED),
                            out(Reason.TEST_NUMBER, TEST_NUMBER),
                            out(Reason.NOT_LIVE, RESTRICTED), code(),
                            after(Condition.PIN_KNOWN, TWO_STEP_ON),
                            after(Condition.NOT_PAID_LATELY, PAID_LATELY),
                            after(Condition.ADMIN_REACHABLE, NOBODY_IS_ADMIN)),
                    new Costs(LEFT_AND_CAME_BACK, Dark.FROM_LEAVING, List.of(CLIENT, PORTWAY, META)),
                    documented("Meta, \"phone numbers\" and \"two-step verification\", 27 Feb 2026")),

            Row.of(Way.HOSTING, Kind.CONFIGURATION,
                    all(out(Reason.ALREADY_ON_CLOUD, ON_CLOUD, COEXISTENCE),
                            out(Reason.NOT_ON_PLATFORM, NOT_ON_API),
                            out(Reason.NEVER_REGISTERED, UNFINISHED),
                            out(Reason.TEST_NUMBER, TEST_NUMBER),
                            out(Reason.NOT_WITH_US, ELSEWHERE),
                            out(Reason.OTHER_PORTFOLIO, OTHER_PORTFOLIO),
                            after(Condition.BACKUP_AT_HAND, ON_PREMISES)),
                    new Costs(Fates.REHOSTED, Dark.SECONDS, List.of(PROVIDER, PORTWAY)),
                    assumed("On-Premises API ended on 23 Oct 2025 and Meta's guide no longer loads; the reference still has backup at register")),

            Row.of(Way.PARTNER_CHANGE, Kind.CONFIGURATION,
                    all(out(Reason.NOT_WITH_US, ELSEWHERE),
                            out(Reason.NOT_ON_PLATFORM, NOT_ON_API),
                            out(Reason.NEVER_REGISTERED, UNFINISHED),
                            out(Reason.TEST_NUMBER, TEST_NUMBER),
                            out(Reason.WHOLE_CLIENT, SOME_NUMBERS, ACCOUNT_TO_PARTNER),
                            after(Condition.PARTNER_AGREES, PARTNER_NOT_ASKED),
                            after(Condition.INVOICES_PAID, INVOICES_OPEN)),
                    new Costs(STAYED, Dark.NOTHING, List.of(PROVIDER, CLIENT)),
                    assumed("nothing changes at Graph; 360dialog, \"partner change\", 2026, runs it at the month's end")),

            Row.of(Way.PORT_OUT, Kind.MIGRATION,
                    all(registeredOrInApp(),
                            out(Reason.NOT_WITH_US, ELSEWHERE),
                            after(Condition.APP_DISCONNECTED, COEXISTENCE),
                            after(Condition.INVOICES_PAID, INVOICES_OPEN),
                            after(Condition.TWO_STEP_OFF, TWO_STEP_ON),
                            after(Condition.DISPLAY_NAME_APPROVED, NAME_NOT_APPROVED),
                            after(Condition.SOURCE_READY, SOURCE_UNREADY)),
                    new Costs(MOVED, Dark.THEIRS, List.of(CLIENT, PROVIDER)),
                    documented(
                            "Meta, \"migrating phone numbers among solution partners via Embedded Signup\", 14 Nov 2025: the source has no veto")));

    private static final Map<Way, Row> BY_WAY = ROWS.stream()
            .collect(Collectors.toMap(Row::way, row -> row, (first, _) -> first, () -> new EnumMap<>(Way.class)));

    private Table() {}

    /** In the order of the ways. */
    public static List<Row> rows() {
        return ROWS;
    }

    public static Row of(Way way) {
        return Objects.requireNonNull(BY_WAY.get(way), way.name());
    }

    /** On the platform and live there, not in an app beside. */
    private static List<Term> registered() {
        return all(registeredOrInApp(), out(Reason.COEXISTENCE, COEXISTENCE));
    }

    private static List<Term> registeredOrInApp() {
        return all(out(Reason.NOT_ON_PLATFORM, NOT_ON_API), out(Reason.NEVER_REGISTERED, UNFINISHED),
                out(Reason.TEST_NUMBER, Value.TEST_NUMBER));
    }

    /** The six digits have to reach somebody. */
    private static List<Term> code() {
        return all(out(Reason.NO_CODE, NO_CODE_REACHES), after(Condition.CODE_REACHES, BEHIND_A_MENU));
    }

    private static List<Term> notHereYet() {
        return out(Reason.ALREADY_HERE, AT_DESTINATION);
    }

    /** What Meta asks of a number that goes from one account to another. */
    private static List<Term> moves() {
        return all(out(Reason.OTHER_PORTFOLIO, OTHER_PORTFOLIO),
                after(Condition.TWO_STEP_OFF, TWO_STEP_ON),
                after(Condition.DISPLAY_NAME_APPROVED, NAME_NOT_APPROVED),
                after(Condition.SOURCE_READY, SOURCE_UNREADY),
                after(Condition.NOT_ON_PREMISES, ON_PREMISES),
                after(Condition.NUMBER_NOT_RESTRICTED, RESTRICTED));
    }
}
