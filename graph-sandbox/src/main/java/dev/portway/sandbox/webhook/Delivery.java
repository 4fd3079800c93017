package dev.portway.sandbox.webhook;

import dev.portway.sandbox.world.App;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One webhook on its way to one app. Guarded by the world's lock. */
final class Delivery {

    final long no;
    final App app;
    final String url;
    final String field;
    final ObjectNode body;
    final Instant madeAt;
    /** HTTP status of each try, 0 when there was no answer. */
    final List<Integer> tries = new ArrayList<>();
    boolean delivered;
    boolean givenUp;

    Delivery(long no, App app, String url, String field, ObjectNode body, Instant madeAt) {
        this.no = no;
        this.app = app;
        this.url = url;
        this.field = field;
        this.body = body;
        this.madeAt = madeAt;
    }
}
