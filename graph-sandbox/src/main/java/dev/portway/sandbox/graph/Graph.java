package dev.portway.sandbox.graph;

import dev.portway.sandbox.calls.Router;
import dev.portway.sandbox.fault.CallLog;
import dev.portway.sandbox.fault.Fault;
import dev.portway.sandbox.fault.Faults;
import dev.portway.sandbox.json.Json;
import dev.portway.sandbox.refusal.ErrorRow;
import dev.portway.sandbox.refusal.Language;
import dev.portway.sandbox.refusal.Refusal;
import dev.portway.sandbox.refusal.Refused;
import dev.portway.sandbox.rules.Rules;
import dev.portway.sandbox.switches.Switch;
import dev.portway.sandbox.wire.Ask;
import dev.portway.sandbox.wire.CallName;
import dev.portway.sandbox.wire.GraphErrors;
import dev.portway.sandbox.wire.GraphReply;
import dev.portway.sandbox.wire.GraphRequest;
import dev.portway.sandbox.wire.RealTokens;
import dev.portway.sandbox.wire.Redacted;
import dev.portway.sandbox.wire.Target;
import dev.portway.sandbox.wire.Traces;
import dev.portway.sandbox.wire.Versions;
import dev.portway.sandbox.world.Media;
import dev.portway.sandbox.world.Token;
import dev.portway.sandbox.world.Waba;
import dev.portway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/**
 * The one way in: finds the call, lets a fault strike, authenticates, spends quota, has the rules do it under the world's lock, answers, and
 * writes the call down.
 */
public final class Graph {

    public static final String JSON = "application/json; charset=UTF-8";
    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en"><head><title>Error</title></head><body><h1>Sorry, something went wrong.</h1>
            <p>We're working on getting this fixed as soon as we can.</p></body></html>
            """;

    private final World world;
    private final Rules rules;
    private final Faults faults;
    private final CallLog log;
    private final Router router;
    private final Quota quota;
    private final Handshake handshake;
    private final Batch batch;

    public Graph(World world, Rules rules, Faults faults, CallLog log, Handshake handshake) {
        this.handshake = handshake;
        this.world = world;
        this.rules = rules;
        this.faults = faults;
        this.log = log;
        this.router = new Router(world, rules);
        this.quota = new Quota(world);
        this.batch = new Batch(this, world.clock::instant);
    }

    /** One call as it came in. */
    private record Arrival(long no, Instant at, GraphRequest request, Target target) {}

    /** What is meant, and the fault that strikes; what was done stays open when it has to wait. */
    private record Begun(Target target, Optional<Fault> fault, @Nullable Done done) {}

    /** What was done, before it is written as an answer. */
    private record Done(@Nullable JsonNode body, @Nullable Refusal refusal, boolean effect, @Nullable String app,
            Map<String, String> headers, boolean unmodelled) {}

    public GraphReply answer(GraphRequest request) {
        if (Batch.is(request)) {
            return batch.answer(request);
        }
        Instant now = world.clock.instant();
        if (ManyNodes.is(request) && now.isBefore(Versions.CLEANED_UP)) {
            return ManyNodes.answer(request, now, this::answerOne);
        }
        return answerOne(request);
    }

    GraphReply answerOne(GraphRequest request) {
        long no = log.nextNo();
        Instant at = world.clock.instant();
        Begun begun = world.with(() -> begin(request));
        Target target = begun.target();
        Optional<Fault> fault = begun.fault();
        Done done = begun.done() == null ? goOn(request, target, fault) : begun.done();
        fault.filter(each -> each.kind() == Fault.Kind.DELAY_ANSWER).ifPresent(each -> hold(each.delay()));
        GraphReply reply = fault.map(each -> spoiled(each, request, done)).orElseGet(() -> written(request, done));
        CallLog.Entry entry = entry(new Arrival(no, at, request, target), done, reply, fault);
        log.add(new CallLog.Heard(entry, Redacted.sent(request), Redacted.answered(reply)));
        return reply;
    }

    /** Finds what is meant; and does it at once, without letting go of the world, when no fault strikes and nobody else is to be asked. */
    private Begun begin(GraphRequest request) {
        Target target = exchange(request) ? Target.of(CallName.EXCHANGE_CODE, ask -> Json.object()) : router.find(request);
        Optional<Fault> fault = faults.strike(target.call().key(), about(target));
        boolean atOnce = fault.isEmpty() && !asksAddress(request, target.call());
        return new Begun(target, fault, atOnce ? carryOut(request, target, true) : null);
    }

    private Done goOn(GraphRequest request, Target target, Optional<Fault> fault) {
        fault.filter(each -> each.kind().holdsArrival()).ifPresent(each -> hold(each.delay()));
        if (fault.isPresent() && !fault.get().kind().effect() && fault.get().kind() != Fault.Kind.DELAY) {
            return prevented(request, target, fault.get());
        }
        boolean willing = !asksAddress(request, target.call()) || handshake.holds(request);
        return world.with(() -> carryOut(request, target, willing));
    }

    /** Whether the call names an address that has to agree first. Assumed for overrides, see the switch. */
    private boolean asksAddress(GraphRequest request, CallName call) {
        boolean override = call == CallName.SUBSCRIBE_APP || call == CallName.UPDATE_NUMBER;
        return request.method().equals("POST")
                && (call == CallName.SET_WEBHOOK || override && world.with(() -> world.switches.is(Switch.OVERRIDE_HANDSHAKE, "asked")));
    }

    private static boolean exchange(GraphRequest request) {
        return request.segments().equals(List.of("oauth", "access_token"));
    }

    private static Fault.About about(Target target) {
        Waba waba = target.waba();
        return new Fault.About(target.digits(), waba == null ? null : waba.id);
    }

    /** A fault's delay is real time: it stands for a slow network, not for anything in the world. */
    private static void hold(Duration delay) {
        long until = System.nanoTime() + delay.toNanos();
        long left = delay.toNanos();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = until - System.nanoTime();
        }
    }

    private Done carryOut(GraphRequest request, Target target, boolean willing) {
        Ask ask = null;
        Map<String, String> headers = Map.of();
        try {
            if (target.call() == CallName.EXCHANGE_CODE) {
                return new Done(router.exchange().answer(request), null, true, request.params().text("client_id").orElse(null), headers,
                        false);
            }
            RealTokens.warnAbout(request.token());
            Token token = rules.access.authenticate(request.token(), request.params().text("appsecret_proof").orElse(null));
            ask = new Ask(request, token, world.now());
            ManyNodes.refused(request, world.now()).ifPresent(gone -> {
                throw gone;
            });
            Waba waba = target.waba();
            if (waba != null) {
                Quota.Usage usage = quota.spend(token.app.id, waba, target.call().counted());
                headers = UsageHeaders.of(waba, usage);
                if (usage.spent()) {
                    throw ErrorRow.WABA_CALLS_SPENT.refused();
                }
            }
            if (token.kind == Token.Kind.APP) {
                Quota.Usage usage = quota.spendOfApp(token.app.id);
                headers = UsageHeaders.ofApp(usage);
                if (usage.spent()) {
                    throw ErrorRow.APP_CALLS_SPENT.refused();
                }
            }
            if (!willing) {
                throw ErrorRow.CALLBACK_UNVERIFIED.refused();
            }
            JsonNode body = ReadBack.of(target.work().answer(ask), ask, router, world.now());
            return new Done(body, null, ask.tookEffect(), token.app.id, headers, ask.askedForUnmodelled());
        } catch (Refused refused) {
            boolean effect = ask != null && ask.tookEffect();
            return new Done(null, refused.refusal(), effect, ask == null ? null : ask.token.app.id, headers,
                    ask != null && ask.askedForUnmodelled());
        }
    }

    private static Done prevented(GraphRequest request, Target target, Fault fault) {
        Map<String, String> headers = Map.of();
        if (fault.kind() == Fault.Kind.THROTTLE && target.waba() != null) {
            headers = UsageHeaders.of(target.waba(), new Quota.Usage(100, 60));
        }
        ErrorRow row = switch (fault.kind()) {
            case THROTTLE -> ErrorRow.WABA_CALLS_SPENT;
            case HTTP_503 -> ErrorRow.SERVICE_UNAVAILABLE;
            default -> fault.error() == null ? ErrorRow.UNKNOWN_ERROR : fault.error();
        };
        return new Done(null, row.refusal(), false, request.params().text("client_id").orElse(null), headers, false);
    }

    private GraphReply spoiled(Fault fault, GraphRequest request, Done done) {
        return switch (fault.kind()) {
            case LOST, DROP_BEFORE, DROP_AFTER -> new GraphReply.Nothing();
            case HTML, HTML_AFTER ->
                new GraphReply.Answer(500, "text/html; charset=utf-8", HTML, GraphHeaders.of(request, world.clock.instant()));
            case HTTP_500_AFTER ->
                written(request, new Done(null, ErrorRow.UNKNOWN_ERROR.refusal(), done.effect(), done.app(), done.headers(), false));
            case HTTP_503_AFTER ->
                written(request, new Done(null, ErrorRow.SERVICE_UNAVAILABLE.refusal(), done.effect(), done.app(), done.headers(), false));
            case DELAY, DELAY_ANSWER, HTTP_500, HTTP_503, THROTTLE, ERROR -> written(request, done);
        };
    }

    private GraphReply written(GraphRequest request, Done done) {
        Map<String, String> headers = GraphHeaders.of(request, world.clock.instant());
        headers.putAll(done.headers());
        Refusal refusal = done.refusal();
        if (refusal != null) {
            String trace = headers.getOrDefault("x-fb-trace-id", Traces.next());
            headers.put("www-authenticate", GraphErrors.challenge(refusal));
            return new GraphReply.Answer(refusal.status(), JSON, Json.text(GraphErrors.envelope(refusal, trace, language(request))),
                    headers);
        }
        if (done.body() instanceof POJONode file && file.getPojo() instanceof Media media) {
            return new GraphReply.File(media, headers);
        }
        JsonNode body = done.body() == null ? Json.object() : done.body();
        return new GraphReply.Answer(200, JSON, Json.text(body), headers);
    }

    /** Documented: the language of the locale asked for. Assumed: English when its words are not kept here; unasked, see the switch. */
    private Language language(GraphRequest request) {
        return request.params()
                .text("locale")
                .map(locale -> Language.of(locale).orElse(Language.ENGLISH))
                .orElseGet(() -> Language.named(world.switches.get(Switch.ERROR_LANGUAGE)));
    }

    private static CallLog.Entry entry(Arrival arrival, Done done, GraphReply reply, Optional<Fault> fault) {
        GraphRequest request = arrival.request();
        Target target = arrival.target();
        int status = switch (reply) {
            case GraphReply.Answer answer -> answer.status();
            case GraphReply.File file -> 200;
            case GraphReply.Nothing nothing -> 0;
        };
        Refusal refusal = done.refusal();
        String error = refusal == null
                ? null
                : refusal.row().code() + (refusal.row().subcode() == 0 ? "" : "/" + refusal.row().subcode());
        boolean unmodelled = done.unmodelled() || target.call() == CallName.UNMODELLED
                || (refusal != null && refusal.row() == ErrorRow.MISSING_FIELD);
        return new CallLog.Entry(arrival.no(), arrival.at(), target.call().key(), request.method(), request.path(), status, done.effect(),
                target.digits() == null ? null : "+" + target.digits(), done.app(), error, unmodelled, fault.map(Fault::id).orElse(null));
    }
}
