package dev.portway.graphclient.answer;

/** Why there is no answer. The first group happens before anything has left, the second after. */
public enum Trouble {
    /** The send deadline passed before the bytes went. */
    SEND_BY_PASSED,
    /** The host's name could not be resolved. */
    HOST_NOT_FOUND,
    /** Nobody listens there. */
    CONNECTION_REFUSED,
    /** Nobody answered the connection in time. */
    CONNECT_TIMED_OUT,
    /** The TLS handshake failed: certificate, name or protocol. */
    SECURE_CHANNEL_FAILED,

    /** No answer, or not all of it, in time. */
    ANSWER_TIMED_OUT,
    /** The connection broke before the whole answer was here. */
    CONNECTION_BROKEN,
    /** The answer was longer than we read; see {@code GraphConfig.ANSWER_LIMIT}. */
    ANSWER_TOO_LONG,
    /** Not JSON, or JSON without what the call promises: an error page, an empty body, a proxy in between. */
    ANSWER_NOT_UNDERSTOOD,
    /** A status of 500 or more without an error of Graph in it. */
    SERVER_FAULT,
    /** Graph answered with an error that says it does not know what happened; see {@link GraphError#leavesDoubt()}. */
    GRAPH_UNSURE,
    /** A list had no end: its pages repeat, there are too many, or the next one is at another host. Part of a list is never shown as the list. */
    LIST_WITHOUT_END,

    /** The calling thread was interrupted; its interrupt flag is set again. May happen before or after sending. */
    INTERRUPTED
}
