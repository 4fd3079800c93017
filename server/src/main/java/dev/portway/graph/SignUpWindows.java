package dev.portway.graph;

import dev.portway.account.SetUps;
import dev.portway.migration.ProviderId;
import dev.portway.migration.Route;
import dev.portway.vault.GraphApps;
import java.util.Optional;

/** With what each provider's clients are shown Meta's sign-up window. */
public final class SignUpWindows {
    private final GraphApps apps;
    private final SetUps setUps;

    SignUpWindows(GraphApps apps, SetUps setUps) {
        this.apps = apps;
        this.setUps = setUps;
    }

    /** Empty when the provider has no app at Meta. */
    public Optional<SignUpWindow> of(ProviderId provider, Route route) {
        return apps.of(provider).map(app -> SignUpWindow.of(app, route, setUps.inForce(provider).signUpConfig()));
    }
}
