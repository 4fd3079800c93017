package dev.portway.graphclient;

import dev.portway.graphclient.answer.Answered;
import dev.portway.graphclient.answer.EffectResult;
import dev.portway.graphclient.answer.InDoubt;
import dev.portway.graphclient.answer.NotSent;
import dev.portway.graphclient.answer.ReadResult;
import dev.portway.graphclient.answer.Refused;
import dev.portway.graphclient.answer.Unreachable;
import dev.portway.graphclient.value.AccessToken;
import dev.portway.graphclient.value.AppSecret;
import dev.portway.graphclient.value.SendBy;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One caller's line to Graph: says a call, hears the answer, makes it a result. */
final class GraphLine {
    private final Wire wire;
    private final GraphAccess access;
    private final @Nullable String proof;
    private final RequestText ours;
    private final RequestText nobodys;
    private final UnknownFields unknownFields = new UnknownFields();

    GraphLine(Wire wire, GraphAccess access) {
        this.wire = wire;
        this.access = access;
        this.proof = access.proof();
        this.ours = new RequestText(wire.config(), access, proof);
        this.nobodys = new RequestText(wire.config(), null, null);
    }

    GraphConfig config() {
        return wire.config();
    }

    AccessToken token() {
        return access.token();
    }

    @Nullable
    AppSecret appSecret() {
        return access.appSecret();
    }

    /** The same line in another's name. */
    GraphLine as(GraphAccess other) {
        return new GraphLine(wire, other);
    }

    /** The fields that Graph was seen not to have, for this caller. */
    UnknownFields unknownFields() {
        return unknownFields;
    }

    <T> ReadResult<T> read(Call call, Function<Fields, T> reader) {
        return switch (hear(call, wire.read(call, ours), reader)) {
            case Heard.Said<T> said -> new Answered<>(said.value(), said.exchange());
            case Heard.Denied<T> denied -> new Refused<>(denied.error(), denied.exchange());
            case Heard.Unclear<T> unclear -> new Unreachable<>(unclear.trouble(), unclear.detail(), unclear.exchange());
        };
    }

    <T> EffectResult<T> effect(Call call, SendBy sendBy, Function<Fields, T> reader) {
        Landing landing = wire.effect(call, call.form() ? nobodys : ours, sendBy);
        return switch (hear(call, landing, reader)) {
            case Heard.Said<T> said -> new Answered<>(said.value(), said.exchange());
            case Heard.Denied<T> denied -> new Refused<>(denied.error(), denied.exchange());
            case Heard.Unclear<T> unclear -> unclear.left()
                    ? new InDoubt<>(unclear.trouble(), unclear.detail(), unclear.error(), unclear.exchange())
                    : new NotSent<>(unclear.trouble(), unclear.detail(), unclear.exchange());
        };
    }

    private <T> Heard<T> hear(Call call, Landing landing, Function<Fields, T> reader) {
        return new Listener("/" + wire.config().version() + call.path(), call, new Redactor(access, proof, call)).hear(landing, reader);
    }
}
