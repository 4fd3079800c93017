package dev.portway.api;

import dev.portway.PortwayServer;
import dev.portway.account.ApiKeys;
import dev.portway.account.Providers;
import dev.portway.account.Scope;
import dev.portway.database.PostgresForTests;
import dev.portway.database.TestDatabase;
import dev.portway.migration.ProviderId;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on a free port, with a PostgreSQL and a sandbox of its own; one per JVM, started when first asked for. The provider {@code here}
 * has credentials for the sandbox, the provider {@code there} has none.
 */
final class RunningServer {
    static final ProviderId HERE = new ProviderId("here");
    static final ProviderId THERE = new ProviderId("there");
    static final int REQUESTS_PER_MINUTE = 3_000;
    static final RunningServer SHARED = new RunningServer();

    private final TestDatabase database = PostgresForTests.fresh();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.onFreePort());
    private final ConfigurableApplicationContext context = start();

    private ConfigurableApplicationContext start() {
        try {
            Path folder = Files.createTempDirectory("portway-api");
            Path bootstrap = Files.writeString(folder.resolve("bootstrap.json"),
                    new JsonMapper().writeValueAsString(Map.of("provider", HERE.value(), "graph", graph())));
            var server = new SpringApplication(PortwayServer.class);
            server.setRegisterShutdownHook(false);
            return server.run("--server.port=0", "--portway.stream.heartbeat=200ms", "--portway.requests.per.minute=" + REQUESTS_PER_MINUTE,
                    "--portway.data=" + folder,
                    "--portway.bootstrap=" + bootstrap,
                    "--portway.database.url=" + database.address().jdbcUrl(), "--portway.database.user=" + database.address().user(),
                    "--portway.database.password=" + database.address().password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> graph() {
        Map<String, String> env = sandbox.environment();
        return Map.of("baseUrl", env("graphBaseUrl"), "version", env("apiVersion"), "appId", env("appId"), "appSecret", env("appSecret"),
                "token", env("graphToken"), "verifyToken", env("webhookVerifyToken"), "businessId", env("businessId"), "sourceAccess",
                List.of(Map.of("wabaId", env("sourceWabaId"), "token", env("sourceToken"), "appId", env("sourceAppId"), "appSecret",
                        Objects.requireNonNull(env.get("sourceAppSecret")))));
    }

    String env(String name) {
        return Objects.requireNonNull(sandbox.environment().get(name), name);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Collection<Object> controllers() {
        return context.getBeansWithAnnotation(RestController.class).values();
    }

    /** Somebody of this provider, who may do this much. */
    Asking as(ProviderId provider, Scope scope) {
        bean(Providers.class).addUnlessThere(new Providers.Provider(provider, provider.value()));
        return nobody().with("Authorization",
                "Bearer " + bean(ApiKeys.class).issue(provider, scope.word(), scope).key().reveal());
    }

    Asking nobody() {
        return new Asking(uri(), Map.of());
    }

    /** The sandbox's own controls. */
    Asking owner() {
        return new Asking(sandbox.uri(), Map.of());
    }

    JdbcClient sql() {
        return JdbcClient.create(database.source());
    }

    DataSource source() {
        return database.source();
    }

    /** How many rows of this table the test's requests have left. */
    long rows(String table) {
        return sql().sql("select count(*) from " + table).query(Long.class).single();
    }

    /** A number at the source that can move at once. */
    String number() {
        return owner().post("/sandbox/numbers/batch", Map.of("count", 1)).json().path("numbers").path(0).asString();
    }

    static void until(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not in time: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
