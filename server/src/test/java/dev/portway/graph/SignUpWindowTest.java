package dev.portway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.migration.route.Routes;
import dev.portway.vault.GraphApp;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SignUpWindowTest {
    @Test
    void script_isMetasOwn_orTheSandboxs() {
        assertThat(window("https://graph.facebook.com", "77").script()).hasToString("https://connect.facebook.net/en_US/sdk.js");
        assertThat(window("http://127.0.0.1:8421", "").script()).hasToString("http://127.0.0.1:8421/sandbox/sdk.js");
        assertThat(window("https://graph.facebook.com.evil.example", "77").script().getHost()).isNotEqualTo("connect.facebook.net");
    }

    @Test
    void policy_letsInThatScriptAlone() {
        assertThat(window("https://graph.facebook.com", "77").policy()).contains("script-src 'self' https://connect.facebook.net;")
                .doesNotContain("unsafe");
        assertThat(window("http://127.0.0.1:8421", "").policy()).contains("script-src 'self' http://127.0.0.1:8421;")
                .doesNotContain("facebook", "unsafe");
    }

    @Test
    void withoutAConfiguration_onlyARehearsalIsReady() {
        assertThat(window("https://graph.facebook.com", "").isReady()).isFalse();
        assertThat(window("http://127.0.0.1:8421", "").isReady()).isTrue();
    }

    private static SignUpWindow window(String graph, String config) {
        var app = new GraphApp(new ProviderId("here"), "400001", "v24.0", URI.create(graph), null, new Secret("a"), new Secret("b"),
                new Secret("c"));
        return SignUpWindow.of(app, Routes.named("signup").orElseThrow(), config);
    }
}
