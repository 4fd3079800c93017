package dev.portway.acceptance;

import dev.portway.acceptance.Way.Case;
import dev.portway.acceptance.Way.Whose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sandbox in which numbers wait for every way, and one server on which two providers work: each is there from the first start that names it.
 *
 * @param keys of the API, one for each provider
 * @param operator at a shell of the server's machine
 */
record TwoProviders(Path folder, Sandbox sandbox, Map<Whose, String> keys, Collection<Case> cases, Operator operator)
        implements
            AutoCloseable {
    private static final String TRILHA = "634974688087004";

    static TwoProviders start(Path folder, Collection<Case> cases) {
        Sandbox sandbox = Sandbox.start(folder, WorldOfWays.with(cases, folder).toString());
        sandbox.plentyOfCalls();
        sandbox.http().put("/sandbox/switches", Map.of("name-review-minutes", "0"));
        var keys = new EnumMap<Whose, String>(Whose.class);
        for (Whose provider : Whose.values()) {
            keys.put(provider,
                    "pk_" + (provider.id() + "acceptance").substring(0, 12) + "_" + UUID.randomUUID().toString().replace("-", ""));
        }
        var all = new TwoProviders(folder, sandbox, keys, cases, Operator.of(folder));
        all.server(Whose.CEDRO, 0).close();
        all.operator.portway("partner", "add", "aurora", "--name", "Aurora", "--provider", Whose.CEDRO.id());
        return all;
    }

    /**
     * A server on the same data.
     *
     * @param months it lives on the tenth of a month so many ahead, and the sandbox with it; 0: now
     */
    Server server(Whose first, int months) {
        sandbox.ahead(Duration.ZERO);
        OffsetDateTime now = sandbox.now().atOffset(ZoneOffset.UTC);
        Duration ahead = months == 0 ? Duration.ZERO : Duration.between(now, now.withDayOfMonth(10).plusMonths(months));
        sandbox.ahead(ahead);
        var settings = new HashMap<>(Map.of("PORTWAY_BOOTSTRAP", bootstrap(first).toString(), "PORTWAY_HEARTBEAT", "1s",
                "PORTWAY_REHEARSAL", "true", "PORTWAY_AHEAD", ahead.toString(), "PORTWAY_POSTGRES_PORT",
                String.valueOf(operator.postgresPort()), "PORTWAY_REQUESTS_PER_MINUTE", "1000000"));
        return Server.start(folder, settings);
    }

    Http as(Whose provider, Server server) {
        return server.http()
                .with("Authorization", "Bearer " + keys.get(provider), "Idempotency-Key", UUID.randomUUID().toString());
    }

    String placed(Case one, Server server) {
        Http.Answer placed = as(one.way().provider(), server).post("/v1/migrations", one.order());
        if (placed.status() != 201) {
            throw new AssertionError(one + " is not placed: " + placed.status() + " " + placed.body());
        }
        return placed.json().path("id").asString();
    }

    JsonNode migration(Case one, String id, Server server) {
        return as(one.way().provider(), server).get("/v1/migrations/" + id).json();
    }

    private Path bootstrap(Whose provider) {
        boolean rota = provider == Whose.ROTA;
        JsonNode env = sandbox.env();
        var sources = new ArrayList<Map<String, String>>();
        if (rota) {
            for (Case one : cases) {
                one.source().filter(_ -> one.way().provider() == provider && one.way() != Way.CURRENCY).ifPresent(waba -> {
                    boolean trilha = one.way().route().equals("intent");
                    sources.add(Map.of("wabaId", waba, "token", trilha ? "sandbox-token-trilha-aurora" : env.path("sourceToken").asString(),
                            "appId", trilha ? TRILHA : env.path("sourceAppId").asString(), "appSecret",
                            trilha ? "sandbox-secret-trilha" : env.path("sourceAppSecret").asString()));
                });
            }
        }
        Map<String, Object> graph = Map.of("baseUrl", env.path("graphBaseUrl").asString(), "version", env.path("apiVersion").asString(),
                "appId", env.path(rota ? "appId" : "sourceAppId").asString(), "appSecret",
                env.path(rota ? "appSecret" : "sourceAppSecret").asString(), "token",
                env.path(rota ? "graphToken" : "sourceToken").asString(), "verifyToken", "verify", "sourceAccess", List.copyOf(sources));
        try {
            return Files.writeString(folder.resolve(provider.id() + ".json"), new JsonMapper().writeValueAsString(
                    Map.of("provider", provider.id(), "graph", graph, "apiKey", keys.getOrDefault(provider, ""))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
