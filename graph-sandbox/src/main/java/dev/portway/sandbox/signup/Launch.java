package dev.portway.sandbox.signup;

import dev.portway.sandbox.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a page asked for in {@code FB.login}.
 *
 * @param origin of the page, to which alone anything is told
 * @param extras as they were given
 */
public record Launch(String appId, String configId, String origin, JsonNode extras) {

    private static final List<String> CURRENT = List.of("v4", "v4-public-preview");

    /** Documented: version 4 is what a configuration with products gives, and its extras are empty. */
    public String version() {
        String version = Json.text(extras, "version");
        return version == null || version.isEmpty() ? "v4" : version;
    }

    /** Documented (versions, 21 May 2026): 2 and 3 and their previews were there until October 2026. */
    boolean current() {
        return CURRENT.contains(version());
    }

    /** Documented: in the preview the number comes first. */
    public boolean numberFirst() {
        return version().endsWith("-public-preview");
    }

    /** Documented (21 May 2026): asked for by feature type, and in the preview by entering a number that is on the app. */
    boolean takesAppNumbers() {
        return numberFirst() || "whatsapp_business_app_onboarding".equals(Json.text(extras, "featureType"));
    }

    /** Documented (app-only install): access for the app and no system user. */
    boolean appOnly() {
        return extras.path("features").valueStream().anyMatch(feature -> "app_only_install".equals(Json.text(feature, "name")));
    }

    /** A value to begin with, such as {@code business.name}; empty when there is none. Documented: pre-filling screens. */
    public String prefilled(String path) {
        JsonNode value = extras.path("setup");
        for (String name : path.split("\\.")) {
            value = value.path(name);
        }
        return value.isString() || value.isNumber() ? value.asString() : "";
    }

    List<String> preverified() {
        return extras.path("setup").path("preVerifiedPhone").path("ids").valueStream().map(id -> id.asString("")).toList();
    }
}
