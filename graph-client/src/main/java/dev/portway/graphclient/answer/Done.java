package dev.portway.graphclient.answer;

/** The answer of a call that tells no more than that it was done: {@code {"success":true}}. */
public enum Done {
    DONE
}
