package dev.portway.admin;

import dev.portway.account.ApiKeys;
import dev.portway.account.Providers;
import dev.portway.account.SetUps;
import dev.portway.account.Users;
import dev.portway.database.Database;
import dev.portway.database.Settings;
import dev.portway.migration.ProviderId;
import dev.portway.partner.Partners;
import dev.portway.vault.GraphApps;
import dev.portway.vault.KeyRing;
import dev.portway.vault.KeyRotation;
import dev.portway.vault.Seals;
import dev.portway.vault.SourceAccesses;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The database and the key that the server of the same settings works with, running or not. The key is read when something is to be sealed or opened. */
final class Installation implements AutoCloseable {

    private final Settings settings;
    private final Database database;
    private final JdbcClient jdbc;

    private Installation(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
        this.jdbc = JdbcClient.create(database.source());
    }

    static Installation open(Settings settings) {
        return new Installation(settings, Database.join(settings));
    }

    ApiKeys apiKeys() {
        return new ApiKeys(jdbc);
    }

    Users users() {
        return new Users(jdbc);
    }

    Partners partners() {
        return new Partners(jdbc);
    }

    GraphApps graphApps() {
        return new GraphApps(jdbc, seals());
    }

    SetUps setUps() {
        return new SetUps(jdbc, SetUps.SetUp.OPEN);
    }

    SourceAccesses sourceAccesses() {
        return new SourceAccesses(jdbc, seals());
    }

    KeyRotation rotation() {
        return new KeyRotation(jdbc, new DataSourceTransactionManager(database.source()), KeyRing.of(settings));
    }

    private Seals seals() {
        return Seals.checked(KeyRing.of(settings), jdbc);
    }

    /** The one named; when none is, the only one there is. Before the first start there is none yet: then it is made as the start would make it. */
    ProviderId provider(@Nullable String named) {
        var providers = new Providers(jdbc);
        var all = providers.all();
        if (named == null) {
            if (all.size() > 1) {
                throw new Refused("There is more than one provider. Choose with --provider: " + names(all));
            }
            return all.isEmpty() ? providers.first() : all.getFirst();
        }
        return all.stream()
                .filter(one -> one.value().equals(named))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no provider \"" + named + "\". There are: " + names(all)));
    }

    private static String names(java.util.List<ProviderId> providers) {
        return providers.isEmpty() ? "none yet" : providers.stream().map(ProviderId::value).collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        database.close();
    }
}
