package dev.portway.graphclient;

import dev.portway.graphclient.answer.Exchange;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.Trouble;
import dev.portway.graphclient.answer.Usage;
import java.net.http.HttpHeaders;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From bytes to meaning: is it JSON, is it an error, is it what was asked for. Pure. */
final class Listener {
    private final String path;
    private final Call call;
    private final Redactor redactor;

    Listener(String path, Call call, Redactor redactor) {
        this.path = path;
        this.call = call;
        this.redactor = redactor;
    }

    <T> Heard<T> hear(Landing landing, Function<Fields, T> reader) {
        return switch (landing) {
            case Landing.Arrived arrived -> arrived(arrived, reader);
            case Landing.Lost lost -> new Heard.Unclear<>(lost.trouble(), lost.detail(), lost.left(), null, silence(lost));
        };
    }

    private <T> Heard<T> arrived(Landing.Arrived answer, Function<Fields, T> reader) {
        if (answer.answer().cutOff()) {
            return unclear(answer, Trouble.ANSWER_TOO_LONG, "more than " + GraphConfig.ANSWER_LIMIT + " bytes");
        }
        JsonNode tree = Json.parse(answer.body());
        if (tree == null || !tree.isObject()) {
            return unclear(answer, withoutError(answer.status()), "no JSON object");
        }
        GraphError error = ErrorReader.read(tree, answer, UsageHeaders.read(answer.headers()), redactor);
        if (error != null) {
            return denied(answer, error);
        }
        if (answer.status() < 200 || answer.status() > 299) {
            return unclear(answer, withoutError(answer.status()), "no error of Graph");
        }
        return said(answer, new Fields(tree), reader);
    }

    private <T> Heard<T> said(Landing.Arrived answer, Fields fields, Function<Fields, T> reader) {
        try {
            return new Heard.Said<>(reader.apply(fields), exchange(answer, null));
        } catch (NotUnderstood | IllegalArgumentException e) {
            return unclear(answer, Trouble.ANSWER_NOT_UNDERSTOOD, redactor.text(String.valueOf(e.getMessage())));
        }
    }

    private <T> Heard<T> denied(Landing.Arrived answer, GraphError error) {
        Exchange exchange = exchange(answer, error.traceId());
        return call.hasEffect() && error.leavesDoubt()
                ? new Heard.Unclear<>(Trouble.GRAPH_UNSURE, error.toString(), true, error, exchange)
                : new Heard.Denied<>(error, exchange);
    }

    private <T> Heard<T> unclear(Landing.Arrived answer, Trouble trouble, String detail) {
        return new Heard.Unclear<>(trouble, "status " + answer.status() + ": " + detail, true, null, exchange(answer, null));
    }

    private static Trouble withoutError(int status) {
        return status >= 500 ? Trouble.SERVER_FAULT : Trouble.ANSWER_NOT_UNDERSTOOD;
    }

    private Exchange exchange(Landing.Arrived answer, @Nullable String traceId) {
        return new Exchange(call.method(),
                path,
                redactor.parameters(call),
                answer.status(),
                redactor.body(answer.body()),
                redactor.textOrNull(traceId == null ? traceOf(answer.headers()) : traceId),
                answer.millis(),
                UsageHeaders.read(answer.headers()));
    }

    private Exchange silence(Landing.Lost lost) {
        return new Exchange(call.method(), path, redactor.parameters(call), 0, null, null, lost.millis(), Usage.UNKNOWN);
    }

    private static @Nullable String traceOf(HttpHeaders headers) {
        return headers.firstValue("x-fb-trace-id").or(() -> headers.firstValue("x-fb-request-id")).orElse(null);
    }
}
