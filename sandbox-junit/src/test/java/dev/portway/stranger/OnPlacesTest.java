package dev.portway.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.sandbox.junit.Sandbox;
import dev.portway.sandbox.junit.Sandbox.Life;
import dev.portway.sandbox.junit.SandboxWorld;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** On fields and parameters, with worlds that live as long as the class, or a method. */
class OnPlacesTest {

    private static final Set<String> SEEN = new HashSet<>();

    @Sandbox
    static SandboxWorld ofClass;

    @Sandbox(per = Life.METHOD)
    SandboxWorld ofMethod;

    @Sandbox(world = "one-number.json")
    private SandboxWorld ofFile;

    @BeforeAll
    static void staticField_isThereBeforeAll(@Sandbox SandboxWorld same) {
        assertThat(same).isSameAs(ofClass);
    }

    @BeforeEach
    void field_isThereBeforeEach(@Sandbox(per = Life.METHOD) SandboxWorld same) {
        assertThat(same).isSameAs(ofMethod).isNotSameAs(ofClass);
    }

    @RepeatedTest(2)
    void eachMethod_hasAWorldOfItsOwn(@Sandbox(per = Life.METHOD) SandboxWorld sandbox) {
        assertThat(sandbox).isSameAs(ofMethod);
        assertThat(sandbox.calls()).isEmpty();
        assertThat(SEEN.add(sandbox.token())).isTrue();
        assertThat(Onboarding.of(sandbox).status(sandbox.phoneNumberId())).isEqualTo("CONNECTED");
        assertThat(sandbox.calls("read-number")).hasSize(1);
    }

    @Test
    void file_isFoundBesideTheTestAndFromTheRoot(@Sandbox(world = "/dev/portway/stranger/one-number.json") SandboxWorld same) {
        assertThat(same).isSameAs(ofFile);
        assertThat(Onboarding.of(ofFile).status("106500000000001")).isEqualTo("CONNECTED");
        assertThat(ofFile.migratableNumber()).isEqualTo("+5511955550001");
    }
}
