package dev.portway.bootstrap;

import dev.portway.account.ApiKeys;
import dev.portway.account.Providers;
import dev.portway.account.Scope;
import dev.portway.account.Users;
import dev.portway.database.CannotStart;
import dev.portway.migration.ProviderId;
import dev.portway.migration.fact.Secret;
import dev.portway.vault.GraphApp;
import dev.portway.vault.GraphApps;
import dev.portway.vault.SourceAccesses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Before the first request: a provider and an operator, or what the file named by PORTWAY_BOOTSTRAP asks for. */
@Component
class FirstStart implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Providers providers;
    private final Users users;
    private final ApiKeys keys;
    private final GraphApps apps;
    private final SourceAccesses accesses;
    private final Optional<Path> file;
    private ProviderId provider = new ProviderId("here");

    FirstStart(Providers providers, Users users, ApiKeys keys, GraphApps apps, SourceAccesses accesses, Environment environment) {
        this.providers = providers;
        this.users = users;
        this.keys = keys;
        this.apps = apps;
        this.accesses = accesses;
        this.file = Optional.ofNullable(environment.getProperty("portway.bootstrap")).filter(name -> !name.isBlank()).map(Path::of);
    }

    /** The one that was there first, or that was asked for. */
    ProviderId provider() {
        return provider;
    }

    @Override
    public void afterPropertiesSet() {
        file.map(FirstStart::read).ifPresentOrElse(this::apply, this::firstProvider);
        firstOperator();
    }

    private static Asked read(Path path) {
        try {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Files.readString(path), Asked.class);
        } catch (IOException | JacksonException unreadable) {
            throw new CannotStart("PORTWAY_BOOTSTRAP names " + path + ", which cannot be read as what docs/operations.md describes");
        }
    }

    private void apply(Asked asked) {
        provider = new ProviderId(asked.provider());
        providers.addUnlessThere(new Providers.Provider(provider, asked.name() == null ? asked.provider() : asked.name()));
        if (asked.graph() != null) {
            credentials(provider, asked.graph());
        }
        if (asked.apiKey() != null) {
            keys.add(provider, "bootstrap", Scope.ADMIN, new Secret(asked.apiKey()));
        }
        if (asked.operator() != null) {
            users.add(provider, asked.operator().name(), Scope.ADMIN, new Secret(asked.operator().password()));
        }
    }

    private void credentials(ProviderId provider, Asked.Graph graph) {
        apps.set(new GraphApp(provider, graph.appId(), graph.version(), URI.create(graph.baseUrl()), graph.businessId(),
                new Secret(graph.appSecret()),
                new Secret(graph.token()), new Secret(graph.verifyToken())));
        List<Asked.SourceAccess> sources = graph.sourceAccess() == null ? List.of() : graph.sourceAccess();
        sources.forEach(source -> accesses
                .set(new SourceAccesses.SourceAccess(provider, source.wabaId(), new Secret(source.token()), source.appId(),
                        secret(source.appSecret()))));
    }

    private static @Nullable Secret secret(@Nullable String text) {
        return text == null ? null : new Secret(text);
    }

    private void firstProvider() {
        provider = providers.all().stream().findFirst().orElseGet(providers::first);
    }

    /** Unless the file named one, or somebody is there: printed once, and to be changed at the first sign-in. */
    private void firstOperator() {
        if (!users.hasAny()) {
            users.add(provider, "admin", Scope.ADMIN)
                    .ifPresent(password -> LOG.info("First sign-in to the console: admin, password {} (to be changed then)",
                            password.reveal()));
        }
    }
}
