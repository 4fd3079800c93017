package dev.portway.migration.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portway.migration.Action;
import dev.portway.migration.HumanTask;
import dev.portway.migration.HumanTask.Kind;
import dev.portway.migration.Migration;
import dev.portway.migration.Person;
import dev.portway.migration.SimulatedGraph;
import dev.portway.migration.fact.Fact;
import dev.portway.migration.fact.Statement;
import dev.portway.sandbox.Sandbox;
import dev.portway.sandbox.switches.Switch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everybody who is asked while a migration runs in a world of the sandbox: what they do at Meta is done at that world's controls. */
final class WorldPeople {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PIN = "246810";

    private final Sandbox sandbox;
    private final String world;
    private final Map<String, String> env;
    private final HttpClient http = HttpClient.newHttpClient();
    private int signUps;
    /** Goes through sign-up, and comes back with the code. */
    Function<WorldPeople, String> signUp = _ -> {
        throw new AssertionError("Nobody signs up here");
    };

    WorldPeople(Sandbox sandbox, String world, Map<String, String> env) {
        this.sandbox = sandbox;
        this.world = world;
        this.env = env;
    }

    String env(String name) {
        return Objects.requireNonNull(env.get(name), name);
    }

    /** A token or a secret of this world: it ends in the world's name. */
    String own(String secret) {
        return secret + "@" + world;
    }

    void clock(Instant now) {
        sandbox.stage(world).world.clock.freeze(now);
        send("POST", "clock/advance", Map.of("by", "PT0S"));
    }

    void turn(Switch unknown, String value) {
        assertThat(sandbox.stage(world).world.switches.set(unknown, value)).as("what is wrong with " + value).isEmpty();
    }

    long registers() {
        return send("GET", "calls?call=register&effect=true", Map.of()).path("calls").size();
    }

    String codeFor(String waba) {
        return post("signup-codes", Map.of("appId", WorldJourney.ROTA, "wabaId", waba)).path("code").asString();
    }

    Person.Reply reply(HumanTask task, Migration migration) {
        String number = "numbers/" + migration.order().numbers().getFirst().e164();
        return switch (task.kind()) {
            case ENTER_CODE -> code(migration).map(code -> new Person.Reply(Action.ENTER_CODE, Map.of("code", code)))
                    .orElseGet(() -> new Person.Reply(Action.NEW_CODE, Map.of()));
            case SIGN_UP -> signedUp(signUp.apply(this));
            case ACCEPT_REQUEST -> {
                send("GET", "requests", Map.of()).path("requests")
                        .valueStream()
                        .forEach(one -> post("requests/" + one.path("id").asString(), Map.of("decision", "accept")));
                yield recheck();
            }
            case TURN_OFF_TWO_STEP -> {
                put(number + "/two-step", Map.of("enabled", false));
                yield recheck();
            }
            case GIVE_BACKUP ->
                new Person.Reply(Action.GIVE_BACKUP, Map.of("backup", "ZGF0YQ==", "backup-password", "secret", "pin", PIN));
            case UNSHARE -> {
                put("wabas/" + migration.destination().orElseThrow(), Map.of("partners", Map.of("510000000000001", "NONE")));
                yield confirmed(task.kind());
            }
            case LEAVE_SOURCE, LET_GO -> {
                post(number + "/deletion", Map.of("pin", PIN, "wabaId", migration.order().source().orElseThrow().value()));
                yield recheck();
            }
            case LET_OLD_PARTNER_GO -> {
                send("DELETE", number + "/partners/510000000000001", Map.of());
                yield confirmed(task.kind());
            }
            case CLEAR_THE_WAY -> {
                assertThat(Statement.answers(task.subject())).as("%s %s", task, migration.facts().value(Fact.CHECKED)).isTrue();
                yield new Person.Reply(Action.STATE, Map.of("check", task.subject()));
            }
            case MEND, DECIDE_DOUBT, NAME_ALL_NUMBERS ->
                throw new AssertionError(task + " " + migration.facts().value(Fact.CHECKED) + " " + migration.attempts());
            default -> new Person(new SimulatedGraph()).reply(task, migration);
        };
    }

    /** The newest: it stands first in the inbox. */
    private Optional<String> code(Migration migration) {
        return send("GET", "phones/" + migration.order().numbers().getFirst().e164() + "/inbox", Map.of()).path("messages")
                .valueStream()
                .map(message -> message.path("code").asString(""))
                .filter(code -> !code.isEmpty())
                .findFirst();
    }

    /** Whether they went through sign-up before. */
    boolean signedUp() {
        return signUps > 0;
    }

    private Person.Reply signedUp(String code) {
        signUps++;
        return new Person.Reply(Action.SIGN_UP, Map.of("event", "FINISH", "signup-code", code));
    }

    private static Person.Reply recheck() {
        return new Person.Reply(Action.RECHECK, Map.of());
    }

    private static Person.Reply confirmed(Kind kind) {
        return new Person.Reply(Action.CONFIRM, Map.of("task", kind.word()));
    }

    /** The WABA through which the number is served beside this one. */
    Optional<String> wabaBeside(String digits, String waba) {
        return send("GET", "world?only=numbers", Map.of()).path("numbers")
                .valueStream()
                .filter(number -> number.toString().contains(digits))
                .flatMap(number -> number.path("links").valueStream())
                .map(link -> link.path("waba").asString(link.path("wabaId").asString()))
                .filter(id -> !id.equals(waba))
                .findFirst();
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send("PUT", path, body);
    }

    JsonNode get(String path) {
        return send("GET", path, Map.of());
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        URI address = URI.create(sandbox.uri() + "/sandbox/worlds/" + world + "/" + path.replace("+", "%2B"));
        var request = HttpRequest.newBuilder(address)
                .method(method, method.equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + address + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
