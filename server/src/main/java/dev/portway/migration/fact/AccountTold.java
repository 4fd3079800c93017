package dev.portway.migration.fact;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code account_update} webhooks announced about an account: that Meta will switch it off, and what it may not do until when. No field of Graph
 * shows it, so who is not subscribed does not hear of it, and what was told before a migration began is not known to it.
 *
 * <p>Source: Meta, "account_update" webhook reference, 2026.
 *
 * @param ban {@code SCHEDULE_FOR_DISABLE}, {@code DISABLE} or {@code REINSTATE}, and its date as Meta writes it; empty: nothing was told of that
 * @param restrictions those in force when they were told
 * @param at when the latest of it happened, as the webhook says: deliveries may overtake each other
 */
public record AccountTold(String ban, List<Restriction> restrictions, Instant at) {
    /** @param until when it ends by itself */
    public record Restriction(String type, Instant until) {}

    public AccountTold {
        restrictions = List.copyOf(restrictions);
    }

    public static AccountTold banned(String state, String date, Instant at) {
        return new AccountTold((state + " " + date).strip(), List.of(), at);
    }

    public static AccountTold restricted(List<Restriction> restrictions, Instant at) {
        return new AccountTold("", restrictions, at);
    }

    /** One event tells of one thing: the other stays as it was told. */
    public AccountTold after(AccountTold known) {
        return ban.isEmpty() ? new AccountTold(known.ban, restrictions, at) : new AccountTold(ban, known.restrictions, at);
    }

    /** What stands against the account then, in Graph's words; empty when nothing does. */
    public List<String> against(Instant now) {
        Stream<String> off = ban.isEmpty() || ban.startsWith("REINSTATE") ? Stream.empty() : Stream.of(ban);
        return Stream.concat(off, restrictions.stream().filter(one -> one.until().isAfter(now)).map(one -> one.type() + " " + one.until()))
                .toList();
    }

    /** As events and pages show it. */
    @Override
    public String toString() {
        return Stream.concat(Stream.of(ban).filter(text -> !text.isEmpty()), restrictions.stream().map(Restriction::type))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
