package dev.portway.sandbox.calls;

import static dev.portway.sandbox.wire.CallName.UPLOAD_FILE;

import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.rules.access.Access;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.Requests;
import dev.portway.sandbox.wire.Route;
import dev.portway.sandbox.world.App;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Upload;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls of the Resumable Upload API. Source: its page, 2026. */
final class UploadCalls {

    private final Rules rules;

    UploadCalls(Rules rules) {
        this.rules = rules;
    }

    List<Route<App>> appRoutes() {
        return List.of(new Route<>("POST", "uploads", UPLOAD_FILE, this::begin));
    }

    List<Route<Upload>> routes() {
        return List.of(new Route<>("GET", "", UPLOAD_FILE, this::read), new Route<>("POST", "", UPLOAD_FILE, this::add));
    }

    /** Documented: the token of a user or a system user who has a role on the app. Assumed: one of the app itself has none. */
    private JsonNode begin(App app, Ask ask) {
        if (app != ask.token.app || ask.token.kind == Token.Kind.APP) {
            throw Access.missing("post", app.id);
        }
        int length = ask.params().number("file_length", 0, -1, Integer.MAX_VALUE);
        Upload upload = rules.uploads.begin(app, ask.params().required("file_type"), length);
        ask.effect(true);
        return Json.object().put("id", upload.id);
    }

    /** Documented: the token comes in the header, nowhere else. */
    private static void mine(Upload upload, Ask ask) {
        if (ask.request.bearer() == null) {
            throw ErrorRow.TOKEN_MISSING.refused();
        }
        if (!upload.appId.equals(ask.token.app.id)) {
            throw Access.missing("get", upload.id);
        }
    }

    private JsonNode read(Upload upload, Ask ask) {
        mine(upload, ask);
        return Json.object().put("id", upload.id).put("file_offset", upload.arrived);
    }

    private JsonNode add(Upload upload, Ask ask) {
        mine(upload, ask);
        String offset = ask.params().matching(Requests.OFFSET, "\\d{1,9}", "a number of bytes in a header");
        rules.uploads.add(upload, Integer.parseInt(offset), ask.params().number(Requests.LENGTH, 0, 0, Integer.MAX_VALUE));
        ask.effect(true);
        return upload.whole() ? Json.object().put("h", upload.handle) : read(upload, ask);
    }
}
