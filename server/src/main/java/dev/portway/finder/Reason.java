package dev.portway.finder;

import java.util.Locale;

/** Why a way does not fit. Keys are durable; what weighs most stands first and is told first. */
public enum Reason {
    TEST_NUMBER, ALREADY_HERE, NOT_WITH_US, ALREADY_ON_CLOUD, NOT_ON_PLATFORM, IN_AN_APP, ON_PLATFORM, NEVER_REGISTERED, COEXISTENCE, NOT_LIVE, OTHER_PORTFOLIO, NO_CODE, NOT_ON_CLOUD, NOTHING_TO_LEAVE, NO_DESTINATION, SAME_PARTNER, WHOLE_CLIENT, WHOLE_ACCOUNT, NOT_CLIENT_OWNED, NO_CREDIT_LINE, NOT_BY_LINE, CARD_NOT_POSSIBLE, NO_SOLUTION, OTHER_SOLUTION, NOT_OFFERED, APP_NOT_WANTED, APP_NOT_SERVED, NOT_IN_AN_APP, NOT_WISHED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
