package dev.portway.bootstrap;

import dev.portway.account.ApiKeys;
import dev.portway.account.Scope;
import dev.portway.database.PrivateFiles;
import dev.portway.database.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the command line on this machine where the service is and gives it a key, in {@code cli.json} of the data folder, which only its owner can
 * read. Not with a database server of one's own: there are several nodes then, and whoever runs them hands out keys.
 */
@Component
class CommandLineFile implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineFile.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ApiKeys keys;
    private final FirstStart first;
    private final Environment environment;

    CommandLineFile(ApiKeys keys, FirstStart first, Environment environment) {
        this.keys = keys;
        this.first = first;
        this.environment = environment;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Settings settings = Settings.from(environment::getProperty);
        String server = "http://127.0.0.1:" + environment.getProperty("local.server.port", "8420");
        LOG.info("Ready at {}", server);
        if (settings.databaseUrl() != null) {
            return;
        }
        Path file = settings.dataFolder().resolve("cli.json");
        try {
            String key = kept(file).filter(this::inForce).orElseGet(this::fresh);
            PrivateFiles.write(file, JSON.writeValueAsString(Map.of("server", server, "key", key)));
        } catch (IOException unwritable) {
            LOG.warn("{} cannot be written; the command line needs PORTWAY_URL and PORTWAY_API_KEY: {}", file, unwritable.getMessage());
        }
    }

    private String fresh() {
        return keys.issue(first.provider(), "command line", Scope.WRITE).key().reveal();
    }

    private static Optional<String> kept(Path file) throws IOException {
        try {
            return Files.exists(file) ? Optional.of(JSON.readTree(Files.readString(file)).path("key").asString("")) : Optional.empty();
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private boolean inForce(String key) {
        return keys.list(first.provider()).stream().anyMatch(one -> one.revokedAt() == null && key.startsWith("pk_" + one.prefix() + "_"));
    }
}
