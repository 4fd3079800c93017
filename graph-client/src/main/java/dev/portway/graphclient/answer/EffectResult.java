package dev.portway.graphclient.answer;

/** What became of a call that changes something at Meta. Only {@link Refused} and {@link NotSent} mean that nothing changed. */
public sealed interface EffectResult<T> extends GraphResult<T> permits Answered, Refused, InDoubt, NotSent {}
