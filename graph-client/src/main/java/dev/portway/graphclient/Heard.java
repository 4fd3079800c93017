package dev.portway.graphclient;

import dev.portway.graphclient.answer.Exchange;
import dev.portway.graphclient.answer.GraphError;
import dev.portway.graphclient.answer.Trouble;
import org.jspecify.annotations.Nullable;

/** What an answer says, before it matters whether the call had an effect. */
sealed interface Heard<T> {
    record Said<T>(T value, Exchange exchange) implements Heard<T> {}

    record Denied<T>(GraphError error, Exchange exchange) implements Heard<T> {}

    /**
     * @param left the request may have reached someone; always true when anything came back
     * @param error null but where Graph itself does not know
     */
    record Unclear<T>(Trouble trouble, String detail, boolean left, @Nullable GraphError error, Exchange exchange) implements Heard<T> {}
}
