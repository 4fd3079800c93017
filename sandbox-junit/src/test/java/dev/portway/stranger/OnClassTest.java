package dev.portway.stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.portway.sandbox.junit.Call;
import dev.portway.sandbox.junit.Phone;
import dev.portway.sandbox.junit.Sandbox;
import dev.portway.sandbox.junit.SandboxWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One world for the class; each test begins by putting it back. */
@Sandbox
class OnClassTest {

    @BeforeEach
    void putBack(SandboxWorld sandbox) {
        sandbox.reset();
    }

    @Test
    void number_isMigrated(SandboxWorld sandbox) {
        Onboarding onboarding = Onboarding.of(sandbox);
        Phone phone = sandbox.phone(sandbox.migratableNumber());
        phone.turnTwoStepOff();

        String id = onboarding.begin(sandbox.wabaId(), sandbox.migratableNumber());
        onboarding.finish(id, phone.code());

        assertThat(onboarding.status(id)).isEqualTo("CONNECTED");
        assertThat(onboarding.status(sandbox.phoneNumberId())).isEqualTo("MIGRATED");
        assertThat(phone.inbox()).singleElement().satisfies(sms -> assertThat(sms.kind()).isEqualTo("sms"));
        assertThat(sandbox.calls("register")).singleElement().satisfies(call -> {
            assertThat(call.effect()).isTrue();
            assertThat(call.number()).isEqualTo(sandbox.migratableNumber());
        });
    }

    @Test
    void twoStep_standsInTheWayUntilItsOwnerTurnsItOff(SandboxWorld sandbox) {
        assertThatThrownBy(() -> Onboarding.of(sandbox).begin(sandbox.wabaId(), sandbox.migratableNumber())).hasMessage("100/2388001");
        assertThat(sandbox.calls()).extracting(Call::error).containsExactly("100/2388001");
        assertThatThrownBy(() -> sandbox.phone(sandbox.migratableNumber()).code()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no code has arrived");
    }

    @Test
    void faults_strikeAsTheyAreOrdered(SandboxWorld sandbox) {
        Onboarding onboarding = Onboarding.of(sandbox);
        sandbox.phone(sandbox.migratableNumber()).turnTwoStepOff();
        String id = onboarding.begin(sandbox.wabaId(), sandbox.migratableNumber());
        String code = sandbox.phone(sandbox.migratableNumber()).code();

        sandbox.fault("register").number(sandbox.migratableNumber()).error("pin-mismatch");
        sandbox.fault("register").number("+5511900000000").times(0).dropBefore();
        assertThatThrownBy(() -> onboarding.finish(id, code)).hasMessage("133005/0");
        sandbox.fault("register").dropAfter();
        String register = id + "/register";
        assertThatThrownBy(() -> onboarding.post(register, "{\"messaging_product\":\"whatsapp\",\"pin\":\"148392\"}"))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(sandbox.calls("register")).extracting(Call::effect).containsExactly(false, true);
        assertThat(onboarding.status(id)).isEqualTo("CONNECTED");
        sandbox.fault("*").times(0).kind("http-503");
        sandbox.clearFaults();
        assertThat(onboarding.status(id)).isEqualTo("CONNECTED");
        assertThatThrownBy(() -> sandbox.fault("registr").dropAfter()).hasMessageContaining("one of").hasMessageContaining("register");
    }

    @Test
    void clock_movesOnlyThisWorld(SandboxWorld sandbox, @Sandbox(world = "empty") SandboxWorld other) {
        sandbox.clock().freeze(Instant.parse("2026-11-21T12:00:00Z"));
        Onboarding onboarding = Onboarding.of(sandbox);
        String template = onboarding.post(sandbox.wabaId() + "/message_templates",
                "{\"name\":\"novo\",\"language\":\"pt_BR\",\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\",\"text\":\"Oi\"}]}")
                .path("id")
                .asString();
        assertThat(onboarding.status(template)).isEqualTo("PENDING");

        sandbox.clock().advanceToNext();
        assertThat(onboarding.status(template)).isEqualTo("APPROVED");
        sandbox.clock().advance(Duration.ofHours(1));
        assertThat(sandbox.clock().instant()).isAfter(Instant.parse("2026-11-21T13:00:00Z"));
        assertThat(other.clock().instant()).isNotEqualTo(sandbox.clock().instant());
    }

    @Test
    void webhooks_goWhereTheTestListens(SandboxWorld sandbox) throws Exception {
        CompletableFuture<String> heard = new CompletableFuture<>();
        HttpServer ear = ear(heard);
        try {
            sandbox.sendWebhooksTo(URI.create("http://127.0.0.1:" + ear.getAddress().getPort() + "/hook"));
            sandbox.phone("+5511987650009").receive("+5511912345678", "Olá");

            assertThat(heard.get(10, TimeUnit.SECONDS)).contains("\"messages\"", "Ol\\u00e1");
        } finally {
            ear.stop(0);
        }
    }

    private static HttpServer ear(CompletableFuture<String> heard) throws IOException {
        HttpServer ear = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ear.createContext("/hook", exchange -> {
            heard.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        ear.start();
        return ear;
    }

    @Test
    void switches_andOtherControlsAreThere(SandboxWorld sandbox) {
        sandbox.choose("two-step-checked-at", "register");
        assertThat(Onboarding.of(sandbox).begin(sandbox.wabaId(), sandbox.migratableNumber())).isNotEmpty();

        assertThat(sandbox.control("GET", "wabas/" + sandbox.wabaId(), "")).contains(sandbox.wabaId());
        assertThatThrownBy(() -> sandbox.choose("two-step-checked-at", "never")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sandbox.control("GET", "nowhere", "")).hasMessageContaining("nowhere");
        assertThat(sandbox.app().toString()).doesNotContain(sandbox.app().secret());
    }

    @Nested
    class Inside {

        @Test
        void nestedClasses_shareTheWorld(SandboxWorld inner, @Sandbox SandboxWorld again, @Sandbox(world = "brazil") SandboxWorld other) {
            assertThat(inner).isSameAs(again).isNotSameAs(other);
            assertThat(inner.name()).startsWith("on-class-test-");
        }
    }
}
