package dev.portway.sandbox.control;

import dev.portway.sandbox.file.BrokenWorld;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Hindered;
import dev.portway.sandbox.refusal.Language;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.refusal.Wording;
import dev.portway.sandbox.wire.ErrorCalls;
import dev.portway.sandbox.world.World;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The control surface: finds what is asked for, and says plainly what is wrong with a request. */
public final class Control {

    private final Stage stage;
    private final World world;
    private final Environment environment;
    private final ClockControls clock;
    private final FaultControls faults;
    private final ScenarioControls scenarios;
    private final NumberControls numbers;
    private final AccountControls accounts;
    private final RequestControls requests;
    private final WorldControls whole;

    public Control(Stage stage) {
        this.stage = stage;
        this.world = stage.world;
        this.environment = new Environment(world);
        this.clock = new ClockControls(world);
        this.faults = new FaultControls(stage.faults);
        this.scenarios = new ScenarioControls(stage, faults, this::answer);
        this.numbers = new NumberControls(world, stage.rules);
        this.accounts = new AccountControls(world, stage.postman, stage.rules);
        this.requests = new RequestControls(world, stage.rules);
        this.whole = new WorldControls(stage);
    }

    public ControlReply answer(ControlRequest request) {
        return guarded(() -> find(request));
    }

    /** What is wrong with a request is an answer like any other. */
    static ControlReply guarded(Supplier<ControlReply> work) {
        try {
            return work.get();
        } catch (Wrong wrong) {
            return ControlReply.wrong(wrong.status(), wrong.why());
        } catch (BrokenWorld broken) {
            return ControlReply.broken(broken);
        } catch (Hindered hindered) {
            return ControlReply.hindered(hindered);
        } catch (Refused refused) {
            return ControlReply.refused(refused.refusal());
        }
    }

    private ControlReply find(ControlRequest request) {
        return switch (request.segment(0)) {
            case "phones" -> ControlReply.json(world.with(() -> numbers.phone(request)));
            case "env" -> env(request);
            case "world" -> ControlReply.json(whole.answer(request));
            case "reset" -> reset(request);
            case "clock" -> ControlReply.json(clock.answer(request));
            case "faults" -> ControlReply.json(faults.answer(request));
            case "scenarios" -> ControlReply.json(world.with(() -> scenarios.answer(request)));
            case "errors" -> ControlReply.json(errors());
            case "numbers" -> ControlReply.json(world.with(() -> numbers.answer(request)));
            case "requests" -> ControlReply.json(world.with(() -> requests.answer(request)));
            case "preverified-numbers" -> ControlReply.json(world.with(() -> requests.claim(request)));
            case "calls" ->
                ControlReply.json(request.method().equals("DELETE") ? Calls.clear(stage.calls) : Calls.list(stage.calls, request.query()));
            case "switches" -> ControlReply.json(Switchboard.answer(world, request));
            case "webhooks" -> ControlReply.json(world.with(this::webhooks));
            case "apps", "wabas", "businesses", "templates", "tokens", "payment-methods", "signup-codes" ->
                ControlReply.json(accounts.answer(request));
            default -> throw Wrong.missing("there is nothing at /sandbox/" + String.join("/", request.segments()));
        };
    }

    private ControlReply env(ControlRequest request) {
        if (request.query().getOrDefault("format", "").equals("shell")) {
            return ControlReply.text(world.with(() -> environment.shell(request.origin())));
        }
        return ControlReply.json(world.with(() -> environment.json(request.origin())));
    }

    private ControlReply reset(ControlRequest request) {
        if (!request.method().equals("POST")) {
            throw Wrong.bad("reset wants a POST");
        }
        stage.reset();
        return ControlReply.json(Json.object().put("reset", true));
    }

    private ObjectNode webhooks() {
        ObjectNode shown = Json.object();
        shown.set("webhooks", stage.postman.history());
        return shown;
    }

    private static ObjectNode errors() {
        ObjectNode shown = Json.object();
        ArrayNode rows = shown.putArray("errors");
        for (ErrorRow row : ErrorRow.values()) {
            ObjectNode one = rows.addObject().put("name", row.key()).put("fault", "error:" + row.key());
            one.set("calls", Json.strings(ErrorCalls.of(row)));
            one.put("status", row.status())
                    .put("type", row.type())
                    .put("code", row.code())
                    .put("subcode", row.subcode())
                    .put("message", row.message())
                    .put("title", row.title())
                    .put("text", row.userMessage())
                    .put("details", row.details());
            for (Language language : Language.values()) {
                Wording.of(row, language)
                        .ifPresent(words -> one.withArray("words")
                                .addObject()
                                .put("language", language.code())
                                .put("title", words.title())
                                .put("text", words.text())
                                .put("known", words.known().word()));
            }
        }
        return shown;
    }
}
