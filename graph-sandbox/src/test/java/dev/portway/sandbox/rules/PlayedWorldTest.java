package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.file.WorldDiff;
import dev.portway.sandbox.file.WorldFile;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.rules.moving.Coexistence;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.CurrencyMigration;
import dev.portway.sandbox.world.Intent;
import dev.portway.sandbox.world.PhoneLine;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A world in which every way was gone. */
class PlayedWorldTest {

    private final Rehearsal rehearsal = new Rehearsal("routes");
    private final Rules rules = rehearsal.rules;
    private final App rota = app("634974688087002");
    private final App trilha = app("634974688087004");

    private App app(String id) {
        return Objects.requireNonNull(rehearsal.world.apps.get(id));
    }

    private void play() {
        rules.deletion.delete(rehearsal.line("5511987660002").links.getFirst(), null, "246810");
        Intent intent = rules.intents.propose(rehearsal.waba("200000000000021"), trilha,
                rehearsal.world.solutions.get("650000000000002"));
        rules.intents.accept(intent, null);
        rules.intents.propose(rehearsal.waba("200000000000023"), trilha, rehearsal.world.solutions.get("650000000000002"));
        Token token = Objects.requireNonNull(rehearsal.world.tokens.get("sandbox-token-destination"));
        CurrencyMigration migration = rules.currencyMigrations.begin(rehearsal.waba("200000000000024"),
                new CurrencyMigration.Wish("BRL", "620000000000002"), token);
        rehearsal.advance(Duration.ofSeconds(30));
        rules.currencyMigrations.resume(migration);
        PhoneLine onApp = rehearsal.line("5511987660010");
        var connected = rules.coexistence.connect(onApp, Objects.requireNonNull(rehearsal.world.businesses.get("510000000000011")), rota,
                true);
        rules.coexistence.sync(connected, Coexistence.HISTORY);
        rules.coexistence.disconnect(onApp, "ACCOUNT_DISCONNECTED");
        rules.preverification.share(Objects.requireNonNull(rehearsal.world.preverifiedNumbers.get("660000000000001")),
                Objects.requireNonNull(rehearsal.world.businesses.get("510000000000003")));
        rules.sharedNumbers.share(rehearsal.line("5511987660014"), rota);
        rules.wabaRequests.ask(rota, Objects.requireNonNull(rehearsal.world.businesses.get("510000000000011")), "Nova");
        Waba source = rehearsal.waba("200000000000001");
        rules.partners.remove(source, "510000000000001");
    }

    @Test
    void playedWorld_isSavedAndReadAgain() {
        play();
        JsonNode saved = WorldFile.save(rehearsal.world);
        Rehearsal other = new Rehearsal("empty");
        WorldFile.of(Json.text(saved).getBytes(StandardCharsets.UTF_8)).into(other.world);
        assertThat(WorldDiff.between(saved, WorldFile.save(other.world))).isEmpty();
    }
}
