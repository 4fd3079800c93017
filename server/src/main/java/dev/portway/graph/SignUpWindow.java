package dev.portway.graph;

import dev.portway.migration.Route;
import dev.portway.vault.GraphApp;
import java.net.URI;

/**
 * What Meta's script needs to open the sign-up window. Source: Meta, "Embedded Signup, implementation", 28 Jun 2026.
 *
 * @param script where it comes from: Meta's own, or the sandbox's when rehearsing
 * @param config the configuration's id at Meta; empty when nobody has set it
 * @param extras JSON; of what kind the sign-up is
 */
public record SignUpWindow(URI script, String appId, String version, String config, String extras) {
    private static final URI OF_META = URI.create("https://connect.facebook.net/en_US/sdk.js");
    /** The sandbox takes any. */
    private static final String ANY_CONFIG = "1000000000000001";
    private static final String OF_THE_APP = "{\"setup\":{},\"featureType\":\"whatsapp_business_app_onboarding\",\"sessionInfoVersion\":\"3\"}";
    private static final String USUAL = "{\"setup\":{}}";

    static SignUpWindow of(GraphApp app, Route route, String config) {
        String host = app.baseUrl().getHost();
        boolean real = host.equals("facebook.com") || host.endsWith(".facebook.com");
        return new SignUpWindow(real ? OF_META : app.baseUrl().resolve("/sandbox/sdk.js"), app.appId(), app.apiVersion(),
                config.isEmpty() && !real ? ANY_CONFIG : config, route.staysInApp() ? OF_THE_APP : USUAL);
    }

    public boolean isReady() {
        return !config.isEmpty();
    }

    /** As strict as on every page, but for the one script and what it talks to. */
    public String policy() {
        String origin = script.getScheme() + "://" + script.getRawAuthority();
        String more = script.equals(OF_META)
                ? "; connect-src 'self' https://www.facebook.com https://graph.facebook.com; "
                        + "frame-src https://www.facebook.com https://web.facebook.com"
                : "";
        return "default-src 'self'; script-src 'self' " + origin + more + "; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                + "form-action 'self'; frame-ancestors 'none'";
    }
}
