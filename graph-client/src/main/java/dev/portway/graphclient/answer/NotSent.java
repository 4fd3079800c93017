package dev.portway.graphclient.answer;

/** Certainly nothing happened: the request was not, or not wholly, handed to the network, and never will be. */
public record NotSent<T>(Trouble trouble, String detail, Exchange exchange) implements EffectResult<T> {}
