package dev.portway.graphclient.answer;

import org.jspecify.annotations.Nullable;

/**
 * The request left and nobody knows whether it took effect. Look before repeating.
 *
 * @param detail for operators: names of exceptions, never their messages, which may hold an address with secrets in it
 * @param error what Graph said, when it answered that it does not know itself ({@link Trouble#GRAPH_UNSURE})
 */
public record InDoubt<T>(Trouble trouble, String detail, @Nullable GraphError error, Exchange exchange) implements EffectResult<T> {}
