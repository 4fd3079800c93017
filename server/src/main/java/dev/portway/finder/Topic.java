package dev.portway.finder;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a verdict can depend on. Where two questions decide as much, the one that stands here first is asked first. */
public enum Topic {
    WISH(From.PEOPLE), PLACE(From.PEOPLE), WITH(From.PEOPLE), PORTFOLIO(From.PEOPLE), APP(From.PEOPLE), DESTINATION(From.PEOPLE),
    /** Whether all numbers of the account change hands, or some. */
    SCOPE(From.PEOPLE),
    /** How the account is paid for today. */
    PAID_BY(From.PEOPLE),
    /** How it shall be paid for afterwards. */
    PAYS(From.PEOPLE),
    /** Whether its account is in a Multi-Partner Solution of our Tech Provider. */
    SOLUTION(From.PEOPLE),

    // The provider's own set-up.
    CREDIT_LINE(From.PROVIDER), OUR_SOLUTION(From.PROVIDER),
    /** Whether Meta lets this provider have numbers shared. */
    SHARING(From.PROVIDER),

    // Never asked: they change the order seldom or never, and the checks ask when it comes to it. Each may still be stated.
    // @formatter:off
    STANDING(From.GRAPH), TWO_STEP(From.GRAPH), NAME(From.GRAPH),
    /** Whether the ownership code can reach somebody at the number. */
    REACH(From.GRAPH),
    SOURCE(From.GRAPH), PAYMENT(From.GRAPH), REQUEST(From.GRAPH), OWNER(From.GRAPH), LIMIT(From.GRAPH), ADMIN(From.GRAPH), LAST_PAID(From.GRAPH),
    INVOICES(From.GRAPH), NEW_PARTNER(From.GRAPH),
    // @formatter:on
    /** Whether the app can be used beside the API where the number is from. */
    APP_COUNTRY(From.GRAPH), MARKET(From.GRAPH),
    /** Whether the account is in the currency of its market. */
    MONEY(From.GRAPH);

    /** Who would know, and is asked. */
    public enum From {
        PEOPLE, PROVIDER,
        /** Nobody is asked. */
        GRAPH
    }

    private final From from;

    Topic(From from) {
        this.from = from;
    }

    public From from() {
        return from;
    }

    public boolean isAsked() {
        return from != From.GRAPH;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Topic> named(String word) {
        return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
    }

    /** What it can be, in the order in which it is offered. */
    public List<Value> choices() {
        return Arrays.stream(Value.values()).filter(value -> value.topic() == this).toList();
    }

    public Optional<Value> value(String word) {
        return choices().stream().filter(value -> value.word().equals(word)).findFirst();
    }
}
