package dev.portway.sandbox.rules.notice;

import dev.portway.sandbox.world.App;
import tools.jackson.databind.node.ObjectNode;

/** Where webhooks go to be sent. */
@FunctionalInterface
public interface Outbox {

    /**
     * One webhook to one app.
     *
     * @param url where it goes; the app's own address or an override of it
     * @param field the webhook field, such as {@code security}
     */
    record Notice(App app, String url, String field, ObjectNode body) {}

    /** Takes one over. Called under the world's lock, so it must not wait for the network. */
    void post(Notice notice);
}
