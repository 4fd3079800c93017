package dev.portway.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.file.WorldFile;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxClockTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Instant machine = NOON.plus(Duration.ofDays(100));
    private final SandboxClock clock = new SandboxClock(() -> machine);

    @Test
    void fast_passesSoManySecondsInOne() {
        clock.run(NOON, 3600);
        machine = machine.plusSeconds(2);

        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(2)));
        clock.advance(Duration.ofDays(1));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(26)));
    }

    @Test
    void fast_letsEachThingHappenAtItsOwnTime() {
        World world = new World(clock);
        clock.run(NOON, SandboxClock.FASTEST);
        List<Instant> happened = new ArrayList<>();
        for (Duration delay : List.of(Duration.ofDays(1), Duration.ofSeconds(1), Duration.ofHours(1))) {
            world.run(() -> world.after(delay, () -> happened.add(world.now())));
        }
        machine = machine.plusSeconds(1);
        world.catchUpIfDue();

        assertThat(happened).containsExactly(NOON.plusSeconds(1), NOON.plus(Duration.ofHours(1)), NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void fast_endsWithTheYear2999() {
        clock.run(NOON, SandboxClock.FASTEST);
        machine = machine.plus(Duration.ofDays(3650));

        assertThat(clock.instant()).isEqualTo(SandboxClock.LAST);
    }

    @Test
    void asMachine_isNeitherShiftedNorFast() {
        clock.run(NOON, 60);
        clock.runAsMachine();

        assertThat(clock.instant()).isEqualTo(machine);
        assertThat(clock.speed()).isEqualTo(1);
    }

    @Test
    void worldFile_setsTheSpeedAndKeepsIt() {
        World world = new World(clock);
        WorldFile.of("{'clock':{'mode':'real','now':'2026-11-21T12:00:00Z','speed':60},'businesses':[]}".replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8)).into(world);
        machine = machine.plusSeconds(1);

        assertThat(Json.text(WorldFile.save(world).path("clock")))
                .isEqualTo("{\"mode\":\"real\",\"now\":\"2026-11-21T12:01:00Z\",\"speed\":60}");
    }
}
