package dev.portway.sandbox.control;

/** The pages for people. */
final class Pages {

    Pages(Stage stage, Environment environment) {
        this.stage = stage;
        this.environment = environment;
    }

    private final Stage stage;
    private final Environment environment;

    String index(ControlRequest request) {
        return "<!doctype html><pre>" + environment.shell(request.origin()) + "</pre>";
    }

    String phones(ControlRequest request) {
        return "<!doctype html><p>" + stage.world.lines.size() + languageQuery(request) + "</p>";
    }

    String languageQuery(ControlRequest request) {
        String language = request.query().get("lang");
        return language == null ? "" : "?lang=" + language;
    }
}
