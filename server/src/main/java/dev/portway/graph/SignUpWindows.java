package dev.portway.graph;

import dev.portway.migration.ProviderId;
import dev.portway.migration.Route;
import dev.portway.vault.GraphApps;
import dev.portway.vault.SetUps;
import java.util.Optional;

/** With what each provider's clients are shown Meta's sign-up window. */
public final class SignUpWindows {
    private final GraphApps apps;
    private final SetUps setUps;
    private final String config;

    /** @param config the configuration's id at Meta of those who name none; empty when nobody has set it */
    SignUpWindows(GraphApps apps, SetUps setUps, String config) {
        this.apps = apps;
        this.setUps = setUps;
        this.config = config;
    }

    /** Empty when the provider has no app at Meta. */
    public Optional<SignUpWindow> of(ProviderId provider, Route route) {
        return apps.of(provider).map(app -> SignUpWindow.of(app, route, config(provider)));
    }

    private String config(ProviderId provider) {
        String own = setUps.of(provider).signUpConfig();
        return own.isEmpty() ? config : own;
    }
}
