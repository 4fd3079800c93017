package dev.portway.preflight;

import dev.portway.graphclient.node.AppWebhook;
import dev.portway.graphclient.node.CreditAllocation;
import dev.portway.graphclient.node.Waba;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.WabaId;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What works at the destination only because somebody set it up there: where its webhooks go, who pays, and how many calls are left for all of it. */
final class DestinationChecks {
    /** Which webhooks tell of WABAs and their numbers. */
    private static final String OBJECT = "whatsapp_business_account";
    private static final String FIELD = "messages";
    /** A quarter of the smaller quota is 50 calls: about what one move takes. */
    private static final int NEARLY_USED_PERCENT = 75;

    private final Observed observed;
    private final Judge judge;

    DestinationChecks(Observed observed, Judge judge) {
        this.observed = observed;
        this.judge = judge;
    }

    /** Graph takes an address once it has answered a greeting; that it answers still is shown by the webhooks that come, and by nothing else. */
    Finding callback() {
        Reading<List<AppWebhook>> webhooks = observed.beside().webhooks();
        return webhooks.seen()
                .map(all -> all.stream().filter(one -> one.object().equals(OBJECT)).findFirst())
                .map(ours -> ours.map(this::callback).orElseGet(() -> judge.seen(Check.CALLBACK_REACHABLE, null, false, "no-callback")))
                .orElseGet(() -> judge.unseen(Check.CALLBACK_REACHABLE, null, webhooks.missing()));
    }

    private Finding callback(AppWebhook webhook) {
        String host = host(override().or(() -> Optional.ofNullable(webhook.callbackUrl())));
        if (Boolean.FALSE.equals(webhook.active())) {
            return judge.seen(Check.CALLBACK_REACHABLE, null, false, "callback-off: " + host);
        }
        boolean hears = webhook.fields().isEmpty() || webhook.fields().contains(FIELD);
        return judge.seen(Check.CALLBACK_REACHABLE, null, hears, (hears ? "callback: " : "callback-without-messages: ") + host);
    }

    /** The account's own address counts before the app's. */
    private Optional<String> override() {
        return observed.destination()
                .apps()
                .seen()
                .stream()
                .flatMap(List::stream)
                .filter(app -> observed.ourApp().equals(Optional.of(app.id().value())))
                .flatMap(app -> Stream.ofNullable(app.overrideCallbackUri()))
                .findFirst();
    }

    /** The rest of an address may hold a password. */
    private static String host(Optional<String> address) {
        try {
            return address.map(URI::create).map(URI::getHost).orElse("?");
        } catch (IllegalArgumentException unreadable) {
            return "?";
        }
    }

    /** Graph shows that something pays, and not whose it is: only our own line can be told from the rest, by its shares. */
    Optional<Finding> line() {
        return judge.stated().value(Fact.CREDIT_LINE).map(_ -> funding().map(this::line).orElseGet(this::noLine));
    }

    private Optional<String> funding() {
        return observed.destination().waba().seen().flatMap(waba -> Optional.ofNullable(waba.payment().primaryFundingId()));
    }

    private Finding line(String funding) {
        Reading<List<CreditAllocation>> shares = observed.beside().shares();
        return shares.seen()
                .map(all -> all.stream().anyMatch(share -> funding.equals(share.receivingCredentialId())))
                .map(ours -> judge.seen(Check.NO_OTHER_LINE, null, ours, ours ? "our-line" : "not-our-line"))
                .orElseGet(() -> judge.unseen(Check.NO_OTHER_LINE, null, shares.missing()));
    }

    /** Absent means none, if it was asked for. */
    private Finding noLine() {
        Reading<Waba> waba = observed.destination().waba();
        return waba.asked("primary_funding_id")
                ? judge.seen(Check.NO_OTHER_LINE, null, true, "no-line")
                : judge.unseen(Check.NO_OTHER_LINE, null, waba.missing());
    }

    /** Told beside each answer, for everybody's calls by this app. That enough is left is not counted out: the number changes with each look. */
    Finding calls() {
        Optional<Used> most = Stream
                .of(used(observed.destination(), judge.order().destination()), used(observed.source(), judge.order().source()))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Used::percent));
        return most
                .map(used -> judge.seen(Check.CALLS_LEFT, null, used.percent() < NEARLY_USED_PERCENT,
                        used.percent() < NEARLY_USED_PERCENT ? "enough-calls-left" : "calls-nearly-used: " + used.waba()))
                .orElseGet(() -> judge.unseen(Check.CALLS_LEFT, null, observed.destination().waba().missing()));
    }

    private record Used(WabaId waba, int percent) {}

    private static Optional<Used> used(Observed.Side side, Optional<WabaId> waba) {
        return waba.flatMap(id -> side.used(id).map(percent -> new Used(id, percent)));
    }
}
