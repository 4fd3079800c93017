package dev.portway.graph;

import dev.portway.migration.ProviderId;
import dev.portway.migration.Route;
import dev.portway.vault.GraphApps;
import java.util.Optional;

/** With what each provider's clients are shown Meta's sign-up window. */
public final class SignUpWindows {
    private final GraphApps apps;
    private final String config;

    /** @param config the configuration's id at Meta; empty when nobody has set it */
    SignUpWindows(GraphApps apps, String config) {
        this.apps = apps;
        this.config = config;
    }

    /** Empty when the provider has no app at Meta. */
    public Optional<SignUpWindow> of(ProviderId provider, Route route) {
        return apps.of(provider).map(app -> SignUpWindow.of(app, route, config));
    }
}
