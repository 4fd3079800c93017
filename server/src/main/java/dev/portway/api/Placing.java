package dev.portway.api;

import dev.portway.account.Caller;
import dev.portway.intake.Asked;
import dev.portway.intake.Rejected;
import dev.portway.intake.Understanding;
import dev.portway.intake.Wrong;
import dev.portway.migration.Order;
import dev.portway.migration.Route;
import dev.portway.migration.fact.Learned;
import dev.portway.migration.fact.Source;
import dev.portway.partner.Partners;
import dev.portway.runner.Desk;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Places orders so that the same request, sent twice, places one. */
@Component
class Placing {
    private final Desk desk;
    private final Partners partners;
    private final Answers answers;
    private final JsonMapper json;
    private final CallersLanguage language;
    private final InstantSource clock;

    Placing(Desk desk, Partners partners, Answers answers, JsonMapper json, CallersLanguage language, InstantSource clock) {
        this.partners = partners;
        this.clock = clock;
        this.desk = desk;
        this.answers = answers;
        this.json = json;
        this.language = language;
    }

    /** The answer, as JSON. */
    String place(Caller caller, @Nullable String key, byte[] body) {
        if (key == null || !key.matches("[\\x21-\\x7e]{1,200}")) {
            throw new Rejected(Wrong.IDEMPOTENCY_KEY_MISSING);
        }
        Answers.Claim claim = answers.claim(caller.provider(), key, body);
        if (!claim.sameBody()) {
            throw new Rejected(Wrong.IDEMPOTENCY_KEY_REUSED);
        }
        if (claim.answer().isPresent()) {
            return claim.answer().get();
        }
        if (!claim.first() && !claim.cutOff()) {
            throw new Rejected(Wrong.IDEMPOTENCY_KEY_IN_USE);
        }
        return placed(caller, key, body, claim);
    }

    private String placed(Caller caller, String key, byte[] body, Answers.Claim claim) {
        Meant meant = meant(caller, key, body);
        Desk.Card card = switch (desk.place(caller.provider(), meant.route(), meant.order(), meant.said(), Source.person(caller.name()))) {
            case Desk.Placed.New(var placed) -> placed;
            case Desk.Placed.NumberBusy busy -> ours(caller, busy, claim).orElseThrow(() -> busy(caller, key, busy));
        };
        String answer = json.writeValueAsString(MigrationView.of(card, language.vocabulary()));
        answers.keep(caller.provider(), key, answer);
        return answer;
    }

    private record Meant(Route route, Order order, List<Learned<?>> said) {}

    /** Nothing is placed yet, so whatever goes wrong here leaves the key free. */
    private Meant meant(Caller caller, String key, byte[] body) {
        try {
            var understood = new Understanding(Bodies.parse(body, Asked.class));
            understood.holdAgainst(clock.instant());
            understood.holdAgainst(partners.of(caller.provider()).stream().map(Partners.Partner::id).toList());
            return new Meant(understood.route(), understood.order(), understood.said());
        } catch (RuntimeException wrong) {
            answers.release(caller.provider(), key);
            throw wrong;
        }
    }

    private Rejected busy(Caller caller, String key, Desk.Placed.NumberBusy busy) {
        answers.release(caller.provider(), key);
        return new Rejected(Wrong.NUMBER_BUSY, Map.of("number", busy.number().e164(), "migration", busy.by().value()));
    }

    /** The first try placed it and was cut off before it could answer. */
    private Optional<Desk.Card> ours(Caller caller, Desk.Placed.NumberBusy busy, Answers.Claim claim) {
        return claim.first()
                ? Optional.empty()
                : desk.find(caller.provider(), busy.by()).filter(card -> !card.migration().createdAt().isBefore(claim.claimedAt()));
    }
}
