package dev.portway.preflight;

import dev.portway.graphclient.node.TokenInfo;
import dev.portway.migration.fact.Finding;
import dev.portway.migration.fact.SourceAccess;
import dev.portway.migration.fact.Unseen;
import dev.portway.migration.fact.WabaId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the tokens are good for. Source: Meta, "Access tokens" and the reference of {@code debug_token}, 2026. */
final class TokenChecks {
    private static final String MANAGEMENT = "whatsapp_business_management";
    /** Needed to register and to send. */
    private static final String MESSAGING = "whatsapp_business_messaging";
    /** A refusal that is itself the answer: Graph does not accept the token, whatever it is asked. */
    private static final Set<Unseen> REFUSED = Set.of(Unseen.TOKEN_INVALID, Unseen.ACCESS_BLOCKED);
    /** Most moves take days: a token that ends sooner has to be replaced on the way. */
    private static final Duration SOON = Duration.ofDays(7);

    private final Observed observed;
    private final Judge judge;

    TokenChecks(Observed observed, Judge judge) {
        this.observed = observed;
        this.judge = judge;
    }

    Finding destination() {
        return judged(Check.DESTINATION_TOKEN, observed.destination().token(), List.of(MANAGEMENT, MESSAGING),
                judge.order().destination());
    }

    Finding source() {
        List<String> needed = judge.order().access() == SourceAccess.OWN ? List.of(MANAGEMENT, MESSAGING) : List.of(MANAGEMENT);
        return judged(Check.SOURCE_TOKEN, observed.source().token(), needed, judge.order().source());
    }

    private Finding judged(Check check, Reading<TokenInfo> token, List<String> needed, Optional<WabaId> waba) {
        if (token.seen().isEmpty()) {
            return REFUSED.contains(token.missing())
                    ? judge.seen(check, null, false, token.missing().word())
                    : judge.unseen(check, null, token.missing());
        }
        TokenInfo info = token.seen().get();
        Optional<String> wrong = wrong(check, info, needed, waba);
        Optional<Instant> end = Stream.of(Optional.ofNullable(info.expires()), Optional.ofNullable(info.dataAccessExpires()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        Optional<String> ends = end.map(at -> Finding.VALID_UNTIL + at);
        boolean soon = end.filter(judge.at().plus(SOON)::isAfter).isPresent();
        if (wrong.isEmpty() && soon) {
            return judge.warns(check, null, ends.orElse(""));
        }
        return judge.seen(check, null, wrong.isEmpty(), wrong.or(() -> ends).orElse("valid"));
    }

    private Optional<String> wrong(Check check, TokenInfo info, List<String> needed, Optional<WabaId> waba) {
        if (!info.valid()) {
            return Optional.of(Objects.requireNonNullElse(info.problem(), "not-valid"));
        }
        return needed.stream()
                .filter(scope -> !info.scopes().contains(scope))
                .findFirst()
                .map(scope -> "lacks: " + scope)
                .or(() -> needed.stream()
                        .filter(scope -> waba.filter(id -> outOfReach(info, scope, id)).isPresent())
                        .findFirst()
                        .map(scope -> "out-of-reach: " + scope + " / " + waba.map(WabaId::value).orElse("")))
                .or(() -> check == Check.DESTINATION_TOKEN ? otherApp(info) : Optional.empty());
    }

    /** A permission without targets reaches all that its holder reaches. */
    private static boolean outOfReach(TokenInfo info, String scope, WabaId waba) {
        return info.grants()
                .stream()
                .anyMatch(grant -> grant.scope().equals(scope) && !grant.targets().isEmpty() && !grant.targets().contains(waba.value()));
    }

    /** Subscribing concerns the app whose token asks for it: with another app's token the webhooks would go elsewhere. */
    private Optional<String> otherApp(TokenInfo info) {
        return Optional.ofNullable(info.app())
                .map(app -> app.value())
                .filter(app -> observed.ourApp().filter(ours -> !ours.equals(app)).isPresent())
                .map(app -> "of-another-app: " + app + " / " + observed.ourApp().orElse(""));
    }
}
