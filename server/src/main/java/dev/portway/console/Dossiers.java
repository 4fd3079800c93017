package dev.portway.console;

import dev.portway.asset.Assets;
import dev.portway.console.migration.Dossier;
import dev.portway.migration.MigrationId;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.History;
import dev.portway.runner.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the pages of one migration show. */
@Component
class Dossiers {
    private static final int PAGE = 100;
    private static final Duration A_DAY = Duration.ofDays(1);
    /** A migration has some fifty; one with more than this has looped, and its page need not show all of it. */
    private static final int MOST_EVENTS = 1_000;

    private final Desk desk;
    private final Assets assets;

    Dossiers(Desk desk, Assets assets) {
        this.desk = desk;
        this.assets = assets;
    }

    /** Empty when the provider has no such migration. */
    Optional<Dossier> find(ProviderId provider, String id) {
        return card(provider, id).map(card -> new Dossier(card, desk.attempts(provider, card.migration().id()),
                events(provider, card.migration().id()), assets.templates(provider, card.migration().id()),
                assets.numbers(provider, card.migration().id()), changes(card)));
    }

    private List<History.Difference> changes(Desk.Card card) {
        Instant yesterday = card.now().minus(A_DAY);
        return desk.history(card.migration().provider(), card.migration().id(), yesterday, card.now()).between(yesterday, card.now());
    }

    Optional<Desk.Card> card(ProviderId provider, String id) {
        return Optional.of(id).filter(text -> text.matches("mig_[a-z0-9]{20}")).flatMap(text -> desk.find(provider, new MigrationId(text)));
    }

    private List<Desk.Entry> events(ProviderId provider, MigrationId id) {
        var all = new ArrayList<Desk.Entry>();
        List<Desk.Entry> page;
        do {
            page = desk.events(provider, id, all.isEmpty() ? 0 : all.getLast().no(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE && all.size() < MOST_EVENTS);
        return all;
    }
}
