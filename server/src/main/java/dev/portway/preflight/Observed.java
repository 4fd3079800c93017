package dev.portway.preflight;

import dev.portway.graphclient.node.AppWebhook;
import dev.portway.graphclient.node.BusinessPhoneNumber;
import dev.portway.graphclient.node.BusinessUser;
import dev.portway.graphclient.node.CreditAllocation;
import dev.portway.graphclient.node.SubscribedApp;
import dev.portway.graphclient.node.Template;
import dev.portway.graphclient.node.TokenInfo;
import dev.portway.graphclient.node.Waba;
import dev.portway.migration.fact.PhoneNumber;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.fact.WabaId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Both sides as Graph shows them, each object read once.
 *
 * @param ourApp the one that must get the webhooks of the destination; empty when the provider has none
 */
record Observed(Side source, Side destination, Beside beside, Optional<String> ourApp) {
    /**
     * What belongs to neither account, but to those who own them or pay for them.
     *
     * @param people of the portfolio that owns the destination, or the source where there is no destination yet
     * @param webhooks where our app has them sent
     * @param shares of the order's credit line that the client's portfolio was given
     */
    record Beside(Reading<List<BusinessUser>> people, Reading<List<AppWebhook>> webhooks, Reading<List<CreditAllocation>> shares) {
        static Beside unread(Unseen why) {
            return new Beside(new Reading.Unread<>(why), new Reading.Unread<>(why), new Reading.Unread<>(why));
        }
    }

    /**
     * One WABA, its numbers and its templates, and the token they were read with.
     *
     * @param apps that get its webhooks
     */
    record Side(Reading<TokenInfo> token, Reading<Waba> waba, Reading<List<BusinessPhoneNumber>> numbers,
            Reading<List<Template>> templates, Reading<List<SubscribedApp>> apps) {
        static Side unread(Unseen why) {
            return unread(why, Duration.ZERO);
        }

        /** Graph told to keep away for so long, and so nothing was asked. */
        static Side closed(Duration pause) {
            return unread(Unseen.RATE_LIMITED, pause);
        }

        private static Side unread(Unseen why, Duration pause) {
            return new Side(new Reading.Unread<>(why, pause), new Reading.Unread<>(why, pause), new Reading.Unread<>(why, pause),
                    new Reading.Unread<>(why, pause), new Reading.Unread<>(why, pause));
        }

        /** How much of this account's quota of calls is used up, in percent; empty when that was not told. */
        Optional<Integer> used(WabaId id) {
            return readings().flatMap(reading -> reading.used(id).stream()).max(Integer::compare);
        }

        private Stream<Reading<?>> readings() {
            return Stream.of(token, waba, numbers, templates, apps);
        }

        Side with(Reading<List<Template>> readTemplates, Reading<List<SubscribedApp>> readApps) {
            return new Side(token, waba, numbers, readTemplates, readApps);
        }

        private Stream<Unseen> troubles(Preflight.Depth depth) {
            return (depth == Preflight.Depth.ALL ? Stream.of(token, waba, numbers, templates) : Stream.of(token, waba))
                    .map(reading -> reading.seen().isPresent() ? Unseen.NOT_SHOWN : reading.missing());
        }

        /** The number, compared digit by digit; Graph shows it with spaces and dashes. */
        Optional<BusinessPhoneNumber> number(PhoneNumber wanted) {
            return listed().filter(one -> digits(one).equals(wanted.digits())).findFirst();
        }

        /** The same line written the other way, when that is what is shown: never written in its place. */
        Optional<BusinessPhoneNumber> nearly(PhoneNumber wanted) {
            return wanted.otherSpelling().flatMap(this::number);
        }

        private Stream<BusinessPhoneNumber> listed() {
            return numbers.seen().stream().flatMap(List::stream);
        }

        static String digits(BusinessPhoneNumber number) {
            return Optional.ofNullable(number.displayPhoneNumber()).orElse("").replaceAll("[^0-9]", "");
        }
    }

    /** How long Graph told us to keep away from some of it; empty when it told nothing. */
    Optional<Duration> pause() {
        return Stream
                .<Stream<? extends Reading<?>>>of(source.readings(), destination.readings(), Stream.of(beside.people(), beside.shares()))
                .flatMap(readings -> readings)
                .map(Reading::pause)
                .filter(Duration::isPositive)
                .max(Duration::compareTo);
    }

    /** Nothing at all could be read because Graph could not be asked; empty when something could. */
    Optional<Unseen> blind(Preflight.Depth depth) {
        List<Unseen> troubles = destination.troubles(depth).toList();
        return troubles.stream().allMatch(Unseen::passes)
                ? troubles.stream().filter(Unseen.RATE_LIMITED::equals).findFirst().or(() -> troubles.stream().findFirst())
                : Optional.empty();
    }
}
