package dev.portway.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.file.WorldDiff;
import dev.portway.sandbox.file.WorldFile;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.time.Later;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.CurrencyMigration;
import dev.portway.sandbox.world.NumberLink;
import dev.portway.sandbox.world.Template;
import dev.portway.sandbox.world.Waba;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is on its way when a world is saved goes on when it is read again, to the same end. */
class PendingTest {

    private static final String CLIENT = "510000000000011";

    private final Rehearsal rehearsal = new Rehearsal("routes");
    private final Rules rules = rehearsal.rules;
    private final App rota = app("634974688087002");

    private App app(String id) {
        return Objects.requireNonNull(rehearsal.world.apps.get(id));
    }

    /** One of each. */
    private void begin() {
        rules.intents.propose(rehearsal.waba("200000000000023"), app("634974688087004"), rehearsal.world.solutions.get("650000000000002"));
        rules.currencyMigrations.begin(rehearsal.waba("200000000000024"), new CurrencyMigration.Wish("BRL", "620000000000002"),
                Objects.requireNonNull(rehearsal.world.tokens.get("sandbox-token-destination")));
        rules.coexistence.connect(rehearsal.line("5511987660010"), Objects.requireNonNull(rehearsal.world.businesses.get(CLIENT)), rota,
                true);
        rules.coexistence.changePhone(rehearsal.line("5511987660010"));
        rules.wabaRequests.ask(rota, Objects.requireNonNull(rehearsal.world.businesses.get(CLIENT)), "Nova");
        NumberLink added = rules.adding.add(rehearsal.waba(Rehearsal.DESTINATION), "55", "11999990000", "Aurora Norte");
        rules.decisions.askName(added, "Aurora Sul");
        rules.twoStep.askToTurnOff(rehearsal.line("5511987660013"));
        Template template = new Template(rehearsal.world.ids().template(), rehearsal.waba(Rehearsal.DESTINATION),
                new Template.Name("nova", "pt_BR", "UTILITY"), Json.array());
        rules.templates.create(template);
        Waba source = rehearsal.waba("200000000000001");
        Template old = new Template(rehearsal.world.ids().template(), source, new Template.Name("antiga", "pt_BR", "UTILITY"),
                Json.array());
        old.quality = "GREEN";
        old.recheckReason = "INCORRECT_CATEGORY";
        rehearsal.world.add(old);
        rules.copies.startAutomatic(source, rehearsal.waba(Rehearsal.DESTINATION));
        rules.copies.copyNow(source, rehearsal.waba("200000000000023"), List.of(old));
        rules.partners.remove(source, "510000000000001");
        rehearsal.world.switches.set(Switch.PARTNER_TICKET_HOURS, "48");
        rules.sharedNumbers.share(rehearsal.line("5511987660014"), rota);
        rules.sharedNumbers.leave(rehearsal.line("5511987660014"), rota.businessId);
    }

    private static Rehearsal readAgain(JsonNode saved) {
        Rehearsal other = new Rehearsal("empty");
        WorldFile.of(Json.text(saved).getBytes(StandardCharsets.UTF_8)).into(other.world);
        return other;
    }

    @Test
    void everyKindOfPendingThing_isSavedAndGoesOn() {
        begin();
        assertThat(rehearsal.world.laters().stream().map(Later::what).collect(Collectors.toSet())).containsExactlyInAnyOrder("name-review",
                "template-review", "template-copy", "template-recheck", "template-rating", "unshared-lapse", "currency-migration",
                "request-lapse",
                "intent-lapse", "app-reconnection", "partner-ticket");
        JsonNode saved = WorldFile.save(rehearsal.world);
        Rehearsal other = readAgain(saved);
        assertThat(WorldDiff.between(saved, WorldFile.save(other.world))).isEmpty();

        for (Duration step : List.of(Duration.ofMinutes(5), Duration.ofDays(2), Duration.ofDays(89))) {
            rehearsal.advance(step);
            other.advance(step);
            assertThat(ends(other)).as("after " + step).isEqualTo(ends(rehearsal));
        }
        assertThat(other.world.laters()).isEmpty();
        assertThat(ends(other)).containsEntry("nova", "APPROVED")
                .containsEntry("antiga", "REJECTED")
                .containsEntry("name", "APPROVED Aurora Sul")
                .containsEntry("unshared", "false")
                .containsEntry("app", "REGISTERED")
                .containsEntry("currency", "READY_TO_COMPLETE")
                .containsEntry("request", "EXPIRED");
    }

    /** What became of each, by words and not by ids. */
    private static Map<String, String> ends(Rehearsal of) {
        NumberLink added = of.line("5511999990000").links.getFirst();
        return Map.of("nova", status(of, "nova"), "antiga", status(of, "antiga"), "name", added.newNameStatus + " " + added.newName,
                "unshared",
                Boolean.toString(of.waba("200000000000001").unshared), "app", of.line("5511987660010").links.getLast().state.name(),
                "currency",
                of.world.currencyMigrations.values().iterator().next().status, "request",
                of.world.wabaRequests.values().stream().reduce((first, last) -> last).orElseThrow().status, "intents",
                of.world.intents.values().stream().map(each -> each.status).collect(Collectors.joining(",")), "off",
                Boolean.toString(of.line("5511987660013").offAsked));
    }

    private static String status(Rehearsal of, String name) {
        return of.waba(Rehearsal.DESTINATION).templates.stream()
                .filter(each -> each.name.equals(name))
                .map(each -> each.status)
                .findFirst()
                .orElse("none");
    }
}
