package dev.portway.graphclient.answer;

/** Graph said no, and why. Nothing changed. */
public record Refused<T>(GraphError error, Exchange exchange) implements ReadResult<T>, EffectResult<T> {}
