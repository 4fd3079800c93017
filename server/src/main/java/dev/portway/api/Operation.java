package dev.portway.api;

import dev.portway.account.Scope;
import dev.portway.account.SetUps;
import dev.portway.intake.Asked;
import dev.portway.intake.RouteAsked;
import dev.portway.intake.Wrong;
import dev.portway.migration.Action;
import dev.portway.migration.Status;
import dev.portway.preflight.Check;
import dev.portway.problem.Party;
import dev.portway.runner.Desk;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One thing that can be asked of the API, as its documentation has it.
 *
 * @param question the schema of the body; empty: there is none
 * @param answer the record that is answered with
 * @param refusals what it may be refused with, beside what anything may be refused with
 */
record Operation(String method, String path, String name, String summary, Scope scope, List<Parameter> parameters, String question,
        int status, Class<?> answer, List<Wrong> refusals) {

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String name, String in, String summary, boolean required, Map<String, Object> schema) {}

    private static final String ONE = "/v1/migrations/{id}";
    static final String INPUT = "Input";
    private static final Parameter ID = new Parameter("id", "path", "The migration's id.", true,
            Map.of("type", "string", "pattern", "^mig_[a-z0-9]{20}$"));

    static final List<Operation> ALL = List.of(
            new Operation("post", "/v1/migrations", "placeMigration", "Order the move of a number. With `submit` it begins at once.",
                    Scope.WRITE, List.of(key()), Schemas.name(Asked.class), 201, MigrationView.class,
                    List.of(Wrong.BODY_MALFORMED, Wrong.FIELD_MALFORMED, Wrong.NUMBER_BUSY, Wrong.BODY_TOO_LARGE,
                            Wrong.MEDIA_TYPE_UNKNOWN)),
            new Operation("get", "/v1/migrations", "listMigrations", "The provider's migrations, newest first.", Scope.READ, filters(), "",
                    200, MigrationsController.PageView.class, List.of(Wrong.FIELD_UNKNOWN, Wrong.FIELD_MALFORMED)),
            look("", "getMigration", "Where it stands, why there, whose move it is, and what may be done now.", MigrationView.class),
            new Operation("get", ONE + "/findings/changes", "compareFindings",
                    "What its checks say otherwise than they did: what was, what is, and since when. Without `since`: than 24 hours ago.",
                    Scope.READ, List.of(ID, instant("since", "From when on."), instant("until", "Until when; without: until now.")), "",
                    200,
                    FindingsController.ChangesView.class, List.of(Wrong.MIGRATION_NOT_FOUND, Wrong.FIELD_UNKNOWN, Wrong.FIELD_MALFORMED)),
            new Operation("get", ONE + "/findings/history", "listFindings",
                    "All that its checks said, newest first. Kept is what was new, the last %d of each check and number."
                            .formatted(Desk.MOST_SAID),
                    Scope.READ, List.of(ID, checked(), pageAfter(), limit()), "", 200, FindingsController.HistoryView.class,
                    List.of(Wrong.MIGRATION_NOT_FOUND, Wrong.FIELD_UNKNOWN, Wrong.FIELD_MALFORMED)),
            look("/report", "getReport", "What moved, what did not and why, how long it was dark, who pays from when.", ReportView.class),
            look("/attempts", "listAttempts", "What was asked of Graph and what came back, secrets left out.",
                    MigrationsController.AttemptsView.class),
            new Operation("get", ONE + "/support-bundle", "supportBundle",
                    "All that support asks for, as a ZIP archive: events, attempts, findings, what Graph said that nobody recognised. No token, code, PIN or whole number is in it.",
                    Scope.READ, List.of(ID), "", 200, byte[].class, List.of(Wrong.MIGRATION_NOT_FOUND)),
            new Operation("get", ONE + "/export", "exportNumbers",
                    "What is known of its numbers, for whoever takes them along, as a ZIP archive: their migrations, what happened, findings, message templates. No token, code, PIN or whole number is in it.",
                    Scope.READ, List.of(ID), "", 200, byte[].class, List.of(Wrong.MIGRATION_NOT_FOUND)),
            new Operation("get", "/v1/problems", "findProblems",
                    "The catalogue of errors, or what in it fits a code, a sentence or a whole error of Graph, the likeliest first.",
                    Scope.READ,
                    List.of(sought()), "", 200, ProblemsController.ProblemsView.class, List.of(Wrong.FIELD_UNKNOWN, Wrong.FIELD_MALFORMED)),
            new Operation("get", "/v1/problems/{code}", "getProblem", "One problem: what it means, whose move it is, what helps.",
                    Scope.READ,
                    List.of(problem()), "", 200, ProblemsController.ExplainedView.class, List.of(Wrong.PROBLEM_NOT_FOUND)),
            new Operation("get", ONE + "/events", "listEvents",
                    "What happened, at most 100 at a time. With `Accept: text/event-stream` as a stream that ends with the migration.",
                    Scope.READ, List.of(ID, after(), last()), "", 200, EventsController.EventsView.class,
                    List.of(Wrong.MIGRATION_NOT_FOUND, Wrong.FIELD_MALFORMED, Wrong.TOO_MANY_STREAMS)),
            new Operation("post", ONE + "/actions/{action}", "act", "Do one of the actions that the migration lists as `allowed`.",
                    Scope.WRITE, List.of(ID, action()), INPUT, 200, MigrationView.class,
                    List.of(Wrong.MIGRATION_NOT_FOUND, Wrong.ACTION_NOT_ALLOWED, Wrong.INPUT_REFUSED, Wrong.BODY_MALFORMED,
                            Wrong.BODY_TOO_LARGE, Wrong.MEDIA_TYPE_UNKNOWN)),
            new Operation("post", "/v1/checks", "check",
                    "The checks of an order that nobody has placed. Nothing is kept, and nothing looks again by itself: `lookAgain` says when asking again may show more.",
                    Scope.WRITE,
                    List.of(), Schemas.name(Asked.class), 200, ChecksController.ChecksView.class, List.of(Wrong.BODY_MALFORMED,
                            Wrong.FIELD_MALFORMED, Wrong.CHECKS_NOT_AVAILABLE, Wrong.BODY_TOO_LARGE, Wrong.MEDIA_TYPE_UNKNOWN)),
            new Operation("post", "/v1/route-finder", "findRoute",
                    "Which way fits a number, what each costs, and the one question whose answer helps most. Send its answer in `answers` and ask again, until `result` is no question. Nothing is kept.",
                    Scope.WRITE, List.of(), Schemas.name(RouteAsked.class), 200, RouteFinderView.class,
                    List.of(Wrong.BODY_MALFORMED, Wrong.FIELD_UNKNOWN, Wrong.FIELD_MALFORMED, Wrong.BODY_TOO_LARGE,
                            Wrong.MEDIA_TYPE_UNKNOWN)),
            new Operation("post", ONE + "/guest-links", "makeGuestLink",
                    "An address by which somebody without an account answers one thing the migration asks: what it waits for, or a check that nobody could see. The address is told once.",
                    Scope.WRITE, List.of(ID), Schemas.name(GuestLinkAsked.class), 201, GuestLinkView.class,
                    List.of(Wrong.MIGRATION_NOT_FOUND, Wrong.NOTHING_TO_ASK, Wrong.TOO_MANY_LINKS, Wrong.BODY_MALFORMED,
                            Wrong.FIELD_UNKNOWN, Wrong.FIELD_MISSING, Wrong.FIELD_MALFORMED, Wrong.BODY_TOO_LARGE,
                            Wrong.MEDIA_TYPE_UNKNOWN)),
            look("/guest-links", "listGuestLinks",
                    "The migration's guest links, those that can still be answered first: who was asked what, opened and answered when.",
                    GuestLinkView.ListView.class),
            new Operation("delete", ONE + "/guest-links/{link}", "revokeGuestLink",
                    "Close a guest link. Its address opens nothing from then on.",
                    Scope.WRITE, List.of(ID, link()), "", 200, GuestLinkView.class,
                    List.of(Wrong.MIGRATION_NOT_FOUND, Wrong.GUEST_LINK_NOT_FOUND)),
            new Operation("get", "/v1/set-up", "getSetUp",
                    "What the provider is at Meta: what it says itself, what holds where it says nothing, and the last %d changes."
                            .formatted(SetUps.MOST_TOLD),
                    Scope.ADMIN, List.of(), "", 200, SetUpView.class, List.of()),
            new Operation("put", "/v1/set-up", "setSetUp",
                    "Say it anew, whole. What is left out is left to the server's settings. `version` is that of what was seen: refused when somebody said something since.",
                    Scope.ADMIN, List.of(), Schemas.name(SetUpAsked.class), 200, SetUpView.class,
                    List.of(Wrong.SET_UP_CHANGED, Wrong.BODY_MALFORMED, Wrong.FIELD_UNKNOWN, Wrong.FIELD_MISSING, Wrong.FIELD_MALFORMED,
                            Wrong.BODY_TOO_LARGE, Wrong.MEDIA_TYPE_UNKNOWN)));

    private static Parameter link() {
        return new Parameter("link", "path", "The link's id.", true, Map.of("type", "string", "pattern", "^gl_[a-zA-Z0-9]{12}$"));
    }

    private static Operation look(String part, String name, String summary, Class<?> answer) {
        return new Operation("get", ONE + part, name, summary, Scope.READ, List.of(ID), "", 200, answer,
                List.of(Wrong.MIGRATION_NOT_FOUND));
    }

    private static Parameter key() {
        return new Parameter("Idempotency-Key", "header", "The same for each try of one request; the answer is the same too.", true,
                Map.of("type", "string", "pattern", "^[\\x21-\\x7e]{1,200}$"));
    }

    private static List<Parameter> filters() {
        return List.of(query("status", "One status, or several with commas between: " + String.join(", ", words(Status.values())) + ".",
                Map.of("type", "string")),
                query("waitsFor", "Those that wait for this party.", Map.of("type", "string", "enum", words(Party.values()))),
                query("number", "Those of this number, with + and country code.", Map.of("type", "string")),
                pageAfter(), limit());
    }

    private static Parameter pageAfter() {
        return query("after", "The `next` of the page before.", Map.of("type", "string"));
    }

    private static Parameter limit() {
        return query("limit", "How many.", Map.of("type", "integer", "minimum", 1, "maximum", 100, "default", 50));
    }

    private static Parameter checked() {
        return query("check", "Only those of this check.",
                Map.of("type", "string", "enum", Arrays.stream(Check.values()).map(Check::id).toList()));
    }

    private static Parameter instant(String name, String summary) {
        return query(name, summary, Map.of("type", "string", "format", "date-time"));
    }

    private static Parameter after() {
        return query("after", "Only those with a higher number.", Map.of("type", "integer", "minimum", 0, "default", 0));
    }

    private static Parameter last() {
        return new Parameter("Last-Event-ID", "header", "Where a stream goes on that was cut off.", false,
                Map.of("type", "integer", "minimum", 0));
    }

    private static Parameter action() {
        return new Parameter("action", "path", "One of the names in `allowed`.", true,
                Map.of("type", "string", "enum", Arrays.stream(Action.values()).map(Action::word).toList()));
    }

    private static Parameter sought() {
        return query("q", "A code (`133016`), a sentence, words in any of our languages, or an error as Graph sent it. Without: all.",
                Map.of("type", "string", "maxLength", ProblemsController.LONGEST_QUESTION));
    }

    private static Parameter problem() {
        return new Parameter("code", "path", "The problem's code.", true, Map.of("type", "string", "pattern", "^[a-z0-9-]+$"));
    }

    private static Parameter query(String name, String summary, Map<String, Object> schema) {
        return new Parameter(name, "query", summary, false, schema);
    }

    private static List<String> words(Enum<?>[] all) {
        return Stream.of(all).map(MigrationView::word).toList();
    }
}
