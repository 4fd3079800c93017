package dev.portway.finder;

/** What a topic can be. Words are durable: in JSON, on the command line and in message keys, after their topic. */
public enum Value {
    // @formatter:off
    COME(Topic.WISH, "come"), COME_BESIDE(Topic.WISH, "come-beside"), NEW_ACCOUNT(Topic.WISH, "new-account"), LEAVE(Topic.WISH, "leave"),
    OTHER_PARTNER(Topic.WISH, "other-partner"), ACCOUNT_TO_PARTNER(Topic.WISH, "account-to-partner"),
    CHANGE_PORTFOLIO(Topic.WISH, "other-portfolio"), OTHER_CURRENCY(Topic.WISH, "other-currency"), TO_CLOUD(Topic.WISH, "to-cloud"),

    ON_CLOUD(Topic.PLACE, "cloud-api"), BUSINESS_APP(Topic.PLACE, "business-app"), COEXISTENCE(Topic.PLACE, "coexistence"),
    CONSUMER_APP(Topic.PLACE, "consumer-app"), NOWHERE(Topic.PLACE, "nowhere"), UNFINISHED(Topic.PLACE, "unfinished"),
    ON_PREMISES(Topic.PLACE, "on-premises"), TEST_NUMBER(Topic.PLACE, "test-number"),

    ELSEWHERE(Topic.WITH, "another-provider"), WITH_US(Topic.WITH, "us"), AT_DESTINATION(Topic.WITH, "destination"),

    SAME_PORTFOLIO(Topic.PORTFOLIO, "same"), OTHER_PORTFOLIO(Topic.PORTFOLIO, "other"),
    KEEP_APP(Topic.APP, "keep"), GIVE_APP_UP(Topic.APP, "give-up"),
    DESTINATION_READY(Topic.DESTINATION, "ready"), DESTINATION_UNREADY(Topic.DESTINATION, "unready"),
    NO_DESTINATION(Topic.DESTINATION, "none"),
    ALL_NUMBERS(Topic.SCOPE, "all"), SOME_NUMBERS(Topic.SCOPE, "some"),
    PAID_BY_LINE(Topic.PAID_BY, "line"), PAID_BY_CARD(Topic.PAID_BY, "card"),
    PAYS_BY_LINE(Topic.PAYS, "line"), PAYS_BY_CARD(Topic.PAYS, "card"),
    SOLUTION_OF_OURS(Topic.SOLUTION, "ours"), NO_SOLUTION_OF_OURS(Topic.SOLUTION, "not-ours"),

    HAS_LINE(Topic.CREDIT_LINE, "yes"), NO_LINE(Topic.CREDIT_LINE, "no"),
    IN_SOLUTION(Topic.OUR_SOLUTION, "yes"), IN_NO_SOLUTION(Topic.OUR_SOLUTION, "no"),
    SHARING_OFFERED(Topic.SHARING, "offered"), SHARING_NOT_OFFERED(Topic.SHARING, "not-offered"),

    GOOD_STANDING(Topic.STANDING, "good"), RESTRICTED(Topic.STANDING, "restricted"),
    TWO_STEP_OFF(Topic.TWO_STEP, "off"), TWO_STEP_ON(Topic.TWO_STEP, "on"),
    NAME_APPROVED(Topic.NAME, "approved"), NAME_NOT_APPROVED(Topic.NAME, "not-approved"),
    CODE_REACHES(Topic.REACH, "yes"), BEHIND_A_MENU(Topic.REACH, "behind-menu"), NO_CODE_REACHES(Topic.REACH, "no"),
    SOURCE_READY(Topic.SOURCE, "ready"), SOURCE_UNREADY(Topic.SOURCE, "unready"),
    PAYMENT_SEEN(Topic.PAYMENT, "present"), PAYMENT_MISSING(Topic.PAYMENT, "missing"),
    REQUEST_APPROVED(Topic.REQUEST, "approved"), REQUEST_PENDING(Topic.REQUEST, "pending"),
    OWNED_BY_CLIENT(Topic.OWNER, "client"), OWNED_BY_AGENCY(Topic.OWNER, "agency"),
    LIMIT_ENOUGH(Topic.LIMIT, "enough"), LIMIT_LOW(Topic.LIMIT, "low"),
    ADMIN_REACHABLE(Topic.ADMIN, "reachable"), NOBODY_IS_ADMIN(Topic.ADMIN, "nobody"),
    PAID_LONG_AGO(Topic.LAST_PAID, "long-ago"), PAID_LATELY(Topic.LAST_PAID, "lately"),
    INVOICES_PAID(Topic.INVOICES, "paid"), INVOICES_OPEN(Topic.INVOICES, "open"),
    PARTNER_AGREES(Topic.NEW_PARTNER, "agrees"), PARTNER_NOT_ASKED(Topic.NEW_PARTNER, "not-yet"),
    APP_SERVED(Topic.APP_COUNTRY, "served"), APP_NOT_SERVED(Topic.APP_COUNTRY, "not-served"),
    BRAZIL(Topic.MARKET, "brazil"), INDIA(Topic.MARKET, "india"), OTHER_MARKET(Topic.MARKET, "elsewhere"),
    LOCAL_MONEY(Topic.MONEY, "local"), FOREIGN_MONEY(Topic.MONEY, "foreign");
    // @formatter:on

    private final Topic topic;
    private final String word;

    Value(Topic topic, String word) {
        this.topic = topic;
        this.word = word;
    }

    public Topic topic() {
        return topic;
    }

    public String word() {
        return word;
    }
}
