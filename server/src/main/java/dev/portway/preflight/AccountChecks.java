package dev.portway.preflight;

import dev.portway.graphclient.node.BusinessUser;
import dev.portway.graphclient.node.Health;
import dev.portway.graphclient.node.MessagingLimit;
import dev.portway.graphclient.node.SubscribedApp;
import dev.portway.graphclient.node.Waba;
import dev.portway.graphclient.node.Waba.OwnershipType;
import dev.portway.graphclient.value.Open;
import dev.portway.migration.fact.AccountTold;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Unseen;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is worth knowing of the two accounts and stops nothing by itself. */
final class AccountChecks {
    private static final Set<OwnershipType> THE_CLIENTS = Set.of(OwnershipType.CLIENT_OWNED, OwnershipType.SELF, OwnershipType.SELF_OWNED);
    /** What a portfolio begins with. Source: Meta, "Messaging limits", Oct 2025. */
    private static final Set<MessagingLimit> BEGINNERS = Set.of(MessagingLimit.TIER_50, MessagingLimit.TIER_250);

    /** Named one by one; more than these are a crowd. */
    private static final int MOST_APPS = 5;

    private final Observed observed;
    private final Judge judge;

    AccountChecks(Observed observed, Judge judge) {
        this.observed = observed;
        this.judge = judge;
    }

    /**
     * Absent means none, or that this token may not see it, and a token for somebody else's account seldom may: so it is said to be missing only where
     * the account is ours to manage, or Meta itself reports trouble with payment.
     */
    Finding paymentAtSource() {
        Reading<Waba> waba = observed.source().waba();
        boolean shown = waba.seen().filter(one -> one.payment().primaryFundingId() != null).isPresent();
        boolean missing = Checks.troubled(waba) || judge.order().access() == SourceAccess.OWN && waba.asked("primary_funding_id");
        return shown || missing
                ? judge.seen(Check.PAYMENT_AT_SOURCE, null, shown, shown ? "present" : "absent")
                : judge.unseen(Check.PAYMENT_AT_SOURCE, null, waba.missing());
    }

    Finding ownedByClient() {
        return shown(Check.OWNED_BY_CLIENT, waba -> waba.ownership().type(), THE_CLIENTS, true);
    }

    Finding messagingLimit() {
        return shown(Check.MESSAGING_LIMIT, Waba::messagingLimit, BEGINNERS, false);
    }

    /** A word that is new to us is shown, and nobody is warned of it. */
    private <E extends Enum<E>> Finding shown(Check check, Field<E> field, Set<E> some, boolean good) {
        Reading<Waba> waba = observed.source().waba();
        Optional<Open<E>> value = waba.seen().flatMap(one -> Optional.ofNullable(field.of(one)));
        return value
                .map(one -> judge.seen(check, null,
                        Optional.ofNullable(one.known()).filter(known -> some.contains(known) != good).isEmpty(), one.text()))
                .orElseGet(() -> judge.unseen(check, null, waba.missing()));
    }

    private interface Field<E extends Enum<E>> {
        @Nullable
        Open<E> of(Waba waba);
    }

    /** One app besides ours is the current provider's; more of them are systems that lose the number by the move. */
    Finding aloneAtSource() {
        return observed.source()
                .apps()
                .seen()
                .map(apps -> apps.stream().filter(app -> !observed.ourApp().equals(Optional.of(app.id().value()))).toList())
                .map(others -> judge.seen(Check.ALONE_AT_SOURCE, null, others.size() <= 1, others.isEmpty() ? "no-app" : names(others)))
                .orElseGet(() -> judge.unseen(Check.ALONE_AT_SOURCE, null, observed.source().apps().missing()));
    }

    private static String names(List<SubscribedApp> apps) {
        String more = apps.size() > MOST_APPS ? ", …" : "";
        return apps.stream().limit(MOST_APPS).map(AccountChecks::name).sorted().collect(Collectors.joining(", ")) + more;
    }

    private static String name(SubscribedApp app) {
        return Optional.ofNullable(app.name()).filter(name -> !name.isBlank()).orElseGet(() -> app.id().value());
    }

    /** Partners may not read it, so most often somebody's word is all there is, and nobody has to give it. */
    Finding adminKnown() {
        return observed.beside()
                .people()
                .seen()
                .map(all -> all.stream().filter(one -> Checks.is(one.role(), BusinessUser.Role.ADMIN)).count())
                .map(admins -> judge.seen(Check.ADMIN_KNOWN, null, admins > 0, "admins: " + admins))
                .orElseGet(() -> judge.unseen(Check.ADMIN_KNOWN, null, observed.beside().people().missing()));
    }

    /** Nothing told is not the same as nothing announced: it may have been told before anybody here listened. */
    Finding noBanAnnounced() {
        Optional<AccountTold> source = judge.stated().value(Fact.SOURCE_TOLD);
        Optional<AccountTold> destination = judge.stated().value(Fact.DESTINATION_TOLD);
        if (source.isEmpty() && destination.isEmpty()) {
            return judge.unseen(Check.NO_BAN_ANNOUNCED, null, Unseen.NOT_SHOWN);
        }
        List<String> against = Stream.concat(against(source, "at-source: "), against(destination, "at-destination: ")).toList();
        return judge.seen(Check.NO_BAN_ANNOUNCED, null, against.isEmpty(),
                against.isEmpty() ? "nothing-in-force" : String.join(", ", against));
    }

    private Stream<String> against(Optional<AccountTold> told, String where) {
        return told.stream().flatMap(one -> one.against(judge.at()).stream()).map(where::concat);
    }

    /** Payment has a check of its own. */
    Finding ableToSend() {
        Reading<Waba> waba = observed.destination().waba();
        Optional<Health> health = waba.seen().flatMap(one -> Optional.ofNullable(one.health()));
        if (health.filter(one -> one.canSend() != null).isEmpty()) {
            return judge.unseen(Check.ABLE_TO_SEND, null, waba.missing());
        }
        List<String> troubles = health.stream().flatMap(AccountChecks::troubles).distinct().toList();
        return judge.seen(Check.ABLE_TO_SEND, null, troubles.isEmpty(),
                troubles.isEmpty() ? "AVAILABLE" : troubles.stream().collect(Collectors.joining(", ")));
    }

    private static Stream<String> troubles(Health health) {
        return health.entities()
                .stream()
                .filter(entity -> entity.canSend() != null && !entity.canSend().is(Health.Ability.AVAILABLE))
                .flatMap(AccountChecks::troubles);
    }

    /** Why it is not, where that is said. */
    private static Stream<String> troubles(Health.Entity entity) {
        String ability = Checks.text(entity.canSend()) + " " + Checks.text(entity.type());
        return entity.obstacles().isEmpty()
                ? Stream.of(ability)
                : entity.obstacles()
                        .stream()
                        .filter(obstacle -> obstacle.code() != Checks.PAYMENT_TROUBLE)
                        .map(obstacle -> ability + " " + obstacle.code());
    }

    /** Fixed once a credit line is attached: who wants another has to say so before. Source: Meta, "WhatsApp Business accounts", 30 Oct 2025. */
    Finding sameCurrency() {
        Optional<String> from = observed.source().waba().seen().flatMap(AccountChecks::money);
        Optional<String> to = observed.destination().waba().seen().flatMap(AccountChecks::money);
        if (from.isPresent() && to.isPresent()) {
            return judge.seen(Check.SAME_CURRENCY, null, from.equals(to), "currencies: " + from.get() + " / " + to.get());
        }
        Unseen why = to.isEmpty() ? observed.destination().waba().missing() : observed.source().waba().missing();
        return judge.unseen(Check.SAME_CURRENCY, null, why);
    }

    private static Optional<String> money(Waba waba) {
        return Optional.ofNullable(waba.currency())
                .map(currency -> currency + Optional.ofNullable(waba.timezoneId()).map(zone -> " (" + zone + ")").orElse(""));
    }
}
