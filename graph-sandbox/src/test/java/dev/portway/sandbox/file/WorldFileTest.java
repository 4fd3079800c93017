package dev.portway.sandbox.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.time.SandboxClock;
import dev.portway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WorldFileTest {

    private final World world = new World(SandboxClock.ofMachine());

    @Test
    void defaultWorld_hasEveryStatusCategoryAndQuality() {
        ShippedWorlds.named("default").into(world);

        assertThat(world.templates.values()).extracting(each -> each.status)
                .contains("APPROVED", "ARCHIVED", "DISABLED", "IN_APPEAL", "LIMIT_EXCEEDED", "PAUSED", "PENDING", "PENDING_DELETION",
                        "REJECTED");
        assertThat(world.templates.values()).extracting(each -> each.category).contains("AUTHENTICATION", "MARKETING", "UTILITY");
        assertThat(world.templates.values()).extracting(each -> each.quality).contains("GREEN", "YELLOW", "RED", "UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "empty", "troubles", "brazil", "routes", "agency"})
    void shippedWorld_canBeSavedAndReadAgain(String name) {
        World before = stopped();
        ShippedWorlds.named(name).into(before);
        JsonNode saved = WorldFile.save(before);
        World after = stopped();
        WorldFile.of(Json.text(saved).getBytes(StandardCharsets.UTF_8)).into(after);

        assertThat(WorldDiff.between(saved, WorldFile.save(after))).isEmpty();
        assertThat(before.lines.isEmpty()).isEqualTo(name.equals("empty"));
    }

    private static World stopped() {
        SandboxClock clock = SandboxClock.ofMachine();
        clock.freeze(Instant.parse("2026-11-21T12:00:00Z"));
        return new World(clock);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'businesses':[{'id':'1','name':'A'}],'wabas':[{'id':'2','name':'W','owner':'9'}]}|wabas[0].owner names '9', which the file does not declare",
        "{'businesses':[{'id':7,'name':'A'}]}|businesses[0].id wants a text, not 7", "{'businesses':{}}|businesses wants a list, not {}",
        "{'businesses':[3]}|businesses[0] wants an object", "{'shops':[]}|shops is unknown; there are landmarks",
        "{'businesses':[{'id':'1','name':'A','verification':'maybe'}]}|businesses[0].verification wants one of verified, not_verified",
        "{'businesses':[{'id':'1','name':'A','phoneCap':-1}]}|businesses[0].phoneCap wants a whole number from 0 to 10000000, not -1",
        "{'businesses':[{'id':'1','name':'A','colour':'red'}]}|businesses[0].colour is unknown; there are id, name, verification",
        "{'businesses':[{'id':'1','name':'A'},{'id':'1','name':'B'}]}|businesses[1].id is '1' again; another row has it already",
        "{'clock':{'mode':'fast'}}|clock.mode wants one of real, frozen, not 'fast'",
        "{'clock':{'mode':'real','speed':0}}|clock.speed wants a whole number from 1 to 100000, how many times as fast as real time, not 0",
        "{'clock':{'mode':'frozen','speed':2}}|clock.speed is for a clock that runs: mode real",
        "{'clock':{'mode':'frozen','now':'P900000D'}}|clock.now wants a time from 1970 to 2999",
        "{'clock':{'mode':'real','pace':2}}|clock.pace is unknown; there are mode, now, speed",
        "{'switches':{'gravity':'off'}}|switches.gravity is unknown", "{'switches':{'pin-field':'x'}}|switches.pin-field is one of",
        "{'numbers':[{'countryCode':'55','national':'x'}]}|numbers[0].national wants digits",
        "{'numbers':[{'countryCode':'55','national':'119','registers':['soon']}]}|numbers[0].registers wants a list of instants",
        "{'numbers':[{'countryCode':'55','national':'119','links':[{'id':'5','waba':'8'}]}]}|numbers[0].links[0].waba names '8'"})
    void brokenFile_isToldWhereWhatAndWhatIsAllowed(String file, String problem) {
        assertThatThrownBy(() -> read(file)).hasMessageStartingWith("world file: " + problem);
    }

    @Test
    void brokenFile_isToldAllAtOnceAndNothingTwice() {
        assertThatThrownBy(() -> read("{'businesses':[{'id':'1'}],'wabas':[{'id':'2','name':'W','owner':'1'},{'id':'3','owner':'4'}]}"))
                .isInstanceOfSatisfying(BrokenWorld.class, broken -> assertThat(broken.problems())
                        .containsExactly("businesses[0].name wants a text", "wabas[1].name wants a text"));
    }

    @Test
    void file_mayHaveCommentsAndTellsWhereItIsNoJson() {
        WorldFile.of("{/* a shop */ \"businesses\": [{\"id\": \"1\", \"name\": \"A\"},],}".getBytes(StandardCharsets.UTF_8)).into(world);

        assertThat(world.businesses).containsOnlyKeys("1");
        assertThatThrownBy(() -> WorldFile.of("{\n  \"a\": ?\n}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageStartingWith("not JSON: line 2, column ");
    }

    @Test
    void times_mayBeRelativeToNow() {
        SandboxClock clock = world.clock;
        read("{'clock':{'mode':'frozen','now':'2026-01-01T00:00:00Z'},'businesses':[{'id':'1','name':'A'}],"
                + "'numbers':[{'countryCode':'55','national':'119','registers':['-PT1H','P1D']}]}");

        assertThat(clock.instant()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(world.lines.values().iterator().next().registers)
                .containsExactly(Instant.parse("2025-12-31T23:00:00Z"), Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void unknownWorld_isRefusedByName() {
        assertThatThrownBy(() -> ShippedWorlds.named("atlantis"))
                .hasMessageStartingWith("there is no world 'atlantis'; there are default,");
    }

    private void read(String json) {
        WorldFile.of(Json.parse(json.replace('\'', '"')).orElseThrow()).into(world);
    }
}
