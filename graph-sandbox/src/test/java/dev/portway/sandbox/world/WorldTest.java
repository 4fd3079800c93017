package dev.portway.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.time.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final SandboxClock clock = SandboxClock.ofMachine();
    private final World world = new World(clock);
    private final List<Instant> happened = new ArrayList<>();

    @Test
    void advance_letsThingsHappenAtTheirOwnTimesInOrder() {
        clock.freeze(NOON);
        world.run(() -> {
            world.after(Duration.ofMinutes(2), () -> happened.add(world.now()));
            world.after(Duration.ofMinutes(1), () -> {
                happened.add(world.now());
                world.after(Duration.ofSeconds(30), () -> happened.add(world.now()));
            });
        });
        clock.advance(Duration.ofHours(1));
        world.catchUpIfDue();

        assertThat(happened).containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(90), NOON.plusSeconds(120));
    }

    @Test
    void frozenClock_letsNothingHappenBeforeItsTime() {
        clock.freeze(NOON);
        world.run(() -> world.after(Duration.ofMillis(1), () -> happened.add(world.now())));
        world.run(() -> {});

        assertThat(happened).isEmpty();
        assertThat(world.nextDue()).contains(NOON.plusMillis(1));
    }

    @Test
    void switches_refuseWhatTheyDoNotKnow() {
        assertThat(world.switches.set(Switch.SECOND_INITIATE, "perhaps")).isPresent();
        assertThat(world.switches.set(Switch.CALLS_PER_HOUR, "-1")).isPresent();
        assertThat(world.switches.set(Switch.CALLS_PER_HOUR, "10")).isEmpty();
        assertThat(world.switches.number(Switch.CALLS_PER_HOUR)).isEqualTo(10);
    }

    @Test
    void idThatALoadedWorldHas_isPassedOver() {
        String taken = new World(clock).ids().other();
        world.businesses.put(taken, new Business(taken, "Padaria Aurora"));

        assertThat(world.ids().other()).isNotEqualTo(taken);
    }
}
