package dev.portway.graphclient.answer;

/** Graph did, or told, what was asked. */
public record Answered<T>(T value, Exchange exchange) implements ReadResult<T>, EffectResult<T> {}
