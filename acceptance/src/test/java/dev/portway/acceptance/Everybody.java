package dev.portway.acceptance;

import dev.portway.acceptance.Way.Case;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Everybody who is asked on the way of a number: what is done at Meta is done at the sandbox's controls, and what is to be said is said here. */
record Everybody(Sandbox sandbox, String rota) {
    private static final String PIN = "246810";
    private static final String CEDRO_BUSINESS = "510000000000001";
    private static final String ROTA_BUSINESS = "510000000000002";

    /** What somebody says to Portway: an action, and what it takes. */
    record Reply(String action, Map<String, String> input) {
        static Reply of(String action, String... input) {
            var all = new HashMap<String, String>();
            for (int at = 0; at < input.length; at += 2) {
                all.put(input[at], input[at + 1]);
            }
            return new Reply(action, Map.copyOf(all));
        }
    }

    /** Empty when nobody knows what to do: it has to be mended. */
    Optional<Reply> reply(Case one, JsonNode migration) {
        JsonNode next = migration.path("next");
        String task = next.path("task").asString("");
        String number = "numbers/" + one.numbers().getFirst();
        return Optional.ofNullable(switch (task) {
            case "mend", "decide-doubt", "name-all-numbers", "schedule", "" -> null;
            case "submit" -> Reply.of("submit");
            case "choose-code" -> Reply.of("choose-code", "method", "SMS", "language", "pt_BR");
            case "enter-code" -> sandbox.newestCode(one.numbers().getFirst())
                    .map(code -> Reply.of("enter-code", "code", code))
                    .orElse(Reply.of("new-code"));
            case "set-up-payment" -> Reply.of("state", "check", "payment-at-destination");
            case "confirm-two-step-off" -> Reply.of("state", "check", "two-step-off");
            case "clear-the-way" -> Reply.of("state", "check", next.path("subject").asString());
            case "sign-up" -> Reply.of("sign-up", "event", "FINISH", "signup-code", signUpCode(one));
            case "accept-losses" -> Reply.of("accept-losses", "words", "I know that the history is lost");
            case "give-backup" -> Reply.of("give-backup", "backup", "ZGF0YQ==", "backup-password", "secret", "pin", PIN);
            case "accept-request" -> {
                accept(one);
                yield Reply.of("recheck");
            }
            case "turn-off-two-step" -> {
                done("PUT", number + "/two-step", Map.of("enabled", false));
                yield Reply.of("recheck");
            }
            case "leave-source", "let-go" -> {
                done("POST", number + "/deletion", Map.of("pin", PIN, "wabaId", one.source().orElseThrow()));
                yield Reply.of("recheck");
            }
            case "unshare" -> {
                done("PUT", "wabas/" + one.destination().orElseThrow(), Map.of("partners", Map.of(CEDRO_BUSINESS, "NONE")));
                yield confirmed(task);
            }
            case "let-old-partner-go" -> {
                done("DELETE", number + "/partners/" + CEDRO_BUSINESS, Map.of());
                yield confirmed(task);
            }
            default -> confirmed(task);
        });
    }

    private static Reply confirmed(String task) {
        return Reply.of("confirm", "task", task);
    }

    private String signUpCode(Case one) {
        return switch (one.way()) {
            case JOIN -> codeFor(besides(one).orElseGet(() -> {
                done("POST", "numbers/" + one.numbers().getFirst() + "/partners", Map.of("appId", rota));
                return besides(one).orElseThrow();
            }));
            case RESHARE -> {
                String waba = one.destination().orElseThrow();
                done("PUT", "wabas/" + waba, Map.of("partners", Map.of(ROTA_BUSINESS, "MANAGE")));
                yield codeFor(waba);
            }
            case COEXIST -> connected(one);
            default -> codeFor(one.destination().orElseThrow());
        };
    }

    private String codeFor(String waba) {
        return done("POST", "signup-codes", Map.of("appId", rota, "wabaId", waba)).path("code").asString();
    }

    /** Who comes a second time leaves first. */
    private String connected(Case one) {
        String app = "phones/" + one.numbers().getFirst() + "/app/";
        sandbox.http().post("/sandbox/" + plain(app) + "disconnection", Map.of("reason", "ACCOUNT_DISCONNECTED"));
        return done("POST", app + "connection", Map.of("appId", rota)).path("code").asString();
    }

    private void accept(Case one) {
        sandbox.http()
                .get("/sandbox/requests")
                .json()
                .path("requests")
                .valueStream()
                .filter(request -> request.toString().contains(one.source().orElseThrow()))
                .forEach(request -> done("POST", "requests/" + request.path("id").asString(), Map.of("decision", "accept")));
    }

    /** The WABA through which the number is served beside that of the partner before. */
    private Optional<String> besides(Case one) {
        return sandbox.number(one.numbers().getFirst())
                .path("links")
                .valueStream()
                .map(link -> link.path("waba").asString(link.path("wabaId").asString("")))
                .filter(waba -> !waba.equals(one.destination().orElseThrow()))
                .findFirst();
    }

    private JsonNode done(String method, String path, Map<String, ?> body) {
        String at = "/sandbox/" + plain(path);
        Http.Answer answer = switch (method) {
            case "PUT" -> sandbox.http().put(at, body);
            case "DELETE" -> sandbox.http().delete(at);
            default -> sandbox.http().post(at, body);
        };
        if (answer.status() >= 300) {
            throw new AssertionError(method + " " + at + ": " + answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    private static String plain(String path) {
        return path.replace("+", "%2B");
    }
}
