package dev.portway.stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.portway.sandbox.junit.Sandbox;
import dev.portway.sandbox.junit.SandboxWorld;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Two classes that run at the same time and move the same number. */
class SideBySideTest {

    /** Passed only when both are in the middle of it. */
    private static final CyclicBarrier MEETING = new CyclicBarrier(2);
    private static final List<SandboxWorld> WORLDS = new CopyOnWriteArrayList<>();

    @Test
    void classes_runAtTheSameTimeAndDoNotMeet() {
        WORLDS.clear();
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .selectors(selectClass(One.class), selectClass(Other.class))
                .execute()
                .testEvents()
                .assertStatistics(of -> of.started(2).succeeded(2));

        assertThat(WORLDS).extracting(SandboxWorld::graph).hasSize(2).containsOnly(WORLDS.getFirst().graph());
        assertThat(WORLDS).extracting(SandboxWorld::token).doesNotHaveDuplicates();
        assertThat(WORLDS).extracting(SandboxWorld::phoneNumberId).containsOnly(WORLDS.getFirst().phoneNumberId());
    }

    private static void migrate(SandboxWorld sandbox) throws Exception {
        WORLDS.add(sandbox);
        Onboarding onboarding = Onboarding.of(sandbox);
        sandbox.phone(sandbox.migratableNumber()).turnTwoStepOff();
        String id = onboarding.begin(sandbox.wabaId(), sandbox.migratableNumber());
        MEETING.await(20, TimeUnit.SECONDS);
        assertThat(onboarding.status(sandbox.phoneNumberId())).isEqualTo("CONNECTED");
        MEETING.await(20, TimeUnit.SECONDS);
        onboarding.finish(id, sandbox.phone(sandbox.migratableNumber()).code());
        assertThat(sandbox.calls("register")).hasSize(1);
    }

    @Sandbox
    static class One {

        @Test
        void migrates(SandboxWorld sandbox) throws Exception {
            migrate(sandbox);
        }
    }

    @Sandbox
    static class Other {

        @Test
        void migrates(SandboxWorld sandbox) throws Exception {
            migrate(sandbox);
        }
    }
}
